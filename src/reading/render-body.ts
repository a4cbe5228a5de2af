import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Heading, PageBody } from '../model/content.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Source } from '../model/source.ts';
import { componentElements, type MdxElement } from './component-elements.ts';
import { box } from './element.ts';
import { fillIn, type InterfaceWords, interfaceWords } from './interface-words.ts';

/** What a body draws on besides its own text. */
export interface RenderContext {
  language: string;
  organisation: Organisation;
  sources: ReadonlyMap<string, Source>;
}

/** State of one rendering. */
export interface Rendering extends RenderContext {
  words: InterfaceWords;
  citations: readonly string[];
  /** Makes an `img` and remembers the file it shows. */
  image(src: string, alt: string): Element;
}

type Node = Root | RootContent | MdxElement;

/**
 * A page's body as HTML, and the images beside it that the HTML shows (`./map.png`). The same input gives the same
 * HTML. It holds no `style` attributes, so that a strict content security policy can stand. Images are marked with
 * `__ASTRO_IMAGE_`, which Astro replaces with the optimised file when the page is rendered.
 */
export function renderBody(body: PageBody, context: RenderContext): { html: string; images: string[] } {
  const uses = new Map<string, number>();
  const rendering: Rendering = {
    ...context,
    words: interfaceWords(context.language),
    citations: body.citations,
    image(src, alt) {
      const index = uses.get(src) ?? 0;
      uses.set(src, index + 1);
      return imageElement(src, alt, index);
    },
  };
  const headings = [...body.headings];
  if (!body.tree) throw new TypeError('the body was read without its tree: let the reader keep it');
  const tree = renderNode(body.tree as Root, rendering, headings) as Root[];
  return { html: toHtml(tree[0] ?? { type: 'root', children: [] }), images: [...uses.keys()].filter(isBeside) };
}

function renderNode(node: Node, rendering: Rendering, headings: Heading[]): Node[] {
  const children: ElementContent[] =
    'children' in node
      ? (node.children as Node[]).flatMap((child) => renderNode(child, rendering, headings) as ElementContent[])
      : [];
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    return componentElements({ ...node, children }, rendering);
  }
  if (node.type === 'element') return [renderElement({ ...node, children }, rendering, headings)];
  if (node.type === 'root') return [{ ...node, children }];
  return [node];
}

function renderElement(element: Element, rendering: Rendering, headings: Heading[]): Element {
  const { words } = rendering;
  const properties = { ...element.properties };
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      if (properties.id === 'footnote-label') {
        return { ...element, properties, children: [{ type: 'text', value: words.footnotes }] };
      }
      return { ...element, properties: { ...properties, id: properties.id ?? headings.shift()?.slug } };
    case 'a':
      if (/^https?:/i.test(String(properties.href ?? ''))) properties.rel = ['external', 'noopener'];
      if ('dataFootnoteBackref' in properties) {
        const number = /[\d-]+$/.exec(String(properties.ariaLabel ?? ''))?.[0] ?? '';
        properties.ariaLabel = fillIn(words.backToText, { number });
      }
      return { ...element, properties, children: withoutLinks(element.children) };
    case 'img':
      return rendering.image(decoded(String(properties.src ?? '')), String(properties.alt ?? ''));
    case 'th':
    case 'td':
      return { ...element, properties: alignedByClass(properties) };
    case 'table':
      return box('div', { className: ['table'], role: 'group', tabIndex: 0, ariaLabel: words.table }, [
        { ...element, properties },
      ]);
    case 'input':
      return box('span', {
        className: properties.checked ? ['task', 'task-done'] : ['task'],
        role: 'img',
        ariaLabel: properties.checked ? words.done : words.notDone,
      });
    default:
      return { ...element, properties };
  }
}

/** HTML has no link within a link: a citation or an address inside one would end it. */
function withoutLinks(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    const within = withoutLinks(child.children);
    return child.tagName === 'a' ? within : [{ ...child, children: within }];
  });
}

/** Column alignment comes as a `style`, which a strict policy refuses, or as `align`. In right-to-left text left is the end. */
function alignedByClass({ style, align, ...properties }: Element['properties']): Element['properties'] {
  const side = /left|right|center/.exec(`${style ?? ''} ${align ?? ''}`)?.[0];
  if (!side) return properties;
  const name = { left: 'start', right: 'end', center: 'center' }[side];
  return { ...properties, className: [`align-${name}`] };
}

/** Widths a picture is offered in, in CSS pixels; none is made wider than the original. */
const IMAGE_WIDTHS = [360, 720, 1080];

function imageElement(src: string, alt: string, index: number): Element {
  const lazily = { loading: 'lazy', decoding: 'async' } as const;
  if (!isBeside(src)) return box('img', { src, alt, ...lazily });
  const marker = { src, alt, index, widths: IMAGE_WIDTHS, sizes: '(min-width: 48rem) 42rem, 100vw' };
  return box('img', { __ASTRO_IMAGE_: JSON.stringify({ ...marker, ...lazily }) });
}

/** Markdown writes a file's name as part of an address; a name that is no such part stays as it is. */
function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

function isBeside(src: string): boolean {
  return src.startsWith('./');
}

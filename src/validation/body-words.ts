import type { Element, Node, Parents } from 'hast';
import type { ItemDraft } from '../model/draft.ts';
import type { Position } from '../model/problem.ts';

/** A paragraph, heading, list item, table cell or caption of a page. */
export interface WordBlock {
  text: string;
  /** Where it starts in the file. */
  position: Position;
  /** Words that stand for a picture: heard, not seen. */
  isForPicture?: true;
}

export interface BodyWords {
  /** In the order of the text. */
  blocks: readonly WordBlock[];
  /** Web addresses that the text links to. */
  links: readonly string[];
}

/**
 * The words of a page's body and where it leads, without markup: all that rules know of it. Nothing where it cannot be
 * read; a TypeError where the reader was told to keep no trees, for then a rule would find nothing wrong.
 */
export function bodyWords({ body, bodyStartsAt }: Pick<ItemDraft, 'body' | 'bodyStartsAt'>): BodyWords {
  const blocks: WordBlock[] = [];
  const links: string[] = [];
  if (typeof body !== 'object') return { blocks, links };
  const { tree } = body;
  if (!tree) throw new TypeError('the body was read without its tree: let the reader keep it');
  let text = '';
  let position: Position | undefined;
  let near = bodyStartsAt;
  const endBlock = () => {
    // A line's end in the file is a space to readers.
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') blocks.push({ text: words, position: position ?? near });
    text = '';
    position = undefined;
  };
  // A text may be nested deeper than a recursion can go.
  const waiting: (Node | 'end of block')[] = [tree as Node];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node === 'end of block') {
      endBlock();
      continue;
    }
    const start = node.position?.start;
    if (start) near = { line: start.line, column: start.column };
    if (node.type === 'text') {
      text += (node as Node & { value: string }).value;
      if (text.trim() !== '') position ??= near;
      continue;
    }
    // What is struck out is not said.
    if (isElement(node, 'del')) continue;
    const { shown, forPicture, href } = isComponent(node) ? ofComponent(node) : ofElement(node);
    if (href !== undefined) links.push(href);
    for (const words of forPicture) blocks.push({ text: words, position: near, isForPicture: true });
    if (isInline(node)) {
      if (isElement(node, 'br')) text += ' ';
    } else {
      endBlock();
      for (const words of shown) blocks.push({ text: words, position: near });
      waiting.push('end of block');
    }
    if ('children' in node) waiting.push(...(node as Parents).children.toReversed());
  }
  endBlock();
  return { blocks, links };
}

interface Component extends Node {
  name: string | null;
  attributes: readonly { name?: string; value?: unknown }[];
}

/** Words of a node beside those below it. */
interface OwnWords {
  shown: readonly string[];
  forPicture: readonly string[];
  href?: string;
}

function isComponent(node: Node): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

const INLINE = new Set(['a', 'em', 'strong', 'code', 'sup', 'br', 'img', 'input']);

function isInline(node: Node): boolean {
  return node.type === 'mdxJsxTextElement' || (node.type === 'element' && INLINE.has((node as Element).tagName));
}

function isElement(node: Node, tagName: string): boolean {
  return node.type === 'element' && (node as Element).tagName === tagName;
}

function ofComponent({ attributes }: Component): OwnWords {
  const words = (name: string) =>
    attributes.flatMap((one) => (one.name === name && typeof one.value === 'string' ? [one.value] : []));
  return { shown: [...words('title'), ...words('caption'), ...words('credit')], forPicture: words('alt') };
}

function ofElement(node: Node): OwnWords {
  const { tagName, properties = {} } = node as Partial<Element>;
  const href = tagName === 'a' ? String(properties.href ?? '') : '';
  return {
    shown: [],
    forPicture: tagName === 'img' && properties.alt ? [String(properties.alt)] : [],
    ...(/^https?:/i.test(href) && { href }),
  };
}

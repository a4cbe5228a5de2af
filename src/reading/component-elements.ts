import type { Element, ElementContent } from 'hast';
import { inLanguage } from '../model/language.ts';
import type { Helpline } from '../model/organisation.ts';
import { blankElements } from './blank-elements.ts';
import { box, text } from './element.ts';
import { fillIn } from './interface-words.ts';
import type { Rendering } from './render-body.ts';
import { telephoneAddress } from './telephone-address.ts';

/** A component in a body's tree: its name and attributes have been checked by the reader. */
export interface MdxElement {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: readonly { name?: string; value?: unknown }[];
  children: ElementContent[];
}

/** What a component shows, as HTML. Throws a TypeError for one that the reader should have refused. */
export function componentElements(component: MdxElement, rendering: Rendering): ElementContent[] {
  const attributes = Object.fromEntries(component.attributes.map(({ name, value }) => [name, String(value ?? '')]));
  switch (component.name) {
    case 'Source':
      return [citation(attributes.id ?? '', rendering)];
    case 'Fact':
      return [fact(attributes.source ?? '', component.children, rendering)];
    case 'Callout':
      return [callout(attributes.kind, component.children, rendering)];
    case 'Helplines':
      return [
        helplineList(
          rendering.organisation.helplines.filter(({ country }) => country === attributes.country),
          rendering,
        ),
      ];
    case 'Blank': {
      const words = blankElements(attributes.name ?? '', rendering);
      return component.type === 'mdxJsxFlowElement' ? [box('p', {}, words)] : words;
    }
    case 'Video':
      return [video(attributes, component.children, rendering)];
    case 'Figure':
      return [figure(attributes, rendering)];
    default:
      throw new TypeError(`<${component.name ?? ''}> is not a component of this desk`);
  }
}

function citation(sourceId: string, { citations, sources, words }: Rendering): Element {
  const number = citations.indexOf(sourceId) + 1;
  const publisher = sources.get(sourceId)?.publisher ?? sourceId;
  const label = fillIn(words.citation, { number, publisher });
  return box('sup', { className: ['citation'] }, [
    box('a', { href: `#source-${sourceId}`, ariaLabel: label }, [text(String(number))]),
  ]);
}

function fact(sourceId: string, children: ElementContent[], { sources, words }: Rendering): Element {
  const source = sources.get(sourceId);
  const shown = source ? `${source.publisher}, ${source.publishedOn.slice(0, 4)}` : sourceId;
  const link = box('a', { href: `#source-${sourceId}` }, [box('bdi', {}, [text(shown)])]);
  return box('div', { className: ['fact'] }, [
    ...children,
    box('p', { className: ['fact-source'] }, [text(`${words.factFrom} `), link]),
  ]);
}

function callout(kind: string | undefined, children: ElementContent[], { words }: Rendering): Element {
  const known = kind === 'danger' || kind === 'warning' ? kind : 'info';
  const label = box('p', { className: ['callout-label'] }, [text(words[known])]);
  return box('div', { className: ['callout', `callout-${known}`], role: 'note' }, [label, ...children]);
}

function helplineList(helplines: readonly Helpline[], { language, words }: Rendering): Element {
  const items = helplines.map((helpline) => {
    const name = inLanguage(helpline.name, language);
    const hours = helpline.hours
      ? [box('span', { className: ['helpline-hours'] }, [text(inLanguage(helpline.hours, language))])]
      : [];
    const number = box(
      'a',
      {
        className: ['helpline-number'],
        href: telephoneAddress(helpline.number),
        ariaLabel: fillIn(words.call, { number: helpline.number, name }),
      },
      [box('bdi', { dir: 'ltr' }, [text(helpline.number)])],
    );
    return box('li', {}, [number, text(' '), box('span', { className: ['helpline-name'] }, [text(name)]), ...hours]);
  });
  return box('ul', { className: ['helplines'] }, items);
}

function figure(attributes: Readonly<Record<string, string>>, rendering: Rendering): Element {
  const { src = '', alt = '', caption, credit } = attributes;
  const words = [
    ...(caption ? [text(caption)] : []),
    ...(credit
      ? [text(caption ? ' ' : ''), box('small', {}, [text(fillIn(rendering.words.imageCredit, { name: credit }))])]
      : []),
  ];
  const picture = rendering.image(src, alt);
  return box('figure', {}, words.length > 0 ? [picture, box('figcaption', {}, words)] : [picture]);
}

/** A link to the video and its transcript: nothing is loaded from elsewhere before a reader asks for it. */
function video(
  { src = '', title = '' }: Readonly<Record<string, string>>,
  transcript: ElementContent[],
  { words }: Rendering,
): Element {
  const host = URL.canParse(src) ? new URL(src).hostname : src;
  return box('figure', { className: ['video'] }, [
    box('p', {}, [
      box('a', { className: ['video-link'], href: src, rel: ['external', 'noopener'] }, [
        text(fillIn(words.watch, { title })),
      ]),
      text(' '),
      box('bdi', { className: ['video-host'], dir: 'ltr' }, [text(host)]),
    ]),
    box('details', {}, [box('summary', {}, [text(words.transcript)]), ...transcript]),
  ]);
}

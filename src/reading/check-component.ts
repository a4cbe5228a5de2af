import type { Mention } from '../model/draft.ts';
import type { Fault } from '../model/problem.ts';
import { listed, suggest } from '../model/suggest.ts';
import { findHiddenCharacter } from '../model/text.ts';
import { attributePlaces } from './attribute-offsets.ts';
import { COMPONENTS, unknownComponent } from './components.ts';
import type { MdxJsxElement } from './mdx-tree.ts';
import { ownText } from './own-text.ts';

export interface ComponentCheck {
  /** Offsets are in the text that was compiled. */
  faults: { offset: number; fault: Fault }[];
  mentions: (Omit<Mention, 'position'> & { offset: number })[];
}

/** Holds a component against the list of those that content may use. */
export function checkComponent(element: MdxJsxElement, text: string): ComponentCheck {
  const start = element.position?.start.offset ?? 0;
  const name = element.name ?? '';
  const component = Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined;
  const result: ComponentCheck = { faults: [], mentions: [] };
  const report = (offset: number, ruleId: string, message: string, hint: string) =>
    result.faults.push({ offset, fault: { ruleId, message, hint } });
  if (!component) {
    result.faults.push({ offset: start, fault: unknownComponent(name) });
    return result;
  }
  const places = attributePlaces(text, start);
  const seen = new Set<string>();
  for (const [index, attribute] of element.attributes.entries()) {
    const place = places[index] ?? { nameAt: start, valueAt: start };
    if (attribute.type !== 'mdxJsxAttribute') {
      report(
        place.nameAt,
        'mdx/attribute-spread',
        `Unexpected \`{…}\` in <${name}>`,
        `write each attribute as name="value", for example ${component.example}`,
      );
      continue;
    }
    const known = Object.hasOwn(component.attributes, attribute.name)
      ? component.attributes[attribute.name]
      : undefined;
    if (!known) {
      const near = suggest(attribute.name, Object.keys(component.attributes));
      report(
        place.nameAt,
        'mdx/unknown-attribute',
        `Unexpected attribute \`${attribute.name}\` in <${name}>`,
        near ? `did you mean \`${near}\`?` : `<${name}> takes ${listed(Object.keys(component.attributes), 'and')}`,
      );
    } else if (seen.has(attribute.name)) {
      report(
        place.nameAt,
        'mdx/duplicate-attribute',
        `Unexpected second \`${attribute.name}\` in <${name}>`,
        'keep one of the two',
      );
    } else if (typeof attribute.value !== 'string') {
      report(
        place.nameAt,
        'mdx/attribute-value',
        `Unexpected value of \`${attribute.name}\` in <${name}>: text in quotes expected`,
        `write ${attribute.name}="…"`,
      );
    } else {
      const hidden = findHiddenCharacter(attribute.value);
      const fault = known.findFault?.(attribute.value);
      if (hidden) result.faults.push({ offset: place.valueAt, fault: hidden.fault });
      else if (fault) report(place.valueAt, 'mdx/attribute-value', fault.message, fault.hint);
      else if (known.mentions)
        result.mentions.push({ kind: known.mentions, value: ownText(attribute.value), offset: place.valueAt });
    }
    seen.add(attribute.name);
  }
  if (name === 'Figure')
    for (const mention of result.mentions) if (mention.kind === 'image') mention.consent = consentIn(element);
  for (const [attribute, { required }] of Object.entries(component.attributes)) {
    if (required && !seen.has(attribute)) {
      report(
        start,
        'mdx/missing-attribute',
        `Missing attribute \`${attribute}\` in <${name}>`,
        `write for example ${component.example}`,
      );
    }
  }
  if (component.content === 'none' && element.children.length > 0) {
    report(
      start,
      'mdx/component-content',
      `Unexpected text inside <${name}>: it holds none`,
      `write ${component.example}`,
    );
  } else if (component.content === 'flow' && element.children.length === 0) {
    report(
      start,
      'mdx/component-content',
      `Unexpected empty <${name}>`,
      `write its text between the tags: ${component.example}`,
    );
  }
  if (component.place === 'line' && element.type === 'mdxJsxTextElement') {
    report(
      start,
      'mdx/component-place',
      `Unexpected <${name}> inside a sentence`,
      'put it on a line of its own, with an empty line before and after',
    );
  }
  return result;
}

function consentIn({ attributes }: MdxJsxElement): { consent?: string; people?: string } {
  const written = attributes.flatMap((one) =>
    one.type === 'mdxJsxAttribute' && (one.name === 'consent' || one.name === 'people') && typeof one.value === 'string'
      ? [[one.name, ownText(one.value)] as const]
      : [],
  );
  return Object.fromEntries(written);
}

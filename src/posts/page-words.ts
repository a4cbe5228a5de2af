import type { Campaign } from '../model/content.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';

/** As much of a compiled body as its words need: HTML elements, text, and the desk's own components. */
interface Node {
  type: string;
  value?: unknown;
  tagName?: string;
  properties?: Readonly<Record<string, unknown>>;
  attributes?: readonly { name?: string; value?: unknown }[];
  name?: string | null;
  children?: readonly Node[];
}

/** Elements inside a line: what they hold is written on without a gap. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'code',
  'del',
  'em',
  'i',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
]);
/** What says something to a reader without being text. */
const TELLING = ['href', 'src', 'alt', 'title', 'checked'];

/**
 * What a campaign's page says in one language: its words, where its links lead, the words in place of pictures, what its
 * components name, and the help lines it shows. Not how it is laid out: another heading level, bold letters, a list or a
 * line end make no difference. Throws a RangeError where there is no page in that language.
 */
export function pageWords(campaign: Campaign, language: string, organisation: Organisation): string[] {
  const version = campaign.versions[language];
  if (!version) throw new RangeError(`campaign ${campaign.id} has no ${language} version`);
  const { title, summary, mainMessage, callToAction, audience, hashtags, body } = version;
  const lines = organisation.helplines
    .filter(({ id, country }) => campaign.helplines.includes(id) || namesCountry(body.tree as Node, country))
    .map((line) =>
      [line.number, inLanguage(line.name, language), line.hours && inLanguage(line.hours, language), line.url].join(
        ' ',
      ),
    );
  return [
    title,
    summary,
    mainMessage,
    callToAction.text,
    callToAction.url,
    ...audience,
    ...hashtags,
    wordsIn(body.tree as Node),
    ...lines,
  ].map((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim());
}

function wordsIn(tree: Node): string {
  const said: string[] = [];
  for (const { node, isEntered } of walk(tree)) {
    const isInline = node.type === 'mdxJsxTextElement' || INLINE.has(node.tagName ?? '');
    if (!isInline && node.type !== 'text') said.push(' ');
    // Struck-out words say the opposite of what they would.
    if (node.tagName === 'del' || node.tagName === 's') said.push('~~');
    if (!isEntered) continue;
    if (node.type === 'text') said.push(String(node.value ?? ''));
    for (const name of TELLING) {
      const value = node.properties?.[name];
      if (value !== undefined && value !== null && value !== false) said.push(` [${name} ${String(value)}] `);
    }
    if (node.attributes) {
      const given = node.attributes.map(({ name, value }) => `${name}=${String(value ?? '')}`).toSorted();
      said.push(` [${[node.name, ...given].join(' ')}] `);
    }
  }
  return said.join('');
}

function namesCountry(tree: Node, country: string): boolean {
  for (const { node } of walk(tree)) {
    const isShown = node.attributes?.some(({ name, value }) => name === 'country' && value === country);
    if (node.name === 'Helplines' && isShown) return true;
  }
  return false;
}

/** Each node as it is entered and as it is left, in the order of the text. It may be deeper than a recursion can go. */
function* walk(tree: Node): Generator<{ node: Node; isEntered: boolean }> {
  const waiting = [{ node: tree, isEntered: true }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (!next.isEntered) continue;
    waiting.push({ node: next.node, isEntered: false });
    for (const child of (next.node.children ?? []).toReversed()) waiting.push({ node: child, isEntered: true });
  }
}

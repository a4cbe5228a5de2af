import { createHash } from 'node:crypto';
import { ITEM_SCHEMAS, type ItemCollection } from '../model/collection.ts';
import type { Block, Fingerprints } from '../model/translation.ts';
import { positionsIn } from './decode-text.ts';
import { type MdxNode, type MdxRoot, textOf } from './mdx-tree.ts';

/** An original as it is read: its fields that are right, its body's tree, and the text of the whole file. */
export interface OriginalRead {
  collection: ItemCollection;
  fields: Readonly<Record<string, unknown>>;
  tree: MdxRoot;
  text: string;
  /** Line on which the text after the frontmatter starts. */
  bodyStartsOnLine: number;
}

/**
 * What a translator works from: each field of words, and each block of the body, of the original. White space and line
 * ends do not count: reflowing a paragraph makes no translation stale.
 */
export function fingerprintOriginal({ collection, fields, ...body }: OriginalRead): Fingerprints {
  const words = ITEM_SCHEMAS[collection].translation.shape;
  const translated = Object.entries(fields).filter(([name]) => Object.hasOwn(words, name) && !OWN_WORDS.includes(name));
  return {
    fields: Object.fromEntries(translated.map(([name, value]) => [name, hashOf(JSON.stringify(sorted(value)))])),
    blocks: blocksOf(body),
  };
}

/** How people ask in one language does not follow from how they ask in another. */
const OWN_WORDS = ['alsoAsked'];

interface Span {
  from: number;
  to: number;
  node?: MdxNode;
}

function blocksOf({ tree, text, bodyStartsOnLine }: Pick<OriginalRead, 'tree' | 'text' | 'bodyStartsOnLine'>): Block[] {
  const positionAt = positionsIn(text);
  const nodes = tree.children.flatMap((node): Span[] => {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    return from === undefined || to === undefined ? [] : [{ from, to, node }];
  });
  return withGaps(nodes, text, offsetOfLine(text, bodyStartsOnLine)).map(({ from, to, node }) => {
    const source = text.slice(from, to);
    const words = (node && 'children' in node ? textOf(node) : '').trim() || source;
    return { hash: hashOf(source), line: positionAt(from).line, words: copyOf(firstWords(words)) };
  });
}

/** Footnotes and the addresses of links that are named stand between blocks: what is there is a block, too. */
function withGaps(nodes: readonly Span[], text: string, start: number): Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const span of [...nodes, { from: text.length, to: text.length }]) {
    const gap = text.slice(at, span.from);
    const from = at + gap.length - gap.trimStart().length;
    if (gap.trim() !== '') spans.push({ from, to: from + gap.trim().length });
    if (span.to > span.from) spans.push(span);
    at = Math.max(at, span.to);
  }
  return spans;
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}

const WORDS_LENGTH = 40;

/** Enough of a block to know it by; whole words where there are any. */
function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= WORDS_LENGTH) return line;
  const end = line.lastIndexOf(' ', WORDS_LENGTH);
  return `${end > 0 ? line.slice(0, end) : [...line.slice(0, WORDS_LENGTH)].slice(0, -1).join('')}…`;
}

/** A piece of a text keeps the whole text in memory; a copy of it does not, and there are thousands of texts. */
function copyOf(piece: string): string {
  return Buffer.from(piece, 'utf16le').toString('utf16le');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 12);
}

/** The value with the keys of its groups in order, so that reordering them changes nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

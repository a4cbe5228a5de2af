import type { ItemCollection } from '../model/collection.ts';
import type { FieldPath } from '../model/draft.ts';
import type { Position } from '../model/problem.ts';
import { NO_WORD, type ProseBlock, type ProseKind } from '../model/prose.ts';
import { wordFields } from '../model/word-fields.ts';
import { alignText } from './align-text.ts';
import { attributePlaces } from './attribute-offsets.ts';
import { compileMdx, DEPTH_LIMIT } from './compile-mdx.ts';
import { positionsIn } from './decode-text.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { isElement, type MdxJsxElement, type MdxNode, type MdxRoot } from './mdx-tree.ts';
import { yamlPlaces } from './read-yaml.ts';

/**
 * The words of a language file as readers meet them: its fields, then its text, without markup. Places are worked out only
 * where somebody asks for them. A file that cannot be compiled, or is longer than any text, has its fields alone.
 *
 * @param text The whole file, decoded.
 * @param fields Those of its fields that are right.
 */
export function readProse(
  text: string,
  collection: ItemCollection,
  fields: Readonly<Record<string, unknown>>,
): ProseBlock[] {
  const positionAt = positionsIn(text);
  const tree = text.length > LONGEST ? undefined : compileMdx(text).tree;
  return [...fieldBlocks(text, collection, fields, positionAt), ...(tree ? bodyBlocks(tree, text, positionAt) : [])];
}

/** Signs of a file with some 12,000 words. Parsers take the square of what is no text at all. */
const LONGEST = 100_000;

type PositionAt = (offset: number) => Position;

function fieldBlocks(
  text: string,
  collection: ItemCollection,
  fields: Readonly<Record<string, unknown>>,
  positionAt: PositionAt,
): ProseBlock[] {
  const placeOf = fieldOffsets(text);
  return wordFields(collection, fields).map(({ path, text: value, isQuoted }) => {
    let offsets: Uint32Array | undefined;
    return {
      kind: 'field',
      text: value.replaceAll('\n', ' '),
      isQuoted,
      section: 0,
      path,
      locate(offset) {
        offsets ??= alignText(text, placeOf(path), value);
        return positionAt(offsets[offset] ?? 0);
      },
    };
  });
}

/** Where the words of a field start: past the quote, or below the line with `|` or `>`. */
function fieldOffsets(text: string): (path: FieldPath) => number {
  const split = splitFrontmatter(text);
  const places = yamlPlaces({ file: '', text: split.yaml ?? '', firstLine: 2 });
  return (path) => {
    const { line, column } = places.locate(path);
    const lines = text.split('\n', line - 1);
    const at = lines.join('\n').length + (line > 1 ? 1 : 0) + column - 1;
    const header = /[|>][-+\d]*[ \t]*\n\s*/y;
    header.lastIndex = at;
    const found = header.exec(text);
    if (found) return at + found[0].length;
    return /["']/.test(text[at] ?? '') ? at + 1 : at;
  };
}

/** A run of signs that stand in the file as they do in the text, or nearly. */
interface Piece {
  /** Offset in the block's text. */
  start: number;
  value: string;
  /** Offset in the file. */
  from: number;
  offsets?: Uint32Array;
}

interface Context {
  kind: ProseKind;
  isQuoted: boolean;
  callout?: string;
  depth: number;
}

const HEADING = /^h[1-6]$/;
/** Elements whose words belong to the sentence around them. */
const INLINE = new Set(['em', 'strong', 'del', 'a', 'code', 'br', 'img', 'sup', 'sub', 'input', 'span']);
const KINDS: Readonly<Record<string, ProseKind>> = {
  li: 'list-item',
  td: 'table-cell',
  th: 'table-cell',
  p: 'paragraph',
};

function bodyBlocks(tree: MdxRoot, text: string, positionAt: PositionAt): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let section = 0;
  let pieces: Piece[] = [];
  let length = 0;

  const add = (value: string, from: number) => {
    pieces.push({ start: length, value, from });
    length += value.length;
  };
  const flush = ({ kind, isQuoted, callout }: Context) => {
    if (pieces.some(({ value }) => value.trim() !== '' && value !== NO_WORD))
      blocks.push({ ...block(pieces, text, positionAt), kind, isQuoted, section, ...(callout && { callout }) });
    pieces = [];
    length = 0;
  };
  const addAttribute = (element: MdxJsxElement, name: string, kind: ProseKind, context: Context) => {
    const value = attributeOf(element, name);
    if (!value) return;
    const start = element.position?.start.offset ?? 0;
    add(value, attributePlaces(text, start).find((place) => place.name === name)?.valueAt ?? start);
    flush({ ...context, kind });
  };

  const visitInline = (node: MdxNode, context: Context): void => {
    const from = node.position?.start.offset ?? 0;
    if (context.depth > DEPTH_LIMIT) return;
    const deeper = { ...context, depth: context.depth + 1 };
    if (node.type === 'text') {
      // After a break that stays, the compiler leaves the line's end itself in the text.
      const end = pieces.at(-1)?.value === '\n' ? /^[ \t]*\n[ \t]*/.exec(node.value)?.[0].length : 0;
      add(node.value.slice(end ?? 0), from + (end ?? 0));
    } else if (node.type === 'mdxJsxTextElement') {
      // A citation is a small number behind the sentence; a blank stands for a word.
      if (node.name !== 'Source') add(NO_WORD, from);
    } else if (isElement(node)) {
      if (node.tagName === 'br') add('\n', from);
      else if (node.tagName === 'img' || node.tagName === 'code' || isAddress(node)) add(NO_WORD, from);
      else if (node.tagName !== 'sup' && node.tagName !== 'input' && !('dataFootnoteBackref' in node.properties))
        for (const child of node.children) visitInline(child as MdxNode, deeper);
    }
  };

  const visit = (node: MdxNode, context: Context): void => {
    if (!('children' in node) || context.depth > DEPTH_LIMIT) return;
    const pictures: [alt: string, from: number][] = [];
    for (const child of node.children as MdxNode[]) {
      if (isInline(child)) {
        visitInline(child, context);
        picturesIn(child, pictures);
      } else {
        flush(context);
        visitBlock(child, { ...context, depth: context.depth + 1 });
      }
    }
    flush(context);
    for (const [alt, from] of pictures) {
      add(alt, from);
      flush({ ...context, kind: 'alt' });
    }
  };

  const visitBlock = (node: MdxNode, context: Context): void => {
    if (node.type === 'mdxJsxFlowElement') {
      const component = node as MdxJsxElement;
      if (component.name === 'Figure') {
        addAttribute(component, 'alt', 'alt', context);
        addAttribute(component, 'caption', 'caption', context);
      } else if (component.name === 'Video') {
        addAttribute(component, 'title', 'caption', context);
        visit(node, { ...context, isQuoted: true });
      } else if (component.name === 'Callout')
        visit(node, { ...context, callout: attributeOf(component, 'kind') ?? 'info' });
      else visit(node, context);
    } else if (isElement(node) && node.tagName !== 'pre' && node.properties.id !== 'footnote-label') {
      if (HEADING.test(node.tagName)) {
        section += 1;
        visit(node, { ...context, kind: 'heading' });
      } else if (node.tagName === 'blockquote') visit(node, { ...context, isQuoted: true });
      // A paragraph of an item of a list is one of the list still.
      else if (node.tagName === 'p' && context.kind === 'list-item') visit(node, context);
      else visit(node, { ...context, kind: KINDS[node.tagName] ?? context.kind });
    }
  };

  visit(tree as unknown as MdxNode, { kind: 'paragraph', isQuoted: false, depth: 0 });
  return blocks;
}

function block(pieces: Piece[], text: string, positionAt: PositionAt): Pick<ProseBlock, 'text' | 'locate'> {
  return {
    text: pieces.map(({ value }) => (value === '\n' ? value : value.replaceAll('\n', ' '))).join(''),
    locate(offset) {
      const piece = pieces.findLast(({ start }) => start <= offset) ?? pieces[0];
      if (!piece) return { line: 1, column: 1 };
      piece.offsets ??= alignText(text, piece.from, piece.value);
      return positionAt(piece.offsets[Math.min(offset - piece.start, piece.value.length)] ?? piece.from);
    },
  };
}

function isInline(node: MdxNode): boolean {
  if (isElement(node)) return INLINE.has(node.tagName);
  return node.type === 'text' || node.type === 'mdxJsxTextElement';
}

function attributeOf(element: MdxJsxElement, name: string): string | undefined {
  const found = element.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name);
  return found?.type === 'mdxJsxAttribute' && typeof found.value === 'string' ? found.value : undefined;
}

/** A link whose words are its address: no sentence is read from it. */
function isAddress(node: MdxNode): boolean {
  if (!isElement(node) || node.tagName !== 'a') return false;
  const [only, ...more] = node.children;
  return more.length === 0 && only?.type === 'text' && /^(https?:\/\/|www\.|[^\s@]+@)\S+$/.test(only.value);
}

/** The words for pictures inside a sentence, and where they are written. */
function picturesIn(node: MdxNode, found: [alt: string, from: number][]): void {
  if (!isElement(node)) return;
  const { alt } = node.properties;
  // `![` stands before them.
  if (node.tagName === 'img' && typeof alt === 'string' && alt.trim() !== '')
    found.push([alt, (node.position?.start.offset ?? 0) + 2]);
  if (node.tagName === 'a') for (const child of node.children) picturesIn(child as MdxNode, found);
}

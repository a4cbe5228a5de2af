import type { PlacedText, TextPlace } from '../model/personal-data/kinds.ts';
import { attributePlaces } from './attribute-offsets.ts';
import { DEPTH_LIMIT } from './compile-mdx.ts';
import { positionIn } from './decode-text.ts';
import { isElement, type MdxJsxElement, type MdxNode, type MdxRoot } from './mdx-tree.ts';

/** A run of signs that stand in the file as in the text, but for escapes and the starts of lines. */
interface Piece {
  /** Offset in the stretch. */
  start: number;
  value: string;
  /** Offset in the file; missing for what only parts two pieces. */
  from?: number;
}

/**
 * The texts of a body with everything that is written in them, also code and addresses: paragraphs, headings, whole lists (an item a line), rows of tables (a cell beside the other), and the
 * words in place of pictures and below them. An address that stands behind words follows them.
 *
 * @param source The whole file that the tree was compiled from.
 */
export function bodyTexts(tree: MdxRoot, source: string): PlacedText[] {
  const texts: PlacedText[] = [];
  let pieces: Piece[] = [];
  let length = 0;

  const add = (value: string, from?: number) => {
    pieces.push({ start: length, value, ...(from !== undefined && { from }) });
    length += value.length;
  };
  const finish = (where: TextPlace = 'text') => {
    const whole = pieces;
    pieces = [];
    length = 0;
    const text = whole.map(({ value }) => value).join('');
    if (text.trim() === '') return;
    texts.push(placedText(text, where, whole, source));
  };
  const finishApart = (value: string, from: number) => {
    const before = { pieces, length };
    pieces = [];
    length = 0;
    add(value, from);
    finish('alt');
    pieces = before.pieces;
    length = before.length;
  };

  const visit = (node: MdxNode, depth: number): void => {
    if (depth > DEPTH_LIMIT) return;
    const from = node.position?.start.offset;
    if (node.type === 'text') {
      // A line's end in the file is a space to a reader. What has no place stands between two blocks only.
      if (from === undefined) return;
      add(node.value.replaceAll('\n', ' '), from);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      visitComponent(node as MdxJsxElement, depth);
    } else if (isElement(node)) visitElement(node, depth, from);
  };

  const visitElement = (node: Extract<MdxNode, { type: 'element' }>, depth: number, from: number | undefined): void => {
    const children = () => {
      for (const child of node.children) visit(child as MdxNode, depth + 1);
    };
    switch (node.tagName) {
      case 'br':
        add('\n');
        return;
      case 'img':
        if (typeof node.properties.alt === 'string') finishApart(node.properties.alt, (from ?? 0) + 2);
        return;
      case 'a': {
        children();
        const href = String(node.properties.href ?? '');
        const said = pieces.at(-1)?.value ?? '';
        if (!href.startsWith('#') && !said.includes(href.replace(/^(?:mailto:|https?:\/\/)/, '')))
          add(` ${href} `, from);
        return;
      }
      case 'li':
      case 'dd':
        children();
        add('\n');
        return;
      case 'td':
      case 'th':
        children();
        add(' | ');
        return;
      case 'p':
        children();
        if (depth === 1) finish();
        else add('\n');
        return;
      case 'ul':
      case 'ol':
        children();
        if (depth === 1) finish();
        return;
      case 'tr':
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
      case 'blockquote':
      case 'pre':
      case 'section':
        children();
        finish();
        return;
      default:
        children();
    }
  };

  const visitComponent = (component: MdxJsxElement, depth: number): void => {
    const start = component.position?.start.offset ?? 0;
    for (const name of SHOWN_ATTRIBUTES) {
      const found = component.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
      if (found?.type !== 'mdxJsxAttribute' || typeof found.value !== 'string') continue;
      finishApart(found.value, attributePlaces(source, start).find((place) => place.name === name)?.valueAt ?? start);
    }
    for (const child of component.children) {
      visit(child, depth + 1);
      if (component.type === 'mdxJsxFlowElement') finish();
    }
  };

  for (const child of tree.children) visit(child, 1);
  finish();
  return texts;
}

/** Attributes of components whose words people read or hear. */
const SHOWN_ATTRIBUTES = ['alt', 'caption', 'credit', 'title', 'src'];

/** Made apart, so that a text that is kept keeps no other. */
function placedText(text: string, where: TextPlace, pieces: readonly Piece[], source: string): PlacedText {
  return { text, where, locate: (offset) => positionIn(source, offsetInFile(pieces, source, offset)) };
}

function offsetInFile(pieces: readonly Piece[], source: string, offset: number): number {
  const piece = pieces.findLast(({ start, from }) => from !== undefined && start <= offset) ?? pieces[0];
  if (piece?.from === undefined) return 0;
  return alongSource(source, piece.from, piece.value, Math.min(offset - piece.start, piece.value.length - 1));
}

/** How far the next sign of a text is looked for in the file: longer than an entity or the start of a line. */
const REACH = 40;

/** Where the sign at `index` of `value` stands in the file, in which `value` was written from `from` on. */
function alongSource(source: string, from: number, value: string, index: number): number {
  let at = from;
  for (let next = 0; next <= index; next += 1) {
    const sign = value[next] ?? '';
    const entity =
      source[at] === '&' && sign !== '&' ? /^&[#\w]{2,31};/.exec(source.slice(at, at + REACH))?.[0] : undefined;
    const isLineEnd = sign === ' ' && source[at] === '\n';
    const here = entity || isLineEnd ? at : source.indexOf(sign, at);
    const found = here < 0 || here - at > REACH ? at : here;
    if (next === index) return found;
    at = found + (entity?.length ?? 1);
    // Spaces, and the signs that a line of a list or a quotation starts with, are no part of the words.
    if (isLineEnd) at += /^[ \t>]*/.exec(source.slice(at, at + REACH))?.[0].length ?? 0;
  }
  return at;
}

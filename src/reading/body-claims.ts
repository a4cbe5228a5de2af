import type { Element, Node, Parents, Root } from 'hast';
import type { Position } from '../model/problem.ts';

/** A paragraph, list item or table cell of a page, and whether a reader finds there where it comes from. */
export interface Claim {
  text: string;
  /** Whether a source is cited in it, or where a reader looks next. */
  isCited: boolean;
  /** Where in the file a character of the text stands. */
  positionAt(index: number): Position;
}

interface Component {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
}

/**
 * Everything that a body says, block by block, in its order. A paragraph is cited by its own <Source>; an item of a list
 * also by the paragraph before or after the list; a cell of a table also by its row and by those paragraphs. A footnote
 * counts for the block that refers to it. What stands in a <Fact> has its source always, and headings make no claims.
 *
 * @param tree Syntax tree (hast) of a page's body, components in it.
 */
export function bodyClaims(tree: unknown): Claim[] {
  const root = tree as Root;
  return claimsOf(root, { citedNotes: citedFootnotes(root), isCitedAround: false });
}

interface Surroundings {
  /** Ids of footnotes that cite a source. */
  citedNotes: ReadonlySet<string>;
  /** Whether the paragraph before or after the list or table cites one. */
  isCitedAround: boolean;
}

function claimsOf(parent: Parents, around: Surroundings): Claim[] {
  const blocks = parent.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return blocks.flatMap((child, index): Claim[] => {
    if (isComponent(child)) {
      return child.name === 'Fact' ? [] : claimsOf(child as unknown as Parents, { ...around, isCitedAround: false });
    }
    if (child.type !== 'element' || /^h[1-6]$/.test(child.tagName)) return [];
    switch (child.tagName) {
      case 'p':
        return [claimOf(child, cites(child, around.citedNotes) || around.isCitedAround)];
      case 'ul':
      case 'ol':
      case 'table':
      case 'thead':
      case 'tbody': {
        const neighbours = [blocks[index - 1], blocks[index + 1]];
        const isCitedAround =
          around.isCitedAround || neighbours.some((block) => isParagraph(block) && cites(block, around.citedNotes));
        return claimsOf(child, { ...around, isCitedAround });
      }
      case 'tr':
        return claimsOf(child, { ...around, isCitedAround: around.isCitedAround || cites(child, around.citedNotes) });
      case 'li': {
        // Its own words, and then the lists and paragraphs in it.
        const own = { ...child, children: child.children.filter((part) => !isBlock(part)) };
        const inner = { ...child, children: child.children.filter(isBlock) };
        return [claimOf(own, cites(own, around.citedNotes) || around.isCitedAround), ...claimsOf(inner, around)];
      }
      case 'td':
      case 'th':
        return [claimOf(child, around.isCitedAround)];
      default:
        return claimsOf(child, { ...around, isCitedAround: false });
    }
  });
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'blockquote']);

function isBlock(node: Node): boolean {
  return node.type === 'mdxJsxFlowElement' || (node.type === 'element' && BLOCKS.has((node as Element).tagName));
}

function isParagraph(node: Node | undefined): node is Element {
  return node?.type === 'element' && (node as Element).tagName === 'p';
}

function isComponent(node: Node): node is Node & Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Whether a source is cited in this node, by itself or in a footnote. */
function cites(node: Node, citedNotes: ReadonlySet<string>): boolean {
  if (isComponent(node)) {
    if (node.name === 'Source') return true;
  } else if (node.type === 'element') {
    const { properties } = node as Element;
    if ('dataFootnoteRef' in properties) return citedNotes.has(String(properties.href).slice(1));
  }
  return 'children' in node && (node as Parents).children.some((child) => cites(child, citedNotes));
}

function citedFootnotes(root: Root): Set<string> {
  const notes = root.children.flatMap((child) =>
    child.type === 'element' && 'dataFootnotes' in child.properties
      ? child.children.flatMap((list) => (list.type === 'element' ? list.children : []))
      : [],
  );
  return new Set(
    notes.flatMap((note) =>
      note.type === 'element' && note.tagName === 'li' && cites(note, new Set()) ? [String(note.properties.id)] : [],
    ),
  );
}

interface Piece {
  /** Offset in the claim's text. */
  from: number;
  value: string;
  start: Position;
}

function claimOf(block: Element, isCited: boolean): Claim {
  const pieces: Piece[] = [];
  let text = '';
  const visit = (node: Node, near: Position): void => {
    const start = node.position?.start ?? near;
    if (node.type === 'text') {
      const { value } = node as Node & { value: string };
      pieces.push({ from: text.length, value, start: { line: start.line, column: start.column } });
      text += value;
    } else if (node.type === 'element' && 'dataFootnoteRef' in (node as Element).properties) {
      // The number of a footnote is none of the text’s.
      text += ' ';
    } else if ('children' in node) for (const child of (node as Parents).children) visit(child, start);
  };
  visit(block, { line: 1, column: 1 });
  return { text, isCited, positionAt: (index) => positionIn(pieces, index) };
}

function positionIn(pieces: readonly Piece[], index: number): Position {
  const piece = pieces.findLast(({ from }) => from <= index) ?? pieces[0];
  if (!piece) return { line: 1, column: 1 };
  const before = piece.value.slice(0, index - piece.from).split('\n');
  const last = before.at(-1) ?? '';
  // Lines of a paragraph after its first start where its first text does.
  return before.length === 1
    ? { line: piece.start.line, column: piece.start.column + last.length }
    : { line: piece.start.line + before.length - 1, column: (pieces[0]?.start.column ?? 1) + last.length };
}

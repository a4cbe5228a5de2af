import type { Fault, Position } from '../model/problem.ts';
import { findHiddenCharacter } from '../model/text.ts';
import { EXPRESSION, IMPORT } from './compile-mdx.ts';
import { isElement, type MdxNode, type MdxRoot, textOf } from './mdx-tree.ts';

export interface PostCheck {
  /** Paragraphs parted by an empty line. */
  text: string;
  faults: { position: Position; fault: Fault }[];
}

/**
 * The plain text of a post. Networks show no markup, so a post has paragraphs and line breaks only: a line break in the
 * file is a space, one after a backslash stays.
 */
export function checkPost(tree: MdxRoot): PostCheck {
  const faults: PostCheck['faults'] = [];
  const paragraphs: string[] = [];
  let near: Position = { line: 1, column: 1 };
  for (const node of tree.children) {
    near = node.position?.start.line ? { line: node.position.start.line, column: node.position.start.column } : near;
    if (isElement(node) && node.tagName === 'p') {
      paragraphs.push(paragraphText(node.children as MdxNode[], near, faults));
    } else if (node.type !== 'text' || textOf(node).trim() !== '') {
      faults.push({ position: near, fault: formatting(node) });
    }
  }
  return { text: paragraphs.join('\n\n'), faults };
}

function paragraphText(nodes: readonly MdxNode[], near: Position, faults: PostCheck['faults']): string {
  const words: string[] = [];
  for (const node of nodes) {
    const position = node.position?.start.line
      ? { line: node.position.start.line, column: node.position.start.column }
      : near;
    if (node.type === 'text') {
      const hidden = findHiddenCharacter(node.value);
      if (hidden) faults.push({ position, fault: hidden.fault });
      // After a break that stays, the compiler leaves the line's end itself in the text.
      const value = words.at(-1) === '\n' ? node.value.replace(/^[ \t]*\n[ \t]*/, '') : node.value;
      words.push(value.replace(/[ \t]*\n[ \t]*/g, ' '));
    } else if (isElement(node) && node.tagName === 'br') words.push('\n');
    else if (isElement(node) && isBareAddress(node)) words.push(textOf(node));
    else faults.push({ position, fault: formatting(node) });
  }
  return words.join('').replace(/\n /g, '\n').trim();
}

/** An address that the compiler made a link of, though it was written without any markup. */
function isBareAddress(node: MdxNode): boolean {
  return (
    isElement(node) &&
    node.tagName === 'a' &&
    node.properties.title === undefined &&
    /^(https?:\/\/|www\.|[^\s@]+@)\S+$/.test(textOf(node))
  );
}

function formatting(node: MdxNode): Fault {
  if (node.type === 'mdxjsEsm') return IMPORT;
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return EXPRESSION;
  const [what, hint] = description(node);
  return { ruleId: 'post/formatting', message: `Unexpected ${what} in a post: networks show plain text only`, hint };
}

function description(node: MdxNode): [string, string] {
  if (!isElement(node)) return ['component', 'write plain sentences; the card and the link are added by themselves'];
  switch (node.tagName) {
    case 'em':
    case 'strong':
    case 'del':
      return ['emphasis', `write \`${textOf(node)}\` without \`*\`, \`_\` or \`~\``];
    case 'a':
      return ['link', 'write the address itself, or `link: https://…` among the fields'];
    case 'img':
      return ['picture', 'remove it; the card is added by itself'];
    case 'ul':
    case 'ol':
      return ['list', 'write sentences, or lines that start with `•` and end with a backslash'];
    case 'code':
    case 'pre':
      return ['code', 'write plain sentences, with no more than three spaces before them'];
    case 'blockquote':
      return ['quote', 'put the words in quotation marks'];
    case 'hr':
      return ['line across', 'leave an empty line between paragraphs'];
    case 'table':
      return ['table', 'write sentences'];
    default:
      return [
        /^h[1-6]$/.test(node.tagName) ? 'heading' : 'formatting',
        'write plain sentences; a hashtag has no space after `#`',
      ];
  }
}

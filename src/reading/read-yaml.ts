import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { FieldPath } from '../model/draft.ts';
import type { Fault, Position, Problem } from '../model/problem.ts';
import { problemAt } from './file-problem.ts';

/** YAML from a file: from line `firstLine` of it, which is 1 for a whole file and 2 for frontmatter. */
export interface YamlSource {
  file: string;
  text: string;
  firstLine: number;
}

export interface YamlRead {
  /** Plain data, or `undefined` where the syntax is broken. */
  data: unknown;
  problems: Problem[];
}

interface Parsed {
  document: Document.Parsed;
  positionAt(offset: number): Position;
}

const TOO_DEEP: Fault = {
  ruleId: 'yaml/too-deep',
  message: 'Unexpected depth: values stand inside each other more often than anyone can read',
  hint: 'write the fields one below the other',
};

/** Reads YAML 1.2: dates and times stay the text that was written. Every mistake of syntax is a Problem at its place. */
export function readYaml(source: YamlSource): YamlRead {
  const parsed = parse(source);
  if (!parsed)
    return { data: undefined, problems: [problemAt(source.file, { line: source.firstLine, column: 1 }, TOO_DEEP)] };
  const { document, positionAt } = parsed;
  const faults = [...syntaxFaults(document, source.text), ...findMachinery(document, source.text)];
  const problems = faults.map(({ offset, fault }) => problemAt(source.file, positionAt(offset), fault));
  if (problems.length > 0) return { data: undefined, problems };
  return { data: document.toJS(), problems };
}

/**
 * Where a field's value or key stands. For a field that is not there, the key of its nearest parent; in the end the
 * start of the file. The YAML is parsed again: places are asked for only where something is wrong, and keeping every
 * document would cost more than it saves.
 */
export function locateInYaml(source: YamlSource, path: FieldPath, part: 'key' | 'value'): Position {
  const start = { line: 1, column: 1 };
  const parsed = parse(source);
  if (!parsed) return start;
  const { document, positionAt } = parsed;
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    const found = childOf(node, step);
    if (!found) break;
    const value = found.value && !isEmpty(found.value) ? startOf(found.value) : undefined;
    offset = isLast && part === 'value' ? (value ?? startOf(found.key)) : (startOf(found.key) ?? value);
    node = found.value;
  }
  return offset === undefined ? start : positionAt(offset);
}

function parse({ text, firstLine }: YamlSource): Parsed | undefined {
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: counter,
      version: '1.2',
      schema: 'core',
      merge: false,
      prettyErrors: false,
      keepSourceTokens: false,
      // 'silent' would let a second document pass unsaid.
      logLevel: 'error',
    });
    const positionAt = (offset: number): Position => {
      const { line, col } = counter.linePos(Math.min(offset, text.length));
      return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
    };
    return { document, positionAt };
  } catch (error) {
    // The parser descends by recursion.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What breaks the syntax: what comes first, for what follows follows from it; and every field written twice. */
function syntaxFaults(document: Document.Parsed, text: string): { offset: number; fault: Fault }[] {
  const errors = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const doubled = errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return [...doubled, ...(first ? [first] : [])].map((error) => ({
    offset: unclosedAt(document, error) ?? error.pos[0],
    fault: describeYamlError(error, text),
  }));
}

const UNCLOSED = /closing|must be sufficiently indented and end with/;

/** Where the quote or bracket opens whose end was looked for in vain. */
function unclosedAt(document: Document.Parsed, { message, pos }: YAMLError): number | undefined {
  if (!UNCLOSED.test(message)) return undefined;
  let opening: number | undefined;
  visit(document, {
    Node(_key, node) {
      const isOpen = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow === true;
      const start = startOf(node);
      if (isOpen && start !== undefined && start < pos[0]) opening = Math.max(opening ?? 0, start);
    },
  });
  return opening;
}

/** Anchors, aliases and tags: machinery that an editor does not need and that can make a small file enormous. */
function findMachinery(document: Document.Parsed, text: string): { offset: number; fault: Fault }[] {
  if (!/[&*!]/.test(text)) return [];
  const found: { offset: number; fault: Fault }[] = [];
  visit(document, {
    Node(_key, node) {
      const offset = startOf(node) ?? 0;
      if (isAlias(node))
        found.push({
          offset,
          fault: machinery(
            '`*`',
            'a reference to another value',
            'write the value itself; text that starts with `*` stands in quotes',
          ),
        });
      else if (node.anchor)
        found.push({
          offset: lastBefore(text, `&${node.anchor}`, offset),
          fault: machinery(
            `\`&${node.anchor}\``,
            'a name for a value',
            'leave it out; text that starts with `&` stands in quotes',
          ),
        });
      else if (node.tag?.startsWith('!') || (node.tag && text.slice(Math.max(0, offset - 40), offset).includes('!'))) {
        found.push({
          offset: lastBefore(text, '!', offset),
          fault: machinery('`!`', 'a type for a value', 'leave it out; text that starts with `!` stands in quotes'),
        });
      }
    },
  });
  return found;
}

/** Where a node's own mark stands, which its range leaves out. */
function lastBefore(text: string, mark: string, offset: number): number {
  let at = text.lastIndexOf(mark, offset);
  while (at > 0 && text[at - 1] === mark) at -= 1;
  return at < 0 ? offset : at;
}

function machinery(sign: string, meaning: string, hint: string): Fault {
  return { ruleId: 'yaml/machinery', message: `Unexpected ${sign}: in YAML it marks ${meaning}`, hint };
}

function childOf(node: unknown, step: string | number): { key?: Node; value?: Node } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    );
    return pair
      ? { ...(isNode(pair.key) && { key: pair.key }), ...(isNode(pair.value) && { value: pair.value }) }
      : undefined;
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { value: item } : undefined;
  }
  return undefined;
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && !node.source;
}

function startOf(node: Node | undefined): number | undefined {
  return node?.range?.[0];
}

function describeYamlError(error: YAMLError, text: string): Fault {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        ruleId: 'yaml/duplicate-key',
        message: `Unexpected second field \`${/^[\w-]+/.exec(text.slice(error.pos[0]))?.[0] ?? '…'}\``,
        hint: 'keep one of the two',
      };
    case 'TAB_AS_INDENT':
      return {
        ruleId: 'yaml/tab',
        message: 'Unexpected tab at the start of a line',
        hint: 'indent with spaces, two for each step',
      };
    case 'BAD_INDENT':
      if (UNCLOSED.test(error.message)) return unclosedBracket(error.message);
      return {
        ruleId: 'yaml/indent',
        message: 'Unexpected indent',
        hint: 'start fields that belong together in the same column; text that goes on over several lines stands in quotes or after `>-`',
      };
    case 'MULTIPLE_DOCS':
      return {
        ruleId: 'yaml/several-documents',
        message: 'Unexpected second `---`: one file holds one set of fields',
        hint: 'keep one set of fields',
      };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        ruleId: 'yaml/colon',
        message: 'Unexpected `:` or line without `field:`',
        hint: 'put text that holds a colon and a space in quotes, and write every field as `field: value`',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        ruleId: 'yaml/escape',
        message: 'Unexpected `\\` in a text in double quotes',
        hint: 'write `\\\\`, or use single quotes',
      };
    case 'MISSING_CHAR':
      return {
        ruleId: 'yaml/unclosed',
        message: /quote/i.test(error.message)
          ? 'Unexpected text in quotes: its closing quote is missing'
          : 'Unexpected place: a sign is missing before it',
        hint: 'close every `"`, `\'`, `[` and `{`, and put a space after each colon and dash',
      };
    case 'BAD_ALIAS':
      return machinery(
        '`*`',
        'a reference to another value',
        'write the value itself; text that starts with `*` stands in quotes',
      );
    default:
      return {
        ruleId: 'yaml/syntax',
        message: 'Unexpected sign: from here on this cannot be read as fields',
        hint: 'write every field as `field: value`, and put text with signs such as `: # [ ] { } " @ %` in quotes',
      };
  }
}

function unclosedBracket(message: string): Fault {
  const [what, sign] = message.includes('sequence') ? ['list', ']'] : ['group of fields', '}'];
  return {
    ruleId: 'yaml/unclosed',
    message: `Unexpected ${what}: its closing \`${sign}\` is missing`,
    hint: `write \`${sign}\` after the last of them`,
  };
}

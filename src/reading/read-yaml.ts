import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { FieldPath } from '../model/draft.ts';
import type { Fault, Position, Problem } from '../model/problem.ts';
import { positionsIn } from './decode-text.ts';
import { ALIAS, anchor, describeYamlError, doubledField, isUnclosed, NAMELESS_FIELD, TAG } from './describe-yaml.ts';
import { FILE_START, problemAt } from './file-problem.ts';

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
  places: YamlPlaces;
}

/**
 * Where fields stand, and how. The YAML is parsed again when the first of them is asked for: that happens only where
 * something is wrong, and keeping every document would cost more than it saves.
 */
export interface YamlPlaces {
  /** For a field that is not there, the key of its nearest parent; in the end the start of the file. */
  locate(path: FieldPath, part?: 'key' | 'value'): Position;
  /** A value without quotes as it was written: `080` for the number 80. */
  writtenAt(path: FieldPath): string | undefined;
}

interface Parsed {
  document: Document.Parsed;
  positionAt(offset: number): Position;
}

interface Placed {
  offset: number;
  fault: Fault;
}

/** How deep values may stand inside each other. The deepest of any schema is 5. */
const DEPTH_LIMIT = 50;
const TOO_DEEP: Fault = {
  ruleId: 'yaml/too-deep',
  message: 'Unexpected depth: values stand inside each other more often than anyone can read',
  hint: 'write the fields one below the other',
};

/** Reads YAML 1.2: dates and times stay the text that was written. Every mistake of syntax is a Problem at its place. */
export function readYaml(source: YamlSource): YamlRead {
  const places = placesIn(source);
  const parsed = parse(source);
  if (!parsed) {
    const position = { line: source.firstLine, column: 1 };
    return { data: undefined, problems: [problemAt(source.file, position, TOO_DEEP)], places };
  }
  const { document, positionAt } = parsed;
  const problems = faultsOf(document, source.text).map(({ offset, fault }) =>
    problemAt(source.file, positionAt(offset), fault),
  );
  return { data: problems.length > 0 ? undefined : document.toJS(), problems, places };
}

function placesIn(source: YamlSource): YamlPlaces {
  let parsed: Parsed | undefined;
  const parsedOnce = () => {
    parsed ??= parse(source);
    return parsed;
  };
  return {
    locate(path, part = 'value') {
      const { document, positionAt } = parsedOnce() ?? {};
      const offset = document && offsetOf(document.contents, path, part);
      return offset === undefined || !positionAt ? FILE_START : positionAt(offset);
    },
    writtenAt(path) {
      let node: unknown = parsedOnce()?.document.contents;
      for (const step of path) node = childOf(node, step)?.value;
      return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
    },
  };
}

function offsetOf(contents: unknown, path: FieldPath, part: 'key' | 'value'): number | undefined {
  let node = contents;
  let offset: number | undefined;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    const found = childOf(node, step);
    if (!found) break;
    const isWritten = found.value && (!found.key || !isEmpty(found.value));
    const value = isWritten ? startOf(found.value) : undefined;
    offset = (isLast && part === 'value' ? (value ?? startOf(found.key)) : (startOf(found.key) ?? value)) ?? offset;
    node = found.value;
  }
  return offset;
}

function parse({ text, firstLine }: YamlSource): Parsed | undefined {
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      prettyErrors: false,
      keepSourceTokens: false,
      // The parser's own search takes the square of their number.
      uniqueKeys: false,
      // 'silent' would let a second document pass unsaid.
      logLevel: 'error',
    });
    // The parser's own count of lines goes wrong in some broken files.
    const positionOf = positionsIn(text);
    const positionAt = (offset: number): Position => {
      const { line, column } = positionOf(Math.min(offset, text.length));
      return { line: line + firstLine - 1, column };
    };
    return { document, positionAt };
  } catch (error) {
    // The parser descends by recursion.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What breaks the syntax, and what of it no editor needs. Of what is broken the first only: the rest follows from it. */
function faultsOf(document: Document.Parsed, text: string): Placed[] {
  const [first] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const deep = tooDeepAt(document.contents);
  if (deep !== undefined) return [{ offset: deep, fault: TOO_DEEP }];
  const broken = first
    ? [{ offset: unclosedAt(document, first) ?? first.pos[0], fault: describeYamlError(first, text) }]
    : [];
  return [...broken, ...faultyNames(document.contents, text), ...machineryIn(document, text)];
}

function tooDeepAt(contents: unknown): number | undefined {
  const waiting: [node: unknown, depth: number][] = [[contents, 1]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (!isCollection(node)) continue;
    if (depth > DEPTH_LIMIT) return startOf(node as Node) ?? 0;
    for (const item of node.items) {
      if (isPair(item)) waiting.push([item.key, depth + 1], [item.value, depth + 1]);
      else waiting.push([item, depth + 1]);
    }
  }
  return undefined;
}

/** Where the quote or bracket opens whose end was looked for in vain. */
function unclosedAt(document: Document.Parsed, error: YAMLError): number | undefined {
  if (!isUnclosed(error)) return undefined;
  let opening: number | undefined;
  visit(document, {
    Node(_key, node) {
      const isOpen = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow === true;
      const start = startOf(node);
      if (isOpen && start !== undefined && start < error.pos[0]) opening = Math.max(opening ?? 0, start);
    },
  });
  return opening;
}

/** Fields written twice, and fields whose name is no text. */
function faultyNames(contents: unknown, text: string): Placed[] {
  const found: Placed[] = [];
  const check = (map: YAMLMap) => {
    const seen = new Set<string>();
    for (const { key, value } of map.items) {
      const offset = startOf(isNode(key) ? key : undefined) ?? startOf(isNode(value) ? value : undefined) ?? 0;
      if (!isScalar(key) || key.value === null) {
        if (!isAlias(key)) found.push({ offset, fault: NAMELESS_FIELD });
        continue;
      }
      const name = String(key.value);
      if (seen.has(name)) found.push({ offset, fault: doubledField(text.slice(offset, key.range?.[1] ?? offset)) });
      seen.add(name);
    }
  };
  const waiting: unknown[] = [contents];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isMap(next)) {
      check(next);
      for (const { value } of next.items) if (isCollection(value)) waiting.push(value);
    } else if (isSeq(next)) for (const item of next.items) if (isCollection(item)) waiting.push(item);
  }
  return found;
}

/** Anchors, aliases and tags: machinery that an editor does not need and that can make a small file enormous. */
function machineryIn(document: Document.Parsed, text: string): Placed[] {
  if (!/[&*!]/.test(text)) return [];
  const found: Placed[] = [];
  visit(document, {
    Node(_key, node) {
      const offset = startOf(node) ?? 0;
      if (isAlias(node)) found.push({ offset, fault: ALIAS });
      else if (node.anchor)
        found.push({ offset: lastBefore(text, `&${node.anchor}`, offset), fault: anchor(node.anchor) });
      else if (node.tag?.startsWith('!') || (node.tag && text.slice(Math.max(0, offset - 40), offset).includes('!'))) {
        found.push({ offset: lastBefore(text, '!', offset), fault: TAG });
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

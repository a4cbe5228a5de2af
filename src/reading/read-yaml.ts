import { type Document, isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { FieldPath } from '../model/draft.ts';
import type { Position, Problem } from '../model/problem.ts';
import { positionsIn } from './decode-text.ts';
import { FILE_START, problemAt } from './file-problem.ts';
import { startOf, TOO_DEEP, yamlFaults } from './yaml-faults.ts';

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
 * Where fields stand, and how. The YAML is parsed again when it is asked: that happens only where something is wrong, and
 * keeping every document would cost more than it saves. What was found is kept.
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

/** Reads YAML 1.2: dates and times stay the text that was written. Every mistake of syntax is a Problem at its place. */
export function readYaml(source: YamlSource): YamlRead {
  const places = yamlPlaces(source);
  const parsed = parse(source);
  if (!parsed) {
    const position = { line: source.firstLine, column: 1 };
    return { data: undefined, problems: [problemAt(source.file, position, TOO_DEEP)], places };
  }
  const { document, positionAt } = parsed;
  const problems = yamlFaults(document, source.text).map(({ offset, fault }) =>
    problemAt(source.file, positionAt(offset), fault),
  );
  return { data: problems.length > 0 ? undefined : document.toJS(), problems, places };
}

/** The places of YAML that is known to be read without a fault. Nothing is parsed before somebody asks. */
export function yamlPlaces(source: YamlSource): YamlPlaces {
  const found = new Map<string, Position>();
  return {
    locate(path, part = 'value') {
      const key = JSON.stringify([path, part]);
      const known = found.get(key);
      if (known) return known;
      const { document, positionAt } = parsedLast(source) ?? {};
      const offset = document && offsetOf(document.contents, path, part);
      const position = offset === undefined || !positionAt ? FILE_START : positionAt(offset);
      found.set(key, position);
      return position;
    },
    writtenAt(path) {
      let node: unknown = parsedLast(source)?.document.contents;
      for (const step of path) node = childOf(node, step)?.value;
      return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
    },
  };
}

/** Questions about one file follow each other, so that one document is kept for all files together. */
let last: { source: YamlSource; parsed: Parsed | undefined } | undefined;

function parsedLast(source: YamlSource): Parsed | undefined {
  if (last?.source !== source) last = { source, parsed: parse(source) };
  return last.parsed;
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

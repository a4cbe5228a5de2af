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
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Fault } from '../model/problem.ts';
import { ALIAS, anchor, describeYamlError, doubledField, isUnclosed, NAMELESS_FIELD, TAG } from './describe-yaml.ts';

interface Placed {
  offset: number;
  fault: Fault;
}

/** How deep values may stand inside each other. The deepest of any schema is 5. */
const DEPTH_LIMIT = 50;
export const TOO_DEEP: Fault = {
  ruleId: 'yaml/too-deep',
  message: 'Unexpected depth: values stand inside each other more often than anyone can read',
  hint: 'write the fields one below the other',
};

/** What breaks the syntax, and what of it no editor needs. Of what is broken the first only: the rest follows from it. */
export function yamlFaults(document: Document.Parsed, text: string): Placed[] {
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

/** Where a node starts; its own anchor or tag is left out. */
export function startOf(node: Node | undefined): number | undefined {
  return node?.range?.[0];
}

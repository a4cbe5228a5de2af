import type { Block, Fingerprints, TranslationOf } from './translation.ts';

/** What of an original is another than when a translation was made from it. */
export interface Moved {
  /** Fields of words, in the order of the original. */
  fields: string[];
  /** In the order of the original as it is now. */
  blocks: BlockMove[];
}

/**
 * `changed`: other words stand in its place. `relocated`: the same words stand elsewhere. Of a block that was removed only
 * the line is known after which it stood, as the original is now; `undefined` where it was the first.
 */
export type BlockMove =
  | { kind: 'changed' | 'added' | 'relocated'; block: Block }
  | { kind: 'removed'; after: Block | undefined };

/** What moved in an original since a translation of it noted its fingerprints. */
export function movedSince(made: Pick<TranslationOf, 'fields' | 'blocks'>, original: Fingerprints): Moved {
  const names = new Set([...Object.keys(original.fields), ...Object.keys(made.fields)]);
  const fields = [...names].filter((name) => hashAt(made.fields, name) !== hashAt(original.fields, name));
  return { fields, blocks: movedBlocks(made.blocks, original.blocks) };
}

export function hasMoved({ fields, blocks }: Moved): boolean {
  return fields.length > 0 || blocks.length > 0;
}

/** Fingerprints of `[]` and of `{}`: what is empty says nothing, as what is not there. */
export const EMPTY_HASHES: ReadonlySet<string> = new Set(['4f53cda18c2b', '44136fa355b3']);

function hashAt(hashes: Readonly<Record<string, string>>, name: string): string | undefined {
  const hash = Object.hasOwn(hashes, name) ? hashes[name] : undefined;
  return hash === undefined || EMPTY_HASHES.has(hash) ? undefined : hash;
}

function movedBlocks(before: readonly string[], now: readonly Block[]): BlockMove[] {
  const hashes = now.map(({ hash }) => hash);
  const kept = longestCommon(before, hashes);
  const { gone, relocated } = findRelocated(before, hashes, kept);
  const moves: BlockMove[] = [];
  let [beforeAt, nowAt] = [0, 0];
  for (const [keptBefore, keptNow] of [...kept, [before.length, now.length] as const]) {
    let missing = gone.filter((index) => index >= beforeAt && index < keptBefore).length;
    for (; nowAt < keptNow; nowAt += 1) {
      const block = now[nowAt] as Block;
      if (relocated.has(nowAt)) moves.push({ kind: 'relocated', block });
      else moves.push({ kind: missing > 0 ? 'changed' : 'added', block });
      if (!relocated.has(nowAt)) missing -= 1;
    }
    for (; missing > 0; missing -= 1) moves.push({ kind: 'removed', after: now[nowAt - 1] });
    [beforeAt, nowAt] = [keptBefore + 1, keptNow + 1];
  }
  return moves;
}

type Pair = readonly [before: number, now: number];

/** Blocks that stand in another order: words that are left out of `kept` on both sides. `gone` are then the others. */
function findRelocated(before: readonly string[], now: readonly string[], kept: readonly Pair[]) {
  const keptBefore = new Set(kept.map(([index]) => index));
  const keptNow = new Set(kept.map(([, index]) => index));
  const waiting = new Map<string, number[]>();
  for (const [index, hash] of before.entries()) {
    if (!keptBefore.has(index)) waiting.set(hash, [...(waiting.get(hash) ?? []), index]);
  }
  const relocated = new Set<number>();
  for (const [index, hash] of now.entries()) {
    if (!keptNow.has(index) && waiting.get(hash)?.shift() !== undefined) relocated.add(index);
  }
  return { gone: [...waiting.values()].flat(), relocated };
}

/** Beyond so many comparisons blocks are not aligned: a page of two thousand blocks that all moved is another page. */
const COMPARISON_LIMIT = 4_000_000;

/** The longest common subsequence: which of `before` stand in `now`, in the same order. */
function longestCommon(before: readonly string[], now: readonly string[]): Pair[] {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, now.length) - start;
  while (tail < most && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const rows = before.length - start - tail;
  const columns = now.length - start - tail;
  const between = rows * columns > COMPARISON_LIMIT ? [] : aligned(before, now, { start, rows, columns });
  return [
    ...Array.from({ length: start }, (_, index): Pair => [index, index]),
    ...between,
    ...Array.from({ length: tail }, (_, index): Pair => [start + rows + index, start + columns + index]),
  ];
}

interface Window {
  start: number;
  rows: number;
  columns: number;
}

/** The classic table: how long the longest common subsequence is from each pair on, then a walk along it. */
function aligned(before: readonly string[], now: readonly string[], { start, rows, columns }: Window): Pair[] {
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[start + row] === now[start + column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    if (before[start + row] === now[start + column]) {
      pairs.push([start + row, start + column]);
      [row, column] = [row + 1, column + 1];
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

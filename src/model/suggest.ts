import { closest, distance } from 'fastest-levenshtein';

/** The one of `known` that someone who wrote `written` most likely meant, or `undefined` where none is near. */
export function suggest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || written.length > 100) return undefined;
  const lower = written.toLowerCase();
  const same = known.find((name) => name.toLowerCase() === lower || isSwapOf(name.toLowerCase(), lower));
  if (same) return same;
  const near = closest(written, known);
  const allowed = Math.max(1, Math.floor(Math.max(written.length, near.length) / 3));
  return distance(lower, near.toLowerCase()) <= allowed ? near : undefined;
}

/** Whether the two differ in one pair of neighbours that changed places: the commonest slip, two steps to an edit distance. */
function isSwapOf(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && b === a.slice(0, at) + (a[at + 1] ?? '') + a[at] + a.slice(at + 2);
}

/** `a`, `b` and `c`, each as code. */
export function listed(names: readonly string[], joiner = 'or'): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${joiner} ${last}`;
}

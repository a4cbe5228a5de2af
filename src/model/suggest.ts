import { closest, distance } from 'fastest-levenshtein';

/** The one of `known` that someone who wrote `written` most likely meant, or `undefined` where none is near. */
export function suggest(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || written.length > 100) return undefined;
  const lower = written.toLowerCase();
  const near = known.find((name) => name.toLowerCase() === lower) ?? closest(written, known);
  const allowed = Math.max(1, Math.floor(Math.max(written.length, near.length) / 3));
  return distance(lower, near.toLowerCase()) <= allowed ? near : undefined;
}

/** `a`, `b` and `c`, each as code. */
export function listed(names: readonly string[], joiner = 'or'): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${joiner} ${last}`;
}

/** How far a piece of text is looked for where a file and what it means part ways: longer than any escape. */
const REACH = 48;

/**
 * Where each sign of `value` stands in `source`, in which it was written from `from` on: with escapes, entities, soft line
 * ends and the `>` of quotations. A sign that cannot be found stands where the one before it ends; nothing ever fails.
 */
export function alignText(source: string, from: number, value: string): Uint32Array {
  const offsets = new Uint32Array(value.length + 1);
  let at = from;
  for (let index = 0; index < value.length; index += 1) {
    const sign = value[index] ?? '';
    at = signStart(source, at, sign);
    offsets[index] = at;
    at += lengthWritten(source, at, sign);
    // What a line starts with in a quotation, a list or a block of YAML is no text.
    if (/\s/.test(sign)) at = afterSpace(source, at, value[index + 1]);
  }
  offsets[value.length] = at;
  return offsets;
}

function signStart(source: string, at: number, sign: string): number {
  if (source[at] === sign || isEntity(source, at)) return at;
  if (source[at] === '\\' && source[at + 1] === sign) return at;
  if (/\s/.test(sign) && /\s/.test(source[at] ?? '')) return at;
  const next = source.indexOf(sign, at);
  return next < 0 || next - at > REACH ? at : next;
}

/** Signs of the file that one sign of the text takes. */
function lengthWritten(source: string, at: number, sign: string): number {
  if (source[at] === sign) return 1;
  if (source[at] === '\\') return 2;
  const entity = entityAt(source, at);
  if (entity !== undefined) return entity.length;
  return /\s/.test(source[at] ?? '') ? 1 : 0;
}

function afterSpace(source: string, at: number, next: string | undefined): number {
  let after = at;
  while (after < source.length && /[\s>]/.test(source[after] ?? '') && source[after] !== next) after += 1;
  return after;
}

function isEntity(source: string, at: number): boolean {
  return entityAt(source, at) !== undefined;
}

function entityAt(source: string, at: number): string | undefined {
  if (source[at] !== '&') return undefined;
  return /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.exec(source.slice(at, at + REACH))?.[0];
}

/** An attribute in an opening tag, as it stands in the text. */
export interface AttributePlace {
  name: string;
  /** Offset of its name. */
  nameAt: number;
  /** Offset of the first sign inside the quotes; the name's where there are none. */
  valueAt: number;
}

/**
 * Where the attributes of the tag that starts at `offset` stand. The compiler gives the place of the whole element only.
 * It has accepted the tag before, so that quotes and braces are balanced.
 */
export function attributePlaces(text: string, offset: number): AttributePlace[] {
  const places: AttributePlace[] = [];
  const name = /[^\s=>/{}"']+/y;
  let at = offset + 1;
  name.lastIndex = at;
  at += name.exec(text)?.[0].length ?? 0;
  while (at < text.length && text[at] !== '>') {
    if (text[at] === '{') {
      places.push({ name: '{…}', nameAt: at, valueAt: at });
      at = afterBraces(text, at);
      continue;
    }
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) {
      at += 1;
      continue;
    }
    const value = /\s*=\s*/y;
    value.lastIndex = at + found[0].length;
    const equals = value.exec(text);
    const valueStart = equals ? value.lastIndex : at + found[0].length;
    const quoted = equals && /["']/.test(text[valueStart] ?? '');
    places.push({ name: found[0], nameAt: at, valueAt: quoted ? valueStart + 1 : at });
    at = equals ? afterValue(text, valueStart) : valueStart;
  }
  return places;
}

function afterValue(text: string, at: number): number {
  const sign = text[at];
  if (sign === '"' || sign === "'") {
    const end = text.indexOf(sign, at + 1);
    return end < 0 ? text.length : end + 1;
  }
  return sign === '{' ? afterBraces(text, at) : at + 1;
}

function afterBraces(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (/["'`]/.test(sign)) index = Math.max(index, text.indexOf(sign, index + 1));
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return text.length;
}

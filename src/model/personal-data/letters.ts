/** Whether a code unit of a normal text is a letter, of any script. Digits are Latin and marks are gone by then. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0x600) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (code < 0x700) return code >= 0x620 && code !== 0x6d4 && (code < 0x660 || code > 0x66d);
  return code < 0x2000 || (code >= 0x3040 && code < 0xfe00) || (code >= 0xfe70 && code < 0xff00);
}

/** Whether a text has letters of the Arabic script, in which Urdu is written. */
export function isInArabicScript(text: string): boolean {
  return /[\u0620-\u06d3]/.test(text);
}

/** Calls with the start and end of each word: letters that follow each other. */
export function forEachWord(text: string, from: number, to: number, use: (start: number, end: number) => void): void {
  let start = -1;
  for (let at = from; at < to; at += 1) {
    if (isLetter(text.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      use(start, at);
      start = -1;
    }
  }
  if (start >= 0) use(start, to);
}

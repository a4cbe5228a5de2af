import type { Fault, Position } from '../model/problem.ts';
import { findHiddenCharacter } from '../model/text.ts';

/**
 * Largest text file that is read, in bytes. A campaign of 700 words has about 6,000. The parsers' time grows with the
 * square of the length in input that is no text.
 */
export const TEXT_LIMIT_BYTES = 200_000;

const SAVE_AGAIN = 'save the file again with the encoding UTF-8 (in most editors: “Save with encoding”)';

export type Decoded = { text: string; fault?: never } | { text?: never; fault: Fault; position: Position };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a file: UTF-8, without byte-order mark, line ends as `\n`. Lines and columns stay those of the file.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.byteLength > TEXT_LIMIT_BYTES) {
    return faultAt({ line: 1, column: 1 }, tooLarge(bytes.byteLength));
  }
  if (isUtf16(bytes)) {
    return faultAt(
      { line: 1, column: 1 },
      { ruleId: 'file/not-utf8', message: 'Unexpected text in UTF-16, which is not UTF-8', hint: SAVE_AGAIN },
    );
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    return faultAt(positionAfter(bytes, zero), {
      ruleId: 'file/binary',
      message: 'Unexpected binary data where text should be',
      hint: 'save the file as plain text in UTF-8; a picture belongs beside the text, under its own name',
    });
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return faultAt(positionAfter(bytes, validLength(bytes)), {
      ruleId: 'file/not-utf8',
      message: 'Unexpected byte that is not UTF-8',
      hint: SAVE_AGAIN,
    });
  }
  text = text.replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    return faultAt(
      { line: 1, column: 1 },
      { ruleId: 'file/empty', message: 'Unexpected empty file', hint: 'write its content, or delete the file' },
    );
  }
  const hidden = findHiddenCharacter(text);
  if (hidden) return faultAt(positionIn(text, hidden.offset), hidden.fault);
  return { text };
}

/** What is said of a file too large to be text someone wrote. */
export function tooLarge(bytes: number): Fault {
  return {
    ruleId: 'file/too-large',
    message: `Unexpected file of ${Math.ceil(bytes / 1000).toLocaleString('en')} kB: a text has at most ${TEXT_LIMIT_BYTES / 1000} kB`,
    hint: 'split the text, or move what is not text into a file of its own',
  };
}

/** Line and column of an offset (in UTF-16 code units) in a text with `\n` line ends. */
export function positionIn(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

/** The same for many offsets of one text: its lines are counted once. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function faultAt(position: Position, fault: Fault): Decoded {
  return { fault, position };
}

function positionAfter(bytes: Uint8Array, length: number): Position {
  // In a stream an unfinished character at the end is left out: it is where the mistake stands.
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, length), { stream: true }).replace(/\r\n?/g, '\n');
  return positionIn(before, before.length);
}

/** Whether the text starts with the byte-order mark of UTF-16, in either order. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Bytes before the first that is not UTF-8. */
function validLength(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.byteLength;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function decodes(bytes: Uint8Array): boolean {
  // In a stream an unfinished character at the end is not yet a mistake.
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

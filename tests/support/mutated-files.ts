import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

interface SampleFile {
  /** Path below the content folder. */
  parts: string[];
  bytes: Uint8Array;
}

const CONTENT = path.resolve(import.meta.dirname, '../fixtures/desk');

/** What breaks readers: the ends and beginnings of YAML, Markdown and MDX, and characters that are not what they seem. */
export const NASTY = [
  '---',
  '\n---\n',
  '...',
  ': ',
  ':\n',
  '- ',
  '  ',
  '\t',
  '? ',
  '| ',
  '|-\n',
  '>+\n',
  '&a ',
  '*a ',
  '!!js ',
  '!<x> ',
  '%YAML 1.2\n',
  '#',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '@',
  '`',
  '```\n',
  '~~~',
  '***',
  '_',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '<>',
  '</>',
  '<a.b:c ',
  '{/*',
  '*/}',
  '{...',
  '${',
  '\\',
  '<Callout kind="info">',
  '</Callout>',
  '<Fact source="who-water">',
  '<Source id="who-water" />',
  '<Figure ',
  'src="./tap.png"',
  'alt="',
  'import x from "y"\n',
  'export const a = 1\n',
  '[^1]',
  '[^1]: ',
  '![',
  '](',
  '](./tap.png)',
  '](javascript:',
  '[a]: <',
  '&#x0;',
  '&#115;',
  '&nbsp;',
  '| a |\n| - |\n',
  '\n\n',
  '\r\n',
  '\u0000',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u200d',
  '👩‍👩‍👧',
  'اردو',
  '۱۲۳',
  '\ud800',
  'constructor',
  '__proto__',
  '<<: ',
  'null',
  'NaN',
  '1e400',
  '0x1F',
  '2026-02-30',
];

export function sampleFiles(): SampleFile[] {
  return readdirSync(CONTENT, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yml|mdx)$/.test(name))
    .map((name) => ({ parts: name.split(path.sep), bytes: readFileSync(path.join(CONTENT, name)) }));
}

/** A good file with a few things gone wrong: bytes changed, pieces lost, doubled or moved, nasty ones put in. */
export function mutatedFiles(): fc.Arbitrary<SampleFile> {
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const change = fc.oneof(
    fc.record({ kind: fc.constant('put' as const), at: place, what: fc.constantFrom(...NASTY) }),
    fc.record({ kind: fc.constant('byte' as const), at: place, what: fc.nat(255) }),
    fc.record({ kind: fc.constant('cut' as const), at: place, length: fc.nat(200) }),
    fc.record({ kind: fc.constant('copy' as const), at: place, length: fc.nat(200), to: place }),
  );
  return fc
    .record({ file: fc.constantFrom(...sampleFiles()), changes: fc.array(change, { minLength: 1, maxLength: 4 }) })
    .map(({ file, changes }) => ({
      parts: file.parts,
      bytes: changes.reduce<Buffer>(applyChange, Buffer.from(file.bytes)),
    }));
}

type Change =
  | { kind: 'put'; at: number; what: string }
  | { kind: 'byte'; at: number; what: number }
  | { kind: 'cut'; at: number; length: number }
  | { kind: 'copy'; at: number; length: number; to: number };

/** Places are shares of the file's length. */
function applyChange(bytes: Buffer, change: Change): Buffer {
  const at = Math.floor(change.at * bytes.length);
  switch (change.kind) {
    case 'put':
      return splice(bytes, at, at, Buffer.from(change.what));
    case 'byte':
      return splice(bytes, at, at + 1, Buffer.from([change.what]));
    case 'cut':
      return splice(bytes, at, at + change.length, Buffer.alloc(0));
    case 'copy': {
      const to = Math.floor(change.to * bytes.length);
      return splice(bytes, to, to, bytes.subarray(at, at + change.length));
    }
  }
}

function splice(bytes: Buffer, from: number, to: number, added: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), added, bytes.subarray(to)]);
}

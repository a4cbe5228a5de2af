import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedContent } from '../../scripts/checked-content.ts';
import type { Position, Problem } from '../../src/model/problem.ts';
import { decodeText } from '../../src/reading/decode-text.ts';
import { placeOf } from '../../src/reading/places.ts';
import { readItem } from '../../src/reading/read-item.ts';
import { readRecord } from '../../src/reading/read-record.ts';
import { validateContent } from '../../src/validation/validate-content.ts';
import { mutatedFiles, NASTY, sampleFiles } from '../support/mutated-files.ts';

const NOW = Date.parse('2026-11-23T12:00:00+05:00');
/** `FUZZ=100 npm test -- never-throws` tries so many times as much, each time something else. */
const TIMES = Number(process.env.FUZZ ?? 1);
const run = (numRuns: number) => ({
  numRuns: numRuns * TIMES,
  interruptAfterTimeLimit: 45_000 * TIMES,
  ...(process.env.FUZZ === undefined && { seed: 1948 }),
});
const MINUTES = 60_000;

describe('the checker', () => {
  it(
    'reads any bytes, or says what is wrong with them',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...sampleFiles()), fc.uint8Array({ maxLength: 400 }), ({ parts }, bytes) => {
          checkFile(parts, bytes);
        }),
        run(1500),
      );
    },
    MINUTES * (1 + TIMES),
  );

  it(
    'reads any text between and after the lines of the fields',
    () => {
      const text = fc.array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 20 })), {
        maxLength: 12,
      });
      fc.assert(
        fc.property(fc.constantFrom(...sampleFiles()), text, text, ({ parts }, fields, body) => {
          checkFile(parts, Buffer.from(`---\n${fields.join('')}\n---\n\n${body.join('')}`));
          checkFile(parts, Buffer.from(fields.join('\n')));
        }),
        run(1500),
      );
    },
    MINUTES * (1 + TIMES),
  );

  it(
    'reads good files that something went wrong with',
    () => {
      fc.assert(
        fc.property(mutatedFiles(), ({ parts, bytes }) => checkFile(parts, bytes)),
        run(3000),
      );
    },
    MINUTES * (1 + TIMES),
  );

  it(
    'reads any fields of any kind',
    () => {
      const value = fc.letrec((tie) => ({
        any: fc.oneof(
          { depthSize: 'small' },
          fc.constantFrom(
            'amina',
            'outbox',
            '2026-02-30',
            '12-01',
            '09:00',
            'https://who.int/',
            'constructor',
            '__proto__',
            'toString',
          ),
          fc.string({ maxLength: 8 }),
          fc.double(),
          fc.boolean(),
          fc.constant(null),
          fc.array(tie('any'), { maxLength: 4 }),
          fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), fc.string({ maxLength: 6 })), tie('any'), { maxKeys: 5 }),
        ),
      })).any;
      fc.assert(
        fc.property(
          fc.constantFrom(...sampleFiles()),
          fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 12 }),
          ({ parts }, fields) => {
            const yaml = Object.entries(fields)
              .map(([name, content]) => `${name}: ${JSON.stringify(content)}`)
              .join('\n');
            checkFile(parts, Buffer.from(parts.at(-1)?.endsWith('.mdx') ? `---\n${yaml}\n---\n\nText.\n` : yaml));
          },
        ),
        run(2000),
      );
    },
    MINUTES * (1 + TIMES),
  );

  it(
    'checks any tree of files, in which anything may be missing, moved or broken',
    async () => {
      const names = sampleFiles().map(({ parts }) => parts.join('/'));
      const change = fc.oneof(
        fc.record({ kind: fc.constant('lose' as const), file: fc.constantFrom(...names) }),
        fc.record({
          kind: fc.constant('move' as const),
          file: fc.constantFrom(...names),
          to: fc.array(fc.constantFrom(...PATH_PARTS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/')),
        }),
        fc.record({ kind: fc.constant('break' as const), with: mutatedFiles() }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
          const root = mkdtempSync(path.join(tmpdir(), 'aagahi-tree-'));
          try {
            const content = path.join(root, 'content');
            cpSync(DESK, content, { recursive: true });
            for (const one of changes) applyToTree(content, one);
            const { problems } = await checkedContent({ root, contentDir: 'content', now: NOW });
            for (const problem of problems) expectInFile(root, problem);
          } finally {
            rmSync(root, { recursive: true, force: true });
          }
        }),
        run(60),
      );
    },
    MINUTES * (1 + TIMES),
  );

  it(
    'says of any path what it is',
    () => {
      const name = fc.oneof(
        fc.constantFrom(
          'campaigns',
          'posts',
          'en.mdx',
          'organisation.yml',
          'constructor',
          '__proto__',
          'sources',
          'x.png',
        ),
        fc.string(),
      );
      fc.assert(
        fc.property(fc.array(name, { minLength: 1, maxLength: 7 }), (parts) => {
          expect(['record', 'item', 'image', 'misplaced']).toContain(placeOf(parts).kind);
        }),
        run(1000),
      );
    },
    MINUTES * (1 + TIMES),
  );
});

const DESK = path.resolve(import.meta.dirname, '../fixtures/desk');

const PATH_PARTS = [
  'campaigns',
  'clean-water',
  'posts',
  'boil-water',
  'incidents',
  'updates',
  'sources',
  'people',
  'channels',
  'constructor',
  '__proto__',
  'en.mdx',
  'ur.mdx',
  'EN.MDX',
  'fr.mdx',
  'who-water.yml',
  'constructor.yml',
  'organisation.yml',
  'tap.png',
  'a b',
];

const FIELDS = [
  'id',
  'risk',
  'schedule',
  'kind',
  'startsOn',
  'endsOn',
  'occurrences',
  'sources',
  'helplines',
  'author',
  'title',
  'summary',
  'callToAction',
  'text',
  'url',
  'audience',
  'hashtags',
  'translationOf',
  'language',
  'fields',
  'blocks',
  'translator',
  'channels',
  'publishAt',
  'expiresAt',
  'daysFromStart',
  'time',
  'attach',
  'link',
  'headline',
  'variants',
  'network',
  'languages',
  'name',
  'roles',
  'role',
  'brand',
  'contact',
  'timeZone',
  'lastReviewedOn',
  'nextReviewDueOn',
  'constructor',
  '__proto__',
  'toString',
];

/** One file on its way through reader and rules. Throws what they throw, or where a place lies outside the file. */
function checkFile(parts: readonly string[], bytes: Uint8Array): void {
  const file = ['content', ...parts].join('/');
  const decoded = decodeText(bytes);
  if (decoded.fault) {
    expect(decoded.position.line).toBeGreaterThan(0);
    expect(decoded.position.column).toBeGreaterThan(0);
    return;
  }
  const place = placeOf(parts);
  const { text } = decoded;
  if (place.kind === 'record') {
    const { draft, problems } = readRecord(file, place.collection, text);
    const drafts = { records: draft ? [draft] : [], items: [], unread: new Set(draft ? [] : [file]), files: [file] };
    for (const problem of [...problems, ...validateContent(drafts, { now: NOW })]) expectInside(problem, text, file);
  }
  if (place.kind === 'item') {
    for (const siblings of [[], ['ur.mdx'], ['ur.mdx', 'ar.mdx']]) {
      const isOriginalBeside = () => siblings.length > 1;
      const { draft, problems } = readItem({ file, text, place, contentDir: 'content', siblings, isOriginalBeside });
      const drafts = { records: [], items: draft ? [draft] : [], unread: new Set(draft ? [] : [file]), files: [file] };
      for (const problem of [...problems, ...validateContent(drafts, { now: NOW })]) expectInside(problem, text, file);
    }
  }
}

type TreeChange =
  | { kind: 'lose'; file: string }
  | { kind: 'move'; file: string; to: string }
  | { kind: 'break'; with: { parts: string[]; bytes: Uint8Array } };

/** Changes that cannot be made in this tree are left out: a file in the way of a folder, one that is gone already. */
function applyToTree(content: string, change: TreeChange): void {
  try {
    if (change.kind === 'break') writeFileSync(path.join(content, ...change.with.parts), change.with.bytes);
    else if (change.kind === 'lose') rmSync(path.join(content, change.file));
    else {
      mkdirSync(path.dirname(path.join(content, change.to)), { recursive: true });
      renameSync(path.join(content, change.file), path.join(content, change.to));
    }
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
  }
}

/** A problem of a file that is there lies inside it; the others stand at its start. */
function expectInFile(root: string, problem: Problem): void {
  const full = path.join(root, problem.file);
  const decoded = existsSync(full) && statSync(full).isFile() ? decodeText(readFileSync(full)) : undefined;
  if (decoded?.text !== undefined) expectInside(problem, decoded.text, problem.file);
  else if (!decoded) expect([problem.line, problem.column]).toEqual([1, 1]);
}

function expectInside(
  problem: Position & { file: string; message: string; hint: string },
  text: string,
  file: string,
): void {
  if (problem.file !== file) return;
  const line = text.split('\n')[problem.line - 1];
  if (line === undefined || problem.column < 1 || problem.column > line.length + 1)
    expect.fail(`${problem.line}:${problem.column} lies outside: ${problem.message}`);
  expect(problem.message).not.toMatch(/undefined|\[object/);
  expect(problem.hint).not.toMatch(/undefined|\[object/);
}

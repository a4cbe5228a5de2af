import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkedContent } from '../../scripts/checked-content.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DESK = path.resolve(import.meta.dirname, '../fixtures/desk');
const PAGE = 'campaigns/clean-water/en.mdx';
const NOW = Date.parse('2026-11-23T12:00:00+05:00');

let root: string;
let page: Buffer;
beforeEach(() => {
  root = temporaryFolder();
  cpSync(DESK, path.join(root, 'content'), { recursive: true });
  page = readFileSync(inContent(PAGE));
});

describe('a file whose bytes are no plain text', () => {
  it.each<[string, (whole: Buffer) => Buffer, string]>([
    ['empty', () => Buffer.alloc(0), '1:1 file/empty: Unexpected empty file'],
    ['blank', () => Buffer.from(' \n\n\t\n'), '1:1 file/empty: Unexpected empty file'],
    [
      'a picture',
      () => readFileSync(inContent('campaigns/clean-water/tap.png')),
      '3:1 file/binary: Unexpected binary data where text should be',
    ],
    [
      'a zero in the text',
      (whole) => insert(whole, 'looks', '\0'),
      '24:12 file/binary: Unexpected binary data where text should be',
    ],
    [
      'UTF-16',
      (whole) => Buffer.from(`\ufeff${whole}`, 'utf16le'),
      '1:1 file/not-utf8: Unexpected text in UTF-16, which is not UTF-8',
    ],
    [
      'Latin-1',
      (whole) => Buffer.from(whole.toString().replace('’', 'é'), 'latin1'),
      '17:17 file/not-utf8: Unexpected byte that is not UTF-8',
    ],
    [
      'a character cut in half',
      (whole) => insert(whole, 'looks', Buffer.from('آ').subarray(0, 1)),
      '24:12 file/not-utf8: Unexpected byte that is not UTF-8',
    ],
    [
      'a hidden change of direction',
      (whole) => insert(whole, 'looks', '\u202e'),
      '24:12 file/hidden-character: Unexpected invisible character U+202E',
    ],
    [
      'an escape of a terminal',
      (whole) => insert(whole, 'looks', '\u001b[31m'),
      '24:12 file/hidden-character: Unexpected invisible character U+001B',
    ],
    [
      '5 MB of words',
      (whole) => Buffer.concat([whole, Buffer.alloc(5_000_000, 'word ')]),
      '1:1 file/too-large: Unexpected file of 5,002 kB: a text has at most 200 kB',
    ],
  ])('%s is told of, and the rest of the desk is checked', async (_, change, said) => {
    writeFileSync(inContent(PAGE), change(page));
    expect(await problems()).toEqual([`${PAGE}:${said}`]);
  });
});

describe('a file that another system wrote', () => {
  it.each<[string, (whole: string) => string]>([
    ['a byte-order mark', (whole) => `\ufeff${whole}`],
    ['line ends of Windows', (whole) => whole.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', (whole) => whole.replaceAll('\n', '\r')],
    ['all at once', (whole) => `\ufeff${whole.replaceAll('\n', '\r\n')}`],
  ])('with %s is read as any other', async (_, change) => {
    const { content: before } = await checked();
    writeFileSync(inContent(PAGE), change(page.toString()));
    const { content, problems: found } = await checked();
    expect(found).toEqual([]);
    expect(content).toEqual(before);
  });

  it.each<[string, (whole: string) => string]>([
    ['a byte-order mark', (whole) => `\ufeff${whole}`],
    ['line ends of Windows', (whole) => whole.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', (whole) => whole.replaceAll('\n', '\r')],
  ])('with %s keeps the places of its mistakes', async (_, change) => {
    const faulty = page
      .toString()
      .replace('id: clean-water', 'id: Clean')
      .replace('<Source id="cdc-water" />', '<b>!</b>');
    writeFileSync(inContent(PAGE), change(faulty));
    expect(await places()).toEqual(['2:5 field/id', '28:52 mdx/unknown-component']);
  });
});

describe('a text that is too much for a reader', () => {
  const deep = (times: number) => (sign: string) => sign.repeat(times);
  it.each<[string, (times: (sign: string) => string) => string]>([
    ['quotes', (times) => `${times('> ')}deep`],
    ['lists', (times) => `${times('- ')}deep`],
    ['brackets', (times) => `${times('[')}deep${times(']')}`],
    ['stars', (times) => `${times('*a ')}`],
    ['components', (times) => `${times('<Callout kind="info">\n\n')}deep\n\n${times('</Callout>\n\n')}`],
    ['HTML', (times) => times('<b>')],
    ['braces', (times) => times('{')],
    ['tables', (times) => `|${times(' a |')}\n|${times(' - |')}\n`],
    ['footnotes', (times) => times('[^1]')],
    ['backticks', (times) => times('`a ')],
    ['entities', (times) => times('&amp')],
  ])('is read or told of, never a crash: 20,000 %s', async (_, write) => {
    writeFileSync(inContent(PAGE), `${page}\n${write(deep(20_000))}\n`);
    const lines = readFileSync(inContent(PAGE), 'utf8').split('\n');
    const { problems: found } = await checked();
    for (const { line, column } of found) {
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    }
  });

  it('may be deep in its fields too', async () => {
    writeFileSync(inContent(PAGE), page.toString().replace('id: clean-water', `id: ${'['.repeat(20_000)}`));
    expect((await places())[0]).toMatch(/^\d+:\d+ yaml\//);
  });
});

describe('a program in the content, which the compiler’s own parser must not be given', () => {
  const long = (sign: string, times = 180_000) => sign.repeat(Math.floor(times / sign.length));
  it.each([
    ['brackets', `{${long('(')}1${long(')', 1)}}`, 'mdx/expression'],
    ['lists', `{${long('[', 90_000)}${long(']', 90_000)}}`, 'mdx/expression'],
    ['signs', `Text {${long('!')}1}`, 'mdx/expression'],
    ['an attribute', `<Callout kind={${long('[', 90_000)}${long(']', 90_000)}} />`, 'mdx/expression'],
    ['attributes', `<Callout {...${long('new ')}a} />`, 'mdx/expression'],
    ['functions', `export const a = ${long('()=>')}1`, 'mdx/import-export'],
    ['empty lines', `export const a = ${long('[\n\n')}1`, 'mdx/import-export'],
    ['a program after a heading', `## a\nexport const a = ${long('class extends ')}b {}`, 'mdx/import-export'],
  ])('is refused unread: %s', async (_, written, rule) => {
    writeFileSync(inContent(PAGE), `${page}\n${written}\n`);
    expect(await places()).toEqual([expect.stringMatching(new RegExp(`^4[678]:\\d+ ${rule}$`))]);
  });

  it('is not what a sentence is that happens to start so, nor braces that are escaped or code', async () => {
    const words = 'Water that looks clean can carry germs. '.repeat(100);
    writeFileSync(inContent(PAGE), `${page}\nSome countries\nimport tablets. \\{x\\} \`{y}\` ${words}\n`);
    expect(await problems()).toEqual([]);
  });
});

describe('a very long line', () => {
  it('keeps the columns of its mistakes', async () => {
    writeFileSync(inContent(PAGE), `${page}\n${'پانی '.repeat(15_000)}<b>x</b> ${'word '.repeat(5_000)}{x}\n`);
    expect(await places()).toEqual(['47:75001 mdx/unknown-component', '47:100010 mdx/expression']);
  });
});

describe('a line across', () => {
  it.each(['-'.repeat(80), '*'.repeat(80), '- '.repeat(80), '_'.repeat(80)])('may be long: %s', async (line) => {
    writeFileSync(inContent(PAGE), `${page}\nText.\n\n${line}\n\nText.\n`);
    expect(await problems()).toEqual([]);
  });

  it('may be the underline of a heading', async () => {
    writeFileSync(inContent(PAGE), `${page}\nA heading\n${'-'.repeat(80)}\n\nText.\n`);
    expect(await problems()).toEqual([]);
  });
});

describe('a file with very many mistakes', () => {
  it.each<[string, (whole: string) => string, number]>([
    ['unknown fields', (whole) => whole.replace('id:', `${numbered((n) => `x${n}: 1\n`)}id:`), 5000],
    [
      'wrong entries',
      (whole) => whole.replace('audience: [Families]', `audience:\n${numbered(() => '  - 1\n').trimEnd()}`),
      5000,
    ],
    ['fields written twice', (whole) => whole.replace('id:', `${numbered(() => 'id: x\n')}id:`), 5000],
    ['components', (whole) => `${whole}\n${numbered(() => '<b>x</b>\n\n')}`, 5000],
  ])('has them all told: %s', async (_, change, count) => {
    writeFileSync(inContent(PAGE), change(page.toString()));
    const found = await places();
    expect(found).toHaveLength(count);
    expect(new Set(found).size).toBe(count);
  });
});

describe('a picture', () => {
  it.each([
    [
      'no picture at all',
      'hello',
      'Unexpected content: this is no picture of the kinds png, jpg, webp and avif, whatever its name says',
    ],
    ['empty', '', 'Unexpected empty file in place of a picture'],
    [
      'an animation',
      'GIF89a',
      'Unexpected content: this is no picture of the kinds png, jpg, webp and avif, whatever its name says',
    ],
  ])('that is %s is told of', async (_, bytes, said) => {
    writeFileSync(inContent('campaigns/clean-water/tap.png'), bytes);
    expect(await problems()).toEqual([`campaigns/clean-water/tap.png:1:1 image/unreadable: ${said}`]);
  });
});

describe('a file or folder in the wrong place', () => {
  it.each([
    ['campaigns/clean-water/en.md', '1:1 file/unexpected-name: Unexpected file `en.md`'],
    ['campaigns/clean-water/pa.MDX', '1:1 file/unexpected-name: Unexpected file `pa.MDX`'],
    [
      'campaigns/clean-water/urdu.mdx',
      '1:1 file/unexpected-name: Unexpected language `urdu` in the name of `urdu.mdx`',
    ],
    ['campaigns/clean-water/UR.mdx', '1:1 file/unexpected-name: Unexpected language `UR` in the name of `UR.mdx`'],
    ['campaigns/clean-water/pa.MD', '1:1 file/unexpected-name: Unexpected file `pa.MD`'],
    [
      'campaigns/clean-water/en (1).mdx',
      '1:1 file/unexpected-name: Unexpected language `en (1)` in the name of `en (1).mdx`',
    ],
    ['campaigns/clean-water/tap.gif', '1:1 file/unexpected-name: Unexpected file `tap.gif`'],
    ['constructor/x/en.mdx', '1:1 file/unexpected-folder: Unexpected folder `constructor`'],
    ['__proto__/x/en.mdx', '1:1 file/unexpected-folder: Unexpected folder `__proto__`'],
    ['incidents', '1:1 file/unexpected-place: Unexpected file `incidents`: a folder of this name belongs here'],
    ['campaigns/clean-water/notes.txt', '1:1 file/unexpected-name: Unexpected file `notes.txt`'],
    ['campaigns/en.mdx', '1:1 file/unexpected-place: Unexpected place for `en.mdx`'],
    ['campaigns/clean-water/posts/en.mdx', '1:1 file/unexpected-place: Unexpected place for `en.mdx`'],
    ['campaign/clean-water/en.mdx', '1:1 file/unexpected-folder: Unexpected folder `campaign`'],
    ['sources/who-water.yaml', '1:1 file/unexpected-name: Unexpected ending of `who-water.yaml`'],
    ['sources/who/water.yml', '1:1 file/unexpected-place: Unexpected place for `water.yml`'],
    ['organization.yml', '1:1 file/unexpected-place: Unexpected file `organization.yml`'],
  ])('%s', async (file, said) => {
    mkdirSync(path.dirname(inContent(file)), { recursive: true });
    writeFileSync(inContent(file), page);
    expect(await problems()).toEqual([`${file}:${said}`]);
  });

  it('is told of once, whatever hangs on it: an original under a wrong name', async () => {
    renameSync(inContent(PAGE), inContent('campaigns/clean-water/en.MDX'));
    expect(await problems()).toEqual([
      'campaigns/clean-water/en.MDX:1:1 file/unexpected-name: Unexpected file `en.MDX`',
    ]);
  });

  it.runIf(process.platform === 'linux')('has a name that can be shown', async () => {
    writeFileSync(inContent('sources/a\u001b[31m\nb.yml'), 'id: x');
    writeFileSync(
      Buffer.concat([Buffer.from(inContent('sources/')), Buffer.from([0xe9]), Buffer.from('.yml')]),
      'id: x',
    );
    expect((await problems()).map((one) => one.slice(one.lastIndexOf(':1:1 ')))).toEqual(
      Array(2).fill(
        ':1:1 file/unprintable-name: Unexpected sign in the name of this file or folder: it cannot be shown',
      ),
    );
  });

  // The system refuses nothing to its administrator.
  it.skipIf(process.getuid?.() === 0)('is not for this user to open', async () => {
    chmodSync(inContent('sources/who-water.yml'), 0);
    expect(await problems()).toEqual([
      'sources/who-water.yml:1:1 file/unreadable: Unexpected refusal: this cannot be opened (EACCES)',
    ]);
    chmodSync(inContent('people'), 0);
    expect(await problems()).toContain(
      'people:1:1 file/unreadable: Unexpected refusal: this cannot be opened (EACCES)',
    );
    chmodSync(inContent('people'), 0o700);
  });

  it.runIf(process.platform === 'linux')('is a pipe', async () => {
    execFileSync('mkfifo', [inContent('sources/pipe.yml')]);
    expect(await problems()).toEqual([
      'sources/pipe.yml:1:1 file/no-file: Unexpected entry that is neither a file nor a folder',
    ]);
  });

  it('is passed over when its name starts with a dot, as editors and systems leave them', async () => {
    writeFileSync(inContent('.DS_Store'), 'x');
    mkdirSync(inContent('campaigns/.obsidian'));
    writeFileSync(inContent('campaigns/.obsidian/workspace.json'), '{}');
    expect(await problems()).toEqual([]);
  });

  it('may be a folder with the name of a file', async () => {
    mkdirSync(inContent('sources/who-flood.yml'));
    writeFileSync(inContent('sources/who-flood.yml/notes.yml'), 'id: x');
    expect(await problems()).toEqual([
      'sources/who-flood.yml/notes.yml:1:1 file/unexpected-folder: Unexpected folder `who-flood.yml`: its name is that of a file',
    ]);
  });

  it('is missed: the organisation’s own file', async () => {
    renameSync(inContent('organisation.yml'), path.join(root, 'organisation.yml'));
    const [first] = await problems();
    expect(first).toBe(
      'organisation.yml:1:1 organisation/missing: Missing file `organisation.yml`: languages, address and help lines of every page come from it',
    );
  });
});

describe('a link in the content', () => {
  it.each([
    ['back to a folder it stands in', '..', 'file/link-loop: Unexpected link that leads back to a folder it stands in'],
    ['to itself', 'loop', 'file/link-loop: Unexpected link that leads back to a folder it stands in'],
    ['to nothing', './nowhere', 'file/link-broken: Unexpected link to nothing'],
    ['out of the content', '../../../', 'file/link-outside: Unexpected link to a place outside the content'],
    ['to a file of the system', '/etc/passwd', 'file/link-outside: Unexpected link to a place outside the content'],
  ])('%s is told of', async (_, target, said) => {
    symlinkSync(target, inContent('campaigns/loop'));
    expect(await problems()).toEqual([`campaigns/loop:1:1 ${said}`]);
  });

  it('to a picture of another campaign is followed', async () => {
    renameSync(inContent('campaigns/clean-water/tap.png'), inContent('campaigns/clean-water/posts/boil-water/tap.png'));
    symlinkSync('posts/boil-water/tap.png', inContent('campaigns/clean-water/tap.png'));
    expect(await problems()).toEqual([]);
  });
});

function numbered(write: (n: number) => string): string {
  return Array.from({ length: 5000 }, (_, n) => write(n)).join('');
}

function inContent(file: string): string {
  return path.join(root, 'content', file);
}

function insert(whole: Buffer, before: string, added: string | Buffer): Buffer {
  const at = whole.indexOf(before);
  return Buffer.concat([whole.subarray(0, at), Buffer.from(added as string), whole.subarray(at)]);
}

/** Whatever is changed here leaves a translation behind: that is told, too, and is not what these are about. */
async function checked() {
  const read = await checkedContent({ root, contentDir: 'content', now: NOW });
  return { ...read, problems: read.problems.filter(({ ruleId }) => ruleId !== 'translation/stale') };
}

async function problems(): Promise<string[]> {
  const { problems: found } = await checked();
  return found.map(
    ({ file, line, column, ruleId, message }) =>
      `${file.slice('content/'.length)}:${line}:${column} ${ruleId}: ${message}`,
  );
}

async function places(): Promise<string[]> {
  const { problems: found } = await checked();
  return found.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`);
}

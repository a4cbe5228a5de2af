import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyOfDesk, type Ran, runScript } from '../support/run-script.ts';

const ORIGINAL = 'content/campaigns/clean-water/en.mdx';
const TRANSLATION = 'content/campaigns/clean-water/ur.mdx';
const POST = 'content/campaigns/clean-water/posts/boil-water/ur.mdx';
const FIELD = /translationOf:[\s\S]*?(?=translator)/;

let root: string;
let asItWas: string;
beforeEach(() => {
  root = copyOfDesk();
  asItWas = read(TRANSLATION);
});

describe('npm run translated', () => {
  it('changes nothing where a translation is of the original as it is', () => {
    expect(translated(TRANSLATION)).toEqual({
      code: 0,
      stdout: `${TRANSLATION}: a translation of en.mdx as it is now\n`,
      stderr: '',
    });
    expect(read(TRANSLATION)).toBe(asItWas);
  });

  it('notes what changed in the original, and nothing else', () => {
    write(ORIGINAL, read(ORIGINAL).replace('title: Clean water, every glass', 'title: Clean water'));
    translated(TRANSLATION);
    expect(read(TRANSLATION)).not.toBe(asItWas);
    expect(read(TRANSLATION).replace(/ {4}title: "[0-9a-f]{12}"/, '    title: "8cb0ffa40c72"')).toBe(asItWas);
  });

  it('does not mind where the original’s lines are broken', () => {
    write(ORIGINAL, read(ORIGINAL).replace('Water that looks', 'Water\nthat looks').replaceAll('\n', '\r\n'));
    translated(TRANSLATION);
    expect(read(TRANSLATION)).toBe(asItWas);
  });

  it('writes the note at the top of a new translation, of several at once', () => {
    const post = read(POST);
    for (const file of [TRANSLATION, POST]) write(file, read(file).replace(FIELD, ''));
    expect(translated(TRANSLATION, POST).code).toBe(0);
    expect([read(TRANSLATION), read(POST)]).toEqual([asItWas, post]);
    expect(runScript('check', ['--now', '2026-11-23T12:00:00+05:00', '--json'], root).stdout).toBe('');
  });

  it.each<[string, (text: string) => string]>([
    ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', (text) => text.replaceAll('\n', '\r')],
    ['a byte-order mark', (text) => `\uFEFF${text}`],
    [
      'comments, empty lines and odd spaces',
      (text) => text.replace('translator: ', '\n# Checked by two.\n\ntranslator:   '),
    ],
    ['the note in the middle', (text) => text.replace(/(translationOf:[\s\S]*?)(translator.*\n)/, '$2$1')],
  ])('keeps %s', (_, change) => {
    write(TRANSLATION, change(asItWas).replace('8cb0ffa40c72', '000000000000'));
    expect(translated(TRANSLATION).code).toBe(0);
    expect(read(TRANSLATION)).toBe(change(asItWas));
  });

  it('puts a note in place of one written by hand', () => {
    write(TRANSLATION, asItWas.replace(FIELD, 'translationOf: en\n'));
    translated(TRANSLATION);
    expect(read(TRANSLATION)).toBe(asItWas);
  });

  it('takes the path from where one stands', () => {
    expect(translated(`./content/../${TRANSLATION}`).code).toBe(0);
    expect(translated(path.join(root, TRANSLATION)).code).toBe(0);
  });
});

describe('npm run translated, called for what it cannot do', () => {
  it('names the original as such', () => {
    expect(translated(ORIGINAL)).toEqual(
      refused(
        `${ORIGINAL} has an id of its own, so it is the original; a translation has none of the original's fields.`,
      ),
    );
  });

  it('asks for files', () => {
    expect(translated()).toEqual(refused('Name the translations, for example content/campaigns/dengue/en.mdx.'));
  });

  it.each(['content/campaigns/clean-water/ar.mdx', 'content/organisation.yml', '/etc/passwd'])(
    'refuses %s, which is no translation',
    (file) => {
      const shown = file === '/etc/passwd' ? path.relative(root, file) : file;
      expect(translated(file)).toEqual(
        refused(`${shown} is no language file of the content, or its fields cannot be read; npm run check says more.`),
      );
    },
  );

  it('writes none of several files when one is refused', () => {
    write(TRANSLATION, asItWas.replace('8cb0ffa40c72', '000000000000'));
    expect(translated(TRANSLATION, ORIGINAL).code).toBe(2);
    expect(read(TRANSLATION)).toContain('000000000000');
  });

  it('takes no note from an original with mistakes', () => {
    write(ORIGINAL, read(ORIGINAL).replace('author: amina', 'author: 7'));
    expect(translated(TRANSLATION)).toEqual(refused(`${ORIGINAL} has mistakes; mend them first (npm run check).`));
  });

  it('needs an original', () => {
    rmSync(path.join(root, ORIGINAL));
    expect(translated(TRANSLATION)).toEqual(
      refused('content/campaigns/clean-water has no original: one language file has an id and no translationOf.'),
    );
  });
});

function translated(...files: string[]): Ran {
  return runScript('translated', files, root);
}

function refused(reason: string): Ran {
  return {
    code: 2,
    stdout: '',
    stderr: `${reason}

npm run translated -- FILE… [--content DIR]

Writes into each translation what it was made from: run it when a translation says what its original says now.
`,
  };
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function write(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

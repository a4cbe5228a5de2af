import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyOfDesk, type Ran, runScript } from '../support/run-script.ts';

const USAGE = `npm run cited -- SOURCE [--json] [--content DIR] [--now INSTANT]

Says where a source of content/sources is listed and cited: what has to be read again when it changes, is retracted or is
replaced. With --json, one object a line. Exit code 0, also when nothing rests on it.
`;

let root: string;
beforeEach(() => {
  root = copyOfDesk();
});

describe('npm run cited', () => {
  it('shows people what rests on a source, line by line', () => {
    expect(cited('unicef-boiling')).toEqual({
      code: 0,
      stdout: `myths/boiled-water
  content/myths/boiled-water/en.mdx:12:24  listed
  content/myths/boiled-water/en.mdx:37:93  cited
`,
      stderr: '',
    });
  });

  it('writes one object a line for programs', () => {
    const lines = cited('unicef-boiling', '--json').stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        source: 'unicef-boiling',
        file: 'content/myths/boiled-water/en.mdx',
        line: 12,
        column: 24,
        language: 'en',
        collection: 'myths',
        slug: 'boiled-water',
        kind: 'listed',
      },
      expect.objectContaining({ kind: 'cited', line: 37 }),
    ]);
  });

  it('says so when nothing rests on it', () => {
    writeFileSync(path.join(root, 'content/sources/old.yml'), 'id: old\n');
    expect(cited('old')).toEqual({ code: 0, stdout: 'Nothing lists or cites old.\n', stderr: '' });
  });

  it.each([
    [['who-watr'], 'There is no source who-watr; did you mean who-water?'],
    [['none-like-it'], 'There is no source none-like-it; the sources are the files in sources/.'],
    [[], 'Name one source by its id.'],
    [['who-water', 'cdc-water'], 'Name one source by its id.'],
  ])('refuses %j', (args, reason) => {
    expect(cited(...args)).toEqual({ code: 2, stdout: '', stderr: `${reason}\n\n${USAGE}` });
  });
});

function cited(...args: string[]): Ran {
  return runScript('cited', [...args, '--now', '2026-11-23T12:00:00+05:00'], root);
}

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyOfDesk, type Ran, runScript } from '../support/run-script.ts';

const NOW = '2026-11-23T12:00:00+05:00';
let root: string;
let file: string;
beforeEach(() => {
  root = copyOfDesk();
  file = path.join(root, 'content/pause.yml');
});

describe('npm run pause', () => {
  it('writes what is kept back, and says what stops and what goes on', () => {
    expect(pause('awareness', '--reason', 'An earthquake', '--until', '2026-11-25T09:00:00+05:00')).toEqual({
      code: 0,
      stdout: `content/pause.yml: pause awareness until 2026-11-25T09:00:00+05:00
Stopped: posts of campaigns, their corrections, pins and banners. Still going: messages of incidents, their pins and banners.
It holds when this is in the branch main: commit it and merge it.
`,
      stderr: '',
    });
    expect(readFileSync(file, 'utf8')).toBe(
      'pause: awareness\nreason: An earthquake\nuntil: 2026-11-25T09:00:00+05:00\n',
    );
    expect(runScript('check', ['--now', NOW, '--json'], root)).toMatchObject({ code: 0, stdout: '' });
  });

  it('keeps comments, and takes away what no longer holds', () => {
    writeFileSync(file, '# What is kept back.\npause: awareness # for now\nreason: An earthquake\n');
    pause('nothing');
    expect(readFileSync(file, 'utf8')).toBe('# What is kept back.\npause: nothing # for now\n');
  });

  it('stops everything even where the file that stops cannot be read', () => {
    writeFileSync(file, 'pause: "all\n');
    expect(pause('all', '--reason', 'A stolen account: change it').code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('pause: all\nreason: "A stolen account: change it"\n');
  });

  it.each([
    [[], 'Say what is kept back: awareness, all or nothing.'],
    [['everything'], 'Say what is kept back: awareness, all or nothing.'],
    [['all'], 'Say why, for colleagues: --reason "…".'],
    [['all', '--reason', 'a\nb'], '--reason: Unexpected line break.'],
    [
      ['all', '--reason', 'x', '--until', '2026-11-23T11:00:00+05:00'],
      '--until 2026-11-23T11:00:00+05:00 is in the past; name a moment to come.',
    ],
    [['nothing', '--until', '2026-11-24T11:00:00+05:00'], '--until goes with awareness or all: nothing has no end.'],
  ])('refuses %j, and writes nothing', (words, message) => {
    writeFileSync(file, 'pause: nothing\n');
    const { code, stderr } = pause(...words);
    expect({ code, told: stderr.split('\n')[0] }).toEqual({ code: 2, told: message });
    expect(readFileSync(file, 'utf8')).toBe('pause: nothing\n');
  });
});

function pause(...words: string[]): Ran {
  return runScript('pause', [...words, '--now', NOW], root);
}

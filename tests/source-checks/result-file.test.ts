import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openResults } from '../../src/source-checks/result-file.ts';
import type { Result } from '../../src/source-checks/results.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let file: string;
beforeEach(() => {
  file = path.join(temporaryFolder(), 'kept/sources.jsonl');
});

const result = (of: string, status = 200): Result => ({
  check: 'address',
  of,
  checkedAt: '2026-11-23T07:00:00.000Z',
  outcome: { kind: 'answers', status, hops: [{ status: 301, to: `${of}/` }] },
});
const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n');

describe('a file of results', () => {
  it('that is not there is empty, and stays away while nothing is kept', () => {
    const results = openResults(file);
    expect(results.find('address', 'https://a.example')).toBeUndefined();
    results.tidy([]);
    results.undo();
    expect(existsSync(file)).toBe(false);
  });

  it('keeps each result at once, and the last of each question counts', () => {
    const results = openResults(file);
    results.keep(result('https://a.example'));
    expect(openResults(file).find('address', 'https://a.example')).toEqual(result('https://a.example'));
    results.keep(result('https://a.example', 204));
    expect(results.find('address', 'https://a.example')).toEqual(result('https://a.example', 204));
    expect(openResults(file).find('address', 'https://a.example')).toEqual(result('https://a.example', 204));
    expect(lines()).toHaveLength(2);
  });

  it('tells questions of different kinds apart', () => {
    const results = openResults(file);
    results.keep(result('https://a.example'));
    expect(results.find('archived-copy', 'https://a.example')).toBeUndefined();
  });

  it('is read past a line that was cut off, and goes on after it on a line of its own', () => {
    const results = openResults(file);
    results.keep(result('https://a.example'));
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"check":"address","of":"https://b.exa`);
    const again = openResults(file);
    expect(again.find('address', 'https://a.example')).toEqual(result('https://a.example'));
    again.keep(result('https://c.example'));
    again.keep(result('https://d.example'));
    const third = openResults(file);
    for (const of of ['https://a.example', 'https://c.example', 'https://d.example'])
      expect(third.find('address', of)).toEqual(result(of));
  });

  it.each([
    'null',
    '[]',
    '"text"',
    '{"check":"address"}',
    '{"check":"weather","of":"x","checkedAt":"2026-11-23T07:00:00.000Z","outcome":{"kind":"none"}}',
    '{"check":"address","of":"x","checkedAt":"yesterday","outcome":{"kind":"answers","status":200,"hops":[]}}',
    '{"check":"address","of":"x","checkedAt":"2026-11-23T07:00:00.000Z","outcome":{"kind":"none"}}',
  ])('passes over what is no result: %s', (line) => {
    openResults(file).keep(result('https://a.example'));
    writeFileSync(file, `${line}\n${readFileSync(file, 'utf8')}`);
    const results = openResults(file);
    expect(results.find('address', 'x')).toBeUndefined();
    expect(results.find('address', 'https://a.example')).toEqual(result('https://a.example'));
  });

  it('is tidied to what content refers to, in one stroke', () => {
    const results = openResults(file);
    for (const of of ['https://a.example', 'https://b.example', 'https://a.example']) results.keep(result(of));
    results.tidy([{ check: 'address', of: 'https://a.example' }]);
    expect(lines()).toHaveLength(1);
    expect(results.find('address', 'https://b.example')).toBeUndefined();
    results.keep(result('https://c.example'));
    expect(lines()).toHaveLength(2);
    expect(readdirSync(path.dirname(file))).toEqual(['sources.jsonl']);
  });

  it('forgets what a run learnt without a network', () => {
    openResults(file).keep(result('https://a.example'));
    const results = openResults(file);
    results.keep(result('https://a.example', 204));
    results.keep(result('https://b.example'));
    results.undo();
    expect(results.find('address', 'https://b.example')).toBeUndefined();
    expect(openResults(file).find('address', 'https://a.example')).toEqual(result('https://a.example'));
    expect(lines()).toHaveLength(1);
  });
});

import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/source-checks/bounded-request.ts';
import { createHostQueue, NotNowError } from '../../src/source-checks/host-queue.ts';
import type { Outside } from '../../src/source-checks/outside.ts';
import type { Purpose, References } from '../../src/source-checks/references.ts';
import { REGISTERS } from '../../src/source-checks/registers.ts';
import { openResults, type ResultFile } from '../../src/source-checks/result-file.ts';
import { type RunSummary, runChecks } from '../../src/source-checks/run-checks.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PAGE = 'https://www.who.int/page';
const DOI = '10.1038/nature12060';

let now: number;
let asked: string[];
let results: ResultFile;
/** Statuses of hosts; 200 unless said. */
let statuses: Record<string, number | 'not-now'>;

beforeEach(() => {
  now = Date.parse('2026-11-23T07:00:00Z');
  asked = [];
  statuses = {};
  results = openResults(path.join(temporaryFolder(), 'sources.jsonl'));
});

/** The outside in memory: each host answers with its status, robots.txt with 404, the registers with what they would. */
function outside(): Outside {
  const queue = createHostQueue({
    gapMs: 0,
    places: 10,
    deadline: Number.POSITIVE_INFINITY,
    clock: () => now,
    sleep: async () => undefined,
  });
  return {
    queue,
    reach: () => ({ asked: 0, answered: 0 }),
    async ask(url): Promise<Answer> {
      if (url.pathname === '/robots.txt') return { kind: 'answer', status: 404, headers: {}, body: '', isCut: false };
      asked.push(url.hostname);
      const status = statuses[url.hostname] ?? 200;
      if (status === 'not-now') throw new NotNowError('the time of this run is over');
      return { kind: 'answer', status, headers: {}, body: BODIES[url.hostname] ?? '', isCut: false };
    },
  };
}

const BODIES: Readonly<Record<string, string>> = {
  'api.crossref.org': '{"message":{"title":["Dengue"]}}',
  'eutils.ncbi.nlm.nih.gov': '{"result":{"23563266":{"title":"Dengue.","pubtype":[]}}}',
  'archive.org': '{"archived_snapshots":{}}',
};

function referencesTo(...addresses: [address: string, purpose: Purpose][]): References {
  return {
    addresses: addresses.map(([address, purpose]) => ({
      address,
      uses: [{ file: 'content/sources/x.yml', line: 1, column: 1, purpose }],
    })),
    sources: [],
    workLinks: [],
  };
}

function run(references: References, maxAgeMs = 7 * DAY_MS): Promise<RunSummary> {
  return runChecks({ references, results, outside: outside(), registers: REGISTERS, clock: () => now, maxAgeMs });
}

describe('a run', () => {
  it('asks registers about works, sites about pages, and the archive about pages of sources', async () => {
    const place = { line: 1, column: 1 };
    const references: References = {
      ...referencesTo([PAGE, 'source'], ['https://elsewhere.example/', 'link']),
      sources: [
        {
          file: 'content/sources/y.yml',
          source: {},
          doi: DOI,
          pmid: '23563266',
          places: { doi: place, pmid: place, url: place, retraction: place },
        },
      ],
      workLinks: [{ file: 'content/campaigns/x/en.mdx', line: 1, column: 1, purpose: 'link', doi: DOI }],
    };
    expect(await run(references)).toEqual({ questions: 5, asked: 5, left: 0 });
    expect(asked.toSorted()).toEqual([
      'api.crossref.org',
      'archive.org',
      'elsewhere.example',
      'eutils.ncbi.nlm.nih.gov',
      'www.who.int',
    ]);
    expect(results.find('crossref', DOI)).toEqual({
      check: 'crossref',
      of: DOI,
      checkedAt: '2026-11-23T07:00:00.000Z',
      outcome: { kind: 'not-listed', title: 'Dengue' },
    });
    expect(results.find('archived-copy', PAGE)?.outcome).toEqual({ kind: 'none' });
    expect(results.find('archived-copy', 'https://elsewhere.example/')).toBeUndefined();
  });

  it('does not ask again what was answered a few days ago', async () => {
    const references = referencesTo([PAGE, 'link']);
    await run(references);
    now += 7 * DAY_MS - 1;
    expect(await run(references)).toEqual({ questions: 1, asked: 0, left: 0 });
    now += 1;
    expect(await run(references)).toEqual({ questions: 1, asked: 1, left: 0 });
    expect(await run(references, 0)).toEqual({ questions: 1, asked: 1, left: 0 });
  });

  it('asks again what was answered in a day that has not come yet', async () => {
    const references = referencesTo([PAGE, 'link']);
    await run(references);
    now -= DAY_MS;
    expect(await run(references)).toMatchObject({ asked: 1 });
  });

  it('asks again sooner where nobody could say, and counts how often and since when', async () => {
    statuses['www.who.int'] = 500;
    const references = referencesTo([PAGE, 'link']);
    await run(references);
    now += 19 * HOUR_MS;
    expect(await run(references)).toMatchObject({ asked: 0 });
    now += HOUR_MS;
    await run(references);
    now += 3 * DAY_MS;
    await run(references);
    expect(results.find('address', PAGE)).toMatchObject({
      checkedAt: '2026-11-27T03:00:00.000Z',
      failingSince: '2026-11-23T07:00:00.000Z',
      failures: 3,
    });
    statuses['www.who.int'] = 200;
    now += DAY_MS;
    await run(references);
    expect(results.find('address', PAGE)).not.toHaveProperty('failures');
    statuses['www.who.int'] = 500;
    now += 8 * DAY_MS;
    await run(references);
    expect(results.find('address', PAGE)).toMatchObject({ failures: 1, failingSince: '2026-12-06T03:00:00.000Z' });
  });

  it('keeps nothing of what it did not come to, and says how much that is', async () => {
    statuses['www.who.int'] = 'not-now';
    const references = referencesTo([PAGE, 'link'], ['https://elsewhere.example/', 'link']);
    expect(await run(references)).toEqual({ questions: 2, asked: 1, left: 1 });
    expect(results.find('address', PAGE)).toBeUndefined();
    statuses = {};
    expect(await run(references)).toEqual({ questions: 2, asked: 1, left: 0 });
  });

  it('begins with what was not asked for longest', async () => {
    const [a, b, c] = ['https://a.example/', 'https://b.example/', 'https://c.example/'] as const;
    await run(referencesTo([c, 'link']));
    now += 1000;
    await run(referencesTo([c, 'link'], [a, 'link']));
    asked = [];
    now += 8 * DAY_MS;
    await run(referencesTo([a, 'link'], [b, 'link'], [c, 'link']));
    expect(asked).toEqual(['b.example', 'c.example', 'a.example']);
  });

  it('forgets what content no longer refers to', async () => {
    await run(referencesTo([PAGE, 'link'], ['https://elsewhere.example/', 'link']));
    await run(referencesTo([PAGE, 'link']));
    expect(results.find('address', 'https://elsewhere.example/')).toBeUndefined();
  });

  it('says how far it is', async () => {
    const steps: string[] = [];
    const references = referencesTo([PAGE, 'link'], ['https://elsewhere.example/', 'link']);
    const options = { references, results, outside: outside(), registers: REGISTERS, clock: () => now, maxAgeMs: 0 };
    await runChecks({ ...options, onProgress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(['1/2', '2/2']);
  });

  it('does not hide a fault of its own', async () => {
    const broken = { ...outside(), ask: () => Promise.reject(new TypeError('a slip')) };
    const options = { results, outside: broken, registers: REGISTERS, clock: () => now, maxAgeMs: 0 };
    await expect(runChecks({ ...options, references: referencesTo([PAGE, 'link']) })).rejects.toThrow('a slip');
  });
});

import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { ContentRefusedError, contentLoader, type DeskCollection, openDesk } from '../../src/reading/content-loader.ts';
import { rendererFingerprint } from '../../src/reading/renderer-fingerprint.ts';
import { aPolicyPage, POLICY_PAGE } from '../../src/validation/example-desk.ts';

/** What the small desk has bodies of. */
const BODIES = [
  'campaigns/clean-water/en',
  'campaigns/clean-water/ur',
  'myths/boiled-water/en',
  'myths/boiled-water/ur',
];

describe('contentLoader', () => {
  let root: string;
  const page = () => path.join(root, 'content/campaigns/clean-water/en.mdx');

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'desk-'));
    cpSync('tests/fixtures/desk', path.join(root, 'content'), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('hands Astro finished HTML, and the pictures beside the page', async () => {
    const store = new MemoryStore();
    await load('bodies', store);
    expect([...store.entries.keys()].toSorted()).toEqual(BODIES);
    const entry = store.entries.get('campaigns/clean-water/en');
    expect(entry).toMatchObject({ filePath: 'content/campaigns/clean-water/en.mdx', assetImports: ['./tap.png'] });
    expect(entry?.rendered?.metadata).toMatchObject({
      headings: [{ depth: 2, slug: 'boil-it', text: 'Boil it' }],
      imagePaths: ['./tap.png'],
    });
    expect(entry?.rendered?.html).toContain('__ASTRO_IMAGE_="{&#x22;src&#x22;:&#x22;./tap.png&#x22;');
  });

  it('feeds the other collections from the same reading', async () => {
    for (const [collection, ids] of [
      ['organisation', ['organisation']],
      ['people', ['amina']],
      ['sources', ['cdc-water', 'epa-boiling', 'unicef-boiling', 'who-water']],
      ['campaigns', ['clean-water']],
      ['incidents', []],
      ['myths', ['boiled-water']],
      ['pages', []],
    ] as const) {
      const store = new MemoryStore();
      await load(collection, store);
      expect([...store.entries.keys()].toSorted()).toEqual(ids);
    }
  });

  it('hands over the pages on how the desk works, and their bodies by kind, id and language', async () => {
    mkdirSync(path.join(root, 'content/pages/crisis-plan'), { recursive: true });
    writeFileSync(path.join(root, 'content', POLICY_PAGE), aPolicyPage('Ask <Blank name="duty" />.'));
    const pages = new MemoryStore();
    await load('pages', pages);
    expect(pages.entries.get('crisis-plan')?.data).toMatchObject({
      kind: 'crisis-plan',
      versions: { en: { title: 'Crisis plan', body: { headings: [], citations: [] } } },
    });
    const bodies = new MemoryStore();
    await load('bodies', bodies);
    expect([...bodies.entries.keys()]).toEqual([...BODIES, 'pages/crisis-plan/en']);
    expect(bodies.entries.get('pages/crisis-plan/en')?.rendered?.html).toContain('<mark class="gap">');
    appendFileSync(path.join(root, 'content/organisation.yml'), 'blanks:\n  duty: { en: Amina }\n');
    await load('bodies', bodies);
    expect(bodies.entries.get('pages/crisis-plan/en')?.rendered?.html).toBe('<p>Ask Amina.</p>');
  });

  it('writes nothing when nothing has changed', async () => {
    const store = new MemoryStore();
    await load('bodies', store);
    await load('bodies', store);
    expect(store.writes).toBe(BODIES.length);
  });

  it('compiles a page again when its file has changed, and only that page', async () => {
    const store = new MemoryStore();
    await load('bodies', store);
    edit(page(), 'Boil it', 'Boil all of it');
    await load('bodies', store);
    expect(store.writes).toBe(BODIES.length + 1);
    expect(store.entries.get('campaigns/clean-water/en')?.rendered?.html).toContain('Boil all of it');
  });

  it('compiles pages again when data they draw on has changed', async () => {
    const store = new MemoryStore();
    await load('bodies', store);
    edit(path.join(root, 'content/organisation.yml'), '"1166"', '"1122"');
    await load('bodies', store);
    expect(store.entries.get('campaigns/clean-water/en')?.rendered?.html).toContain('tel:1122');
    edit(path.join(root, 'content/sources/who-water.yml'), 'World Health Organization', 'WHO');
    await load('bodies', store);
    expect(store.entries.get('campaigns/clean-water/en')?.rendered?.html).toContain('Source 1: WHO');
  });

  it('forgets a page whose file is gone', async () => {
    const store = new MemoryStore();
    await load('bodies', store);
    rmSync(path.join(root, 'content/campaigns/clean-water/ur.mdx'));
    await load('bodies', store);
    expect([...store.entries.keys()].toSorted()).toEqual(BODIES.filter((id) => id !== 'campaigns/clean-water/ur'));
  });

  it('refuses content with mistakes, and lists them all with their places', async () => {
    edit(page(), 'nextReviewDueOn: 2027-11-01', 'nextReviewDueOn: 2027-02-30');
    const rule: Problem = {
      file: 'content/organisation.yml',
      line: 1,
      column: 1,
      ruleId: 'test/rule',
      severity: 'error',
      message: 'Unexpected desk',
      hint: 'write another',
    };
    const error = await load('sources', new MemoryStore(), { rules: [rule] }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ContentRefusedError);
    expect((error as Error).message).toBe(
      [
        'The content has 2 mistakes; nothing is built from it.',
        `content/campaigns/clean-water/en.mdx:${lineOf('2027-02-30')}:18  Unexpected day in \`2027-02-30\`: February has 28 days; write a day from 01 to 28  (date/impossible)`,
        'content/organisation.yml:1:1  Unexpected desk; write another  (test/rule)',
      ].join('\n'),
    );
  });

  it('goes on past a warning', async () => {
    const store = new MemoryStore();
    const rules: Problem[] = [
      { file: 'x', line: 1, column: 1, ruleId: 'x', severity: 'warning', message: 'x', hint: 'x' },
    ];
    await load('sources', store, { rules });
    expect(store.entries.size).toBe(4);
  });

  it('says what is wrong in a development server, and goes on showing what it had', async () => {
    const store = new MemoryStore();
    await load('organisation', store);
    edit(path.join(root, 'content/organisation.yml'), 'timeZone: Asia/Karachi', 'timeZone: Karachi');
    const said: string[] = [];
    await load('organisation', store, { watched: true, said });
    expect(said[0]).toContain('Unexpected time zone `Karachi`');
    expect(store.entries.size).toBe(1);
  });

  function load(
    collection: DeskCollection,
    store: MemoryStore,
    { rules = [] as Problem[], watched = false, said = [] as string[] } = {},
  ): Promise<void> {
    const desk = openDesk({
      root,
      contentDir: 'content',
      now: Date.parse('2026-11-23T12:00:00+05:00'),
      judge: () => rules,
    });
    const context = {
      collection,
      store,
      config: { root: pathToFileURL(`${root}/`) },
      logger: { error: (text: string) => said.push(text) },
      ...(watched && { watcher: { add() {}, on() {} } }),
    };
    return contentLoader({ desk, collection }).load(context as unknown as LoaderContext);
  }

  function edit(file: string, before: string, after: string): void {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(before);
    writeFileSync(file, text.replaceAll(before, after));
  }

  function lineOf(text: string): number {
    const lines = readFileSync(page(), 'utf8').split('\n');
    return lines.findIndex((line) => line.includes(text)) + 1;
  }
});

describe('rendererFingerprint', () => {
  it('changes with any source of the folder that renders', async () => {
    const folder = mkdtempSync(path.join('src/reading', '.fingerprint-'));
    try {
      writeFileSync(path.join(folder, 'a.ts'), '1');
      const before = await rendererFingerprint(path.resolve(folder));
      writeFileSync(path.join(folder, 'a.ts'), '2');
      expect(await rendererFingerprint(path.resolve(folder))).not.toBe(before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

type Stored = Parameters<LoaderContext['store']['set']>[0];

class MemoryStore {
  entries = new Map<string, Stored>();
  writes = 0;
  get(id: string) {
    return this.entries.get(id);
  }
  set(entry: Stored) {
    this.writes += 1;
    this.entries.set(entry.id, entry);
    return true;
  }
  keys() {
    return [...this.entries.keys()];
  }
  delete(id: string) {
    this.entries.delete(id);
  }
}

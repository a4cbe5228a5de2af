// What Lighthouse says of a page of every kind in both writing directions, as a phone on a slow link sees it: the median of five runs.
//   node tests/bench/lighthouse.ts [--times 5] [--kind alerts] [--json] [--content content]
import { type AddressInfo, createServer } from 'node:net';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../support/browser.ts';
import { buildSample } from '../support/built-site.ts';
import { type PageOfKind, pageOfEachKind } from '../support/page-kinds.ts';
import { compressFiles, serveSite } from '../support/static-site.ts';
import { machine, table } from './measure.ts';

const BASE = '/awareness/';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** The least each has to reach. A page that asks search engines to leave it out cannot be found well. */
const WANTED = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;

interface Row {
  address: string;
  scores: Record<(typeof CATEGORIES)[number], number>;
  layoutShift: number;
  largestPaintMs: number;
  /** Audits that cost points. */
  lost: string[];
}

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '5' },
    kind: { type: 'string', default: '' },
    content: { type: 'string', default: 'content' },
    json: { type: 'boolean', default: false },
  },
});
const times = Number(values.times);
const site = await buildSample(values.content, '2026-11-24T12:00:00+05:00');
compressFiles(site.folder);
const server = await serveSite(site.folder, BASE, { 'cache-control': 'public, max-age=240' });
const port = await freePort();
const browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`] });
const rows: Row[] = [];
try {
  const kinds = pageOfEachKind(site.folder).filter(
    // The handbook’s chapters are one kind: its first page stands for them.
    ({ route }) => route.includes(values.kind) && (!route.startsWith('handbook/') || route === 'handbook/index'),
  );
  for (const kind of kinds) {
    const row = await judge(kind);
    rows.push(row);
    process.stderr.write(`${row.address} ${Object.values(row.scores).join(' ')} ${row.lost.join(', ')}\n`);
  }
} finally {
  await browser.close();
  await server.close();
  site.remove();
}
process.stdout.write(values.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : inWords(rows));
if (rows.some((row) => under(row).length > 0)) process.exitCode = 1;

async function judge({ address }: PageOfKind): Promise<Row> {
  const runs: Row[] = [];
  for (let run = 0; run < times; run += 1) runs.push(await judgeOnce(address));
  runs.sort((a, b) => a.scores.performance - b.scores.performance);
  const median = runs[Math.floor((runs.length - 1) / 2)];
  if (!median) throw new RangeError('judge at least once');
  return median;
}

async function judgeOnce(address: string): Promise<Row> {
  const result = await lighthouse(
    `http://127.0.0.1:${new URL(server.origin).port}${BASE}${address}`,
    { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] },
    { extends: 'lighthouse:default' },
  );
  if (!result) throw new Error(`Lighthouse said nothing of ${address}`);
  const { categories, audits } = result.lhr;
  const lost = CATEGORIES.flatMap((name) =>
    (categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const score = audits[id]?.score;
      return weight > 0 && typeof score === 'number' && score < 0.9 ? [id] : [];
    }),
  );
  return {
    address,
    scores: Object.fromEntries(
      CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
    ) as Row['scores'],
    layoutShift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
    largestPaintMs: Math.round(audits['largest-contentful-paint']?.numericValue ?? Number.NaN),
    lost,
  };
}

function under({ scores, lost, layoutShift }: Row): string[] {
  const faults = CATEGORIES.filter(
    (name) => scores[name] < WANTED[name] && !(name === 'seo' && lost.every((audit) => audit === 'is-crawlable')),
  );
  return [...faults, ...(layoutShift >= 0.1 ? ['layout shift'] : [])];
}

function inWords(judged: readonly Row[]): string {
  const head = [
    'page',
    'performance',
    'accessibility',
    'best practices',
    'SEO',
    'layout shift',
    'largest paint, ms',
    'lost',
  ];
  const body = judged.map(({ address, scores, layoutShift, largestPaintMs, lost }) => [
    `/${address}`,
    ...CATEGORIES.map((name) => String(scores[name])),
    layoutShift.toFixed(3),
    String(largestPaintMs),
    lost.join(' '),
  ]);
  const least = CATEGORIES.map((name) => `${name} ${Math.min(...judged.map(({ scores }) => scores[name]))}`).join(', ');
  return `Lighthouse, mobile, median of ${times} (${machine()}). The least of all pages: ${least}\n${table(head, body)}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return free;
}

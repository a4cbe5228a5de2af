// Cards per second, CPU and memory of this project's cards, of the same trees through satori and sharp, and of two packages
// that sites use for their social cards, on English cards with the same words and size. Each in a process of its own.
// Then what PNG encoding alone takes, and the cards of a thousand campaigns in two languages and two sizes: from nothing, and after
// one edit.
//   node tests/bench/cards.ts [--count 132] [--campaigns 1000] [--json]
import { parseArgs } from 'node:util';
import { benchFolder, machine, measure, ratio, table } from './measure.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '132' },
    campaigns: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});
const CONTENDERS = [
  ['this desk', 'tests/bench/cards/desk.ts'],
  ['satori + sharp, same tree', 'tests/bench/cards/satori-sharp.ts'],
  ['@vercel/og', 'tests/bench/cards/vercel-og.ts'],
  ['astro-og-canvas', 'tests/bench/cards/astro-og-canvas.ts'],
  ['PNG encoding alone (sharp)', 'tests/bench/cards/encode.ts'],
] as const;

interface Row {
  name: string;
  cardsPerSecond: number;
  cpuMsPerCard: number;
  memoryMb: number;
}

const count = Number(values.count);
const rows: Row[] = [];
for (const [name, program] of CONTENDERS) {
  process.stderr.write(`${name}\n`);
  const folder = benchFolder('cards');
  const whole = await measure([program, folder, String(count)]);
  // What starting costs, fonts and the first card included, is taken off: a desk draws its cards in one run.
  const start = await measure([program, benchFolder('cards'), '1']);
  rows.push({
    name,
    cardsPerSecond: (count - 1) / (whole.seconds - start.seconds),
    cpuMsPerCard: ((whole.cpuSeconds - start.cpuSeconds) * 1000) / (count - 1),
    memoryMb: whole.memoryMb,
  });
}
const [ours] = rows;
if (!ours) throw new RangeError('nothing was measured');

const folder = benchFolder('thousand-cards');
const many = ['tests/bench/cards/thousand.ts', folder, values.campaigns];
const runs = [];
for (const [name, words] of [
  ['from nothing', many],
  ['after one edit', [...many, 'edited']],
  ['with nothing to do', [...many, 'edited']],
] as const) {
  process.stderr.write(`${values.campaigns} campaigns, ${name}\n`);
  const { seconds, cpuSeconds, memoryMb, output } = await measure(words);
  const { drawn, reused } = JSON.parse(output) as { drawn: number; reused: number };
  runs.push({ name, drawn, reused, seconds, cpuSeconds, memoryMb });
}
process.stdout.write(
  values.json
    ? [...rows, ...runs].map((row) => `${JSON.stringify(row)}\n`).join('')
    : `${count} English cards of 1200×630 (${machine()}); ratios: the desk against the other\n${table(
        ['', 'cards/s', 'ratio', 'CPU ms a card', 'ratio', 'peak MB', 'ratio'],
        rows.map((row) => [
          row.name,
          row.cardsPerSecond.toFixed(1),
          ratio(ours.cardsPerSecond, row.cardsPerSecond),
          row.cpuMsPerCard.toFixed(1),
          ratio(ours.cpuMsPerCard, row.cpuMsPerCard),
          row.memoryMb.toFixed(0),
          ratio(ours.memoryMb, row.memoryMb),
        ]),
      )}\n${values.campaigns} campaigns in two languages and two sizes\n${table(
        ['', 'drawn', 'there already', 'seconds', 'CPU seconds', 'peak MB'],
        runs.map((run) => [
          run.name,
          String(run.drawn),
          String(run.reused),
          run.seconds.toFixed(1),
          run.cpuSeconds.toFixed(1),
          run.memoryMb.toFixed(0),
        ]),
      )}`,
);

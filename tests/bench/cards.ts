// Cards per second, CPU and memory of this project's cards, of the same trees through satori and sharp, and of two packages
// that sites use for their social cards, on English cards with the same words and size. Each in a process of its own.
//   node tests/bench/cards.ts [--count 132] [--json]
import { parseArgs } from 'node:util';
import { benchFolder, machine, measure, ratio, table } from './measure.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '132' }, json: { type: 'boolean', default: false } },
});
const CONTENDERS = [
  ['this desk', 'tests/bench/cards/desk.ts'],
  ['satori + sharp, same tree', 'tests/bench/cards/satori-sharp.ts'],
  ['@vercel/og', 'tests/bench/cards/vercel-og.ts'],
  ['astro-og-canvas', 'tests/bench/cards/astro-og-canvas.ts'],
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
process.stdout.write(
  values.json
    ? rows.map((row) => `${JSON.stringify(row)}\n`).join('')
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
      )}`,
);

// Looking for personal data: how often it is right on the labelled sentences, and what it costs on 5,000 files of 700 words:
// of made-up English, and of the desk's own pages in English and Urdu, repeated.
//   node tests/bench/privacy.ts [--record] [--words 3500000] [--json]
// --record writes the figures that tests/model/personal-data/measured.test.ts lets nobody fall behind.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mayHoldPersonalData } from '../../src/model/personal-data/find-personal-data.ts';
import type { PlacedText } from '../../src/model/personal-data/kinds.ts';
import { bodyTexts } from '../../src/reading/body-texts.ts';
import { compileMdx } from '../../src/reading/compile-mdx.ts';
import { labelledFiles, MEASURED_FILE, measure, precisionOf, recallOf } from '../support/measure-personal-data.ts';
import { generateDesk } from './generate-desk.ts';
import { benchFolder, machine, ROOT, table } from './measure.ts';

const { values } = parseArgs({
  options: {
    record: { type: 'boolean', default: false },
    words: { type: 'string', default: '3500000' },
    json: { type: 'boolean', default: false },
  },
});

const measured = Object.fromEntries(Object.entries(labelledFiles()).map(([name, all]) => [name, measure(all)]));
if (values.record) writeFileSync(MEASURED_FILE, `${JSON.stringify(measured, null, 2)}\n`);

const folder = path.join(benchFolder('privacy'), 'content');
generateDesk(folder, 200);
const costs = [
  cost('made-up English', globSync(path.join(folder, 'campaigns/*/en.mdx'))),
  cost('the desk’s own pages', globSync(path.join(ROOT, 'content/**/*.mdx'))),
];

if (values.json) process.stdout.write(`${JSON.stringify({ measured, costs })}\n`);
else {
  process.stdout.write(
    table(
      ['', 'precision', 'recall', 'kinds named right'],
      Object.entries(measured).flatMap(([name, groups]) =>
        Object.entries(groups).map(([group, figures]) => [
          `${name} ${group}`,
          precisionOf(figures).toFixed(3),
          recallOf(figures).toFixed(3),
          `${figures.kindsRight} of ${figures.kinds}`,
        ]),
      ),
    ),
  );
  process.stdout.write(
    `\n${Number(values.words).toLocaleString('en')} words, one thread (${machine()})\n${table(
      ['', 'CPU s'],
      costs.map(({ name, cpuSeconds }) => [name, cpuSeconds.toFixed(2)]),
    )}`,
  );
}

/** What it costs to look through so many words of these files. They are compiled before. */
function cost(name: string, files: readonly string[]): { name: string; cpuSeconds: number } {
  const texts = files.flatMap((file): PlacedText[] => {
    const source = readFileSync(file, 'utf8');
    const { tree } = compileMdx(source);
    return tree ? bodyTexts(tree, source) : [];
  });
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const look = () => texts.reduce((sum, { text, where }) => sum + Number(mayHoldPersonalData(text, where)), 0);
  for (let warming = 0; warming < 3; warming += 1) look();
  const rounds = Math.max(3, Math.round(1_000_000 / words));
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) look();
  const { user, system } = process.cpuUsage(before);
  return { name, cpuSeconds: ((user + system) / 1e6 / (rounds * words)) * Number(values.words) };
}

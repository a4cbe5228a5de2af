import { describe, expect, it } from 'vitest';
import { table } from '../../bench/measure.ts';
import {
  labelledFiles,
  type Measured,
  measure,
  precisionOf,
  recallOf,
  recordedFigures,
} from '../../support/measure-personal-data.ts';

const recorded = recordedFigures();

describe.each(Object.entries(labelledFiles()))(
  'on the labelled sentences of %s, looking for personal data',
  (name, sentences) => {
    const measured = measure(sentences);

    it('is as often right as is on record, in each language and kind of text', () => {
      process.stdout.write(`\n${name}\n${figuresTable(measured)}`);
      const before = recorded[name];
      expect(before, `no figures on record: node tests/bench/privacy.ts --record`).toBeDefined();
      for (const [group, { alarms, missed }] of Object.entries(measured)) {
        expect(alarms, `innocent sentences that were caught (${group})`).toBeLessThanOrEqual(
          before?.[group]?.alarms ?? 0,
        );
        expect(missed, `personal sentences that were missed (${group})`).toBeLessThanOrEqual(
          before?.[group]?.missed ?? 0,
        );
      }
      expect(Object.keys(measured)).toEqual(Object.keys(before ?? {}));
    });

    it('names as many kinds right as is on record', () => {
      expect(measured.all?.kindsRight).toBeGreaterThanOrEqual(recorded[name]?.all?.kindsRight ?? 0);
    });
  },
);

it('is measured on at least 150 sentences, half of them innocent', () => {
  const tuning = labelledFiles()['tuning.jsonl'] ?? [];
  expect(tuning.length).toBeGreaterThanOrEqual(150);
  expect(tuning.filter(({ personal }) => personal).length).toBe(tuning.length / 2);
});

function figuresTable(measured: Measured): string {
  return table(
    ['', 'sentences', 'precision', 'recall', 'alarms', 'missed', 'kinds named right'],
    Object.entries(measured).map(([group, figures]) => [
      group,
      String(figures.found + figures.alarms + figures.missed + figures.passed),
      precisionOf(figures).toFixed(3),
      recallOf(figures).toFixed(3),
      String(figures.alarms),
      String(figures.missed),
      `${figures.kindsRight} of ${figures.kinds}`,
    ]),
  );
}

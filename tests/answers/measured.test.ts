import { describe, expect, it } from 'vitest';
import { table } from '../bench/measure.ts';
import { accuracyOf, labelledFiles, type Measured, measure, recordedFigures } from '../support/measure-answers.ts';

const recorded = recordedFigures();

describe.each(Object.entries(labelledFiles()))('on the labelled questions of %s, the answer box', (name, questions) => {
  it('is as often right as is on record, and misses no more emergencies, in each language', async () => {
    const measured = await measure(questions);
    process.stdout.write(`\n${name}\n${figuresTable(measured)}`);
    const before = recorded[name];
    expect(before, 'no figures on record: node tests/bench/answers.ts --record').toBeDefined();
    expect(Object.keys(measured)).toEqual(Object.keys(before ?? {}));
    for (const [group, figures] of Object.entries(measured)) {
      const known = before?.[group];
      expect(accuracyOf(figures), `accuracy (${group})`).toBeGreaterThanOrEqual(known ? accuracyOf(known) : 1);
      expect(figures.madeUp, `answers where there is none (${group})`).toBeLessThanOrEqual(known?.madeUp ?? 0);
      expect(figures.wrong, `wrong answers (${group})`).toBeLessThanOrEqual(known?.wrong ?? 0);
      expect(figures.alarms, `calm questions taken for emergencies (${group})`).toBeLessThanOrEqual(known?.alarms ?? 0);
      expect(figures.emergenciesMissed, `emergencies missed (${group})`).toBeLessThanOrEqual(
        known?.emergenciesMissed ?? 0,
      );
    }
  });
});

it('is measured on at least 150 questions in each half, in both languages', () => {
  for (const [name, questions] of Object.entries(labelledFiles())) {
    expect(questions.length, name).toBeGreaterThanOrEqual(150);
    expect(new Set(questions.map(({ language }) => language)), name).toEqual(new Set(['en', 'ur']));
  }
});

function figuresTable(measured: Measured): string {
  return table(
    ['', 'questions', 'accuracy', 'wrong', 'missed', 'made up', 'emergencies missed', 'alarms'],
    Object.entries(measured).map(([group, figures]) => [
      group,
      String(figures.questions),
      accuracyOf(figures).toFixed(3),
      String(figures.wrong),
      String(figures.missed),
      String(figures.madeUp),
      `${figures.emergenciesMissed} of ${figures.emergencies}`,
      String(figures.alarms),
    ]),
  );
}

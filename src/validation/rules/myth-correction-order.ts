import type { FieldPath } from '../../model/draft.ts';
import { dayAt } from '../../model/time.ts';
import { A_MYTH, A_MYTH_IN_URDU, MYTH, MYTH_IN_URDU } from '../example-desk.ts';
import { organisationOf, originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'myth/correction-order';

export const mythCorrectionOrder: Rule = {
  id,
  level: 'error',
  why: 'A log of corrections is read as a history: an entry out of its time makes all of it doubtful.',
  from: 'International Fact-Checking Network, code of principles: open and honest corrections',
  check(drafts, { now }) {
    const today = dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
    const published = new Map(originalsOf(drafts, 'myths').map(({ folder, fields }) => [folder, fields.publishedOn]));
    return drafts.items.flatMap((draft) => {
      if (draft.collection !== 'myths') return [];
      const publishedOn = published.get(draft.folder);
      const { corrections = [] } = draft.fields;
      return corrections.flatMap(({ on }, index) => {
        const path: FieldPath = ['corrections', index, 'on'];
        const before = corrections[index - 1]?.on;
        const fault = (why: string, hint: string) => [
          problemAtField(draft, path, { ruleId: id, message: `Unexpected date \`${on}\`: ${why}`, hint }),
        ];
        if (on > today) return fault('it is still to come', `write the day of the correction, at the latest ${today}`);
        if (publishedOn !== undefined && on < publishedOn)
          return fault(
            `the page was published on ${publishedOn}`,
            'remove the entry: nobody had read it before; or mend the day',
          );
        if (before !== undefined && on < before)
          return fault(`the correction above is of ${before}`, 'write the newest last');
        return [];
      });
    });
  },
  examples: [
    { name: 'no corrections', changes: { [MYTH]: A_MYTH }, said: [] },
    {
      name: 'corrections in their order, two on one day',
      changes: {
        [MYTH]: withCorrections(A_MYTH, '2026-11-02', '2026-11-20', '2026-11-20'),
        [MYTH_IN_URDU]: withCorrections(A_MYTH_IN_URDU, '2026-11-23'),
      },
      said: [],
    },
    {
      name: 'corrections before the page, out of their order, and still to come',
      changes: {
        [MYTH]: withCorrections(A_MYTH, '2026-11-01', '2026-11-20', '2026-11-19'),
        [MYTH_IN_URDU]: withCorrections(A_MYTH_IN_URDU, '2026-11-24'),
      },
      said: [
        `${MYTH}:26:9 Unexpected date \`2026-11-01\`: the page was published on 2026-11-02 → remove the entry: nobody had read it before; or mend the day`,
        `${MYTH}:30:9 Unexpected date \`2026-11-19\`: the correction above is of 2026-11-20 → write the newest last`,
        `${MYTH_IN_URDU}:21:9 Unexpected date \`2026-11-24\`: it is still to come → write the day of the correction, at the latest 2026-11-23`,
      ],
    },
  ],
};

function withCorrections(myth: string, ...days: readonly string[]): string {
  const list = days.map((on) => `  - on: ${on}\n    text: It said two minutes; one is enough.\n`);
  return myth.replace('\n---\n\n', `\ncorrections:\n${list.join('')}---\n\n`);
}

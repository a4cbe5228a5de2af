import type { FieldPath } from '../../model/draft.ts';
import { dayAt } from '../../model/time.ts';
import { MYTH, MYTH_IN_URDU } from '../example-desk.ts';
import { organisationOf, originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'myth/correction-order';
const CORRECTION = '  - on: 2026-11-20\n    text: This page said that boiling takes five minutes. One is enough.\n';
const another = (on: string) => `  - on: ${on}\n    text: It said “kills”; it is “can kill”.\n`;

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
    { name: 'a correction', said: [] },
    {
      name: 'two corrections on one day, and one of today',
      changes: { [MYTH]: [CORRECTION, `${CORRECTION}${another('2026-11-20')}${another('2026-11-23')}`] },
      said: [],
    },
    {
      name: 'a correction from before the page',
      changes: { [MYTH]: ['on: 2026-11-20', 'on: 2026-11-01'] },
      said: [
        `${MYTH}:33:9 Unexpected date \`2026-11-01\`: the page was published on 2026-11-02 → remove the entry: nobody had read it before; or mend the day`,
      ],
    },
    {
      name: 'an older correction after a newer one, and one still to come in the translation',
      changes: {
        [MYTH]: [CORRECTION, `${CORRECTION}${another('2026-11-19')}`],
        [MYTH_IN_URDU]: ['on: 2026-11-20', 'on: 2026-11-24'],
      },
      said: [
        `${MYTH}:35:9 Unexpected date \`2026-11-19\`: the correction above is of 2026-11-20 → write the newest last`,
        `${MYTH_IN_URDU}:30:9 Unexpected date \`2026-11-24\`: it is still to come → write the day of the correction, at the latest 2026-11-23`,
      ],
    },
  ],
};

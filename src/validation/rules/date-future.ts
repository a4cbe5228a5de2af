import type { FieldPath } from '../../model/draft.ts';
import { dayAt } from '../../model/time.ts';
import { PAGE, SOURCE } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule, recordsOf, reviewedOriginals } from '../rule.ts';

const id = 'date/future';

export const dateFuture: Rule = {
  id,
  level: 'error',
  why: 'Nobody has read or reviewed anything on a day that is still to come.',
  from: 'Aagahi',
  check(drafts, { now }) {
    const today = dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
    const fault = (day: string) => ({
      ruleId: id,
      message: `Unexpected date \`${day}\`: it is still to come`,
      hint: `write the day it was done, at the latest ${today}`,
    });
    return [
      ...recordsOf(drafts, 'sources').flatMap((draft) => {
        const { accessedOn, assessment, retraction } = draft.fields;
        const days: [FieldPath, string | undefined][] = [
          [['accessedOn'], accessedOn],
          [['assessment', 'on'], assessment?.on],
          [['retraction', 'lookedUpOn'], retraction?.lookedUpOn],
        ];
        return days.flatMap(([path, day]) =>
          day !== undefined && day > today ? [problemAtField(draft, path, fault(day))] : [],
        );
      }),
      ...reviewedOriginals(drafts).flatMap((draft) => {
        const { lastReviewedOn } = draft.fields;
        const ofMyth = draft.collection === 'myths' ? draft.fields : undefined;
        const days: [FieldPath, string | undefined][] = [
          [['lastReviewedOn'], lastReviewedOn],
          [['firstSeenOn'], ofMyth?.firstSeenOn],
          [['publishedOn'], ofMyth?.publishedOn],
          [['institution', 'checkedOn'], ofMyth?.institution?.checkedOn],
        ];
        return days.flatMap(([path, day]) =>
          day !== undefined && day > today ? [problemAtField(draft, path, fault(day))] : [],
        );
      }),
    ];
  },
  examples: [
    { name: 'days that have been', said: [] },
    {
      name: 'today, where it is today already',
      changes: { [SOURCE]: ['accessedOn: 2026-11-01', 'accessedOn: 2026-11-23'] },
      said: [],
    },
    {
      name: 'days still to come',
      changes: {
        [SOURCE]: ['accessedOn: 2026-11-01', 'accessedOn: 2026-11-24'],
        [PAGE]: ['lastReviewedOn: 2026-11-01', 'lastReviewedOn: 2026-12-01'],
      },
      said: [
        `${SOURCE}:8:13 Unexpected date \`2026-11-24\`: it is still to come → write the day it was done, at the latest 2026-11-23`,
        `${PAGE}:11:17 Unexpected date \`2026-12-01\`: it is still to come → write the day it was done, at the latest 2026-11-23`,
      ],
    },
  ],
};

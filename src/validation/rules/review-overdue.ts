import { dayAt } from '../../model/time.ts';
import { PAGE } from '../example-desk.ts';
import { organisationOf, problemAtField, type Rule, reviewedOriginals } from '../rule.ts';

const id = 'review/overdue';

export const reviewOverdue: Rule = {
  id,
  level: 'error',
  why: 'What was right a few years ago may harm today: health pages are read again as a whole before that.',
  from: 'NHS digital service manual, content review: every page has a next review date',
  check(drafts, { now }) {
    const today = dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
    return reviewedOriginals(drafts).flatMap((draft) => {
      const { lastReviewedOn = '', nextReviewDueOn } = draft.fields;
      // A day before the review itself is a slip, and told of as such.
      if (nextReviewDueOn === undefined || nextReviewDueOn >= today || nextReviewDueOn <= lastReviewedOn) return [];
      const fault = {
        ruleId: id,
        message: `Unexpected day \`${nextReviewDueOn}\`: it has passed, and nobody has reviewed this since`,
        hint: 'review the whole of it, then write that day in `lastReviewedOn` and a later one in `nextReviewDueOn`',
      };
      return [{ ...problemAtField(draft, ['nextReviewDueOn'], fault), byClock: true as const }];
    });
  },
  examples: [
    { name: 'a review that is due today', now: '2027-11-01T23:00:00+05:00', said: [] },
    {
      name: 'a review that was due yesterday',
      now: '2027-11-02T00:00:00+05:00',
      said: [
        `${PAGE}:12:18 Unexpected day \`2027-11-01\`: it has passed, and nobody has reviewed this since → review the whole of it, then write that day in \`lastReviewedOn\` and a later one in \`nextReviewDueOn\``,
      ],
    },
  ],
};

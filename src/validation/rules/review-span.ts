import { addMonths } from '../../model/time.ts';
import { MYTH, ORGANISATION, PAGE } from '../example-desk.ts';
import { policyOf, problemAtField, type Rule, reviewedOriginals } from '../rule.ts';

const id = 'review/span';

export const reviewSpan: Rule = {
  id,
  level: 'error',
  why: 'What is true of health changes: a page that nobody has to read again for years is wrong one day, unnoticed.',
  from: 'NHS: its health pages are reviewed at least every three years',
  check(drafts) {
    const months = policyOf(drafts)?.policy.reviewMonths;
    if (months === undefined) return [];
    return reviewedOriginals(drafts).flatMap((draft) => {
      const { lastReviewedOn, nextReviewDueOn } = draft.fields;
      if (lastReviewedOn === undefined || nextReviewDueOn === undefined) return [];
      const latest = addMonths(lastReviewedOn, months);
      if (nextReviewDueOn <= latest) return [];
      return [
        problemAtField(draft, ['nextReviewDueOn'], {
          ruleId: id,
          message: `Unexpected \`nextReviewDueOn\`: ${nextReviewDueOn} is more than ${months} months after the last review, ${lastReviewedOn}`,
          hint: `write a day not after ${latest}`,
        }),
      ];
    });
  },
  examples: [
    {
      name: 'a review due on the last day there may be',
      changes: { [PAGE]: ['nextReviewDueOn: 2027-11-01', 'nextReviewDueOn: 2029-11-01'] },
      said: [],
    },
    {
      name: 'a review due a day later than that',
      changes: { [PAGE]: ['nextReviewDueOn: 2027-11-01', 'nextReviewDueOn: 2029-11-02'] },
      said: [
        `${PAGE}:12:18 Unexpected \`nextReviewDueOn\`: 2029-11-02 is more than 36 months after the last review, 2026-11-01 → write a day not after 2029-11-01`,
      ],
    },
    {
      name: 'a review due later than this organisation allows',
      changes: { [ORGANISATION]: ['country: PK\ncontact:', 'country: PK\npolicy:\n  reviewMonths: 6\ncontact:'] },
      said: [
        `${PAGE}:12:18 Unexpected \`nextReviewDueOn\`: 2027-11-01 is more than 6 months after the last review, 2026-11-01 → write a day not after 2027-05-01`,
        `${MYTH}:17:18 Unexpected \`nextReviewDueOn\`: 2027-12-01 is more than 6 months after the last review, 2026-11-02 → write a day not after 2027-05-02`,
      ],
    },
  ],
};

import { dayAt } from '../model/time.ts';
import { organisationOf, originalsOf, problemAtField, type Rule, recordsOf } from './rule.ts';

const id = 'date/future';

export const dateFuture: Rule = {
  id,
  why: 'Nobody has read or reviewed anything on a day that is still to come.',
  check(drafts, { now }) {
    const today = dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
    const fault = (day: string) => ({
      ruleId: id,
      message: `Unexpected date \`${day}\`: it is still to come`,
      hint: `write the day it was done, at the latest ${today}`,
    });
    return [
      ...recordsOf(drafts, 'sources').flatMap((draft) => {
        const { accessedOn } = draft.fields;
        return accessedOn !== undefined && accessedOn > today
          ? [problemAtField(draft, ['accessedOn'], fault(accessedOn))]
          : [];
      }),
      ...originalsOf(drafts, 'campaigns').flatMap((draft) => {
        const { lastReviewedOn } = draft.fields;
        return lastReviewedOn !== undefined && lastReviewedOn > today
          ? [problemAtField(draft, ['lastReviewedOn'], fault(lastReviewedOn))]
          : [];
      }),
    ];
  },
};

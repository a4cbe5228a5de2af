import { occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import type { Problem } from '../model/problem.ts';
import { dayAt } from '../model/time.ts';
import { organisationOf, originalsOf, problemAtField, type Rule } from './rule.ts';

const id = 'post/times';

export const postTimes: Rule = {
  id,
  why: 'A post is sent once for each occurrence of its campaign, so every post says to which its times belong.',
  check(drafts, { now }) {
    const zone = organisationOf(drafts).timeZone ?? 'UTC';
    const thisYear = Number(dayAt(now, zone).slice(0, 4));
    const schedules = new Map(originalsOf(drafts, 'campaigns').map((draft) => [draft.folder, draft.fields.schedule]));
    return originalsOf(drafts, 'posts').flatMap((draft): Problem[] => {
      const { publishAt, expiresAt, occurrence } = draft.fields;
      if (publishAt === undefined || expiresAt === undefined) return [];
      const isFixed = typeof publishAt === 'string';
      if (isFixed !== (typeof expiresAt === 'string')) {
        return [
          problemAtField(draft, ['expiresAt'], {
            ruleId: id,
            message: 'Unexpected mixture: one time is a moment, the other counts from the campaign’s start',
            hint: 'write both as moments, or both with `daysFromStart` and `time`',
          }),
        ];
      }
      const { pinUntil } = draft.fields;
      if (pinUntil !== undefined && isFixed !== (typeof pinUntil === 'string')) {
        return [
          problemAtField(draft, ['pinUntil'], {
            ruleId: id,
            message: 'Unexpected mixture: one time is a moment, the other counts from the campaign’s start',
            hint: 'write `pinUntil` in the way of `publishAt`',
          }),
        ];
      }
      if (isFixed && occurrence === undefined) {
        return [
          problemAtField(draft, ['publishAt'], {
            ruleId: id,
            message: 'Missing field `occurrence`: a fixed moment belongs to one occurrence of the campaign',
            hint: `write \`occurrence: "${String(publishAt).slice(0, 4)}"\`, or count from the start: \`publishAt: { daysFromStart: 0, time: "09:00" }\``,
          }),
        ];
      }
      if (!isFixed && occurrence !== undefined) {
        return [
          problemAtField(
            draft,
            ['occurrence'],
            {
              ruleId: id,
              message: 'Unexpected field `occurrence`: times counted from the start hold in every occurrence',
              hint: 'remove it, or write fixed moments',
            },
            { part: 'key' },
          ),
        ];
      }
      const schedule = schedules.get(draft.parentFolder ?? '');
      if (!schedule) return [];
      return (['publishAt', 'expiresAt', 'pinUntil'] as const).flatMap((field) => {
        const time = draft.fields[field];
        const broken =
          time === undefined
            ? undefined
            : occurrencesOf(schedule, thisYear - 1, thisYear + 2).find(
                (one) => sendingMoment(time, one, zone) === undefined,
              );
        return broken
          ? [
              problemAtField(draft, [field, 'time'], {
                ruleId: 'date/clock-change',
                message: `Unexpected time: in ${broken.id} the clocks of ${zone} change just then, so it comes twice or not at all`,
                hint: 'write another hour',
              }),
            ]
          : [];
      });
    });
  },
};

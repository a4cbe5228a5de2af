import type { FieldPath, ItemDraft, RecordDraft } from '../../model/draft.ts';
import type { SendingTime } from '../../model/post.ts';
import type { Problem } from '../../model/problem.ts';
import { toEpochMs } from '../../model/time.ts';
import { aStudy, dated, MYTH, occurrence, PAGE, POST, STUDY, TIMES, YEARLY } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule, recordsOf, reviewedOriginals } from '../rule.ts';

const id = 'range/reversed';

export const rangeReversed: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'What ends before it starts never takes place: a post in it is never sent.',
  from: 'Aagahi',
  check(drafts) {
    return [
      ...originalsOf(drafts, 'campaigns').flatMap((draft) => {
        const { schedule, banner } = draft.fields;
        const days = schedule?.kind === 'dated' ? schedule.occurrences : [];
        return [
          ...days.flatMap(({ startsOn, endsOn }, index) =>
            endsOn < startsOn
              ? [reversed(draft, ['schedule', 'occurrences', index, 'endsOn'], endsOn, 'startsOn', startsOn)]
              : [],
          ),
          ...(banner && isReversed(banner.from, banner.until)
            ? [reversed(draft, ['banner', 'until'], shown(banner.until), 'from', shown(banner.from))]
            : []),
        ];
      }),
      ...reviewedOriginals(drafts).flatMap((draft) => {
        const { lastReviewedOn, nextReviewDueOn } = draft.fields;
        return lastReviewedOn && nextReviewDueOn && nextReviewDueOn <= lastReviewedOn
          ? [reversed(draft, ['nextReviewDueOn'], nextReviewDueOn, 'lastReviewedOn', lastReviewedOn)]
          : [];
      }),
      ...originalsOf(drafts, 'myths').flatMap((draft) => {
        const { firstSeenOn, publishedOn } = draft.fields;
        if (firstSeenOn === undefined || publishedOn === undefined || firstSeenOn <= publishedOn) return [];
        return [
          problemAtField(draft, ['publishedOn'], {
            ruleId: id,
            message: `Unexpected \`publishedOn\`: ${publishedOn} is before \`firstSeenOn\`, ${firstSeenOn}`,
            hint: 'write the day of the verdict, and the day on which the claim was first seen',
          }),
        ];
      }),
      ...originalsOf(drafts, 'studies').flatMap((draft) => {
        const { opensOn } = draft.fields;
        if (opensOn === undefined) return [];
        return (['closesOn', 'closedEarlyOn'] as const).flatMap((field) => {
          const end = draft.fields[field];
          return end === undefined || end >= opensOn ? [] : [reversed(draft, [field], end, 'opensOn', opensOn)];
        });
      }),
      ...originalsOf(drafts, 'posts').flatMap((draft) => {
        const { publishAt } = draft.fields;
        return (['expiresAt', 'pinUntil'] as const).flatMap((field) => {
          const until = draft.fields[field];
          if (publishAt === undefined || until === undefined || !isReversed(publishAt, until)) return [];
          return [reversed(draft, [field], shown(until), 'publishAt', shown(publishAt))];
        });
      }),
      ...originalsOf(drafts, 'updates').flatMap((draft) => {
        const { sentAt, expiresAt, nextUpdateDueAt } = draft.fields;
        if (!sentAt || !expiresAt) return [];
        if (toEpochMs(expiresAt) <= toEpochMs(sentAt))
          return [reversed(draft, ['expiresAt'], expiresAt, 'sentAt', sentAt)];
        if (nextUpdateDueAt === undefined) return [];
        if (toEpochMs(nextUpdateDueAt) <= toEpochMs(sentAt))
          return [reversed(draft, ['nextUpdateDueAt'], nextUpdateDueAt, 'sentAt', sentAt)];
        if (toEpochMs(nextUpdateDueAt) <= toEpochMs(expiresAt)) return [];
        return [
          problemAtField(draft, ['nextUpdateDueAt'], {
            ruleId: id,
            message: `Unexpected \`nextUpdateDueAt\`: ${nextUpdateDueAt} is after \`expiresAt\`, ${expiresAt}: this message would run out before the next one is there`,
            hint: 'write an earlier `nextUpdateDueAt`, or a later `expiresAt`',
          }),
        ];
      }),
      ...recordsOf(drafts, 'people').flatMap((draft) =>
        (draft.fields.roles ?? []).flatMap(({ startsOn, endsOn }, index) =>
          endsOn !== undefined && endsOn < startsOn
            ? [reversed(draft, ['roles', index, 'endsOn'], endsOn, 'startsOn', startsOn)]
            : [],
        ),
      ),
      ...recordsOf(drafts, 'sources').flatMap((draft) => {
        const { publishedOn, accessedOn } = draft.fields;
        return publishedOn && accessedOn && publishedOn.slice(0, 10) > accessedOn
          ? [reversed(draft, ['accessedOn'], accessedOn, 'publishedOn', publishedOn)]
          : [];
      }),
    ];
  },
  examples: [
    { name: 'ends after starts', said: [] },
    {
      name: 'an occurrence that ends before it starts',
      changes: { [PAGE]: [YEARLY, dated(occurrence('2026', '2026-03-18', '2026-03-17')).trimEnd()] },
      said: [
        `${PAGE}:8:15 Unexpected \`endsOn\`: 2026-03-17 is not after \`startsOn\`, 2026-03-18 → write a later \`endsOn\`, or an earlier \`startsOn\``,
      ],
    },
    {
      name: 'an occurrence of one day',
      changes: { [PAGE]: [YEARLY, dated(occurrence('2026', '2026-03-18', '2026-03-18')).trimEnd()] },
      said: [],
    },
    {
      name: 'a verdict from before anyone saw the claim',
      changes: { [MYTH]: ['publishedOn: 2026-11-02', 'publishedOn: 2026-10-31'] },
      said: [
        `${MYTH}:5:14 Unexpected \`publishedOn\`: 2026-10-31 is before \`firstSeenOn\`, 2026-11-01 → write the day of the verdict, and the day on which the claim was first seen`,
      ],
    },
    {
      name: 'a study that closes before it opens',
      changes: { [STUDY]: aStudy({ closesOn: '2026-11-15' }) },
      said: [
        `${STUDY}:4:11 Unexpected \`closesOn\`: 2026-11-15 is not after \`opensOn\`, 2026-11-16 → write a later \`closesOn\`, or an earlier \`opensOn\``,
      ],
    },
    {
      name: 'moments that are told apart by their offset alone',
      changes: {
        [POST]: [
          TIMES,
          'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-18T09:00:00+06:00"\noccurrence: "2026"',
        ],
      },
      said: [
        `${POST}:5:12 Unexpected \`expiresAt\`: 2026-03-18T09:00:00+06:00 is not after \`publishAt\`, 2026-03-18T09:00:00+05:00 → write a later \`expiresAt\`, or an earlier \`publishAt\``,
      ],
    },
  ],
};

function isReversed(from: SendingTime, until: SendingTime): boolean {
  if (typeof from === 'string' && typeof until === 'string') return toEpochMs(until) <= toEpochMs(from);
  if (typeof from === 'string' || typeof until === 'string') return false;
  return (
    until.daysFromStart < from.daysFromStart || (until.daysFromStart === from.daysFromStart && until.time <= from.time)
  );
}

function shown(time: SendingTime): string {
  return typeof time === 'string' ? time : `day ${time.daysFromStart}, ${time.time}`;
}

function reversed(
  draft: ItemDraft | RecordDraft,
  path: FieldPath,
  end: string,
  startName: string,
  start: string,
): Problem {
  const endName = String(path.at(-1));
  return problemAtField(draft, path, {
    ruleId: id,
    message: `Unexpected \`${endName}\`: ${end} is not after \`${startName}\`, ${start}`,
    hint: `write a later \`${endName}\`, or an earlier \`${startName}\``,
  });
}

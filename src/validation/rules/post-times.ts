import type { Problem } from '../../model/problem.ts';
import { anEvent, aPost, EVENT, POST, TIMES } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'post/times';

export const postTimes: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A post is sent once for each occurrence of its campaign, so every post says to which its times belong.',
  from: 'Aagahi',
  check(drafts) {
    const events = new Set(originalsOf(drafts, 'events').map(({ folder }) => folder));
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
      const isOfEvent = events.has(draft.parentFolder ?? '');
      if (isOfEvent && occurrence !== undefined) {
        return [
          problemAtField(
            draft,
            ['occurrence'],
            {
              ruleId: id,
              message: 'Unexpected field `occurrence`: an event takes place once',
              hint: 'remove it',
            },
            { part: 'key' },
          ),
        ];
      }
      if (isFixed && occurrence === undefined && !isOfEvent) {
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
      return [];
    });
  },
  examples: [
    { name: 'times counted from the start', said: [] },
    {
      name: 'moments with their occurrence',
      changes: {
        [POST]: [
          TIMES,
          'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"\noccurrence: "2026"',
        ],
      },
      said: [],
    },
    {
      name: 'moments without their occurrence',
      changes: {
        [POST]: [TIMES, 'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"'],
      },
      said: [
        `${POST}:4:12 Missing field \`occurrence\`: a fixed moment belongs to one occurrence of the campaign → write \`occurrence: "2026"\`, or count from the start: \`publishAt: { daysFromStart: 0, time: "09:00" }\``,
      ],
    },
    {
      name: 'an occurrence beside times that hold in all of them',
      changes: { [POST]: [TIMES, `${TIMES}\noccurrence: "2026"`] },
      said: [
        `${POST}:10:1 Unexpected field \`occurrence\`: times counted from the start hold in every occurrence → remove it, or write fixed moments`,
      ],
    },
    {
      name: 'a fixed moment in the thread of an event, which takes place once',
      changes: {
        [EVENT]: anEvent(),
        'events/water-talk/posts/begins/en.mdx': aPost('begins', 'We begin.').replace(
          TIMES,
          'publishAt: "2026-12-05T16:00:00+05:00"\nexpiresAt: "2026-12-05T17:00:00+05:00"',
        ),
      },
      said: [],
    },
    {
      name: 'an occurrence in the thread of an event',
      changes: {
        [EVENT]: anEvent(),
        'events/water-talk/posts/begins/en.mdx': aPost('begins', 'We begin.').replace(
          TIMES,
          'publishAt: "2026-12-05T16:00:00+05:00"\nexpiresAt: "2026-12-05T17:00:00+05:00"\noccurrence: "2026"',
        ),
      },
      said: [
        'events/water-talk/posts/begins/en.mdx:6:1 Unexpected field `occurrence`: an event takes place once → remove it',
      ],
    },
    {
      name: 'one time of each kind',
      changes: {
        [POST]: ['expiresAt:\n  daysFromStart: 1\n  time: "09:00"', 'expiresAt: "2026-03-19T09:00:00+05:00"'],
      },
      said: [
        `${POST}:7:12 Unexpected mixture: one time is a moment, the other counts from the campaign’s start → write both as moments, or both with \`daysFromStart\` and \`time\``,
      ],
    },
  ],
};

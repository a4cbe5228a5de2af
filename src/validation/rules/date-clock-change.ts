import { occurrencesOf, sendingMoment } from '../../model/occurrence.ts';
import { dayAt } from '../../model/time.ts';
import { anEvent, aPost, dated, EVENT, ORGANISATION, occurrence, PAGE, POST, YEARLY } from '../example-desk.ts';
import { organisationOf, originalsOf, problemAtField, type Rule } from '../rule.ts';

import { schedulesByFolder } from '../schedules-by-folder.ts';

const id = 'date/clock-change';

export const dateClockChange: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'An hour that the clocks skip or show twice is no moment: the post would go out at the wrong one, or never.',
  from: 'Aagahi',
  check(drafts, { now }) {
    const zone = organisationOf(drafts).timeZone ?? 'UTC';
    const thisYear = Number(dayAt(now, zone).slice(0, 4));
    const schedules = schedulesByFolder(drafts);
    return originalsOf(drafts, 'posts').flatMap((draft) => {
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
                ruleId: id,
                message: `Unexpected time: in ${broken.id} the clocks of ${zone} change just then, so it comes twice or not at all`,
                hint: 'write another hour',
              }),
            ]
          : [];
      });
    });
  },
  examples: [
    { name: 'hours that every clock shows once', said: [] },
    {
      name: 'a post counted from the day of an event, in an hour that the clocks leave out there',
      changes: {
        [ORGANISATION]: ['Asia/Karachi', 'Europe/Berlin'],
        [EVENT]: anEvent({ time: '{ zone: Europe/Berlin, starts: "2027-03-28T16:00", ends: "2027-03-28T17:30" }' }),
        'events/water-talk/posts/early/en.mdx': aPost('early', 'Today.').replace('time: "09:00"', 'time: "02:30"'),
      },
      said: [
        'events/water-talk/posts/early/en.mdx:6:9 Unexpected time: in water-talk the clocks of Europe/Berlin change just then, so it comes twice or not at all → write another hour',
      ],
    },
    {
      name: 'an hour that the clocks leave out',
      changes: {
        [ORGANISATION]: ['Asia/Karachi', 'Europe/Berlin'],
        [PAGE]: [YEARLY, dated(occurrence('2026', '2026-03-29', '2026-04-02')).trimEnd()],
        [POST]: ['daysFromStart: 0\n  time: "09:00"', 'daysFromStart: 0\n  time: "02:30"'],
      },
      said: [
        `${POST}:6:9 Unexpected time: in 2026 the clocks of Europe/Berlin change just then, so it comes twice or not at all → write another hour`,
      ],
    },
  ],
};

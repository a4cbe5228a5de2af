import type { Problem } from '../../model/problem.ts';
import { anEvent, EVENT } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule, todayOf } from '../rule.ts';

const id = 'recording/early';
const FILM = (day: string) =>
  `{ title: Talk, video: https://video.desk.example/talk, captions: ./talk.vtt, people: none, seconds: 60, publishedOn: ${day} }`;
const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:04.000\nWelcome.\n';
const IN_NOVEMBER = { time: '{ zone: Asia/Karachi, starts: "2026-11-05T16:00", ends: "2026-11-05T17:30" }' };

export const recordingEarly: Rule = {
  id,
  level: 'error',
  why: 'A film that is older than what it shows is another film, and one of a day to come nobody can have seen.',
  from: 'Aagahi',
  check(drafts, { now }) {
    const today = todayOf(drafts, now);
    const starts = new Map(
      originalsOf(drafts, 'events').flatMap(({ folder, fields: { time } }) =>
        time ? [[folder, time.starts.slice(0, 10)]] : [],
      ),
    );
    return drafts.items.flatMap((draft): Problem[] => {
      if (draft.collection !== 'events' && draft.collection !== 'episodes') return [];
      const { recording } = draft.fields;
      if (!recording) return [];
      const { publishedOn } = recording;
      const start = starts.get(draft.folder);
      const at = (message: string, hint: string) =>
        problemAtField(draft, ['recording', 'publishedOn'], { ruleId: id, message, hint });
      if (start !== undefined && publishedOn < start) {
        return [at(`Unexpected film of ${publishedOn}: the event begins on ${start}`, 'write the day of the film')];
      }
      if (publishedOn <= today) return [];
      return [
        at(
          `Unexpected film of ${publishedOn}: that day is still to come`,
          `write the day it was published, at the latest ${today}`,
        ),
      ];
    });
  },
  examples: [
    {
      name: 'a film of the day of an event',
      changes: {
        [EVENT]: anEvent({ ...IN_NOVEMBER, recording: FILM('2026-11-05') }),
        'events/water-talk/talk.vtt': CAPTIONS,
      },
      said: [],
    },
    {
      name: 'a film from before the event',
      changes: {
        [EVENT]: anEvent({ ...IN_NOVEMBER, recording: FILM('2026-11-04') }),
        'events/water-talk/talk.vtt': CAPTIONS,
      },
      said: [
        `${EVENT}:10:129 Unexpected film of 2026-11-04: the event begins on 2026-11-05 → write the day of the film`,
      ],
    },
    {
      name: 'a film of a day to come',
      changes: {
        [EVENT]: anEvent({ ...IN_NOVEMBER, recording: FILM('2026-11-24') }),
        'events/water-talk/talk.vtt': CAPTIONS,
      },
      said: [
        `${EVENT}:10:129 Unexpected film of 2026-11-24: that day is still to come → write the day it was published, at the latest 2026-11-23`,
      ],
    },
  ],
};

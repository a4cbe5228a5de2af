import { PHOTOGRAPH, parseConsent } from '../../model/consent.ts';
import type { Mention } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import { dayAt } from '../../model/time.ts';
import { anEvent, anEventInUrdu, EVENT, EVENT_IN_URDU, PAGE } from '../example-desk.ts';
import { organisationOf, type Rule } from '../rule.ts';

const id = 'image/consent';

export const imageConsent: Rule = {
  id,
  level: 'error',
  why: 'A face cannot be taken back: whoever can be known in a photograph or film has agreed to be shown, in writing.',
  from: 'HIPAA, full-face photographs, 45 CFR 164.514(b)(2)(i)(Q); WMA Declaration of Lisbon on the Rights of the Patient',
  check(drafts, { now }) {
    const today = dayAt(now, organisationOf(drafts).timeZone ?? 'UTC');
    return drafts.items.flatMap(({ file, mentions }) =>
      mentions.flatMap((mention): Problem[] => {
        const found = mention.kind === 'image' || mention.kind === 'film' ? findFault(mention, today) : undefined;
        return found ? [{ file, ...mention.position, severity: 'error', ruleId: id, ...found }] : [];
      }),
    );
  },
  examples: [
    {
      name: 'a drawing',
      said: [],
    },
    {
      name: 'a photograph with a form, and one in which nobody can be known',
      changes: {
        [PAGE]: [
          '<Figure src="./tap.png" alt="A glass is filled at a tap" caption="Fill a clean glass" />',
          '<Figure src="./tap.jpg" alt="A woman fills a glass" consent="FORM-14, 2026-11-01 to 2027-10-31" />\n\n<Figure src="./well.jpg" alt="A well" people="none" />',
        ],
      },
      said: [],
    },
    {
      name: 'photographs of which nothing is said',
      changes: {
        [PAGE]: [
          '<Figure src="./tap.png" alt="A glass is filled at a tap" caption="Fill a clean glass" />',
          '<Figure src="./tap.jpg" alt="A woman fills a glass" />\n\n![A well](./well.webp)',
        ],
      },
      said: [
        `${PAGE}:30:14 Missing \`consent\` for a photograph: has everyone who can be known in it agreed? → write the number of the signed form and its day, \`consent="FORM-14, 2026-11-01"\`, or \`people="none"\``,
        `${PAGE}:32:1 Missing \`consent\` for a photograph: has everyone who can be known in it agreed? → write it as <Figure src="./well.webp" alt="…" consent="FORM-14, 2026-11-01" />, or with \`people="none"\``,
      ],
    },
    {
      name: 'films: one of nobody, and one of which nothing is said',
      changes: {
        [EVENT]: anEvent({ recording: aFilm('people: none') }),
        [EVENT_IN_URDU]: anEventInUrdu({ recording: aFilm() }),
        'events/water-talk/talk.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nWelcome.\n',
      },
      said: [
        `${EVENT_IN_URDU}:5:34 Missing \`consent\` for a film: has everyone who can be known in it agreed? → write the form and its day, \`consent: "FORM-14, 2026-11-01"\`, or \`people: none\``,
      ],
    },
    {
      name: 'forms that hold no more, or not yet, or that nobody needs',
      changes: {
        [PAGE]: [
          '<Figure src="./tap.png" alt="A glass is filled at a tap" caption="Fill a clean glass" />',
          '<Figure src="./a.jpg" alt="A tap" consent="7, 2025-11-01 to 2026-10-31" />\n\n<Figure src="./b.jpg" alt="A tap" consent="7, 2026-12-01" />\n\n<Figure src="./c.jpg" alt="A tap" consent="7, 2026-11-01" people="none" />',
        ],
      },
      said: [
        `${PAGE}:30:14 Unexpected consent that ended on 2026-10-31 → take the photograph out, or ask again and write the new form`,
        `${PAGE}:32:14 Unexpected consent of 2026-12-01: that day is still to come → write the day it was signed`,
        `${PAGE}:34:14 Unexpected \`consent\` beside \`people="none"\`: one of the two is wrong → keep \`consent\` if anyone can be known in it`,
      ],
    },
  ],
};

function aFilm(...said: readonly string[]): string {
  const fields = [
    'title: Talk',
    'video: https://video.desk.example/talk',
    'captions: ./talk.vtt',
    'seconds: 60',
    'publishedOn: 2026-11-05',
    ...said,
  ];
  return `{ ${fields.join(', ')} }`;
}

function findFault(
  { kind, value, consent: said }: Mention,
  today: string,
): Pick<Problem, 'message' | 'hint' | 'byClock'> | undefined {
  const what = kind === 'film' ? 'film' : 'photograph';
  if (kind === 'image' && !PHOTOGRAPH.test(value)) return undefined;
  const consent = said?.consent === undefined ? undefined : parseConsent(said.consent);
  // The reader has told of what it cannot read.
  if (said?.consent !== undefined && !consent) return undefined;
  if (consent && said?.people !== undefined) {
    const message = 'Unexpected `consent` beside `people="none"`: one of the two is wrong';
    return { message, hint: 'keep `consent` if anyone can be known in it' };
  }
  if (said?.people !== undefined) return undefined;
  if (!consent) {
    const message = `Missing \`consent\` for a ${what}: has everyone who can be known in it agreed?`;
    if (kind === 'film')
      return { message, hint: 'write the form and its day, `consent: "FORM-14, 2026-11-01"`, or `people: none`' };
    const hint = said
      ? 'write the number of the signed form and its day, `consent="FORM-14, 2026-11-01"`, or `people="none"`'
      : `write it as <Figure src="${value}" alt="…" consent="FORM-14, 2026-11-01" />, or with \`people="none"\``;
    return { message, hint };
  }
  if (consent.givenOn > today) {
    const message = `Unexpected consent of ${consent.givenOn}: that day is still to come`;
    return { message, hint: 'write the day it was signed' };
  }
  if (consent.until !== undefined && consent.until < today) {
    const message = `Unexpected consent that ended on ${consent.until}`;
    return { message, hint: `take the ${what} out, or ask again and write the new form`, byClock: true };
  }
  return undefined;
}

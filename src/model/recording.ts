import { z } from 'zod';
import { parseConsent } from './consent.ts';
import { formatted, line, webAddress } from './text.ts';
import { day } from './time.ts';

/** Endings of the films that the desk keeps itself: formats that every browser plays. */
export const FILM_NAME = /\.(webm|mp4)$/i;

const beside = (endings: RegExp, what: string, example: string) =>
  formatted(
    (value) =>
      value.startsWith('./') && !value.split('/').includes('..') && endings.test(value)
        ? undefined
        : {
            ruleId: 'field/file',
            message: `Unexpected ${what} \`${value}\``,
            hint: `put the file beside this one and write for example \`${example}\``,
          },
    {},
  );

/** A film with its captions, in one language. What is said in it is shown as text from the captions. */
export const recordingSchema = z.strictObject({
  title: line.describe('What the film is called'),
  video: z
    .union([webAddress, beside(FILM_NAME, 'film', './talk.en.webm')])
    .describe('Address of the film, or a file beside this one: `./talk.en.webm`'),
  captions: beside(/\.vtt$/i, 'captions', './talk.en.vtt').describe(
    'WebVTT file beside this one; what is said is shown below the film from it',
  ),
  poster: beside(/\.(png|jpe?g|webp)$/i, 'picture', './talk.en.png')
    .optional()
    .describe('A still of the film, shown before it plays'),
  consent: formatted(
    (value) =>
      parseConsent(value)
        ? undefined
        : {
            ruleId: 'field/consent',
            message: `Unexpected consent \`${value}\``,
            hint: 'write the number of the signed form and the day, and the last day if it ends: `"FORM-14, 2026-11-01 to 2027-10-31"`',
          },
    {},
  )
    .optional()
    .describe('The signed form of those who can be known in the film, and its days'),
  people: z.literal('none').optional().describe('Says that nobody can be known in it'),
  seconds: z.int().min(1).max(86_400).describe('How long it lasts'),
  publishedOn: day.describe('Day on which the film could first be seen'),
});

export type Recording = z.infer<typeof recordingSchema>;

/** Where a film comes from. `youtube`: its id there. `elsewhere`: an address that can only be opened. */
export type FilmPlace =
  | { kind: 'own'; file: string }
  | { kind: 'youtube'; id: string }
  | { kind: 'elsewhere'; address: string };

/** Where the film of a recording comes from. */
export function filmPlace(video: string): FilmPlace {
  if (!URL.canParse(video)) return { kind: 'own', file: video };
  const { hostname, pathname, searchParams } = new URL(video);
  const host = hostname.replace(/^(www|m)\./, '');
  const id =
    host === 'youtu.be'
      ? pathname.slice(1)
      : host === 'youtube.com' || host === 'youtube-nocookie.com'
        ? (searchParams.get('v') ?? /^\/(?:embed|live|shorts)\/([^/]+)/.exec(pathname)?.[1])
        : undefined;
  return id !== undefined && /^[\w-]{11}$/.test(id) ? { kind: 'youtube', id } : { kind: 'elsewhere', address: video };
}

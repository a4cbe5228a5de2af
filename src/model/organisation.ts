import { z } from 'zod';
import { DIRECTIONS, languageTag, localized } from './language.ts';
import { DEFAULT_POLICY, policySchema } from './policy.ts';
import { colour, country, id, line, markPath, webAddress } from './text.ts';
import { timeZone } from './time.ts';
import { topicSchema } from './topic.ts';

const helplineSchema = z.strictObject({
  id: id.describe('Name used in `helplines`'),
  country,
  name: localized(line),
  number: line.describe('Number as a person in that country dials it'),
  hours: localized(line).optional().describe('When someone answers'),
  url: webAddress.optional(),
  emergency: z.boolean().optional().describe('Whether it is the one to call when a life is in danger'),
});

/** A telephone line that readers can call. */
export type Helpline = z.infer<typeof helplineSchema>;

const languageSchema = z.strictObject({
  tag: languageTag,
  name: line.describe('The language’s name in itself'),
  direction: z.enum(DIRECTIONS),
});

export type Language = z.infer<typeof languageSchema>;

/** `content/organisation.yml`: whose desk this is. */
export const organisationSchema = z.strictObject({
  id,
  name: localized(line),
  description: localized(line).describe('One sentence on what the organisation does'),
  demonstration: localized(line)
    .optional()
    .describe('Notice shown on every page of a demonstration; leave out for a real desk'),
  url: webAddress.describe('Where the site is served, with its path: https://example.org/awareness/'),
  languages: z.array(languageSchema).min(1).describe('Languages of the site; the first is the default'),
  timeZone: timeZone.describe('Zone in which days and times without an offset are meant'),
  country,
  contact: z.strictObject({ email: z.email().describe('Where readers write to') }),
  brand: z.strictObject({
    primary: colour.describe('Ground of cards and of the site’s header'),
    secondary: colour.describe('Second ground colour, for gradients'),
    accent: colour.describe('Colour of hashtags and of the call to action on the ground'),
    text: colour.describe('Colour of text on the ground'),
    mark: markPath
      .optional()
      .describe('The organisation’s mark in one colour: the path data (`d`) of an SVG of 100×100; left out, a plus'),
  }),
  licence: localized(line)
    .optional()
    .describe('How others may use the organisation’s texts and pictures, in a sentence'),
  helplines: z.array(helplineSchema).default([]),
  topics: z.array(topicSchema).default([]).describe('What readers look under, in the order in which it is shown'),
  policy: policySchema.default(DEFAULT_POLICY).describe('What is asked of content, and by whom it is approved'),
  blanks: z.record(id, localized(line)).default({}).describe('Words for the blanks of content/pages, by their names'),
});

export type Organisation = z.infer<typeof organisationSchema>;

/** The organisation's words for a blank in `language`; `undefined` where the blank is open in that language. */
export function blankWords(
  { blanks }: Pick<Organisation, 'blanks'>,
  name: string,
  language: string,
): string | undefined {
  const words = Object.hasOwn(blanks, name) ? blanks[name] : undefined;
  return words && Object.hasOwn(words, language) ? words[language] : undefined;
}

/** The organisation's entry for a language; content is refused in languages that have none. */
export function languageOf(organisation: Organisation, tag: string): Language {
  const found = organisation.languages.find((language) => language.tag === tag);
  if (!found) throw new RangeError(`${tag} is not among the organisation's languages`);
  return found;
}

/** The language of readers about whom nothing is known: the first in the organisation's list. */
export function defaultLanguage(organisation: Organisation): Language {
  const [first] = organisation.languages;
  if (!first) throw new RangeError('the organisation has no language');
  return first;
}

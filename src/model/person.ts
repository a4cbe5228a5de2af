import { z } from 'zod';
import { languageTag, localized } from './language.ts';
import { distinct, id, line } from './text.ts';
import { day } from './time.ts';

export const ROLES = [
  'author',
  'translator',
  'editor',
  'clinician',
  'legal',
  'duty-approver',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** `content/people/<id>.yml`: someone who works at the desk. */
export const personSchema = z.strictObject({
  id: id.describe('Permanent name of this person within the desk'),
  name: localized(line).describe('Name as readers see it, by language'),
  title: localized(line).optional().describe('What this person is, by language'),
  github: z
    .string()
    .regex(/^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/)
    .optional()
    .describe('GitHub login, which approvals are read from'),
  roles: z
    .array(
      z.strictObject({
        role: z.enum(ROLES),
        startsOn: day,
        endsOn: day.optional().describe('Last day in this role; leave out while it lasts'),
        scope: z
          .strictObject({
            items: distinct(z.array(id).min(1))
              .optional()
              .describe('Ids of campaigns, incidents, myths, questions, events, series, episodes, studies and pages'),
            languages: distinct(z.array(languageTag).min(1)).optional(),
          })
          .optional()
          .describe('What the role is limited to; left out, everything'),
      }),
    )
    .min(1)
    .describe('What this person may do, and when'),
  channels: z
    .array(
      z.strictObject({
        channel: id.describe('Id of a file in content/channels'),
        startsOn: day,
        endsOn: day.optional().describe('Last day of the access; leave out while it lasts'),
      }),
    )
    .default([])
    .describe('Accounts this person can sign in to, and when'),
});

export type Person = z.infer<typeof personSchema>;

import { z } from 'zod';
import { languageTag, localized } from './language.ts';
import { NETWORKS } from './network.ts';
import { distinct, id, line, webAddress } from './text.ts';
import { day, timeOfDay, timeZone } from './time.ts';

/** `unlisted`: in nobody's public timeline, and open to everyone who has its address. */
export const VISIBILITIES = ['public', 'unlisted'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/**
 * What one instance of a network allows, where instances differ. Written by `npm run limits`; the program reads it again
 * when it sends, and keeps to the lower.
 */
const limitsSchema = z.strictObject({
  readOn: day.describe('Day on which the instance said so'),
  software: line.optional(),
  textLimit: z.int().positive().optional().describe('Characters of a post'),
  linkLength: z.int().positive().optional().describe('Characters that a link counts'),
  pictureCount: z.int().min(0).optional(),
  pictureBytes: z.int().min(0).optional(),
  altLimit: z.int().min(0).optional().describe('Characters of the words in place of a picture'),
  pins: z.int().min(0).optional().describe('Posts at the top of the profile'),
});

/** `content/channels/<id>.yml`: one account of the organisation on one network. */
export const channelSchema = z.strictObject({
  id: id.describe('Permanent name; the ledger and the name of the channel’s secret follow from it'),
  network: z.enum(NETWORKS),
  name: line.describe('What the desk calls this account'),
  account: line.optional().describe('Handle as readers see it, for example @sehatdesk.example'),
  profile: webAddress.optional().describe('Address of the public profile'),
  languages: distinct(z.array(languageTag).min(1)).describe('Languages this account posts in'),
  timeZone: timeZone.optional().describe('Zone its readers live in; left out, the organisation’s'),
  visibility: z
    .enum(VISIBILITIES)
    .default('public')
    .describe('Who is shown its posts, where a network lets one choose'),
  quietHours: z
    .strictObject({ from: timeOfDay, until: timeOfDay })
    .optional()
    .describe('Hours of its time zone in which only a crisis is posted'),
  minimumGapMinutes: z
    .int()
    .min(0)
    .max(10_080)
    .default(0)
    .describe('Least time between two posts; a crisis does not wait'),
  tagLinks: z
    .boolean()
    .default(true)
    .describe('Whether links to the desk’s own pages say which channel, campaign and post they were followed from'),
  defaultPin: id
    .optional()
    .describe('Id of the post that stands at the top when no other does; left out, what stood there before comes back'),
  defaultBanner: line
    .optional()
    .describe('Picture beside this file (`./banner.png`) when no campaign shows one; left out, the former comes back'),
  test: z
    .boolean()
    .default(false)
    .describe('An account that the public does not follow: exercises and tests go nowhere else'),
  limits: limitsSchema.optional().describe('What the instance allows, written by `npm run limits`'),
  audience: localized(line).describe('Who follows this account, by language'),
  voice: localized(line).describe('How the desk speaks here, by language'),
});

export type InstanceLimits = Omit<z.infer<typeof limitsSchema>, 'readOn'>;
export type Channel = z.infer<typeof channelSchema>;

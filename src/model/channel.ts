import { z } from 'zod';
import { languageTag, localized } from './language.ts';
import { NETWORKS } from './network.ts';
import { distinct, id, line, webAddress } from './text.ts';
import { timeZone } from './time.ts';

/** `content/channels/<id>.yml`: one account of the organisation on one network. */
export const channelSchema = z.strictObject({
  id: id.describe('Permanent name; the ledger and the name of the channel’s secret follow from it'),
  network: z.enum(NETWORKS),
  name: line.describe('What the desk calls this account'),
  account: line.optional().describe('Handle as readers see it, for example @sehatdesk.example'),
  profile: webAddress.optional().describe('Address of the public profile'),
  languages: distinct(z.array(languageTag).min(1)).describe('Languages this account posts in'),
  timeZone: timeZone.optional().describe('Zone its readers live in; left out, the organisation’s'),
  audience: localized(line).describe('Who follows this account, by language'),
  voice: localized(line).describe('How the desk speaks here, by language'),
});

export type Channel = z.infer<typeof channelSchema>;

import { z } from 'zod';
import { localized } from './language.ts';
import { distinct, id, line } from './text.ts';

/** A subject that readers look under, whatever kind of page it is on. */
export const topicSchema = z.strictObject({
  id: id.describe('Name used in `topics`'),
  name: localized(line).describe('As the index of topics shows it'),
});

export type Topic = z.infer<typeof topicSchema>;

/** The topics that an item stands under: ids of `topics` in `content/organisation.yml`. */
export const topicIds = distinct(z.array(id).min(1)).describe('Ids of `topics` in content/organisation.yml');

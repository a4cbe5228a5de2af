import type { Schedule } from '../model/campaign.ts';
import type { Drafts } from '../model/draft.ts';
import { eventSchedule } from '../model/event.ts';
import { organisationOf, originalsOf } from './rule.ts';

/** When each campaign and each event takes place, by its folder, as far as that is right. */
export function schedulesByFolder(drafts: Drafts): ReadonlyMap<string, Schedule> {
  const zone = organisationOf(drafts).timeZone ?? 'UTC';
  return new Map([
    ...originalsOf(drafts, 'campaigns').flatMap(({ folder, fields: { schedule } }): [string, Schedule][] =>
      schedule ? [[folder, schedule]] : [],
    ),
    ...originalsOf(drafts, 'events').flatMap(({ folder, fields: { id, time } }): [string, Schedule][] =>
      id !== undefined && time ? [[folder, eventSchedule({ id, time }, zone)]] : [],
    ),
  ]);
}

import type { Campaign } from '../model/content.ts';
import { type Occurrence, occurrencesOf } from '../model/occurrence.ts';

/** A campaign beside the occurrence that a visitor should hear of. */
export interface CampaignTime {
  campaign: Campaign;
  /** `over`: the last of all occurrences lies in the past. */
  state: 'now' | 'next' | 'over';
  occurrence: Occurrence;
}

/**
 * The occurrence that takes place on the calendar day `today`; without one the next; without one the last. `undefined`
 * for a campaign whose occurrences lie more than ten years away.
 */
export function campaignTime(campaign: Campaign, today: string): CampaignTime | undefined {
  const year = Number(today.slice(0, 4));
  const occurrences = occurrencesOf(campaign.schedule, year - 10, year + 10);
  const coming = occurrences.find(({ endsOn }) => endsOn >= today);
  if (coming) return { campaign, state: coming.startsOn <= today ? 'now' : 'next', occurrence: coming };
  const last = occurrences.at(-1);
  return last && { campaign, state: 'over', occurrence: last };
}

/** The times of all campaigns: what ends or starts soonest first, what is over last and the latest of it first. */
export function campaignTimes(campaigns: readonly Campaign[], today: string): CampaignTime[] {
  const order = { now: 0, next: 1, over: 2 };
  return campaigns
    .flatMap((campaign) => campaignTime(campaign, today) ?? [])
    .toSorted((a, b) => order[a.state] - order[b.state] || compareWithin(a, b));
}

function compareWithin(a: CampaignTime, b: CampaignTime): number {
  if (a.state === 'now') return a.occurrence.endsOn < b.occurrence.endsOn ? -1 : 1;
  const earlier = a.occurrence.startsOn < b.occurrence.startsOn ? -1 : 1;
  return a.state === 'next' ? earlier : -earlier;
}

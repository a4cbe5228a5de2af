import type { Campaign, Content, Post } from '../model/content.ts';
import { plannedCampaigns } from '../model/event-campaign.ts';
import { type Occurrence, occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import type { Person, Role } from '../model/person.ts';
import type { SendingTime } from '../model/post.ts';
import { holdsRole } from '../model/roster.ts';
import { dayAt, type EpochMs } from '../model/time.ts';
import { languagesOn } from '../posts/compose-post.ts';
import type { Asked } from './approval-gate.ts';
import { type WordedAt, wordedAt } from './worded-at.ts';

/** Something that a change asks approvals for: a post or a banner, on every channel and in every language that it is about. */
export interface Outlook {
  item: string;
  campaign: string;
  asks: readonly { asked: Asked; now: WordedAt }[];
  /** Whether its words are the same as before: it was only touched. */
  isSame: boolean;
}

export interface OutlookInput {
  before: Content | undefined;
  after: Content;
  /** Files that the change touches, by their paths of the checkout. */
  touched: ReadonlySet<string>;
  /** Name of the content folder, as those paths have it. */
  folder: string;
  now: EpochMs;
}

/**
 * What the reviews of a change count for: everything that says something else than before, and what the change touches the
 * files of, in the next occurrence. The outbox needs nobody.
 */
export function approvalOutlook(input: OutlookInput): Outlook[] {
  return plannedCampaigns(input.after).flatMap((campaign) => [
    ...campaign.posts.flatMap((post) => outlookOf(post.id, campaign, asksOfPost(campaign, post, input), input)),
    ...outlookOf(`campaign-${campaign.id}`, campaign, asksOfBanner(campaign, input), input),
  ]);
}

/** People who may approve something as a role: those of the roster before the change, who had no hand in it. */
export function mayApprove(
  role: Role,
  { asks }: Pick<Outlook, 'asks'>,
  { people, day, authors }: { people: ReadonlyMap<string, Person>; day: string; authors: ReadonlySet<string> },
): Person[] {
  return [...people.values()].filter(
    (person) =>
      !authors.has(person.github?.toLowerCase() ?? '') &&
      asks.every(
        ({ asked, now }) =>
          !now.writers.includes(person.id) &&
          holdsRole(person, role, { on: day, item: asked.campaign, language: asked.language }),
      ),
  );
}

function outlookOf(item: string, { id }: Campaign, all: readonly Asked[], input: OutlookInput): Outlook[] {
  const { before, after, touched, folder } = input;
  const asks = all.flatMap((asked) => {
    const now = wordedAt(after, asked, folder);
    if (!now) return [];
    // The hash is not known before the words are.
    const whole = { asked: { ...asked, words: now.words }, now };
    const isSame = wordedAt(before, asked, folder)?.words === now.words;
    return isSame && !now.own.some((file) => touched.has(file)) ? [] : [{ ...whole, isSame }];
  });
  if (asks.length === 0) return [];
  // Beside what says something else, what was only touched would ask for more than there is to read.
  const changed = asks.filter(({ isSame }) => !isSame);
  return [{ item, campaign: id, asks: changed.length > 0 ? changed : asks, isSame: changed.length === 0 }];
}

function asksOfPost(campaign: Campaign, post: Post, { after, now }: OutlookInput): Asked[] {
  const occurrence = nextOccurrence(campaign, post.expiresAt, after, now, post.occurrence);
  if (!occurrence) return [];
  return post.channels.flatMap((id) => {
    const channel = after.channels.get(id);
    if (!channel || channel.network === 'outbox') return [];
    return languagesOn(post, channel).map((language) => ({
      kind: 'post' as const,
      campaign: campaign.id,
      item: post.id,
      occurrence: occurrence.id,
      channel: id,
      language,
      risk: post.risk ?? campaign.risk,
      words: '',
    }));
  });
}

function asksOfBanner(campaign: Campaign, { after, now }: OutlookInput): Asked[] {
  const { banner } = campaign;
  const occurrence = banner && nextOccurrence(campaign, banner.until, after, now);
  if (!occurrence) return [];
  return banner.channels.flatMap((id) => {
    const channel = after.channels.get(id);
    if (!channel || channel.network === 'outbox') return [];
    const language = channel.languages.find((tag) => campaign.versions[tag]) ?? campaign.originalLanguage;
    return {
      kind: 'banner' as const,
      campaign: campaign.id,
      item: `campaign-${campaign.id}`,
      occurrence: occurrence.id,
      channel: id,
      language,
      risk: campaign.risk,
      words: '',
    };
  });
}

/** The first whose time is not over. */
function nextOccurrence(
  { schedule }: Campaign,
  end: SendingTime,
  { organisation }: Content,
  now: EpochMs,
  only?: string,
): Occurrence | undefined {
  const year = Number(dayAt(now, organisation.timeZone).slice(0, 4));
  return occurrencesOf(schedule, year - 1, year + 2)
    .filter(({ id }) => only === undefined || id === only)
    .find((one) => (sendingMoment(end, one, organisation.timeZone) ?? 0) > now);
}

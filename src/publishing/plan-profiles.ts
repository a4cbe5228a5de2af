import type { Asked } from '../approvals/approval-gate.ts';
import { riskOf, wordedBanner } from '../approvals/approved-words.ts';
import type { Card } from '../cards/card.ts';
import { type LedgerRecord, type Subject, subjectText } from '../ledger/entry.ts';
import type { Channel } from '../model/channel.ts';
import type { Campaign, Post } from '../model/content.ts';
import { plannedCampaigns } from '../model/event-campaign.ts';
import { publishedCampaigns } from '../model/incident-campaign.ts';
import { occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import type { RiskClass } from '../model/risk.ts';
import { dayAt } from '../model/time.ts';
import { languagesOn, networkOf } from '../posts/compose-post.ts';
import type { PostsInput } from './plan-context.ts';
import { disconnected, inFlight, keptBack, leadsHere, obstacleTo, passOf } from './plan-holds.ts';
import { refOf } from './plan-records.ts';
import { type HoldReason, type PlannedChange, unsettledIn } from './planned.ts';
import type { BannerImage, BannerRequest, PinRequest, Profile, Ref } from './ports.ts';

export interface ProfilesInput extends PostsInput {
  /** What each profile shows, by channel id; missing where it was not looked at. */
  profiles: ReadonlyMap<string, Profile>;
}

/**
 * What is to be done about the top of each profile: the newest post that asks for it is pinned, a crisis before all others,
 * and the card of the campaign that asks for it is the banner; in the end the channel's default comes back, or what was
 * there before the desk changed it. What somebody changed by hand is reported and left as it is. Pure.
 */
export function planProfiles(input: ProfilesInput): PlannedChange[] {
  return [...input.content.channels.values()].flatMap((channel) => {
    const network = networkOf(channel);
    return [...(network.pin ? planPin(channel, input) : []), ...(network.banner ? planBanner(channel, input) : [])];
  });
}

/** Whether the desk has, or has had, something to say about a profile: only then it is looked at. */
export function concernsProfile(channel: Channel, input: PostsInput): boolean {
  const { pin, banner } = networkOf(channel);
  return (
    (pin &&
      (wantedPin(channel, input) !== undefined ||
        claimOf({ action: 'pin', channel: channel.id }, input) !== undefined)) ||
    (banner &&
      (wantedBanner(channel, input) !== undefined ||
        claimOf({ action: 'banner', channel: channel.id }, input) !== undefined))
  );
}

/** What a profile shows if nobody has touched it since the desk did: for a plan that is made without asking. */
export function expectedProfile(channel: Channel, ledger: PostsInput['ledger']): Profile {
  const pin = ledger.get(subjectText({ action: 'pin', channel: channel.id }))?.confirmed?.sending?.request;
  const banner = ledger.get(subjectText({ action: 'banner', channel: channel.id }))?.confirmed?.entry.uri;
  return { pin: (pin as PinRequest | undefined)?.set ?? null, banner: banner || null };
}

/** What the desk put there last, and has not put back. */
function claimOf(subject: Subject, { ledger }: PostsInput): LedgerRecord | undefined {
  const record = ledger.get(subjectText(subject));
  return record?.sending && record.last.state !== 'released' ? record : undefined;
}

interface WantedPin {
  ref: Ref;
  risk: RiskClass;
  aim: string;
}

/** The post that should stand at the top: of those that ask for it and are there, the newest, a crisis before all. */
function wantedPin(channel: Channel, input: PostsInput): WantedPin | undefined {
  const { content, now } = input;
  const candidates = publishedCampaigns(content).flatMap((campaign) =>
    campaign.posts.flatMap((post) => {
      const { pinUntil } = post;
      if (pinUntil === undefined || !post.channels.includes(channel.id)) return [];
      const risk = riskOf(post, campaign);
      return occurrencesAround(campaign, post, input).flatMap((occurrence) => {
        const { timeZone } = content.organisation;
        const publishAt = sendingMoment(post.publishAt, occurrence, timeZone);
        const until = sendingMoment(pinUntil, occurrence, timeZone);
        if (publishAt === undefined || until === undefined || now < publishAt || now >= until) return [];
        const record = newestCopy(post, occurrence.id, channel, input);
        return record
          ? [{ ref: refOf(record, input.ledger), risk, publishAt, aim: `${post.id} (${occurrence.id})` }]
          : [];
      });
    }),
  );
  const [first] = candidates.toSorted(
    (a, b) =>
      Number(b.risk === 'crisis') - Number(a.risk === 'crisis') ||
      b.publishAt - a.publishAt ||
      (a.aim < b.aim ? -1 : 1),
  );
  return first ?? defaultPin(channel, input);
}

function defaultPin(channel: Channel, input: PostsInput): WantedPin | undefined {
  if (channel.defaultPin === undefined) return undefined;
  for (const campaign of plannedCampaigns(input.content)) {
    const post = campaign.posts.find(({ id }) => id === channel.defaultPin);
    if (!post) continue;
    const years = occurrencesAround(campaign, post, input).toReversed();
    const record = years.map(({ id }) => newestCopy(post, id, channel, input)).find((found) => found !== undefined);
    if (record) return { ref: refOf(record, input.ledger), risk: 'routine', aim: `${post.id}, the default` };
  }
  return undefined;
}

function occurrencesAround({ schedule }: Campaign, post: Post, { content, now }: PostsInput) {
  const year = Number(dayAt(now, content.organisation.timeZone).slice(0, 4));
  return occurrencesOf(schedule, year - 1, year + 1).filter(
    ({ id }) => post.occurrence === undefined || post.occurrence === id,
  );
}

/** The first part of what readers have of a post, in the first of the channel's languages in which they have it. */
function newestCopy(
  post: Post,
  occurrence: string,
  channel: Channel,
  { ledger }: PostsInput,
): LedgerRecord | undefined {
  for (const language of languagesOn(post, channel)) {
    const copy = { item: post.id, occurrence, channel: channel.id, language };
    const revisions =
      post.correction?.by === 'replace' ? [new Date(post.correction.at).toISOString().replace('.000', '')] : [];
    for (const revision of [...revisions, undefined]) {
      const key = { ...copy, part: 1, ...(revision !== undefined && { revision }) };
      const record = ledger.get(subjectText({ action: 'post', ...key }));
      const isGone = ledger.get(subjectText({ action: 'withdraw', ...key }))?.last.state === 'tombstoned';
      if (record?.last.state === 'confirmed' && !isGone) return record;
    }
  }
  return undefined;
}

function planPin(channel: Channel, input: ProfilesInput): PlannedChange[] {
  const subject: Subject = { action: 'pin', channel: channel.id };
  const wanted = wantedPin(channel, input);
  const claim = claimOf(subject, input);
  if (!wanted && !claim) return [];
  const ours = claim?.sending?.request as PinRequest | undefined;
  const aim = wanted?.aim ?? (ours?.former ? 'what was pinned before' : 'no pinned post');
  const base = {
    action: 'pin' as const,
    subject,
    channel: channel.id,
    ...ALWAYS,
    risk: wanted?.risk ?? ('routine' as const),
    aim,
  };
  const hold = (why: HoldReason): PlannedChange[] => [{ ...base, kind: 'hold', why }];
  const profile = input.profiles.get(channel.id);
  const away = disconnected(channel.id, input);
  if (!profile) return away ? hold(away) : [];
  const set = wanted ? wanted.ref : (ours?.former ?? null);
  const shown = profile.pin;
  const words = set?.uri ?? '';
  const unsettled = claim && unsettledIn(claim);
  if (isSamePin(shown, set)) {
    // What was wanted is there. Only what nobody was sure about has to be written down.
    return unsettled && claim ? settle(base, claim, input) : [];
  }
  const isKnown =
    !ours ||
    isSamePin(shown, ours.set) ||
    (unsettled !== undefined && isSamePin(shown, ours.was)) ||
    (claim?.last.state === 'failed' && isSamePin(shown, ours.was));
  if (!isKnown) return wanted ? hold({ kind: 'changed-by-hand', shows: shown?.uri ?? null }) : [];
  const why = reasonToWait(claim, base, words, input);
  if (why) return hold(why);
  const former = ours ? ours.former : shown;
  return [{ ...base, kind: 'change', request: { action: 'pin', channel: channel.id, set, was: shown, former }, words }];
}

interface WantedBanner {
  image: BannerImage;
  risk: RiskClass;
  aim: string;
  words: string;
  /** The picture and what is to be approved; missing where it is not the desk's own making. */
  card?: Card;
  asks?: Asked;
}

function wantedBanner(channel: Channel, input: PostsInput): WantedBanner | undefined {
  const { content, now } = input;
  const { timeZone } = content.organisation;
  const candidates = publishedCampaigns(content).flatMap((campaign) => {
    const { banner } = campaign;
    if (!banner?.channels.includes(channel.id)) return [];
    const language = channel.languages.find((tag) => campaign.versions[tag]) ?? campaign.originalLanguage;
    const year = Number(dayAt(now, timeZone).slice(0, 4));
    return occurrencesOf(campaign.schedule, year - 1, year + 1).flatMap((occurrence) => {
      const from = sendingMoment(banner.from, occurrence, timeZone);
      const until = sendingMoment(banner.until, occurrence, timeZone);
      if (from === undefined || until === undefined || now < from || now >= until) return [];
      const { card, words, approved } = wordedBanner(campaign, language, content);
      return [
        {
          image: { kind: 'card' as const, card },
          risk: campaign.risk,
          from,
          words,
          aim: `the card of ${campaign.id} (${occurrence.id})`,
          card,
          asks: {
            kind: 'banner' as const,
            campaign: campaign.id,
            item: `campaign-${campaign.id}`,
            occurrence: occurrence.id,
            channel: channel.id,
            language,
            risk: campaign.risk,
            words: approved,
          },
        },
      ];
    });
  });
  const [first] = candidates.toSorted(
    (a, b) => Number(b.risk === 'crisis') - Number(a.risk === 'crisis') || b.from - a.from || (a.aim < b.aim ? -1 : 1),
  );
  if (first) return first;
  if (channel.defaultBanner === undefined) return undefined;
  const image = { kind: 'file' as const, file: channel.defaultBanner };
  return { image, risk: 'routine', aim: 'the default banner', words: `file:${channel.defaultBanner}` };
}

function planBanner(channel: Channel, input: ProfilesInput): PlannedChange[] {
  const subject: Subject = { action: 'banner', channel: channel.id };
  const wanted = wantedBanner(channel, input);
  const claim = claimOf(subject, input);
  if (!wanted && !claim) return [];
  const ours = claim?.sending?.request as BannerRequest | undefined;
  const aim = wanted?.aim ?? (ours?.former ? 'the banner that was there before' : 'no banner');
  const risk = wanted?.risk ?? ('routine' as const);
  const base = {
    action: 'banner' as const,
    subject,
    channel: channel.id,
    ...ALWAYS,
    risk,
    aim,
    ...(wanted?.card && { card: wanted.card }),
    ...(wanted?.asks && { asks: wanted.asks }),
  };
  const hold = (why: HoldReason): PlannedChange[] => [{ ...base, kind: 'hold', why }];
  const profile = input.profiles.get(channel.id);
  const away = disconnected(channel.id, input);
  if (!profile) return away ? hold(away) : [];
  if (claim && unsettledIn(claim)) return settle(base, claim, input);
  const words = wanted ? wanted.words : formerWords(ours);
  const shown = profile.banner;
  // What the network called the picture when it was put there.
  const put = claim?.confirmed ? claim.confirmed.entry.uri || null : undefined;
  const isOurs = put !== undefined && put === shown;
  if (isOurs && claim?.confirmed?.sending?.words === words) return [];
  if (claim && !isOurs && put !== undefined && !(claim.last.state === 'failed' && shown === ours?.was))
    return wanted ? hold({ kind: 'changed-by-hand', shows: shown }) : [];
  const leaving = wanted?.asks && { asks: wanted.asks, network: channel.network };
  const why = reasonToWait(claim, base, words, input) ?? (leaving && obstacleTo(leaving, input));
  if (why) return hold(why);
  const set = wanted ? wanted.image : (ours?.former ?? null);
  const former = ours?.former ?? null;
  return [
    {
      ...base,
      kind: 'change',
      request: { action: 'banner', channel: channel.id, set, was: shown, former },
      words,
      ...(leaving && passOf(leaving, input)),
    },
  ];
}

/** Profiles have no window: what is wanted now is wanted until it is there. */
const ALWAYS = { publishAt: 0, expiresAt: Number.POSITIVE_INFINITY };

function formerWords(ours: BannerRequest | undefined): string {
  return ours?.former ? `former:${JSON.stringify(ours.former)}` : 'nothing';
}

type Base = Omit<PlannedChange, 'kind' | 'why' | 'request' | 'words' | 'ifAbsent'>;

function settle(base: Base, claim: LedgerRecord, input: ProfilesInput): PlannedChange[] {
  const flight = inFlight(claim, input);
  const unsettled = unsettledIn(claim);
  if (flight) return [{ ...base, kind: 'hold', why: flight }];
  return unsettled ? [{ ...base, kind: 'settle', ...unsettled, ifAbsent: { kind: 'drop' } }] : [];
}

function reasonToWait(
  claim: LedgerRecord | undefined,
  { channel, risk }: { channel: string; risk: RiskClass | undefined },
  words: string,
  input: ProfilesInput,
): HoldReason | undefined {
  const flight = claim && inFlight(claim, input);
  if (flight) return flight;
  const away = disconnected(channel, input);
  if (away) return away;
  if (input.content.organisation.demonstration && !leadsHere(channel, input)) return { kind: 'demonstration' };
  const last = claim?.last;
  if (last?.state === 'failed' && !last.again && last.words === words) return { kind: 'failed', reason: last.reason };
  return keptBack({ channel, risk: risk ?? 'routine', evenInCrisis: true }, input);
}

function isSamePin(a: Ref | null, b: Ref | null): boolean {
  return a?.uri === b?.uri;
}

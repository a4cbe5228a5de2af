import { type WordedPost, type WordPost, wordsOf } from '../approvals/approved-words.ts';
import type { LedgerRecord, LedgerState } from '../ledger/entry.ts';
import type { Campaign, Content, Post } from '../model/content.ts';
import { publishedCampaigns } from '../model/incident-campaign.ts';
import { findOccurrence, type Occurrence, occurrencesOf, sendingMoment } from '../model/occurrence.ts';
import { copyText } from '../model/post-key.ts';
import { dayAt, type EpochMs, toEpochMs } from '../model/time.ts';
import { languagesOn } from '../posts/compose-post.ts';
import { lookAlikesIn } from './look-alikes.ts';
import type { Compose, Desk, InOccurrence, OneCopy, PostsInput } from './plan-context.ts';
import { planCorrection, planWithdrawal, standingParts } from './plan-corrections.ts';
import { createdAtOf, partOf, toRevision } from './plan-records.ts';
import { planStray, planThread } from './plan-thread.ts';
import { type Planned, unsettledIn } from './planned.ts';

const DAY_MS = 86_400_000;
/** A post may stand 366 days from its occurrence's first day (`relativeTime` of the model); a day more for time zones. */
const FARTHEST_MS = 367 * DAY_MS;

/**
 * What is to be done with every post of the occurrences from about a year ago to a year from now, with what readers have
 * of them that has to be corrected or taken away, and with what an earlier run left unsettled. Pure.
 */
export function planPosts(input: PostsInput): Planned[] {
  const { content, now } = input;
  const { timeZone } = content.organisation;
  const years: Years = [yearAt(now - FARTHEST_MS, timeZone), yearAt(now + FARTHEST_MS, timeZone)];
  const copies = copiesIn(input.ledger);
  const unsettled = new Set([...copies].flatMap(([name, records]) => (records.some(isOpen) ? [name] : [])));
  const desk: Desk = { ...input, copies, unsettled, lookAlikes: lookAlikesIn(input.ledger, content) };
  const known = new Set<string>();
  const wordPost = wordsOf(content);
  const planned = publishedCampaigns(content).flatMap((campaign) =>
    campaign.posts.flatMap((post) => {
      // Prepared words are approved, and never sent by themselves.
      if (post.message?.kind === 'prepared') return [];
      const compose = composer(campaign, post, wordPost);
      const prepared = preparedFor(campaign, post, wordPost);
      const occurrences = occurrencesFor(campaign, post, years);
      const corrected = latestBefore(occurrences, post, timeZone);
      return occurrences.flatMap((occurrence) => {
        const open =
          unsettled.size === 0 ? [] : copiesOf(post, occurrence, content).filter((name) => unsettled.has(name));
        for (const name of open) known.add(name);
        // What was left unsettled is looked at, however long ago.
        if (open.length === 0 && !isNear(occurrence, post, desk)) return [];
        const publishAt = sendingMoment(post.publishAt, occurrence, timeZone);
        const expiresAt = sendingMoment(post.expiresAt, occurrence, timeZone);
        // Validation has refused times at which the clocks change; a time zone's rules may change after that.
        if (publishAt === undefined || expiresAt === undefined) return [];
        const isCorrected = corrected?.id === occurrence.id;
        return planOccurrence(
          { campaign, post, compose, occurrence, publishAt, expiresAt, isCorrected, ...(prepared && { prepared }) },
          desk,
        );
      });
    }),
  );
  const strays = [...unsettled].flatMap((name) =>
    known.has(name) ? [] : (copies.get(name) ?? []).flatMap((record) => planStray(record, desk)),
  );
  return [...planned, ...strays];
}

function isOpen(record: LedgerRecord): boolean {
  return unsettledIn(record) !== undefined;
}

function copiesIn(ledger: LedgerState): Map<string, LedgerRecord[]> {
  const copies = new Map<string, LedgerRecord[]>();
  for (const record of ledger.values()) {
    if (record.subject.action !== 'post') continue;
    const name = copyText(record.subject);
    const before = copies.get(name);
    if (before) before.push(record);
    else copies.set(name, [record]);
  }
  return copies;
}

function copiesOf(post: Post, occurrence: Occurrence, { channels }: Content): string[] {
  return post.channels.flatMap((id) => {
    const channel = channels.get(id);
    return channel
      ? languagesOn(post, channel).map((language) =>
          copyText({ item: post.id, occurrence: occurrence.id, channel: id, language }),
        )
      : [];
  });
}

/** Composes a post once for each channel and language, however often it occurs. */
function composer(campaign: Campaign, post: Post, wordPost: WordPost): Compose {
  const composed = new Map<string, WordedPost>();
  return (channel, language) => {
    const name = `${channel.id}/${language}`;
    const version = composed.get(name) ?? wordPost(campaign, post, channel, language);
    composed.set(name, version);
    return version;
  };
}

function preparedFor(campaign: Campaign, post: Post, wordPost: WordPost): InOccurrence['prepared'] {
  const prepared = campaign.posts.find(({ id }) => id === post.message?.preparedAs);
  return prepared && { post: prepared, compose: composer(campaign, prepared, wordPost) };
}

function planOccurrence(about: InOccurrence, desk: Desk): Planned[] {
  const { post, occurrence } = about;
  // A channel that is listed twice gets a post once.
  const channels = [...new Set(post.channels)].flatMap((id) => desk.content.channels.get(id) ?? []);
  return channels.flatMap((channel) =>
    languagesOn(post, channel).flatMap((language) => {
      const key = { item: post.id, occurrence: occurrence.id, channel: channel.id, language };
      return planCopy({ ...about, channel, channels, key }, desk);
    }),
  );
}

function planCopy(copy: OneCopy, desk: Desk): Planned[] {
  const { post, key } = copy;
  const { now } = desk;
  const records = desk.copies.get(copyText(key)) ?? [];
  if (post.withdrawn && toEpochMs(post.withdrawn.at) <= now)
    return planWithdrawal(copy, post.withdrawn.reason, records, desk);
  const { correction } = post;
  if (correction && copy.isCorrected && toEpochMs(correction.at) <= now) {
    const standing = standingParts(records, toRevision(correction.at), desk.ledger);
    const sentAt = createdAtOf(standing.parts[0] ?? standing.removed[0]);
    if (sentAt !== undefined && sentAt < toEpochMs(correction.at))
      return planCorrection(copy, correction, standing, desk);
  }
  const { revision } = partOf(standingParts(records, undefined, desk.ledger).parts[0]);
  return planThread(copy, revision, desk);
}

type Years = readonly [from: number, until: number];

function yearAt(moment: EpochMs, timeZone: string): number {
  return Number(dayAt(moment, timeZone).slice(0, 4));
}

function occurrencesFor(campaign: Campaign, post: Post, [from, until]: Years): Occurrence[] {
  if (post.occurrence === undefined) return occurrencesOf(campaign.schedule, from, until);
  const found = findOccurrence(campaign.schedule, post.occurrence);
  return found ? [found] : [];
}

/** The occurrence that a correction is about: the last whose posts were due before it. */
function latestBefore(occurrences: readonly Occurrence[], { correction, publishAt }: Post, timeZone: string) {
  if (!correction) return undefined;
  const at = toEpochMs(correction.at);
  return occurrences.findLast((one) => (sendingMoment(publishAt, one, timeZone) ?? Number.POSITIVE_INFINITY) <= at);
}

/**
 * Whether a post's window may touch what is asked for, told without a calendar: most posts of a year are far from today,
 * and time zones are slow to ask. What is to be corrected or taken away is always near.
 */
function isNear(occurrence: Occurrence, post: Post, { from, until }: Desk): boolean {
  if (post.correction || post.withdrawn) return true;
  const roughly = (time: Post['publishAt']) =>
    typeof time === 'string'
      ? Date.parse(time)
      : Date.parse(`${occurrence.startsOn}T${time.time}:00Z`) + time.daysFromStart * DAY_MS;
  return roughly(post.publishAt) - DAY_MS <= until && roughly(post.expiresAt) + DAY_MS >= from;
}

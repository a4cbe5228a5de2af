import { riskOf } from '../src/approvals/approved-words.ts';
import { shortName } from '../src/approvals/judge-reviews.ts';
import { inWords } from '../src/approvals/role-names.ts';
import type { FileCommit } from '../src/git/file-authors.ts';
import type { NotedApproval } from '../src/ledger/entry.ts';
import type { Campaign, Content, Post } from '../src/model/content.ts';
import { inLanguage } from '../src/model/language.ts';
import type { Source } from '../src/model/source.ts';
import type { Copy, CopyEvent } from '../src/publishing/audit-copies.ts';

/** What stood behind a post at one commit. */
export interface Behind {
  /** The commit, with a `+` where the content was changed since; missing where it was not noted, or nothing left yet. */
  revision?: string;
  /** Whether `content` is that commit’s; else it is what stands there now. */
  isThen: boolean;
  content: Content | undefined;
  /** The post in that content; `undefined` where it is not there. */
  about: { post: Post; campaign: Campaign } | undefined;
  /** Who changed its files, and its page’s, newest first. */
  commits: readonly FileCommit[];
}

export interface Audit {
  item: string;
  campaign: string;
  copies: readonly Copy[];
  behind: readonly Behind[];
  /** Entries of the whole ledger. */
  entries: number;
}

/** For people. */
export function auditText({ item, campaign, copies, behind, entries }: Audit): string {
  const sections = [
    [`${item}, a post of ${campaign}`],
    ...(copies.length > 0 ? copies.map(copyLines) : [['Nothing of it has left.']]),
    ...behind.map((one) => [headOf(one, copies.length > 0), ...factsOf(one)]),
    [`The ledger has ${entries} ${entries === 1 ? 'entry' : 'entries'}, each as it was written.`],
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** For programs: an object a line, for each thing that happened and for what stood behind it. */
export function auditData({ item, campaign, copies, behind }: Audit): string {
  const events = copies.flatMap(({ key, events: all }) => {
    const { revision: correctionOf, ...place } = key;
    return all.map(({ left, ...event }) => ({
      kind: 'event',
      ...place,
      ...(correctionOf !== undefined && { correctionOf }),
      ...event,
      ...left,
    }));
  });
  const contents = behind.map(({ revision, isThen, about, content, commits }) => ({
    kind: 'content',
    item,
    campaign,
    ...(revision !== undefined && { revision }),
    isOfRevision: isThen,
    ...(about && {
      risk: riskOf(about.post, about.campaign),
      author: about.campaign.author,
      translators: Object.fromEntries(
        Object.keys(about.post.versions).map((language) => [language, translatorsOf(about, language)]),
      ),
      reviewedBy: about.campaign.reviewedBy,
      lastReviewedOn: about.campaign.lastReviewedOn,
      sources: about.campaign.sources.map((id) => content?.sources.get(id) ?? { id }),
    }),
    commits,
  }));
  return [...events, ...contents].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function copyLines({ key, events }: Copy): string[] {
  const part = key.part > 1 ? `, part ${key.part}` : '';
  const correction = key.revision === undefined ? '' : `, of the correction of ${shortTime(key.revision)}`;
  return [`${key.occurrence} on ${key.channel}, ${key.language}${part}${correction}`, ...events.flatMap(eventLines)];
}

const WHAT: Readonly<Record<CopyEvent['what'], string>> = {
  sent: 'sent',
  note: 'note',
  handed: 'to do',
  edited: 'edited',
  withdrawn: 'withdrawn',
  'taken-away': 'taken away',
  refused: 'refused',
  unknown: 'unknown',
  'under-way': 'under way',
};
const MARGIN = ' '.repeat(13);

function eventLines({ at, what, place, reason, by, left }: CopyEvent): string[] {
  const told = [place, reason].filter((text) => text !== undefined).join(', ');
  const who = by === undefined ? '' : ` (says ${by})`;
  const first = `  ${WHAT[what].padEnd(10)} ${shortTime(at)}${told === '' ? '' : `: ${told}`}${who}`;
  if (!left) return [first];
  const { text, words, revision, approvals } = left;
  const from = revision === undefined ? 'from a commit that was not noted' : `from commit ${shortName(revision)}`;
  return [
    first,
    `${MARGIN}“${opening(text)}” [${words.slice(0, 8)}], ${from}`,
    ...(approvals.length > 0 ? approvals.map(approvalText) : [NO_REVIEW]).map((line) => `${MARGIN}${line}`),
  ];
}

const NO_REVIEW = 'no review was noted: it went to the outbox, or to a channel of that machine';

function approvalText({ by, role, at, review, commit }: NotedApproval): string {
  return `approved by ${by}, as ${role}, ${shortTime(at)}, at commit ${shortName(commit)}: ${review}`;
}

function headOf({ revision, isThen }: Behind, hasLeft: boolean): string {
  if (revision === undefined) return hasLeft ? 'No commit was noted. As the content is now:' : 'As the content is now:';
  const dirty = revision.endsWith('+') ? ', with changes that were not committed' : '';
  return isThen
    ? `As commit ${shortName(revision)} has it${dirty}:`
    : `Commit ${shortName(revision)}${dirty} is not in this checkout. As the content is now:`;
}

function factsOf({ about, content, commits }: Behind): string[] {
  if (!about || !content) return ['  it is not in the content'];
  const { post, campaign } = about;
  const person = (id: string) => {
    const found = content.people.get(id);
    return found ? `${inLanguage(found.name, 'en')} (${id})` : id;
  };
  const translated = Object.keys(post.versions).flatMap((language) => {
    const who = translatorsOf(about, language);
    return who.length > 0 ? [`into ${language} by ${inWords(who.map(person))}`] : [];
  });
  const reviewer = campaign.reviewedBy === undefined ? '' : `, by ${person(campaign.reviewedBy)}`;
  return [
    fact('risk', riskOf(post, campaign)),
    fact('written', `by ${person(campaign.author)}`),
    ...translated.map((text) => fact('translated', text)),
    fact('page', `reviewed ${campaign.lastReviewedOn}${reviewer}; due again ${campaign.nextReviewDueOn}`),
    ...campaign.sources.map((id) => fact('source', sourceText(id, content.sources.get(id)))),
    ...commits.map(({ author, on, commit }) => fact('in git', `${author}, ${on} (${shortName(commit)})`)),
  ];
}

function translatorsOf({ post, campaign }: { post: Post; campaign: Campaign }, language: string): string[] {
  const who = [post.versions[language]?.translator, campaign.versions[language]?.translator];
  return [...new Set(who.flatMap((id) => id ?? []))];
}

function sourceText(id: string, source: Source | undefined): string {
  if (!source) return `${id}, which is not in the content`;
  const { publisher, title, url, accessedOn, retraction } = source;
  const looked = retraction
    ? `${retraction.status} in ${retraction.lookedUpIn} on ${retraction.lookedUpOn}`
    : 'not looked up in a register of retractions';
  return `${id}: ${publisher}, “${title}”, ${url}; read ${accessedOn}; ${looked}`;
}

/** The first words of a text, whole. */
function opening(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= 100 ? words : `${words.slice(0, 100).replace(/ [^ ]*$/, '')} …`;
}

function fact(name: string, text: string): string {
  return `  ${name.padEnd(10)} ${text}`;
}

/** An instant as it was written, to the minute and with its offset. */
function shortTime(at: string): string {
  const [, day, minute, offset] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*?(Z|[+-]\d{2}:\d{2})$/.exec(at) ?? [];
  return day === undefined ? at : `${day} ${minute} ${offset === 'Z' ? 'UTC' : offset}`;
}

import { bannerCard, type Card, type CardField, campaignCard } from '../cards/card.ts';
import { assembleContent } from '../model/assemble-content.ts';
import type { Drafts, ItemDraft } from '../model/draft.ts';
import type { Network } from '../model/network.ts';
import type { Fault, Problem } from '../model/problem.ts';
import type { RiskClass } from '../model/risk.ts';
import { type WordField, wordFields } from '../model/word-fields.ts';
import { type ComposedPost, composeCorrectionNote, composePost, networkOf } from '../posts/compose-post.ts';
import { type Segment, shownText } from '../posts/segment.ts';
import { bodyWords } from './body-words.ts';
import { type PostVersion, postVersions } from './composed-versions.ts';
import { byFolder, problemAtField } from './rule.ts';
import { searchable } from './wording.ts';

/** What somebody sees or hears at once, with nothing else of the desk in sight. */
export interface Message {
  /** What an editor calls it: `this post`. */
  name: string;
  language: string;
  /** In the order in which they are read. */
  parts: readonly MessagePart[];
  /** Where a reader can go from it; missing where nothing beside it could hold a link. */
  links?: { to: readonly string[]; on: 'page' | Network };
  /** The picture that shows these words. */
  card?: Card;
  /** The risk class of these words and the original that decides it; missing where their kind has none. */
  risk?: { is: RiskClass; decidedBy: ItemDraft };
  /** Messages that stand in it whole, and come before it in the list: it matters for what none of these says by itself. */
  includes?: readonly Message[];
}

/** Words of a message that stand together, and where an editor wrote them. */
export interface MessagePart {
  text: string;
  /** The text as wordings are looked for in it. */
  searchable: string;
  /** Which text of the card it is. */
  field?: CardField;
  /** Words that stand for a picture, beside words that everybody sees. */
  isForPicture?: true;
  at(fault: Fault): Problem;
}

/**
 * Everything that the desk says: pages, what is shown of them where somebody shares them, the cards, and each part of each
 * post as each channel gets it. Posts and cards of what is whole only. Asked again about the same drafts it gives the same
 * list.
 */
export function deskMessages(drafts: Drafts): readonly Message[] {
  const messages = found.get(drafts) ?? [...pageMessages(drafts), ...cardMessages(drafts), ...postMessages(drafts)];
  found.set(drafts, messages);
  return messages;
}

const found = new WeakMap<Drafts, readonly Message[]>();

/** What is found in each message; in one that includes others, only what is found in none of these. */
export function findInMessages<T>(messages: readonly Message[], find: (message: Message) => T | undefined): T[] {
  const telling = new Set<Message>();
  return messages.flatMap((message) => {
    const one = message.includes?.some((part) => telling.has(part)) ? undefined : find(message);
    if (one === undefined) return [];
    telling.add(message);
    return [one];
  });
}

/** Pages as they are read, and as networks and search engines show them: by title and summary. */
function pageMessages(drafts: Drafts): Message[] {
  const pages = byFolder(drafts.items.filter(({ collection }) => collection !== 'posts'));
  return [...pages.values()].flatMap((versions) => {
    const original = versions.find(({ role }) => role === 'original');
    const risk = original && riskOf(original);
    return versions.flatMap((draft) => versionMessages(draft, risk));
  });
}

function versionMessages(draft: ItemDraft, risk: Pick<Message, 'risk'> = {}): Message[] {
  const { language } = draft;
  const fields: FieldText[] = [...wordFields(draft.collection, draft.fields), ...hashtagFields(draft)];
  const named = (...names: string[]) => fields.filter(({ path: [name] }) => names.includes(String(name)));
  const outside = new Set(named('summary', 'variants'));
  const { blocks, links } = bodyWords(draft);
  const message = (name: string, shown: readonly FieldText[]): Message => ({
    name,
    language,
    parts: shown.map((field) => fieldPart(draft, field)),
    ...risk,
  });
  const page = message(
    draft.collection === 'updates' ? 'this update' : 'this page',
    fields.filter((field) => !outside.has(field)),
  );
  const body = blocks.map(({ text, position, isForPicture }) => ({
    ...partOf(text, (fault) => ({ file: draft.file, ...position, severity: 'error', ...fault })),
    ...(isForPicture && { isForPicture }),
  }));
  const action = 'callToAction' in draft.fields ? draft.fields.callToAction : undefined;
  const to = [...links, ...(action ? [action.url] : [])];
  const preview = named('title', 'summary');
  return [
    { ...page, parts: [...page.parts, ...body], links: { to, on: 'page' } },
    ...(preview.length === 2 ? [message('the link preview (`title` and `summary`)', preview)] : []),
    ...named('variants').map((variant) => message('this text', [variant])),
  ];
}

function riskOf(original: ItemDraft): Pick<Message, 'risk'> {
  const { fields } = original;
  return 'risk' in fields && fields.risk ? { risk: { is: fields.risk, decidedBy: original } } : {};
}

/** Hashtags as readers see them. */
function hashtagFields({ fields }: ItemDraft): FieldText[] {
  const tags = 'hashtags' in fields ? (fields.hashtags ?? []) : [];
  return tags.map((tag, index) => ({ text: `#${tag}`, path: ['hashtags', index] }));
}

type FieldText = Pick<WordField, 'text' | 'path'>;

function fieldPart(draft: ItemDraft, { text, path }: FieldText): MessagePart {
  return partOf(text, (fault) => problemAtField(draft, path, fault));
}

function partOf(text: string, at: MessagePart['at']): MessagePart {
  return { text, searchable: searchable(text), at };
}

/** The cards of campaigns; those of posts come with the posts. */
function cardMessages(drafts: Drafts): Message[] {
  const content = assembleContent(drafts);
  if (!content) return [];
  const { campaigns, organisation } = content;
  const files = byFile(drafts);
  return campaigns.flatMap((campaign) => {
    const original = files.get(campaign.versions[campaign.originalLanguage]?.file ?? '');
    const languages = organisation.languages.filter(({ tag }) => campaign.versions[tag]);
    return languages.flatMap(({ tag: language }) => {
      const cards: [name: string, Card][] = [
        ['the card (`title` and `mainMessage`)', campaignCard(campaign, language, 'landscape', organisation)],
        ['the card (`title` and `mainMessage`)', campaignCard(campaign, language, 'square', organisation)],
      ];
      if (campaign.banner) cards.push(['the banner (`title`)', bannerCard(campaign, language, organisation)]);
      return cards.map(([name, card]) => ({
        name,
        language,
        parts: cardParts(card, files),
        card,
        ...(original && riskOf(original)),
      }));
    });
  });
}

function cardParts(card: Card, files: ReadonlyMap<string, ItemDraft>): MessagePart[] {
  const texts: [CardField, string | undefined][] = [
    ['kicker', card.kicker],
    ['headline', card.headline],
    ['message', card.message],
    ['hashtag', card.hashtag && `#${card.hashtag}`],
  ];
  return texts.flatMap(([field, text]) => {
    const origin = card.origin[field];
    const draft = files.get(origin?.file ?? '');
    return text === undefined || !origin || !draft
      ? []
      : [{ ...fieldPart(draft, { text, path: origin.field }), field }];
  });
}

function byFile({ items }: Drafts): ReadonlyMap<string, ItemDraft> {
  return new Map(items.map((draft) => [draft.file, draft]));
}

/** Each part of a post on each channel, its content warning and its correction. */
function postMessages(drafts: Drafts): Message[] {
  const files = byFile(drafts);
  return postVersions(drafts).flatMap((one) => {
    const { content, campaign, post, version, channel, draft } = one;
    const { language, warning, correctionNote } = version;
    const input = { post, campaign, language, channel, organisation: content.organisation };
    const network = networkOf(channel);
    const original = files.get(post.versions[post.originalLanguage]?.file ?? '');
    const shared = {
      language,
      ...(original && { risk: { is: post.risk ?? campaign.risk, decidedBy: original } }),
    };
    const field = (name: string, text: string) => fieldPart(draft, { text, path: [name] });
    const parts = composePost(input);
    const note = correctionNote === undefined ? undefined : composeCorrectionNote(input);
    return [
      ...parts.flatMap((part, index) => {
        const name = parts.length === 1 ? 'this post' : `part ${index + 1} of this thread on ${network.title}`;
        return partMessages(one, part, { ...shared, name, network, files });
      }),
      ...(warning === undefined
        ? []
        : [{ ...shared, name: 'the content warning', parts: [field('warning', warning)] }]),
      ...(note
        ? [
            {
              ...shared,
              name: 'the correction',
              parts: [field('correctionNote', wordsOf(note.segments))],
              links: { to: linksOf(note.segments), on: network },
            },
          ]
        : []),
    ];
  });
}

interface Surroundings extends Pick<Message, 'name' | 'language' | 'risk'> {
  network: Network;
  files: ReadonlyMap<string, ItemDraft>;
}

/** A part of a post: its text, its card, what is seen of both at once, and what is heard in place of the picture. */
function partMessages(
  { campaign, post, version, draft, atText }: PostVersion,
  { segments, attachment }: ComposedPost,
  { name, network, files, ...shared }: Surroundings,
): Message[] {
  const linked = attachment.kind === 'link-card' ? [attachment.href] : [];
  const links = { to: [...linksOf(segments), ...linked], on: network };
  const text: Message = { ...shared, name, parts: [partOf(wordsOf(segments), atText)], links };
  if (attachment.kind === 'nothing') return [text];
  const { alt } = attachment;
  const card: Message = {
    ...text,
    name: 'the card (`headline`, below the campaign’s `title`)',
    parts: cardParts(attachment.card, files),
    card: attachment.card,
  };
  const page = files.get(campaign.versions[version.language]?.file ?? '');
  const preview =
    attachment.kind === 'link-card' && post.link === 'page' && page
      ? [
          fieldPart(page, { text: attachment.title, path: ['title'] }),
          fieldPart(page, { text: attachment.description, path: ['summary'] }),
        ]
      : [];
  const seen: Message = {
    ...text,
    name: `${name} with its card`,
    parts: [...text.parts, ...card.parts, ...preview],
    includes: [text, card],
  };
  const heard: Message = {
    ...text,
    name: `${name} with the words for its picture`,
    parts: [...text.parts, fieldPart(draft, { text: alt, path: ['alt'] })],
    includes: [text],
  };
  // Without words of its own, a picture is heard as it is read.
  return [text, card, seen, ...(version.alt === undefined ? [] : [heard])];
}

/** What stands between the links: nobody reads the words of an address. */
function wordsOf(segments: readonly Segment[]): string {
  return segments.map((segment) => (segment.kind === 'link' ? ' ' : shownText(segment))).join('');
}

function linksOf(segments: readonly Segment[]): string[] {
  return segments.flatMap((segment) => (segment.kind === 'link' ? [segment.href] : []));
}

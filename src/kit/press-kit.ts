import { bannerCard, type Card, campaignCard, factCard, postCard } from '../cards/card.ts';
import { CARD_SIZE_NAMES, CARD_SIZES, type CardSize } from '../cards/card-sizes.ts';
import { postedPath, publicAddress } from '../model/addresses.ts';
import type { Campaign, Content } from '../model/content.ts';
import { inLanguage } from '../model/language.ts';
import { NETWORK } from '../model/network.ts';
import { occurrencesOf } from '../model/occurrence.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Source } from '../model/source.ts';
import { dayAt, type EpochMs } from '../model/time.ts';
import { composePost, languagesOn } from '../posts/compose-post.ts';
import { factsOf } from './facts-of.ts';

/** One file of a press kit, by its path in the archive, before anything is drawn. */
export type KitFile = { path: string } & (
  | { kind: 'text'; text: string }
  /** Drawn as a picture and as vectors: `path` has no ending yet. */
  | { kind: 'card'; card: Card }
);

/** Sizes for posts and facts: a profile's header says what the campaign is, and no more. */
const POSTED_SIZES = CARD_SIZE_NAMES.filter((size) => size !== 'banner' && size !== 'wide-banner');

/**
 * Everything in the press kit of a campaign: its cards in all sizes and languages, those of its posts and facts, and as texts the
 * posts, the words in place of pictures, the sources, and what may be done with it all. It holds no date of its own, so that the same
 * content makes the same kit.
 */
export function pressKit(
  campaign: Campaign,
  content: Pick<Content, 'organisation' | 'channels' | 'sources'>,
): KitFile[] {
  const { organisation } = content;
  const languages = Object.keys(campaign.versions);
  const cards = languages.flatMap((language) => cardsIn(campaign, language, content));
  const text = (path: string, lines: readonly string[]): KitFile => ({
    kind: 'text',
    path,
    text: `${lines.join('\n').trim()}\n`,
  });
  return [
    ...cards,
    ...languages.flatMap((language) => [
      text(`${language}/posts.txt`, postTexts(campaign, language, content)),
      text(
        `${language}/alternative-texts.txt`,
        cards
          .filter(({ path }) => path.startsWith(`${language}/`))
          .flatMap(({ path, card }) => [nameOf(path), card.alt, '']),
      ),
    ]),
    text('sources.txt', sourceTexts(campaign, content.sources)),
    text('licence.txt', licenceTexts(organisation)),
  ];
}

function cardsIn(
  campaign: Campaign,
  language: string,
  { organisation, sources }: Pick<Content, 'organisation' | 'sources'>,
) {
  const place = (name: string, size: CardSize) => {
    const { width, height } = CARD_SIZES[size];
    return `${language}/cards/${name}-${width}x${height}`;
  };
  const file = (name: string, size: CardSize, card: Card) => ({ kind: 'card', path: place(name, size), card }) as const;
  const facts = factsOf(campaign.versions[language]?.body.tree);
  return [
    ...CARD_SIZE_NAMES.map((size) =>
      file(
        'campaign',
        size,
        size === 'banner' || size === 'wide-banner'
          ? bannerCard(campaign, language, organisation, size)
          : campaignCard(campaign, language, size, organisation),
      ),
    ),
    ...campaign.posts
      .filter((post) => post.versions[language] && post.message?.kind !== 'prepared' && !post.withdrawn)
      .flatMap((post) =>
        POSTED_SIZES.map((size) =>
          file(`post-${post.id}`, size, postCard(post, campaign, language, size, organisation)),
        ),
      ),
    ...facts.flatMap(({ text, source: id }, index) => {
      const source = sources.get(id);
      if (!source) return [];
      const fact = { text, source: sourceLine(source), campaign: campaign.versions[language]?.title ?? '' };
      return POSTED_SIZES.map((size) => file(`fact-${index + 1}`, size, factCard(fact, language, size, organisation)));
    }),
  ];
}

function postTexts(
  campaign: Campaign,
  language: string,
  { organisation, channels }: Pick<Content, 'organisation' | 'channels'>,
): string[] {
  const words = campaign.versions[language];
  const page = publicAddress(organisation, postedPath(campaign, language));
  const posts = campaign.posts.filter((post) => post.message?.kind !== 'prepared' && !post.withdrawn);
  return [
    words?.title ?? campaign.id,
    page,
    '',
    ...posts.flatMap((post) =>
      post.channels.flatMap((id) => {
        const channel = channels.get(id);
        if (!channel || channel.network === 'outbox' || !languagesOn(post, channel).includes(language)) return [];
        const { title } = NETWORK[channel.network];
        const parts = composePost({ post, campaign, language, channel, organisation });
        return parts.flatMap(({ text, count, limit, warning }, index) => [
          `== ${post.id}, ${title}${parts.length > 1 ? `, ${index + 1} of ${parts.length}` : ''} (${count} of ${limit}) ==`,
          ...(warning === undefined ? [] : [`[${warning}]`]),
          text,
          '',
        ]);
      }),
    ),
  ];
}

function sourceTexts(campaign: Campaign, sources: ReadonlyMap<string, Source>): string[] {
  const cited = Object.values(campaign.versions).flatMap(({ body }) => body.citations);
  const ids = [...new Set([...campaign.sources, ...cited])];
  return ids.flatMap((id) => {
    const source = sources.get(id);
    if (!source) return [];
    const { title, publisher, publishedOn, accessedOn, url, doi } = source;
    return [
      title,
      `${publisher}, published ${publishedOn}, read ${accessedOn}`,
      url,
      ...(doi === undefined ? [] : [`https://doi.org/${doi}`]),
      '',
    ];
  });
}

function sourceLine({ publisher, title, publishedOn }: Source): string {
  return `${publisher}, ${title}, ${publishedOn.slice(0, 4)}`;
}

function licenceTexts({ licence, name, contact, languages, demonstration }: Organisation): string[] {
  const tags = languages.map(({ tag }) => tag);
  const said = tags.flatMap((tag) =>
    licence && Object.hasOwn(licence, tag) ? [`${inLanguage(name, tag)}: ${inLanguage(licence, tag)}`] : [],
  );
  return [
    ...(said.length > 0
      ? said
      : [`Ask ${contact.email} before you use these texts and pictures for anything but reporting on them.`]),
    '',
    'Photographs belong to those whose names stand on them.',
    'Letters: Noto fonts, SIL Open Font License 1.1, https://openfontlicense.org/',
    ...(demonstration
      ? ['', ...tags.flatMap((tag) => (Object.hasOwn(demonstration, tag) ? [inLanguage(demonstration, tag)] : []))]
      : []),
  ];
}

/** Whether a campaign takes place on the day of `now`. */
export function isActive({ schedule }: Pick<Campaign, 'schedule'>, now: EpochMs, zone: string): boolean {
  const today = dayAt(now, zone);
  const year = Number(today.slice(0, 4));
  return occurrencesOf(schedule, year - 1, year).some(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
}

/** The name of a file without its folders. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

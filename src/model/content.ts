import type { CampaignOriginal, CampaignWords } from './campaign.ts';
import type { Channel } from './channel.ts';
import type { EventOriginal, EventWords } from './event.ts';
import type { IncidentOriginal, IncidentWords, UpdateOriginal, UpdateWords } from './incident.ts';
import type { MythOriginal, MythWords } from './myth.ts';
import type { Organisation } from './organisation.ts';
import type { PageOriginal, PageWords } from './page.ts';
import type { Pause } from './pause.ts';
import type { Person } from './person.ts';
import type { PostOriginal, PostWords, SendingTime } from './post.ts';
import type { QuestionOriginal, QuestionWords } from './question.ts';
import type { EpisodeOriginal, EpisodeWords, SeriesOriginal, SeriesWords } from './series.ts';
import type { Source } from './source.ts';
import type { StudyOriginal, StudyWords } from './study.ts';
import type { Terms } from './terms.ts';
import type { TranslationOf } from './translation.ts';

/** One language of an item: its words, where they stand, and what follows the frontmatter. */
export type Version<Words, Body> = Words & {
  language: string;
  /** Path from the project's root. */
  file: string;
  /** Fingerprint of the file: another one when anything in it changes. */
  revision: string;
  body: Body;
  /** Missing on the original. */
  translationOf?: TranslationOf;
  /** Id of the person who translated it. */
  translator?: string;
};

/** An item with all its languages. The original's file decides everything that is not words. */
export type Item<Original, Words, Body> = Omit<Original, keyof Words> & {
  /** Folder name. It may change; the id does not. */
  slug: string;
  originalLanguage: string;
  /** By language tag. The original is among them. */
  versions: Readonly<Record<string, Version<Words, Body>>>;
};

/** What follows the frontmatter of a page, compiled. */
export interface PageBody {
  /**
   * HTML syntax tree (hast) whose components are checked but not yet filled with sources and help lines. It is compiled
   * from the text that was checked whenever somebody looks at it. Missing where the reader was told to keep none: it takes
   * the text of every page.
   */
  tree?: unknown;
  headings: readonly Heading[];
  /** Ids of the sources that the text cites, in order of first mention. */
  citations: readonly string[];
}

export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

export type Campaign = Item<Omit<CampaignOriginal, 'banner'>, CampaignWords, PageBody> & {
  posts: readonly Post[];
  banner?: { channels: string[]; from: SendingTime; until: SendingTime } | undefined;
  /** There where it is an incident as its messages are posted (`incidentCampaign`). */
  incident?: Incident['status'];
  /** There where it is an event as its posts are sent (`eventCampaign`). */
  event?: true;
};
/** A post's body is its default text: paragraphs parted by an empty line. */
export type Post = Item<PostOriginal, PostWords, string> & {
  campaignId: string;
  /** Ids of the posts before it in a thread, the nearest first: it answers the first of them that readers have. */
  answers?: readonly string[];
  /** There where it is a message of an incident. */
  message?: IncidentMessage;
};

/** What makes a post a message of an incident. */
export interface IncidentMessage {
  /** `prepared`: the words that will end it, which are approved beforehand and never sent by themselves. */
  kind: Update['kind'] | 'prepared';
  /** Id of the prepared words that it says, where it says just those. */
  preparedAs?: string;
  breakGlass?: NonNullable<UpdateOriginal['breakGlass']>;
}

export type Incident = Item<IncidentOriginal, IncidentWords, PageBody> & { updates: readonly Update[] };
export type Update = Item<UpdateOriginal, UpdateWords, PageBody> & { incidentId: string };
export type Myth = Item<MythOriginal, MythWords, PageBody>;
export type Question = Item<QuestionOriginal, QuestionWords, PageBody>;
export type Event = Item<EventOriginal, EventWords, PageBody> & { posts: readonly Post[] };
export type Series = Item<SeriesOriginal, SeriesWords, PageBody>;
export type Episode = Item<EpisodeOriginal, EpisodeWords, PageBody> & { seriesId: string };
export type Study = Item<StudyOriginal, StudyWords, PageBody>;
/** A page on how the organisation works. */
export type Page = Item<PageOriginal, PageWords, PageBody>;

/** Everything the desk publishes and what it refers to: only what has no mistake in it. */
export interface Content {
  organisation: Organisation;
  /** What is kept back for now. */
  pause: Pause;
  terms: Terms;
  people: ReadonlyMap<string, Person>;
  channels: ReadonlyMap<string, Channel>;
  sources: ReadonlyMap<string, Source>;
  campaigns: readonly Campaign[];
  incidents: readonly Incident[];
  myths: readonly Myth[];
  questions: readonly Question[];
  events: readonly Event[];
  series: readonly Series[];
  /** Of all series, each by its number. */
  episodes: readonly Episode[];
  studies: readonly Study[];
  pages: readonly Page[];
}

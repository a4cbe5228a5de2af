import { getCollection, getEntry } from 'astro:content';
import { type AlertList, alertList } from '../alerts/alert-list.ts';
import type { Channel } from '../model/channel.ts';
import { type CitingItem, citedBy } from '../model/cited-by.ts';
import type { Campaign, Episode, Event, Incident, Myth, Page, Question, Series, Study } from '../model/content.ts';
import { eventsInOrder } from '../model/event-campaign.ts';
import type { Organisation } from '../model/organisation.ts';
import { PAGE_KINDS } from '../model/page.ts';
import type { Person } from '../model/person.ts';
import type { Source } from '../model/source.ts';
import { dayAt, type EpochMs, toInstantText } from '../model/time.ts';
import type { Topic } from '../model/topic.ts';
import type { Posted } from '../reading/content-loader.ts';
import { type CampaignTime, campaignTimes } from './campaign-times.ts';

/** Everything a page may show, but for the bodies. */
export interface Desk {
  organisation: Organisation;
  people: ReadonlyMap<string, Person>;
  sources: ReadonlyMap<string, Source>;
  channels: ReadonlyMap<string, Channel>;
  posted: Posted;
  campaigns: readonly Campaign[];
  /** The newest verdict first. */
  myths: readonly Myth[];
  /** In the order of their topics. */
  questions: readonly Question[];
  /** What rests on each source, by its id. */
  citedBy: ReadonlyMap<string, readonly CitingItem[]>;
  /** The earliest first. */
  events: readonly Event[];
  series: readonly Series[];
  /** Of each series in their order. */
  episodes: readonly Episode[];
  studies: readonly Study[];
  incidents: readonly Incident[];
  /** On how the organisation works, in the order of their kinds. */
  pages: readonly Page[];
  /** The moment of this build. */
  now: EpochMs;
  /** The same as an instant where the organisation is. */
  builtAt: string;
  /** The alerts that hold then or later, as `alerts.json` gives them. */
  alerts: AlertList;
  /** The calendar day of this build where the organisation is. */
  today: string;
  times: readonly CampaignTime[];
}

let loaded: Promise<Desk> | undefined;

/** The desk as this build sees it. A build asks for it once; a development server anew for each page. */
export function desk(): Promise<Desk> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Desk> {
  const organisation = (await getEntry('organisation', 'organisation'))?.data;
  if (!organisation) throw new Error('content/organisation.yml was not read');
  const posted = (await getEntry('posted', 'posted'))?.data;
  if (!posted) throw new Error('what was posted was not read');
  const { now } = BUILD_INPUTS;
  const today = dayAt(now, organisation.timeZone);
  const builtAt = toInstantText(now, organisation.timeZone);
  const incidents = (await getCollection('incidents')).map(({ data }) => data);
  const campaigns = (await getCollection('campaigns')).map(({ data }) => data);
  const myths = (await getCollection('myths')).map(({ data }) => data);
  const questions = (await getCollection('questions')).map(({ data }) => data);
  const events = (await getCollection('events')).map(({ data }) => data);
  const series = (await getCollection('series')).map(({ data }) => data);
  const episodes = (await getCollection('episodes')).map(({ data }) => data);
  const studies = (await getCollection('studies')).map(({ data }) => data);
  const pages = (await getCollection('pages')).map(({ data }) => data);
  return {
    organisation,
    people: new Map((await getCollection('people')).map(({ id, data }) => [id, data])),
    sources: new Map((await getCollection('sources')).map(({ id, data }) => [id, data])),
    channels: new Map((await getCollection('channels')).map(({ id, data }) => [id, data])),
    posted,
    campaigns,
    incidents,
    myths: myths.toSorted((a, b) => (a.publishedOn === b.publishedOn ? 0 : a.publishedOn < b.publishedOn ? 1 : -1)),
    questions: questions.toSorted(byTopic(organisation.topics)),
    pages: pages.toSorted(byKind),
    events: eventsInOrder(events),
    series,
    episodes: episodes.toSorted((a, b) => a.number - b.number),
    studies,
    citedBy: citedBy({ campaigns, myths, questions, events, series, episodes, studies, pages, incidents }),
    now,
    builtAt,
    alerts: alertList(incidents, organisation, now, builtAt),
    today,
    times: campaignTimes(campaigns, today),
  };
}

function byTopic(topics: readonly Topic[]): (a: Question, b: Question) => number {
  const order = topics.map(({ id }) => id);
  const placeOf = ({ topics: [first] }: Question) => order.indexOf(first ?? '');
  return (a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1);
}

function byKind(a: Page, b: Page): number {
  return PAGE_KINDS.indexOf(a.kind) - PAGE_KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}

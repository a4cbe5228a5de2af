import {
  aboutPath,
  alertsPath,
  allSeriesPath,
  calendarPath,
  campaignPath,
  campaignsPath,
  contactPath,
  correctionsPath,
  episodePath,
  eventPath,
  eventsPath,
  howWeWorkPath,
  incidentPath,
  mythPath,
  mythsPath,
  pagePath,
  questionPath,
  questionsPath,
  seriesPath,
  sourcePath,
  sourcesPath,
  studiesPath,
  studyPath,
} from '../model/addresses.ts';
import type { PageBody } from '../model/content.ts';
import type { BodiedCollection } from '../reading/content-loader.ts';
import { type InterfaceWords, interfaceWords } from '../reading/interface-words.ts';
import type { Desk } from './desk.ts';
import { listedIncidents } from './incident-view.ts';

/** A page of the site as lists and the search know it. */
export interface ListedPage {
  path: string;
  kind: string;
  /** Heading under which pages of its kind stand that have no topic, where that is not `kind`. */
  group?: string;
  title: string;
  summary: string;
  /** Ids of the organisation's topics. */
  topics: readonly string[];
  /** Other words by which it is looked for. */
  words: readonly string[];
  /** The entries of `bodies` whose text stands on it. */
  bodies: readonly { collection: BodiedCollection; id: string }[];
}

/** Every page that exists in a language, each once, campaigns first. What has none in it is left out. */
export function listedPages(desk: Desk, language: string): ListedPage[] {
  const words = interfaceWords(language);
  return [
    ...ofCampaigns(desk, language, words),
    ...ofQuestions(desk, language, words),
    ...ofMyths(desk, language, words),
    ...ofProgramme(desk, language, words),
    ...ofIncidents(desk, language, words),
    ...ofPages(desk, language, words),
    ...ofSources(desk, language, words),
    ...lists(desk, language, words),
  ];
}

type Lister = (desk: Desk, language: string, words: InterfaceWords) => ListedPage[];

const ofCampaigns: Lister = ({ campaigns }, language, words) =>
  campaigns.flatMap(({ id, topics = [], versions }) => {
    const version = versions[language];
    if (!version) return [];
    const { title, summary, mainMessage, audience, hashtags, body } = version;
    return [
      {
        path: campaignPath(id, language),
        kind: words.asking.campaign,
        title,
        summary,
        topics,
        words: [mainMessage, ...audience, ...hashtags, ...headingsOf(body)],
        bodies: [{ collection: 'campaigns' as const, id }],
      },
    ];
  });

const ofQuestions: Lister = ({ questions }, language, words) =>
  questions.flatMap(({ id, topics, versions }) => {
    const version = versions[language];
    if (!version) return [];
    const { title, answer, alsoAsked, body } = version;
    return [
      {
        path: questionPath(id, language),
        kind: words.asking.question,
        title,
        summary: answer,
        topics,
        words: [...alsoAsked, ...headingsOf(body)],
        bodies: [{ collection: 'questions' as const, id }],
      },
    ];
  });

const ofMyths: Lister = ({ myths }, language, words) =>
  myths.flatMap(({ id, topics = [], versions }) => {
    const version = versions[language];
    if (!version) return [];
    const { title, summary, claim, verdict, claimant, whyBelieved, body } = version;
    return [
      {
        path: mythPath(id, language),
        kind: words.asking.myth,
        title,
        summary,
        topics,
        words: [claim, verdict, claimant, whyBelieved, ...headingsOf(body)],
        bodies: [{ collection: 'myths' as const, id }],
      },
    ];
  });

/** Events, films in series, and studies. */
const ofProgramme: Lister = ({ events, series, episodes, studies }, language, words) => {
  const { programme } = words;
  type Told = {
    id: string;
    versions: Readonly<Record<string, { title: string; summary: string; body: Pick<PageBody, 'headings'> }>>;
  };
  const told = <T extends Told>(
    collection: BodiedCollection,
    items: readonly T[],
    kind: string,
    pathOf: (item: T) => string,
    group = kind,
  ): ListedPage[] =>
    items.flatMap((item) => {
      const version = item.versions[language];
      if (!version) return [];
      const { title, summary, body } = version;
      const bodies = [{ collection, id: item.id }];
      return [{ path: pathOf(item), kind, group, title, summary, topics: [], words: headingsOf(body), bodies }];
    });
  return [
    ...told('events', events, programme.entry.event, ({ id }) => eventPath(id, language), programme.events),
    ...told('series', series, programme.series, ({ id }) => seriesPath(id, language)),
    ...told('episodes', episodes, programme.series, (episode) => episodePath(episode, language)),
    ...told('studies', studies, programme.studies, ({ id }) => studyPath(id, language)),
  ];
};

/** Those that the list of alerts has: a result has no room to say that nothing of an exercise is real. */
const ofIncidents: Lister = ({ incidents, now }, language, words) => {
  const { active, past } = listedIncidents(incidents, now);
  return [...active, ...past].flatMap(({ incident: { id, versions }, state, sent }) => {
    const version = versions[language];
    if (!version) return [];
    const messages = sent.flatMap((update) => update.versions[language] ?? []);
    return [
      {
        path: incidentPath(id, language),
        kind: state.kind === 'active' ? words.alerts.alert : `${words.alerts.alert} · ${words.alerts.past}`,
        group: words.alerts.title,
        title: version.title,
        summary: version.summary,
        topics: [],
        words: [...messages.flatMap(({ headline, area }) => [headline, area]), ...headingsOf(version.body)],
        bodies: [{ collection: 'incidents' as const, id }],
      },
    ];
  });
};

const ofPages: Lister = ({ pages }, language, words) =>
  pages.flatMap(({ id, versions }) => {
    const version = versions[language];
    if (!version) return [];
    return [
      {
        path: pagePath(id, language),
        kind: words.howWeWork,
        title: version.title,
        summary: version.summary,
        topics: [],
        words: headingsOf(version.body),
        bodies: [{ collection: 'pages' as const, id }],
      },
    ];
  });

const ofSources: Lister = ({ sources }, language, words) =>
  [...sources.values()].map(({ id, title, publisher }) => ({
    path: sourcePath(id, language),
    kind: words.sources,
    title,
    summary: publisher,
    topics: [],
    words: [],
    bodies: [],
  }));

/** The lists themselves, without which somebody who looks for “myths” would find only single ones. */
const lists: Lister = ({ campaigns, myths, questions, events, series, studies, pages }, language, words) => {
  const has = (items: readonly { versions: Readonly<Record<string, unknown>> }[]) =>
    items.some(({ versions }) => versions[language] !== undefined);
  const list = (path: string, title: string, summary: string): ListedPage => {
    const { list: kind, otherPages: group } = words.asking;
    return { path, kind, group, title, summary, topics: [], words: [], bodies: [] };
  };
  const { programme, site } = words;
  return [
    ...(has(campaigns) ? [list(campaignsPath(language), words.campaigns, site.campaignsLead)] : []),
    ...(has(questions) ? [list(questionsPath(language), words.asking.questions, words.asking.questionsLead)] : []),
    ...(has(myths) ? [list(mythsPath(language), words.evidence.myths, words.evidence.mythsLead)] : []),
    ...(has(events) ? [list(eventsPath(language), programme.events, programme.eventsLead)] : []),
    ...(has(series) ? [list(allSeriesPath(language), programme.series, programme.seriesLead)] : []),
    ...(has(studies) ? [list(studiesPath(language), programme.studies, programme.studiesLead)] : []),
    list(calendarPath(language), programme.calendar, programme.calendarLead),
    list(alertsPath(language), words.alerts.title, words.alerts.lead),
    list(sourcesPath(language), words.sources, words.evidence.sourcesLead),
    ...(has(pages) ? [list(howWeWorkPath(language), words.howWeWork, words.howWeWorkLead)] : []),
    list(contactPath(language), site.contact, site.contactLead),
    list(aboutPath(language), site.about, site.aboutLead),
    list(correctionsPath(language), site.corrections, site.correctionsLead),
  ];
};

function headingsOf({ headings }: Pick<PageBody, 'headings'>): string[] {
  return headings.map(({ text }) => text);
}

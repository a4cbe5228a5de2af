import {
  alertsPath,
  campaignPath,
  howWeWorkPath,
  incidentPath,
  mythPath,
  mythsPath,
  pagePath,
  questionPath,
  questionsPath,
  sourcePath,
  sourcesPath,
} from '../model/addresses.ts';
import type { PageBody } from '../model/content.ts';
import { type InterfaceWords, interfaceWords } from '../reading/interface-words.ts';
import type { Desk } from './desk.ts';
import { listedIncidents } from './incident-view.ts';

/** A page of the site as lists and the search know it. */
export interface ListedPage {
  path: string;
  kind: string;
  title: string;
  summary: string;
  /** Ids of the organisation's topics. */
  topics: readonly string[];
  /** Other words by which it is looked for. */
  words: readonly string[];
  /** The entries of `bodies` whose text stands on it. */
  bodies: readonly { collection: 'campaigns' | 'incidents' | 'myths' | 'questions' | 'pages'; id: string }[];
}

/** Every page that exists in a language, each once, campaigns first. What has none in it is left out. */
export function listedPages(desk: Desk, language: string): ListedPage[] {
  const words = interfaceWords(language);
  return [
    ...ofCampaigns(desk, language, words),
    ...ofQuestions(desk, language, words),
    ...ofMyths(desk, language, words),
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
const lists: Lister = ({ myths, questions, pages }, language, words) => {
  const has = (items: readonly { versions: Readonly<Record<string, unknown>> }[]) =>
    items.some(({ versions }) => versions[language] !== undefined);
  const list = (path: string, title: string, summary: string): ListedPage => {
    return { path, kind: words.asking.list, title, summary, topics: [], words: [], bodies: [] };
  };
  return [
    ...(has(questions) ? [list(questionsPath(language), words.asking.questions, words.asking.questionsLead)] : []),
    ...(has(myths) ? [list(mythsPath(language), words.evidence.myths, words.evidence.mythsLead)] : []),
    list(alertsPath(language), words.alerts.title, words.alerts.lead),
    list(sourcesPath(language), words.sources, words.evidence.sourcesLead),
    ...(has(pages) ? [list(howWeWorkPath(language), words.howWeWork, words.howWeWorkLead)] : []),
  ];
};

function headingsOf({ headings }: Pick<PageBody, 'headings'>): string[] {
  return headings.map(({ text }) => text);
}

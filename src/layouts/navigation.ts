import type { Desk } from '../components/desk.ts';
import {
  aboutPath,
  alertsPath,
  allSeriesPath,
  calendarPath,
  campaignsPath,
  contactPath,
  correctionsPath,
  eventsPath,
  homePath,
  howWeWorkPath,
  mythsPath,
  questionsPath,
  searchPath,
  sourcesPath,
  studiesPath,
} from '../model/addresses.ts';
import type { InterfaceWords } from '../reading/interface-words.ts';

/** One link of the navigation. */
export interface NavigationEntry {
  label(words: InterfaceWords): string;
  /** Path below the base. */
  path(language: string): string;
  /** `top`: above every page and at its foot; `foot`: at the foot alone. */
  place: 'top' | 'foot';
  /** Whether there is anything to lead to in the language; left out, always. */
  exists?(desk: Desk, language: string): boolean;
}

/** Where readers can go from every page, what most look for first. A kind of content adds its line here. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { place: 'foot', label: (words) => words.home, path: homePath },
  { place: 'top', label: (words) => words.alerts.title, path: alertsPath },
  { place: 'top', label: (words) => words.asking.search, path: searchPath },
  // Always: what says of alerts something new is built without campaigns (`npm run splice`), and has to come out the same.
  { place: 'top', label: (words) => words.campaigns, path: campaignsPath },
  {
    place: 'top',
    label: (words) => words.evidence.myths,
    path: mythsPath,
    exists: ({ myths }, language) => myths.some(({ versions }) => versions[language]),
  },
  {
    place: 'top',
    label: (words) => words.asking.questions,
    path: questionsPath,
    exists: ({ questions }, language) => questions.some(({ versions }) => versions[language]),
  },
  {
    place: 'top',
    label: (words) => words.programme.events,
    path: eventsPath,
    exists: ({ events }, language) => events.some(({ versions }) => versions[language]),
  },
  {
    place: 'foot',
    label: (words) => words.programme.series,
    path: allSeriesPath,
    exists: ({ series }, language) => series.some(({ versions }) => versions[language]),
  },
  {
    place: 'foot',
    label: (words) => words.programme.studies,
    path: studiesPath,
    exists: ({ studies }, language) => studies.some(({ versions }) => versions[language]),
  },
  { place: 'foot', label: (words) => words.programme.calendar, path: calendarPath },
  { place: 'top', label: (words) => words.site.contact, path: contactPath },
  { place: 'foot', label: (words) => words.site.about, path: aboutPath },
  {
    place: 'foot',
    label: (words) => words.howWeWork,
    path: howWeWorkPath,
    exists: ({ pages }, language) => pages.some(({ versions }) => versions[language]),
  },
  { place: 'foot', label: (words) => words.sources, path: sourcesPath },
  { place: 'foot', label: (words) => words.site.corrections, path: correctionsPath },
];

/** So many stand above a page on a phone; the others are one step away, at its foot. */
export const SHOWN_ON_PHONES = 3;

/** The entries of a place that lead somewhere in `language`, in their order. */
export function navigationIn(place: NavigationEntry['place'], desk: Desk, language: string): NavigationEntry[] {
  return NAVIGATION.filter(
    (entry) => (place === 'foot' || entry.place === place) && (entry.exists?.(desk, language) ?? true),
  );
}

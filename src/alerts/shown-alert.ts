// Part of what the visitor's browser loads: it imports types only.
import type { AlertList, ListedAlert } from './alert-list.ts';

const WORST_FIRST: readonly ListedAlert['severity'][] = ['extreme', 'severe', 'moderate', 'minor', 'unknown'];

/**
 * The alerts that a page shows at a moment (milliseconds since 1970): the most severe first, then the newest. A cancellation
 * is nothing to warn of, and a page does not point at itself: `ownIncident` is the one that the page is about.
 */
export function shownAlerts(list: AlertList, at: number, ownIncident?: string): ListedAlert[] {
  return holding(list, at)
    .filter(({ kind, incident }) => kind !== 'cancel' && incident !== ownIncident)
    .toSorted(
      (a, b) =>
        WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity) ||
        Date.parse(b.sentAt) - Date.parse(a.sentAt),
    );
}

/** The newest word on an incident that holds at a moment, a cancellation too. */
export function newestOf(list: AlertList, incident: string, at: number): ListedAlert | undefined {
  return holding(list, at).find((alert) => alert.incident === incident);
}

function holding({ alerts }: AlertList, at: number): ListedAlert[] {
  return alerts.filter(({ sentAt, until }) => Date.parse(sentAt) <= at && at < Date.parse(until));
}

/** The next moment after `at` at which a list shows something else; `undefined` without one. */
export function nextBoundary({ alerts }: AlertList, at: number): number | undefined {
  const coming = alerts.flatMap(({ sentAt, until }) => [Date.parse(sentAt), Date.parse(until)]).filter((to) => to > at);
  return coming.length > 0 ? Math.min(...coming) : undefined;
}

/** The list of the later build; the first of two of the same. */
export function newerList(one: AlertList, other: AlertList | undefined): AlertList {
  return other && Date.parse(other.builtAt) > Date.parse(one.builtAt) ? other : one;
}

/**
 * The moment to judge a list by: the visitor's clock, but never before the list was made. On a phone whose battery was empty
 * the clock may have gone back by years, and no alert would have begun.
 */
export function judgedAt({ builtAt }: AlertList, clock: number): number {
  return Math.max(clock, Date.parse(builtAt));
}

/** Address of an alert's page as this copy of the site is served; another site's address stays. */
export function servedAddress(page: string, publicBase: string, base: string): string {
  return page.startsWith(publicBase) ? `${base}${page.slice(publicBase.length)}` : page;
}

/** The words of an alert in `language`, or in the first language there is. `undefined` where it has none. */
export function wordsOf(
  { words }: Pick<ListedAlert, 'words'>,
  language: string,
): { language: string; words: ListedAlert['words'][string] } | undefined {
  const tag = Object.hasOwn(words, language) ? language : Object.keys(words)[0];
  const found = tag === undefined ? undefined : words[tag];
  return tag === undefined || found === undefined ? undefined : { language: tag, words: found };
}

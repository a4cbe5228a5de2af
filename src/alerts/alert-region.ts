import { alertsPath } from '../model/addresses.ts';
import { type EpochMs, toEpochMs } from '../model/time.ts';
import type { AlertList, ListedAlert } from './alert-list.ts';
import type { AlertSettings } from './alert-settings.ts';
import { momentText } from './moment-text.ts';
import { servedAddress, shownAlerts, wordsOf } from './shown-alert.ts';

export interface AlertRegionInput {
  list: AlertList;
  /** Moment of the build. */
  now: EpochMs;
  settings: AlertSettings;
  /** Writing direction of a language of the site. */
  directionOf(language: string): 'ltr' | 'rtl' | undefined;
}

/**
 * The part of every page that speaks of alerts, as HTML: the most urgent one in full, a count of the others, an empty bar
 * that the visitor’s browser fills with what was not known yet, and what it needs for that. One element with the id
 * `alerts`, which depends on nothing else of the page but its language and the incident that it is about.
 */
export function alertRegion({ list, now, settings, directionOf }: AlertRegionInput): string {
  const { words, ownIncident } = settings;
  const [first, ...others] = shownAlerts(list, now, ownIncident);
  return [
    '<div id="alerts">',
    first ? banner(first, others.length) : '',
    `<section class="alert-bar" aria-label="${escaped(words.alert)}" hidden>`,
    '<div class="width">',
    '<p class="alert-label"></p><p class="alert-headline"><a href="#"></a></p><p class="alert-instruction"></p>',
    '<p class="alert-times"></p><p class="alert-note"></p>',
    `<p class="alert-links"><a class="alert-more" href="${escaped(listAddress())}"></a> `,
    `<button type="button" class="alert-close">${escaped(words.close)}</button></p>`,
    '</div></section>',
    '<div class="visually-hidden" role="alert"></div>',
    `<script type="application/json">${data({ ...settings, list: inOneLanguage(list, settings.language) })}</script>`,
    '</div>',
  ].join('');

  function banner(alert: ListedAlert, more: number): string {
    const found = wordsOf(alert, settings.language);
    if (!found) return '';
    const direction = directionOf(found.language);
    const other =
      found.language === settings.language
        ? ''
        : ` lang="${escaped(found.language)}"${direction ? ` dir="${direction}"` : ''}`;
    // What is printed is when it ends if nobody says more; that another message may follow sooner tells nobody anything.
    const until = toEpochMs(alert.expiresAt);
    const ends = words.until.replace(
      '{moment}',
      () => `<time datetime="${escaped(alert.expiresAt)}">${escaped(momentText(until, settings.moments))}</time>`,
    );
    return [
      `<section class="alert alert-${alert.severity}" data-identifier="${escaped(alert.identifier)}" data-incident="${escaped(alert.incident)}" aria-labelledby="alert-headline">`,
      '<div class="width alert-said">',
      `<p class="alert-label">${escaped(alertLabel(alert, list, settings))}</p>`,
      `<h2 class="alert-headline" id="alert-headline"${other}><a href="${escaped(servedAddress(found.words.page, settings.publicBase, settings.base))}">${escaped(found.words.headline)}</a></h2>`,
      `<p class="alert-instruction"${other}>${escaped(found.words.instruction)}</p>`,
      `<p class="alert-times"><span${other}>${escaped(found.words.area)}</span> <span>${ends}</span></p>`,
      more > 0
        ? `<p class="alert-links"><a class="alert-more" href="${escaped(listAddress())}">${escaped(words.more.replace('{number}', String(more)))}</a></p>`
        : '',
      '</div>',
      '<p class="width alert-changed" hidden></p>',
      '</section>',
    ].join('');
  }

  function listAddress(): string {
    return `${settings.base}${alertsPath(settings.language)}`;
  }
}

/** What an alert is, in words: colour alone tells nobody. */
export function alertLabel(
  { severity }: Pick<ListedAlert, 'severity'>,
  { demonstration }: Pick<AlertList, 'demonstration'>,
  { words, demonstrationWord }: Pick<AlertSettings, 'words' | 'demonstrationWord'>,
): string {
  return [...(demonstration ? [demonstrationWord] : []), words.alert, words.severity[severity]].join(' · ');
}

/** Only the words that the page can show: every page carries them. */
function inOneLanguage(list: AlertList, language: string): AlertList {
  return {
    ...list,
    alerts: list.alerts.map((alert) => {
      const found = wordsOf(alert, language);
      return { ...alert, words: found ? { [found.language]: found.words } : {} };
    }),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** JSON inside a script element: it must not hold what would end the element. */
function data(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

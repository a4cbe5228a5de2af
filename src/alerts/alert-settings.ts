import type { AlertWords } from '../reading/interface-words.ts';
import type { MomentForm } from './moment-text.ts';

/** What a page tells the script that keeps its alerts up to date. */
export interface AlertSettings {
  language: string;
  /** Address of the public site, and the path under which this copy is served; both end in a slash. */
  publicBase: string;
  base: string;
  /** Id of the incident that the page is about. */
  ownIncident?: string;
  /** Identifier of the newest message on that page. */
  newestHere?: string;
  moments: MomentForm;
  demonstrationWord: string;
  words: Pick<
    AlertWords,
    'alert' | 'severity' | 'until' | 'more' | 'all' | 'over' | 'newer' | 'outdated' | 'reload' | 'asOf' | 'close'
  >;
}

const SENT_WORDS = [
  'alert',
  'severity',
  'until',
  'more',
  'all',
  'over',
  'newer',
  'outdated',
  'reload',
  'asOf',
  'close',
] as const;

/** The words that a page carries for its script: no more of them than it uses. */
export function wordsForScript(words: AlertWords): AlertSettings['words'] {
  return Object.fromEntries(SENT_WORDS.map((name) => [name, words[name]])) as AlertSettings['words'];
}

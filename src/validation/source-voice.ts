import type { Source } from '../model/source.ts';
import { plainWords } from './plain-words.ts';
import { registeredDomain } from './registered-domain.ts';

/** What decides who speaks in a source. */
export type Voiced = Pick<Source, 'publisher' | 'url'> & Partial<Pick<Source, 'doi'>>;

/**
 * Whether two sources stand alone: another publisher, and another site. A paper’s site is the publisher that registered its
 * DOI (the part before the slash), wherever the paper is read; of all else it is the registered domain.
 */
export function standAlone(one: Voiced, other: Voiced): boolean {
  return siteOf(one) !== siteOf(other) && plainWords(one.publisher) !== plainWords(other.publisher);
}

function siteOf({ url, doi }: Voiced): string {
  const registrant = doi?.split('/')[0] ?? /^https:\/\/(?:dx\.)?doi\.org\/(10\.\d+)/i.exec(url)?.[1];
  return registrant ?? registeredDomain(url) ?? new URL(url).hostname;
}

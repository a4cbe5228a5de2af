import type { Language, Organisation } from '../model/organisation.ts';
import { siteLink } from './site-links.ts';

/** One language that a page exists in. */
export interface LanguageLink {
  language: Language;
  /** Path below the site's base. */
  path: string;
  /** The same as this build is served. */
  href: string;
}

/** The languages a page exists in, in the organisation's order. `pathIn` answers `undefined` where it does not. */
export function languageLinks(organisation: Organisation, pathIn: (tag: string) => string | undefined): LanguageLink[] {
  return organisation.languages.flatMap((language) => {
    const path = pathIn(language.tag);
    return path === undefined ? [] : [{ language, path, href: siteLink(path) }];
  });
}

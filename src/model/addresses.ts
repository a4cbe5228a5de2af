import type { Organisation } from './organisation.ts';

/** Path of a language's home page below the site's base, without a leading slash. */
export function homePath(language: string): string {
  return `${language}/`;
}

/** Path of a campaign's page below the site's base. It follows from the id, so moving a folder breaks no link. */
export function campaignPath(campaignId: string, language: string): string {
  return `${language}/campaigns/${campaignId}/`;
}

/** Path of the list of all myths in one language. */
export function mythsPath(language: string): string {
  return `${language}/myths/`;
}

/** Path of a myth's page below the site's base. */
export function mythPath(mythId: string, language: string): string {
  return `${language}/myths/${mythId}/`;
}

/** Path of the list of all sources in one language. */
export function sourcesPath(language: string): string {
  return `${language}/sources/`;
}

/** Path of a source's page: what it is, how it was judged and what rests on it. */
export function sourcePath(sourceId: string, language: string): string {
  return `${language}/sources/${sourceId}/`;
}

/** Path of a card image below the site's base. */
export function cardPath(fileName: string): string {
  return `cards/${fileName}`;
}

/** Full public address of a path below the site's base. */
export function publicAddress(organisation: Pick<Organisation, 'url'>, path: string): string {
  return new URL(path, organisation.url.endsWith('/') ? organisation.url : `${organisation.url}/`).href;
}

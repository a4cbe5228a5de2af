import type { Organisation } from './organisation.ts';

/** Path of a language's home page below the site's base, without a leading slash. */
export function homePath(language: string): string {
  return `${language}/`;
}

/** Path of a campaign's page below the site's base. It follows from the id, so moving a folder breaks no link. */
export function campaignPath(campaignId: string, language: string): string {
  return `${language}/campaigns/${campaignId}/`;
}

/** Path of a language's list of pages on how the organisation works, below the site's base. */
export function howWeWorkPath(language: string): string {
  return `${language}/how-we-work/`;
}

/** Path of a page on how the organisation works. It follows from the id, so moving a folder breaks no link. */
export function pagePath(pageId: string, language: string): string {
  return `${howWeWorkPath(language)}${pageId}/`;
}

/** Path of a card image below the site's base. */
export function cardPath(fileName: string): string {
  return `cards/${fileName}`;
}

/** Full public address of a path below the site's base. */
export function publicAddress(organisation: Pick<Organisation, 'url'>, path: string): string {
  return new URL(path, organisation.url.endsWith('/') ? organisation.url : `${organisation.url}/`).href;
}

import type { Campaign, Incident } from '../model/content.ts';

/**
 * Name of what the page of a campaign or an incident says in one language: another one when its file changes, or the original's, which decides
 * its dates and sources. The page carries it, so that anyone can see which revision is live.
 */
export function pageRevision(
  { versions, originalLanguage }: Pick<Campaign | Incident, 'versions' | 'originalLanguage'>,
  language: string,
): string {
  const names = [
    versions[language]?.revision,
    language === originalLanguage ? undefined : versions[originalLanguage]?.revision,
  ];
  return names.filter((name) => name !== undefined).join('-');
}

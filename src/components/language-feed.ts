import { alertEntries } from '../alerts/alert-entries.ts';
import type { FeedInput } from '../alerts/alert-feeds.ts';
import { inLanguage } from '../model/language.ts';
import { fillIn, interfaceWords } from '../reading/interface-words.ts';
import { desk } from './desk.ts';

/** One path for each language of the site. */
export async function languagePaths(): Promise<{ params: { language: string } }[]> {
  const { organisation } = await desk();
  return organisation.languages.map(({ tag }) => ({ params: { language: tag } }));
}

/** What the feeds of alerts in `language` are made of. */
export async function languageFeed(language: string): Promise<FeedInput> {
  const { organisation, incidents, now, builtAt } = await desk();
  const name = inLanguage(organisation.name, language);
  return {
    organisation,
    language,
    title: fillIn(interfaceWords(language).alerts.feedOf, { name }),
    entries: alertEntries(incidents, organisation, language, now),
    builtAt,
  };
}

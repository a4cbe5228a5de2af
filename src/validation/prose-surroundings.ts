import { campaignPath, publicAddress } from '../model/addresses.ts';
import type { Drafts, ItemDraft } from '../model/draft.ts';
import type { HouseWords, ProseSurroundings } from '../model/prose.ts';
import { organisationOf, originalsOf, recordsOf } from './rule.ts';

/** What the words of each file are held against beside the file itself. */
export function proseSurroundings(drafts: Drafts): (draft: ItemDraft) => ProseSurroundings {
  const { url } = organisationOf(drafts);
  const [list] = recordsOf(drafts, 'terms');
  const { terms = [], allowed = [] } = list?.fields ?? {};
  const byLanguage = Map.groupBy(terms, ({ language }) => language);
  const houses = new Map<string, HouseWords>();
  const houseOf = (language: string): HouseWords => {
    // `pa-Arab` has the terms of `pa` too.
    const tags = language.includes('-') ? [language, language.replace(/-.*/, '')] : [language];
    const house = houses.get(language) ?? { terms: tags.flatMap((tag) => byLanguage.get(tag) ?? []), allowed };
    houses.set(language, house);
    return house;
  };
  const ids = new Map(originalsOf(drafts, 'campaigns').map(({ folder, fields }) => [folder, fields.id]));
  return ({ collection, folder, language }) => {
    const id = collection === 'campaigns' ? ids.get(folder) : undefined;
    return {
      house: houseOf(language),
      ...(url !== undefined && id !== undefined && { address: publicAddress({ url }, campaignPath(id, language)) }),
    };
  };
}

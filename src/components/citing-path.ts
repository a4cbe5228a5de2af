import { campaignPath, incidentPath, mythPath } from '../model/addresses.ts';
import type { CitingItem } from '../model/cited-by.ts';

/** Path of the page of an item that rests on a source, in a language; `undefined` where it has none of its own. */
export function citingPath({ collection, id }: CitingItem, language: string): string | undefined {
  switch (collection) {
    case 'campaigns':
      return campaignPath(id, language);
    case 'myths':
      return mythPath(id, language);
    case 'incidents':
      return incidentPath(id, language);
    case 'pages':
      return undefined;
  }
}

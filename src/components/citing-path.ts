import { campaignPath, incidentPath, mythPath, pagePath, questionPath } from '../model/addresses.ts';
import type { CitingItem } from '../model/cited-by.ts';

/** Path of the page of an item that rests on a source, in a language. */
export function citingPath({ collection, id }: CitingItem, language: string): string {
  switch (collection) {
    case 'campaigns':
      return campaignPath(id, language);
    case 'myths':
      return mythPath(id, language);
    case 'questions':
      return questionPath(id, language);
    case 'incidents':
      return incidentPath(id, language);
    case 'pages':
      return pagePath(id, language);
  }
}

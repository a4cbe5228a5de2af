import {
  campaignPath,
  episodePath,
  eventPath,
  incidentPath,
  mythPath,
  pagePath,
  questionPath,
  seriesPath,
  studyPath,
} from '../model/addresses.ts';
import type { CitingItem } from '../model/cited-by.ts';

/** Path of the page of an item that rests on a source, in a language. */
export function citingPath({ collection, id, seriesId = '' }: CitingItem, language: string): string {
  switch (collection) {
    case 'campaigns':
      return campaignPath(id, language);
    case 'myths':
      return mythPath(id, language);
    case 'questions':
      return questionPath(id, language);
    case 'events':
      return eventPath(id, language);
    case 'series':
      return seriesPath(id, language);
    case 'episodes':
      return episodePath({ id, seriesId }, language);
    case 'studies':
      return studyPath(id, language);
    case 'incidents':
      return incidentPath(id, language);
    case 'pages':
      return pagePath(id, language);
  }
}

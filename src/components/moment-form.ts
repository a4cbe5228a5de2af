import type { MomentForm } from '../alerts/moment-text.ts';
import type { Organisation } from '../model/organisation.ts';
import { interfaceWords } from '../reading/interface-words.ts';

/** How moments are written in `language` where the organisation is. */
export function momentForm({ country, timeZone }: Organisation, language: string): MomentForm {
  return { language, country, timeZone, pattern: interfaceWords(language).alerts.momentForm };
}

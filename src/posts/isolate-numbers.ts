import { splitAtNumbers } from '../model/grouped-numbers.ts';

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/**
 * Puts telephone numbers and dates in digits into isolates, so that their groups keep their order after Urdu or Arabic
 * letters. Hashtags and addresses carry no invisible characters that could break them.
 */
export function isolateNumbers(text: string): string {
  return splitAtNumbers(text)
    .map(({ text: piece, isNumber }) => (isNumber ? `${LEFT_TO_RIGHT_ISOLATE}${piece}${POP_ISOLATE}` : piece))
    .join('');
}

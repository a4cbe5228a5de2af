import { normaliseText } from '../normalise-text.ts';
import { ENGLISH } from './english.ts';
import { GIVEN_NAMES } from './given-names.ts';
import { ROMAN_URDU } from './roman-urdu.ts';
import { TOWNS } from './towns.ts';
import { URDU } from './urdu.ts';
import { WORD, type WordClasses } from './word-classes.ts';

/** What each known word tells, by the word in small letters as `normaliseText` leaves it. */
const CLASSES = new Map<string, WordClasses>();
for (const [classes, words] of [...ENGLISH, ...URDU, ...ROMAN_URDU, ...GIVEN_NAMES, ...TOWNS])
  for (const word of normaliseText(words).lower.split(/\s+/)) CLASSES.set(word, (CLASSES.get(word) ?? 0) | classes);

/** What a word tells; 0 for a word that tells nothing. */
export function classesOfWord(word: string): WordClasses {
  const known = CLASSES.get(word);
  if (known !== undefined) return known;
  const classes = word.length > 6 ? classesByForm(word) : 0;
  // A desk has some ten thousand words, which come again and again.
  if (CLASSES.size < MOST_WORDS) CLASSES.set(word, classes);
  return classes;
}

const MOST_WORDS = 200_000;

/** Whether a word sounds like a name of the list: Tahmina, Tehmina; Rahman, Rehmaan. */
export function soundsLikeName(word: string): boolean {
  return word.length > 3 && NAME_SOUNDS.has(soundOf(word));
}

const NAME_SOUNDS = new Set(
  GIVEN_NAMES.flatMap(([classes, words]) =>
    classes & WORD.name
      ? words
          .split(/\s+/)
          .filter((word) => word.length > 3 && /^[a-z]/.test(word))
          .map(soundOf)
      : [],
  ),
);

function soundOf(word: string): string {
  return word
    .replace(/ee|ea|y/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replace(/au|aw|ow/g, 'o')
    .replace(/ai|ay|ei|ey/g, 'e')
    .replace(/q|ck/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/w/g, 'v')
    .replace(/e/g, 'a')
    .replace(/(.)\1/g, '$1')
    .replace(/ah$/, 'a');
}

/** Medicine builds its words: whoever had an `-ectomy` is in care, whatever was taken out. */
const MEDICAL =
  /^(?:anti|hyper|hypo|neuro|cardio|gastro|haemato|hemato|nephro|osteo|psycho)[a-z]{4}|(?:itis|ectomy|otomy|ostomy|osis|aemia|emia|oma|opathy|plasty|oscopy|algia|ologist|ology|therapy|rrhoea|rrhea|uria|plegia|paresis|iatrist|iatric|mycin|cillin|azole|statin|prazole|vir|mab|caine|pril|olol|sartan|ectasis|cele|centesis)$/;
const MEDICAL_URDU = /(?:پلاسٹی|تھراپی|تھیراپی|سکوپی|ایکٹومی|ولوجی|ولوجسٹ|ایٹس|اٹس|یمیا|وسس|گرافی)$/;

function classesByForm(word: string): WordClasses {
  if (word.startsWith('عبدال')) return WORD.name;
  return MEDICAL.test(word) || MEDICAL_URDU.test(word) ? WORD.health : 0;
}

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { PAGE } from '../example-desk.ts';
import { isEnglish, type ProseRule, problemInBlock } from '../prose-rule.ts';
import { type ProseSentence, sentencesOf } from '../sentences.ts';

const id = 'words/reading-grade';

const TARGET = 6;
const LIMIT = 8;
/** In fewer words one long name decides the grade. */
const FEWEST_WORDS = 100;
const HARD =
  'Contaminated household drinking water frequently contains microorganisms responsible for gastrointestinal infections. Immediate disinfection considerably diminishes the probability of contamination. Governmental organisations recommend additional precautionary measures during emergencies. ';

export const wordsReadingGrade: ProseRule = {
  id,
  level: 'warning',
  why: 'Half of adults read below the grade at which they left school, and everyone does when they are afraid. The number ranks pages; a person judges them.',
  from: 'American Medical Association and National Institutes of Health: grade 6 to 8, by Flesch and Kincaid’s formula for English',
  judge(document) {
    if (!isEnglish(document.language)) return [];
    const sentences = sentencesOf(document).flatMap((sentence) => {
      // A number is read as fast as a short word, and has no syllables to count.
      const words = sentence.words.filter((word) => /\p{L}/u.test(word));
      const { kind } = sentence.block;
      return words.length > 0 && (kind === 'paragraph' || kind === 'list-item') ? [{ ...sentence, words }] : [];
    });
    const words = sentences.flatMap((sentence) => sentence.words);
    if (words.length <= FEWEST_WORDS) return [];
    const grade = fleschKincaid({
      sentence: sentences.length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + syllablesOf(word), 0),
    });
    const [longest, second] = sentences.toSorted((a, b) => b.words.length - a.words.length);
    if (grade <= LIMIT || !longest) return [];
    const begin = [longest, ...(second ? [second] : [])].map(whereabouts).join(' and ');
    return [
      problemInBlock(document, longest.block, longest.from, {
        ruleId: id,
        message: `Unexpected reading grade ${grade.toFixed(1)}: above ${LIMIT} a page is too hard for many of its readers`,
        hint: `write for grade ${TARGET}: part long sentences and take shorter words; begin with ${begin}`,
      }),
    ];
  },
  examples: [
    { name: 'a page of fewer than a hundred words', said: [] },
    {
      name: 'a page in the words of a textbook',
      changes: { [PAGE]: ['Water that looks clean can carry germs.', HARD.repeat(4).trim()] },
      said: [
        `${PAGE}:24:1 warning Unexpected reading grade 25.9: above 8 a page is too hard for many of its readers → write for grade 6: part long sentences and take shorter words; begin with \`Contaminated household drinking water …\` (line 24) and \`Contaminated household drinking water …\` (line 24)`,
      ],
    },
  ],
};

function whereabouts({ block, from, words }: ProseSentence): string {
  return `\`${words.slice(0, 4).join(' ')} …\` (line ${block.locate(from).line})`;
}

/** Counting takes longer than all the rest, and most words of a page come again on the next. */
const counted = new Map<string, number>();
const MOST_COUNTED = 50_000;

function syllablesOf(word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const count = syllable(word);
  if (counted.size < MOST_COUNTED) counted.set(word, count);
  return count;
}

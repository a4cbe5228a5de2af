import { messageAction } from './prose/message-action.ts';
import { messageOne } from './prose/message-one.ts';
import { wordsInclusive } from './prose/words-inclusive.ts';
import { wordsParagraphLong } from './prose/words-paragraph-long.ts';
import { wordsReadingGrade } from './prose/words-reading-grade.ts';
import { wordsRepeated } from './prose/words-repeated.ts';
import { wordsSentenceLong } from './prose/words-sentence-long.ts';
import { wordsSimplify } from './prose/words-simplify.ts';
import { wordsTerm } from './prose/words-term.ts';
import type { ProseRule } from './prose-rule.ts';

/** Every rule on the words of one language file. */
export const PROSE_RULES: readonly ProseRule[] = [
  messageOne,
  messageAction,
  wordsReadingGrade,
  wordsSentenceLong,
  wordsParagraphLong,
  wordsTerm,
  wordsSimplify,
  wordsInclusive,
  wordsRepeated,
];

import { forEachWord, isLetter } from './letters.ts';
import { type NormalText, normaliseText } from './normalise-text.ts';
import { type Sentence, SentenceReader } from './sentence-reader.ts';
import { classesOfWord } from './words/classes-of-words.ts';
import type { WordClasses } from './words/word-classes.ts';

/** A text that was read once: its words told apart, its sentences known. */
export interface Passage {
  normal: NormalText;
  sentences: readonly Sentence[];
}

/** Reads a text. A file's name is one sentence. */
export function readPassage(original: string, isFileName: boolean): Passage {
  const normal = normaliseText(original);
  return { normal, sentences: sentencesOf(normal, isFileName) };
}

/** What the words of a part of a normal text in small letters tell, added up. */
export function classesIn(lower: string, from = 0, to = lower.length): WordClasses {
  let classes = 0;
  forEachWord(lower, Math.max(0, from), Math.min(lower.length, to), (start, end) => {
    classes |= classesOfWord(lower.slice(start, end));
  });
  return classes;
}

/** One walk over all signs of the text, which is most of what looking for personal data costs. */
function sentencesOf(normal: NormalText, isFileName: boolean): Sentence[] {
  const { text, lower } = normal;
  const sentences: Sentence[] = [];
  let reader = new SentenceReader(normal, 0, isFileName);
  let start = 0;
  let wordStart = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      if (wordStart < 0) wordStart = at;
      continue;
    }
    if (wordStart >= 0) {
      reader.takeWord(wordStart, at);
      wordStart = -1;
    }
    if (code >= ZERO && code <= NINE) reader.takeDigit();
    else if (code === AT || code === STROKE) reader.takeAddressSign();
    else if (
      at === text.length ||
      (!isFileName && isEnd(code) && endsSentence(text, lower, at)) ||
      (code === SPACE && at - start > LONGEST_SENTENCE)
    ) {
      const end = Math.min(text.length, at + 1);
      sentences.push(reader.finish(end));
      reader = new SentenceReader(normal, end, isFileName);
      start = end;
    }
  }
  return sentences;
}

/** Nobody writes a longer one; what is no text must not take long, either. */
const LONGEST_SENTENCE = 1000;

const [SPACE, ZERO, NINE, AT, STROKE, STOP, LINE_END] = [0x20, 0x30, 0x39, 0x40, 0x2f, 0x2e, 0x0a];
const [EXCLAMATION, QUESTION, URDU_STOP, URDU_QUESTION] = [0x21, 0x3f, 0x6d4, 0x61f];

function isEnd(code: number): boolean {
  return (
    code === STOP ||
    code === LINE_END ||
    code === EXCLAMATION ||
    code === QUESTION ||
    code === URDU_STOP ||
    code === URDU_QUESTION
  );
}

const SHORTENED = /(?:^|[^\p{L}])(?:no|nos|dr|mr|mrs|ms|prof|st|vs|al|ext|dept|approx|mt|sr|jr|e\.g|i\.e|\p{L})$/u;

function endsSentence(text: string, lower: string, at: number): boolean {
  if (text.charCodeAt(at) !== STOP) return true;
  const next = text.charCodeAt(at + 1);
  if (Number.isNaN(next)) return true;
  if (isLetter(next) || (next >= ZERO && next <= NINE) || next === STROKE) return false;
  return !SHORTENED.test(lower.slice(Math.max(0, at - 6), at));
}

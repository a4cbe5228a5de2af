import type { ProseBlock, ProseDocument } from '../model/prose.ts';
import { isEnglish, oncePerDocument, ownBlocks } from './prose-rule.ts';

/** A sentence of a document's own words. */
export interface ProseSentence {
  block: ProseBlock;
  /** Offset of its first word in the block. */
  from: number;
  /** Its words, numbers among them. */
  words: readonly string[];
  /** How many of them stand together at most: at a colon or a semicolon a reader rests. */
  longestStretch: number;
}

/**
 * The sentences of a document's own words, as the Unicode standard parts text (UAX 29): it knows the Urdu full stop ۔ and
 * the question mark ؟. retext is not asked: it takes “in.” and “sun.” for abbreviations, and makes one sentence of two.
 */
export const sentencesOf = oncePerDocument((document: ProseDocument): readonly ProseSentence[] => {
  const { sentence, word } = segmenters(document.language);
  const isInEnglish = isEnglish(document.language);
  return ownBlocks(document).flatMap((block) => {
    const parts = [...sentence.segment(block.text)].map(({ segment, index }) => ({ text: segment, from: index }));
    return (isInEnglish ? joinAbbreviated(parts) : parts).flatMap(({ text, from }) => {
      const words = [...word.segment(text)].filter(({ isWordLike }) => isWordLike);
      const [first] = words;
      if (!first) return [];
      const longestStretch = longestBetween(
        [...text.matchAll(REST)].map(({ index }) => index),
        words.map(({ index }) => index),
      );
      return [{ block, from: from + first.index, words: words.map(({ segment }) => segment), longestStretch }];
    });
  });
});

const REST = /[:;؛](?=\s)/g;

/** The most words between two rests; both are offsets. */
function longestBetween(rests: readonly number[], words: readonly number[]): number {
  const counts = Map.groupBy(words, (word) => rests.filter((rest) => rest < word).length);
  return Math.max(...[...counts.values()].map(({ length }) => length));
}

interface Part {
  text: string;
  from: number;
}

/** A full stop after which the sentence goes on, whatever follows… */
const GOES_ON = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|approx|e\.g|i\.e|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.\s*$/;
/** …and where a number follows. */
const GOES_ON_WITH_NUMBER = /\b(?:Nos?|Figs?|pp?|Vol|tel|ext)\.\s*$/i;

/** The standard ends a sentence also after “Dr.”. */
function joinAbbreviated(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const isNumber = /^\d/.test(part.text);
    if (before && (GOES_ON.test(before.text) || (isNumber && GOES_ON_WITH_NUMBER.test(before.text))))
      joined[joined.length - 1] = { ...before, text: before.text + part.text };
    else joined.push(part);
  }
  return joined;
}

const known = new Map<string, { sentence: Intl.Segmenter; word: Intl.Segmenter }>();

/** Making them takes a millisecond. */
function segmenters(language: string): { sentence: Intl.Segmenter; word: Intl.Segmenter } {
  const found = known.get(language) ?? {
    sentence: new Intl.Segmenter(language, { granularity: 'sentence' }),
    word: new Intl.Segmenter(language, { granularity: 'word' }),
  };
  known.set(language, found);
  return found;
}

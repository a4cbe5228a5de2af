import type { Sentence } from 'nlcst';
import { toString as textOf } from 'nlcst-to-string';
import type { ProseBlock, ProseDocument } from '../model/prose.ts';
import { englishText } from './english-tree.ts';
import { isEnglish, oncePerDocument, ownBlocks } from './prose-rule.ts';

/** A sentence of a document's own words. */
export interface ProseSentence {
  block: ProseBlock;
  /** Offset of its first word in the block. */
  from: number;
  text: string;
  /** Its words, numbers among them. */
  words: readonly string[];
}

/**
 * The sentences of a document's own words: of English as retext reads it, which knows abbreviations; of any other language
 * as the Unicode standard parts text (UAX 29), which knows the full stop ۔ and the question mark ؟.
 */
export const sentencesOf = oncePerDocument((document: ProseDocument): readonly ProseSentence[] =>
  isEnglish(document.language) ? englishSentences(document) : segmentedSentences(document),
);

function englishSentences(document: ProseDocument): ProseSentence[] {
  const { sentences, placeOf } = englishText(document);
  return sentences.flatMap((sentence) => {
    const start = sentence.position?.start.offset;
    const place = start === undefined ? undefined : placeOf(start);
    const words = wordsOf(sentence);
    return place && words.length > 0 ? [{ block: place.block, from: place.offset, text: textOf(sentence), words }] : [];
  });
}

function wordsOf(sentence: Sentence): string[] {
  return sentence.children.flatMap((child) => {
    const word = child.type === 'WordNode' ? textOf(child) : '';
    return /[\p{L}\p{N}]/u.test(word) ? [word] : [];
  });
}

function segmentedSentences(document: ProseDocument): ProseSentence[] {
  const { sentence, word } = segmenters(document.language);
  return ownBlocks(document).flatMap((block) =>
    [...sentence.segment(block.text)].flatMap(({ segment, index }) => {
      const words = [...word.segment(segment)].flatMap((part) => (part.isWordLike ? [part] : []));
      const [first] = words;
      return first
        ? [
            {
              block,
              from: index + first.index,
              text: segment.trim(),
              words: words.map((part) => part.segment),
            },
          ]
        : [];
    }),
  );
}

const known = new Map<string, { sentence: Intl.Segmenter; word: Intl.Segmenter }>();

function segmenters(language: string): { sentence: Intl.Segmenter; word: Intl.Segmenter } {
  const found = known.get(language) ?? {
    sentence: new Intl.Segmenter(language, { granularity: 'sentence' }),
    word: new Intl.Segmenter(language, { granularity: 'word' }),
  };
  known.set(language, found);
  return found;
}

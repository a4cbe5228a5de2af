import type { ProseKind } from '../../model/prose.ts';
import { PAGE, PAGE_IN_URDU } from '../example-desk.ts';
import { type ProseRule, problemInBlock } from '../prose-rule.ts';
import { sentenceLimit } from '../sentence-limit.ts';
import { sentencesOf } from '../sentences.ts';

const id = 'words/sentence-long';

/** A description for those who cannot see a picture takes the words it needs, and a heading is no sentence. */
const KINDS: readonly ProseKind[] = ['paragraph', 'list-item', 'table-cell', 'caption', 'field'];

/** Fields with a length of their own, which another rule knows. */
const JUDGED_APART = ['mainMessage', 'callToAction'];

export const wordsSentenceLong: ProseRule = {
  id,
  level: 'warning',
  why: 'Who is frightened or reads slowly has lost the beginning of a long sentence before its end.',
  from: 'The NHS’s content guide: up to 20 words; in other languages as many as they take to say the same',
  judge(document) {
    const limit = sentenceLimit(document.language);
    return sentencesOf(document).flatMap(({ block, from, longestStretch }) =>
      longestStretch <= limit || !KINDS.includes(block.kind) || JUDGED_APART.includes(String(block.path?.[0]))
        ? []
        : [
            problemInBlock(document, block, from, {
              ruleId: id,
              message: `Unexpected sentence of ${longestStretch} words without a rest: after ${limit} many readers have lost its beginning`,
              hint: 'write two sentences, or make a list of what it counts up',
            }),
          ],
    );
  },
  examples: [
    { name: 'short sentences', said: [] },
    {
      name: 'a sentence of 31 words',
      changes: {
        [PAGE]: [
          'Water that looks clean can carry germs.',
          'Water that looks clean can carry germs, and those germs can make you and your children very ill, so boil it for one minute and let it cool before you drink.',
        ],
      },
      said: [
        `${PAGE}:24:1 warning Unexpected sentence of 31 words without a rest: after 20 many readers have lost its beginning → write two sentences, or make a list of what it counts up`,
      ],
    },
    {
      name: 'things that are counted up after a colon',
      changes: {
        [PAGE]: [
          'Water that looks clean can carry germs.',
          'Boil the water for all that goes into a mouth: for drinks and for ice, for a baby’s bottle, for brushing teeth; and for washing fruit.',
        ],
      },
      said: [],
    },
    {
      name: 'an Urdu sentence of 25 words, which says what 20 say in English',
      changes: {
        [PAGE_IN_URDU]: [
          'صاف نظر آنے والے پانی میں بھی جراثیم ہو سکتے ہیں۔',
          'صاف نظر آنے والے پانی میں بھی ایسے جراثیم ہو سکتے ہیں جو آپ کو اور آپ کے بچوں کو بہت بیمار کر سکتے ہیں۔ ابالیں۔',
        ],
      },
      said: [],
    },
    {
      name: 'an Urdu sentence of more than 25 words',
      changes: {
        [PAGE_IN_URDU]: [
          'صاف نظر آنے والے پانی میں بھی جراثیم ہو سکتے ہیں۔',
          'صاف نظر آنے والے پانی میں بھی ایسے جراثیم ہو سکتے ہیں جو آپ کو اور آپ کے بچوں کو بہت بیمار کر سکتے ہیں، اس لیے پانی ابال کر پئیں۔',
        ],
      },
      said: [
        `${PAGE_IN_URDU}:24:1 warning Unexpected sentence of 31 words without a rest: after 25 many readers have lost its beginning → write two sentences, or make a list of what it counts up`,
      ],
    },
  ],
};

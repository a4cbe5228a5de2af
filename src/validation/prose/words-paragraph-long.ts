import { PAGE } from '../example-desk.ts';
import { type ProseRule, problemInBlock } from '../prose-rule.ts';
import { sentenceLimit } from '../sentence-limit.ts';
import { sentencesOf } from '../sentences.ts';

const id = 'words/paragraph-long';

const SENTENCES = 3;
const LONG =
  'Water that looks clean can carry germs. They are too small to be seen, and they have no taste and no smell. Rain washes them into rivers, and broken pipes let them into the water of a town. Small children and older people fall ill from them first. So boil the water of a tap that you do not know, in the town and in the village, on every day of the year.';

export const wordsParagraphLong: ProseRule = {
  id,
  level: 'warning',
  why: 'A block of text is skipped. Short sentences may stand together, as long as they take no more room than three full ones.',
  from: 'The NHS’s content guide: up to three sentences, counted here as the words of three full ones',
  judge(document) {
    const limit = SENTENCES * sentenceLimit(document.language);
    const byBlock = Map.groupBy(sentencesOf(document), ({ block }) => block);
    return [...byBlock].flatMap(([block, sentences]) => {
      const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
      if (block.kind !== 'paragraph' || sentences.length <= SENTENCES || words <= limit) return [];
      return [
        problemInBlock(document, block, 0, {
          ruleId: id,
          message: `Unexpected paragraph of ${sentences.length} sentences and ${words} words: a block of text is skipped`,
          hint: `part it where the thought turns, into paragraphs of at most ${SENTENCES} sentences`,
        }),
      ];
    });
  },
  examples: [
    { name: 'short paragraphs', said: [] },
    {
      name: 'four short sentences',
      changes: { [PAGE]: ['can carry germs.', 'can carry germs. Boil it. Let it cool. Then drink it.'] },
      said: [],
    },
    {
      name: 'five sentences that fill the screen of a phone',
      changes: { [PAGE]: ['Water that looks clean can carry germs.', LONG] },
      said: [
        `${PAGE}:24:1 warning Unexpected paragraph of 5 sentences and 73 words: a block of text is skipped → part it where the thought turns, into paragraphs of at most 3 sentences`,
      ],
    },
  ],
};

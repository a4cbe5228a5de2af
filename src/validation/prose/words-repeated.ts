import retextRepeatedWords from 'retext-repeated-words';
import { retextCheck } from '../english-tree.ts';
import { PAGE } from '../example-desk.ts';
import { isEnglish, type ProseRule, problemInBlock } from '../prose-rule.ts';

const id = 'words/repeated';

const NONE: readonly string[] = [];
const check = retextCheck(retextRepeatedWords);

export const wordsRepeated: ProseRule = {
  id,
  level: 'warning',
  why: 'A word that slipped in twice makes readers doubt the rest. English only: Urdu says بار بار and means it.',
  from: 'retext-repeated-words',
  judge(document) {
    if (!isEnglish(document.language)) return [];
    return check(NONE)(document).map(({ block, offset, actual }) =>
      problemInBlock(document, block, offset, {
        ruleId: id,
        message: `Unexpected \`${actual}\`: the word stands there twice`,
        hint: `write \`${actual.split(/\s/)[0]}\` once`,
      }),
    );
  },
  examples: [
    { name: 'each word once', said: [] },
    {
      name: 'a word twice, the second in bold',
      changes: { [PAGE]: ['can carry germs', 'can carry the **the** germs'] },
      said: [`${PAGE}:24:34 warning Unexpected \`the the\`: the word stands there twice → write \`the\` once`],
    },
  ],
};

import retextSimplify from 'retext-simplify';
import { listed } from '../../model/suggest.ts';
import { remarksBesideTerms } from '../english-remarks.ts';
import { retextCheck } from '../english-tree.ts';
import { PAGE } from '../example-desk.ts';
import { type ProseRule, problemInBlock } from '../prose-rule.ts';

const id = 'words/simplify';

/**
 * Words on the list that are names of things in medicine, have a second, plain meaning, or are no harder than what stands
 * beside them there. Found by running the list over health pages: with them every second remark was none.
 */
const ALLOWED = `
accurate, address, advise, all of, apparent, appropriate, as prescribed by, attempt, benefit,
benefit from, combined, component, contains, currently, delete, desire, determine, effect, elect,
eliminate, employ, equivalent, forward, function, furnish, however, identical, identify,
immediately, indication, initial, it is, maintain, maximum, minimum, monitor, multiple, observe,
operate, option, overall, perform, previous, provide, provided that, reflect, remain, render,
represents, request, require, reside, retain, satisfy, selection, similar to, submit, the use of,
there are, there is, transmit, type, very, vice, warrant, whether or not, witnessed
`
  .trim()
  .replace(/\s+/g, ' ')
  .split(', ');

const remarksIn = remarksBesideTerms(retextCheck(retextSimplify, ALLOWED));

export const wordsSimplify: ProseRule = {
  id,
  level: 'warning',
  why: 'A plain word is read at once, by more people, and translated without guessing. English only.',
  from: 'The simple words and phrases of plainlanguage.gov, as retext-simplify has them',
  judge(document) {
    return remarksIn(document).map(({ block, offset, actual, expected }) =>
      problemInBlock(document, block, offset, {
        ruleId: id,
        message: `Unexpected \`${actual}\`: ${expected.length > 0 ? 'a plainer word says the same' : 'the sentence says the same without it'}`,
        hint: expected.length > 0 ? `write ${listed(expected)}` : 'leave it out',
      }),
    );
  },
  examples: [
    { name: 'plain words', said: [] },
    {
      name: 'words of an office',
      changes: { [PAGE]: ['One minute of boiling is enough', 'In order to be safe, one minute is sufficient'] },
      said: [
        `${PAGE}:28:1 warning Unexpected \`In order to\`: a plainer word says the same → write \`to\``,
        `${PAGE}:28:36 warning Unexpected \`sufficient\`: a plainer word says the same → write \`enough\``,
      ],
    },
    {
      name: 'a word that the desk allows',
      changes: {
        'terms.yml': 'allowed: [sufficient]\n',
        [PAGE]: ['One minute of boiling is enough', 'One minute is sufficient'],
      },
      said: [],
    },
  ],
};

import retextEquality from 'retext-equality';
import { listed } from '../../model/suggest.ts';
import { remarksBesideTerms } from '../english-remarks.ts';
import { retextCheck } from '../english-tree.ts';
import { PAGE } from '../example-desk.ts';
import { type ProseRule, problemInBlock } from '../prose-rule.ts';

const id = 'words/inclusive';

// Advice is for women, for men, for mothers and for sons.
const FAMILIES = `
aunt, aunts, boy, boys, boyfriend, boyfriends, bride, brother, brothers, dad, daddy, dads, daughter,
daughters, father, fathers, female, females, gentleman, gentlemen, girl, girls, girlfriend,
girlfriends, grandfather, grandfathers, grandma, grandmother, grandmothers, grandpa, granddaughter,
granddaughters, grandson, grandsons, granny, groom, guy, he, he'd, he'll, he's, her, hers, herself,
him, himself, his, husband, husbands, ladies, lady, male, males, mama, man, maternal, maternity,
men, mom, mommy, moms, mother, motherly, mothers, mum, mums, nephew, nephews, niece, nieces, papa,
paternal, paternity, she, she'd, she'll, she's, sister, sisters, son, sons, uncle, uncles, widow,
widower, widowers, widows, wife, wives, woman, women, mother tongue, midwife, childhood, girlhood,
boyhood
`;
// Names of illnesses and signs, and what is done about them.
const ILLNESSES = `
adhd, barren, binge, bipolar, birth defect, bony, delirious, depressed, detox, detox center,
disabled, hearing impaired, hearing impairment, insomnia, invalid, mental, moan, moaning, nuts, ocd,
panic attack, primitive, psychotic, rehab, rehab center, special, special needs, stammering, suicide
note
`;
// Words of every day, and words of software.
const EVERYDAY = `
basically, bi, clearly, dummy, easily, easy, hang, host, hosts, just, king, master, masters,
obvious, obviously, of course, pop, prince, princess, queen, simple, simply, spade, straightforward,
tribe
`;
/**
 * Words on the list that texts on health cannot do without, or that hurt only where software is spoken of: families and
 * sexes, names of illnesses and signs, and words of courtesy such as “just”.
 */
const ALLOWED = [FAMILIES, ILLNESSES, EVERYDAY].flatMap((words) => words.trim().replace(/\s+/g, ' ').split(', '));

const remarksIn = remarksBesideTerms(retextCheck(retextEquality, ALLOWED));

export const wordsInclusive: ProseRule = {
  id,
  level: 'warning',
  why: 'Who is hurt by a word reads no further, and who is left out by one thinks that the advice is for others. English only.',
  from: 'retext-equality, without the words that texts on health cannot do without',
  judge(document) {
    return remarksIn(document).map(({ block, offset, actual, expected }) =>
      problemInBlock(document, block, offset, {
        ruleId: id,
        message: `Unexpected \`${actual}\`: it may hurt those it speaks of, or leave others out`,
        hint: expected.length > 0 ? `write for example ${listed(expected)}` : 'say it without this word',
      }),
    );
  },
  examples: [
    { name: 'words that leave nobody out', said: [] },
    {
      name: 'mothers and fathers, whom health advice cannot do without',
      changes: { [PAGE]: ['can carry germs.', 'can carry germs. Mothers boil it for their sons.'] },
      said: [],
    },
    {
      name: 'an illness in place of a person',
      changes: { [PAGE]: ['can carry germs.', 'can carry germs. An epileptic, and a fireman, can drink it.'] },
      said: [
        `${PAGE}:24:44 warning Unexpected \`epileptic\`: it may hurt those it speaks of, or leave others out → write for example \`person with epilepsy\``,
        `${PAGE}:24:61 warning Unexpected \`fireman\`: it may hurt those it speaks of, or leave others out → write for example \`fire fighter\` or \`fire officer\``,
      ],
    },
  ],
};

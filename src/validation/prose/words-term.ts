import { PAGE, PAGE_IN_URDU } from '../example-desk.ts';
import { houseTermsIn } from '../house-terms.ts';
import { type ProseRule, problemInBlock } from '../prose-rule.ts';

const id = 'words/term';

const TERMS = `terms:
  - language: en
    say: people living with HIV
    dontSay: [HIV carrier, HIV carriers]
    reason: A carrier is a danger; a person is not.
  - language: ur
    say: جسے ایچ آئی وی ہو
    dontSay: [ایڈز کا مریض]
    reason: ایچ آئی وی ہونا ایڈز ہونا نہیں۔
`;

export const wordsTerm: ProseRule = {
  id,
  level: 'warning',
  why: 'One word for one thing, and a word that hurts nobody: the desk has chosen them in content/terms.yml, with the reason.',
  from: 'Aagahi; the reason stands beside each term',
  judge(document) {
    return houseTermsIn(document).map(({ block, from, to, term }) =>
      problemInBlock(document, block, from, {
        ruleId: id,
        message: `Unexpected \`${block.text.slice(from, to)}\`: ${term.reason.replace(/[.۔]$/u, '')}`,
        hint: `write \`${term.say}\``,
      }),
    );
  },
  examples: [
    { name: 'a desk without terms', said: [] },
    {
      name: 'the words of the house',
      changes: { 'terms.yml': TERMS, [PAGE]: ['can carry germs.', 'can carry germs, for people living with HIV too.'] },
      said: [],
    },
    {
      name: 'a word that the house does not say, in capitals and over the end of a line',
      changes: {
        'terms.yml': TERMS,
        [PAGE]: ['can carry germs.', 'can carry germs. An **HIV**\nCARRIER falls ill from it.'],
      },
      said: [
        `${PAGE}:24:46 warning Unexpected \`HIV CARRIER\`: A carrier is a danger; a person is not → write \`people living with HIV\``,
      ],
    },
    {
      name: 'an Urdu word with vowel signs and an Arabic ي',
      changes: { 'terms.yml': TERMS, [PAGE_IN_URDU]: ['صاف نظر آنے', 'اَیڈز کا مريض۔ صاف نظر آنے'] },
      said: [
        `${PAGE_IN_URDU}:24:1 warning Unexpected \`اَیڈز کا مريض\`: ایچ آئی وی ہونا ایڈز ہونا نہیں → write \`جسے ایچ آئی وی ہو\``,
      ],
    },
    {
      name: 'the words of someone else',
      changes: { 'terms.yml': TERMS, [PAGE]: ['## Boil it', '> They call me an HIV carrier.\n\n## Boil it'] },
      said: [],
    },
  ],
};

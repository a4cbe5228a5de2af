import { foldText } from '../../model/phrases.ts';
import { PAGE, PAGE_IN_URDU } from '../example-desk.ts';
import { isEnglish, type ProseRule, problemInBlock } from '../prose-rule.ts';
import { sentenceLimit } from '../sentence-limit.ts';

const id = 'message/action';

/** Of English; other languages take more or fewer for the same. */
const MOST_WORDS = 12;
/** What a link says that tells nothing of where it leads, in the desk’s languages. */
const NOWHERE = new Set(
  [
    'click here',
    'click',
    'here',
    'click this link',
    'this link',
    'link',
    'read more',
    'more',
    'learn more',
    'see more',
    'find out more',
    'more information',
    'details',
    'continue',
    'go',
    'یہاں کلک کریں',
    'کلک کریں',
    'یہاں',
    'مزید پڑھیں',
    'مزید',
    'مزید جانیں',
    'تفصیل',
    'لنک',
    'اضغط هنا',
    'انقر هنا',
    'هنا',
    'المزيد',
    'اقرأ المزيد',
    'اعرف المزيد',
  ].map(folded),
);
/** Words with which no English command starts. A list of verbs would never end; this one does. */
const NO_VERB = new Set(
  `a about after all an and any are at because by can could do-not does facts for from help-for how i if important in info
  information is it its latest more most my new no not of on our please should some the their there these this those to
  useful we what when where which who why will with you your`.split(/\s+/),
);

export const messageAction: ProseRule = {
  id,
  level: 'warning',
  why: 'A reader who is ready to act needs to be told what to do, in few words, on a button that leads there.',
  from: 'CDC Clear Communication Index, question 5; WCAG 2.2, 2.4.4 Link Purpose',
  judge(document) {
    const action = document.blocks.find(({ path }) => path?.join('.') === 'callToAction.text');
    if (!action) return [];
    const at = (message: string, hint: string) => problemInBlock(document, action, 0, { ruleId: id, message, hint });
    const problems = [];
    const said = folded(action.text);
    const words = said.split(' ');
    const limit = Math.ceil((MOST_WORDS * sentenceLimit(document.language)) / sentenceLimit('en'));
    if (NOWHERE.has(said))
      problems.push(
        at(
          `Unexpected \`${action.text}\`: it does not say where it leads, and a screen reader reads it alone`,
          'say what the reader will do there, for example `Find a test near you`',
        ),
      );
    else if (words.length > limit)
      problems.push(
        at(
          `Unexpected call to action of ${words.length} words: a button has room for about ${limit}`,
          'write the command alone; the reasons stand in the text',
        ),
      );
    else if (isEnglish(document.language) && isNoCommand(words[0] ?? ''))
      problems.push(
        at(
          `Unexpected \`${action.text.split(/\s/)[0]}\` at the start of the call to action: it does not say what to do`,
          'start with a verb: `Read …`, `Call …`, `Ask for …`',
        ),
      );
    const { address } = document.surroundings;
    const { url } = (document.fields.callToAction ?? {}) as { url?: string };
    if (
      url !== undefined &&
      address !== undefined &&
      url.replace(/[#?].*$/, '').replace(/\/$/, '') === address.replace(/\/$/, '')
    )
      problems.push(
        at(
          'Unexpected address of the call to action: it leads to this very page',
          'write the address of the place where the reader can act',
        ),
      );
    return problems;
  },
  examples: [
    { name: 'a command with its address', said: [] },
    {
      name: 'a link that says nothing',
      changes: { [PAGE]: ['text: Read WHO’s facts on water', 'text: Click here'] },
      said: [
        `${PAGE}:17:9 warning Unexpected \`Click here\`: it does not say where it leads, and a screen reader reads it alone → say what the reader will do there, for example \`Find a test near you\``,
      ],
    },
    {
      name: 'the same in Urdu',
      changes: { [PAGE_IN_URDU]: ['پانی کے بارے میں حقائق پڑھیں', 'یہاں کلک کریں۔'] },
      said: [
        `${PAGE_IN_URDU}:17:9 warning Unexpected \`یہاں کلک کریں۔\`: it does not say where it leads, and a screen reader reads it alone → say what the reader will do there, for example \`Find a test near you\``,
      ],
    },
    {
      name: 'a heading in place of a command',
      changes: { [PAGE]: ['text: Read WHO’s facts on water', 'text: Information on water'] },
      said: [
        `${PAGE}:17:9 warning Unexpected \`Information\` at the start of the call to action: it does not say what to do → start with a verb: \`Read …\`, \`Call …\`, \`Ask for …\``,
      ],
    },
    {
      name: 'a whole sentence on the button',
      changes: {
        [PAGE]: [
          'text: Read WHO’s facts on water',
          'text: Read what WHO says on water and on how to keep it clean at home',
        ],
      },
      said: [
        `${PAGE}:17:9 warning Unexpected call to action of 15 words: a button has room for about 12 → write the command alone; the reasons stand in the text`,
      ],
    },
    {
      name: 'a button that leads to its own page',
      changes: {
        [PAGE]: [
          'https://www.who.int/news-room/fact-sheets/detail/drinking-water',
          'https://desk.example/awareness/en/campaigns/clean-water/#boil-it',
        ],
      },
      said: [
        `${PAGE}:17:9 warning Unexpected address of the call to action: it leads to this very page → write the address of the place where the reader can act`,
      ],
    },
  ],
};

function isNoCommand(word: string): boolean {
  return NO_VERB.has(word) || /^\p{L}{3,}(ing|tion|tions|ment|ness)$/u.test(word);
}

function folded(text: string): string {
  return foldText(text)
    .text.replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}

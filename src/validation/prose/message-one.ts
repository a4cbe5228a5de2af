import { foldText } from '../../model/phrases.ts';
import { PAGE } from '../example-desk.ts';
import { type ProseRule, problemInBlock } from '../prose-rule.ts';
import { sentenceLimit } from '../sentence-limit.ts';
import { sentencesOf } from '../sentences.ts';

const id = 'message/one';

/** A message of two sentences can still be one: what to do, and why. */
const SENTENCES = 2;
/** A main message may be a quarter longer than an ordinary sentence. */
const LENGTH = 1.25;
/**
 * Least share of the message’s words that the page has to speak of. In pages about their message it is more than a half,
 * in pages about another seldom more than two fifths.
 */
const SHARE = 1 / 3;
/** Of fewer words no share can be told. */
const FEWEST_WORDS = 3;

export const messageOne: ProseRule = {
  id,
  level: 'warning',
  why: 'A reader in a hurry takes one thing along. The page shows the main message first and by itself; the rest has to lead to it.',
  from: 'CDC Clear Communication Index, questions 1 to 3',
  judge(document) {
    const message = document.blocks.find(({ path }) => path?.[0] === 'mainMessage');
    if (!message) return [];
    const at = (text: string, hint: string) =>
      problemInBlock(document, message, 0, { ruleId: id, message: text, hint });
    const sentences = sentencesOf(document).filter(({ block }) => block === message);
    const words = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
    const limit = Math.floor(sentenceLimit(document.language) * LENGTH);
    const problems = [];
    if (sentences.length > SENTENCES)
      problems.push(
        at(
          `Unexpected main message of ${sentences.length} sentences: nobody takes that many things along`,
          'write the one thing that a reader should still know tomorrow',
        ),
      );
    else if (words > limit)
      problems.push(
        at(
          `Unexpected main message of ${words} words: a reader remembers it up to about ${limit}`,
          'write the one thing that a reader should still know tomorrow, and leave the rest to the text',
        ),
      );
    const body = document.blocks.filter(({ path }) => path === undefined);
    const wanted = [...stemsIn([message.text])];
    const said = stemsIn(body.map(({ text }) => text));
    const share = wanted.filter((stem) => said.has(stem)).length / wanted.length;
    if (body.length > 0 && wanted.length >= FEWEST_WORDS && share < SHARE)
      problems.push(
        at(
          'Unexpected main message: the text below hardly speaks of it',
          'write the message that the text leads to, or a text that leads to the message',
        ),
      );
    const dangers = new Set(body.flatMap(({ callout, section }) => (callout === 'danger' ? [section] : [])));
    const [, second] = dangers;
    const box = body.find(({ callout, section }) => callout === 'danger' && section === second);
    if (second !== undefined && box)
      problems.push(
        problemInBlock(document, box, 0, {
          ruleId: id,
          message: 'Unexpected second box of danger: where everything is a danger, nobody sees which',
          hint: 'gather the signs of danger in one box, and make this one `kind="warning"`',
        }),
      );
    return problems;
  },
  examples: [
    { name: 'one message, of which the page speaks', said: [] },
    {
      name: 'three messages',
      changes: {
        [PAGE]: [
          'mainMessage: Boil water for one minute before you drink it.',
          'mainMessage: Boil water. Cover it. Boil it again on the next day, for one minute.',
        ],
      },
      said: [
        `${PAGE}:15:14 warning Unexpected main message of 3 sentences: nobody takes that many things along → write the one thing that a reader should still know tomorrow`,
      ],
    },
    {
      name: 'a message of another page',
      changes: {
        [PAGE]: [
          'mainMessage: Boil water for one minute before you drink it.',
          'mainMessage: Wash hands with soap for twenty seconds.',
        ],
      },
      said: [
        `${PAGE}:15:14 warning Unexpected main message: the text below hardly speaks of it → write the message that the text leads to, or a text that leads to the message`,
      ],
    },
    {
      name: 'two boxes of danger',
      changes: {
        [PAGE]: [
          '<Callout kind="warning">\n\nBoiling',
          '<Callout kind="danger">\n\nIt is hot.\n\n</Callout>\n\n## Then\n\n<Callout kind="danger">\n\nBoiling',
        ],
      },
      said: [
        `${PAGE}:47:1 warning Unexpected second box of danger: where everything is a danger, nobody sees which → gather the signs of danger in one box, and make this one \`kind="warning"\``,
      ],
    },
  ],
};

/** Beginnings of the words that carry a meaning: short ones seldom do, and endings change. */
function stemsIn(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) =>
      [...foldText(text).text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word }) => {
        const isArabic = /\p{Script=Arabic}/u.test(word);
        if (word.length < (isArabic ? 3 : 4) || COMMON.has(word)) return [];
        return [word.slice(0, isArabic ? 4 : 5)];
      }),
    ),
  );
}

const COMMON = new Set(
  'also before does every from have into more should than that their them then there they this what when which will with would your'.split(
    ' ',
  ),
);

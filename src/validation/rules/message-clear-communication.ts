import { CLEAR_SCORE, clearScore } from '../../model/clear-communication.ts';
import { listed } from '../../model/suggest.ts';
import { PAGE } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

/** The line of the example desk that holds its sheet. */
const SHEET =
  'clearCommunication: { by: amina, on: 2026-11-01, answers: { oneMainMessage: yes, messageFirst: yes, messageEmphasised: yes, visual: yes, callToAction: yes, activeVoice: yes, readersWords: yes, lists: yes, headings: yes, mostImportantFirst: yes, knownAndUnknown: no, behaviour: yes, behaviourWhy: yes, behaviourHow: yes, numbersFamiliar: yes, numbersExplained: yes, nothingToReckon: yes, riskNature: yes, risksAndBenefits: yes, probabilityInWords: not-applicable } }';

const id = 'message/clear-communication';

export const messageClearCommunication: Rule = {
  id,
  level: 'warning',
  why: 'Twenty plain questions find what makes a page hard to use; the answers are kept, so that a second reader need not guess.',
  from: 'CDC Clear Communication Index: a score below 90 asks for a revision',
  check(drafts) {
    return originalsOf(drafts, 'campaigns').flatMap((draft) => {
      const { risk, clearCommunication } = draft.fields;
      if (!clearCommunication) {
        // A sheet that is there with a mistake in it is told of where the mistake is.
        if (!draft.whole || risk === 'routine') return [];
        return [
          problemAtField(
            draft,
            ['id'],
            {
              ruleId: id,
              message: 'Missing field `clearCommunication`: nobody has answered the twenty questions for this page',
              hint: 'have its reviewer answer them; the handbook’s page on sources shows the sheet',
            },
            { part: 'key', severity: 'warning' },
          ),
        ];
      }
      const score = clearScore(clearCommunication);
      if (score >= CLEAR_SCORE) return [];
      const no = Object.entries(clearCommunication.answers).flatMap(([name, answer]) =>
        answer === 'no' ? [name] : [],
      );
      return [
        problemAtField(
          draft,
          ['clearCommunication', 'answers'],
          {
            ruleId: id,
            message: `Unexpected score of ${score}: at least ${CLEAR_SCORE} makes a page clear enough`,
            hint: `begin with what was answered with no: ${listed(no, 'and')}`,
          },
          { severity: 'warning' },
        ),
      ];
    });
  },
  examples: [
    { name: 'a page with a good sheet', said: [] },
    {
      name: 'a routine page without one',
      changes: { [PAGE]: [SHEET, 'risk: routine'] },
      said: [],
    },
    {
      name: 'a page of health claims without one',
      changes: { [PAGE]: [SHEET, '# none'] },
      said: [
        `${PAGE}:2:1 warning Missing field \`clearCommunication\`: nobody has answered the twenty questions for this page → have its reviewer answer them; the handbook’s page on sources shows the sheet`,
      ],
    },
    {
      name: 'a page that leaves too much unclear',
      changes: { [PAGE]: ['visual: yes, callToAction: yes', 'visual: no, callToAction: no'] },
      said: [
        `${PAGE}:20:59 warning Unexpected score of 84: at least 90 makes a page clear enough → begin with what was answered with no: \`visual\`, \`callToAction\` and \`knownAndUnknown\``,
      ],
    },
  ],
};

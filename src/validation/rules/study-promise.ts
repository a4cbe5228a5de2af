import type { ItemDraft } from '../../model/draft.ts';
import type { Fault, Problem } from '../../model/problem.ts';
import { wordFields } from '../../model/word-fields.ts';
import { bodyWords } from '../body-words.ts';
import { aStudy, aStudyInUrdu, STUDY, STUDY_IN_URDU } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'study/promise';
const HINT = 'say what the study wants to find out, and that nobody can promise that it helps';
const WHY = 'whether it helps is what the study asks, and who hopes for it is not free to choose';

export const studyPromise: Rule = {
  id,
  level: 'error',
  why: 'A study asks whether something helps. Who is promised that it does agrees to something that is not true.',
  from: 'FDA, Recruiting Study Subjects: no claim that it is safe or effective, no promise of a favourable outcome',
  check(drafts) {
    return drafts.items.flatMap((draft): Problem[] => {
      if (draft.collection !== 'studies') return [];
      const inFields = wordFields('studies', draft.fields).flatMap(({ path, text }) =>
        faultsIn(text, draft).map((fault) => problemAtField(draft, path, fault)),
      );
      const inBody = bodyWords(draft).blocks.flatMap(({ text, position }) =>
        faultsIn(text, draft).map((fault): Problem => ({ file: draft.file, ...position, severity: 'error', ...fault })),
      );
      return [...inFields, ...inBody];
    });
  },
  examples: [
    {
      name: 'what a study asks, and what nobody can promise',
      changes: {
        [STUDY]: aStudy({
          question: 'Does boiled water cure anything?',
          summary: 'Nobody can promise that you will benefit. We do not know whether it cures.',
        }),
        [STUDY_IN_URDU]: aStudyInUrdu({ summary: 'کوئی وعدہ نہیں کر سکتا کہ آپ کو فائدہ ہو گا۔' }),
      },
      said: [],
    },
    {
      name: 'promises',
      changes: {
        [STUDY]: aStudy({
          summary: 'Our new filter cures stomach illness. There is no risk.',
          what: '["You get free treatment for a year."]',
        }).replace('More on the page.', 'You will get better in a week.'),
        [STUDY_IN_URDU]: aStudyInUrdu({ summary: 'آپ ٹھیک ہو جائیں گے۔ اس میں کوئی خطرہ نہیں۔' }),
      },
      said: [
        `${STUDY}:11:10 Unexpected \`cures\`: ${WHY} → ${HINT}`,
        `${STUDY}:11:10 Unexpected \`no risk\`: ${WHY} → ${HINT}`,
        `${STUDY}:14:8 Unexpected \`free treatment\`: ${WHY} → ${HINT}`,
        `${STUDY}:21:1 Unexpected \`will get better\`: ${WHY} → ${HINT}`,
        `${STUDY_IN_URDU}:4:10 Unexpected \`ٹھیک ہو جائیں گے\`: ${WHY} → ${HINT}`,
        `${STUDY_IN_URDU}:4:10 Unexpected \`کوئی خطرہ نہیں\`: ${WHY} → ${HINT}`,
      ],
    },
  ],
};

interface Promises {
  /** Promised, unless the sentence takes it back. */
  good: RegExp;
  /** Promised by a denial. */
  denial: RegExp;
  takesBack: RegExp;
}

const PROMISES: Readonly<Record<string, Promises>> = {
  en: {
    good: /\b(?:cures?|cured|heals?|guarantee[ds]?|miracle|breakthrough|risk[- ]free|(?:completely|perfectly|totally|100 ?%) safe|safe and effective|(?:will|going to) (?:benefit|get better|recover|get well|help you)|proven to (?:work|help)|free (?:medical )?(?:treatment|medicines?))\b/i,
    denial: /\bno (?:risks?|side[- ]effects?|danger)\b/i,
    takesBack: /\b(?:not|no ?one|nobody|never|cannot|whether)\b|n[’']t\b/i,
  },
  ur: {
    good: /شفا|ضمانت|کرشم|بالکل محفوظ|مفت علاج|مفت دوا|(?:ٹھیک|صحت ?یاب|تندرست) ہو جائ(?:یں|ے)ں? گے|فائدہ (?:ضرور )?ہو ?گا|علاج ہو جائے ?گا/u,
    denial: /(?:کوئی خطرہ|کوئی نقصان|مضر اثرات?) نہیں/u,
    takesBack: /نہیں|کیا |اگر |آیا /u,
  },
};

function faultsIn(text: string, { language }: Pick<ItemDraft, 'language'>): Fault[] {
  const promises = PROMISES[language.replace(/-.*/, '')];
  if (!promises) return [];
  const { good, denial, takesBack } = promises;
  return (text.match(/[^.!?؟۔]+[.!?؟۔]?/gu) ?? []).flatMap((sentence) => {
    const denied = denial.exec(sentence);
    const promised = /[?؟]$/u.test(sentence) || takesBack.test(sentence) ? null : good.exec(sentence);
    return [promised, denied].flatMap((found) =>
      found ? [{ ruleId: id, message: `Unexpected \`${found[0]}\`: ${WHY}`, hint: HINT }] : [],
    );
  });
}

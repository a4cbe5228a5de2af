import { anyOf, anyWordOf } from './phrases.ts';
import type { Spot } from './spot.ts';
import { ONE_PERSON, WORD } from './words/word-classes.ts';

/** Whether this very sentence makes somebody a patient: an illness that is somebody's, a treatment that somebody gets. */
export function isInCareHere(spot: Spot): boolean {
  const { own, near, lower } = spot;
  if (own & WORD.patient) return !(own & WORD.role) || befalls(lower);
  if (!(own & (ONE_PERSON | WORD.role)) && !(near & WORD.patient)) return false;
  if ((own & WORD.role || SERVES.test(lower)) && !befalls(lower)) return false;
  return ((own & WORD.health) !== 0 && (own & WORD.group) === 0) || IN_CARE.test(lower) || IN_CARE_URDU.test(lower);
}

/** Whether words say what befalls a patient, and makes one even of a doctor or a minister. */
export function befalls(lower: string): boolean {
  return BEFALLS.test(lower) || BEFALLS_URDU.test(lower);
}

/** Whether words say what an official, a doctor or an artist does for the public, and a patient does not. */
export function speaksForPublic(lower: string): boolean {
  return SPEAKS.test(lower) || SPEAKS_URDU.test(lower);
}

const IN_CARE = anyWordOf([
  'has|have|had|having|with|suffer\\p{L}*|caught|contracted|survived?|beat|fought|fighting|battl\\p{L}*|lost|needs?',
  'liv(?:e|es|ed|ing) with|recover\\p{L}*|died|dying|dead|ill|sick|fell|cured|relapsed|attempted|sober|being|getting|receiv\\p{L}*',
  'diagnosed|admitted|discharged|hospitali[sz]ed|treated|tested|positive|infect\\p{L}*|operated|operation|surgery|underg\\p{L}*|underwent',
  'takes|taking|took|on (?:medicine|medication|methadone|treatment|oxygen)|in (?:treatment|recovery)|for (?:his|her|my)|cases?|outbreak',
  "(?:his|her|my|\\p{L}'s) (?:\\p{L}+ ){0,3}(?:illness|disease|result|blood|heart|kidney|liver|lung|rash|wound|eyes?|bone|brain)",
]);
const IN_CARE_URDU = anyOf([
  'مبتلا|متاثر|شکار|لاحق|زیر علاج|داخل|تشخیص|صحت یاب|انتقال|وفات|چل بس|جاں بحق|دم توڑ|فوت|نکل[ایے]|تصدیق|ضرورت|درکار|کی بیماری',
  'مریض|بیمار|زخمی|کمی ہے|میں سوراخ|کو [^۔]{0,40}(?:ہے|ہوا|ہوئی|تھا|تھی|ہو گ)|\\b(?:ko|ka|ki) [^.]{0,40}(?:hai|hua|hui|tha|thi)\\b|dakhil|ilaj|mareez',
]);

const ILLNESS =
  'cancer|hiv|tb|tuberculosis|hepatitis|diabetes|depression|epilepsy|leuk\\p{L}+|tumou?r|dengue|malaria|asthma';
const BEFALLS = anyWordOf([
  '(?:was|were|is|has been|being|been|got) (?:\\p{L}+ )?(?:admitted|diagnosed|hospitali[sz]ed|infected|discharged|operated|tested|ill|sick)',
  '(?:was|were|is|has been|being|been) (?:treated for|suspended|found to have|in (?:treatment|recovery|hospital))',
  'tested (?:positive|negative)|died (?:of|from)|suffers?|suffered|suffering|lives with|living with|undergoing|underwent|on dialysis',
  `had (?:an? )?(?:stroke|heart attack|operation|transplant|overdose|miscarriage|${ILLNESS})`,
  `has (?:an? )?(?:${ILLNESS}|lived|been (?:living|taking))|that (?:he|she) (?:is|was|has|had)|(?:is|are) (?:himself|herself)`,
  '(?:his|her) own (?:\\p{L}+ )?(?:illness|treatment|cancer|diagnosis|depression|addiction|morphine)',
]);
const BEFALLS_URDU = anyOf([
  'مبتلا|زیر علاج|داخل|انتقال|وفات|صحت یاب|نہ بچا سک|کی تشخیص|کا (?:آپریشن|علاج) ہو|خود (?:بھی )?(?:مریض|بیمار|\\p{L}+ کے مریض)',
  'کو [^۔]{0,25}(?:دورہ پڑا|فالج|کینسر|سرطان|کورونا|ڈینگی|ٹی بی|ہیپاٹائٹس)[^۔]{0,12}(?:ہے|ہوا|ہوئی|ہو گ|پڑا|نکلا)',
  '(?:انہیں|اسے|مجھے) [^۔]{0,25}(?:ہے|تھا|ہو گ)',
]);

const SPEAKS = anyWordOf([
  'open(?:s|ed)(?! (?:his|her))|inaugurat\\p{L}*|led|leads|heads?|headed|found(?:ed|s)|chair(?:s|ed)|announc\\p{L}*|launch\\p{L}*|publish\\p{L}*|wrote',
  'discover\\p{L}*|invent\\p{L}*|showed|explain\\p{L}*|advis\\p{L}*|warn\\p{L}*|urg(?:es|ed)|said that|says that|recommend\\p{L}*',
  'asks (?:parents|people|everyone|families|us|all)|train(?:s|ed)|teach(?:es)?|treats|works (?:at|for|with)|visit(?:s|ed)?',
  'will (?:visit|speak|open|answer)|speaks? (?:for|at|to)|spoke (?:at|to)|answers? (?:your )?questions|presents?|presented|hosts?',
  'signed|addressed|shows how|demonstrat\\p{L}*|vaccinates|gives (?:polio )?drops|examin\\p{L}*',
]);
const SPEAKS_URDU = anyOf([
  'افتتاح|فیتہ|خطاب|اعلان|قیادت|بانی|کے مطابق|تحقیق|بتاتے ہیں|مشورہ دیت|خبردار|اپیل|زور دیا|دورہ کی|تربیت|شریک محققین|ساتھیوں|پلا رہ|معائنہ',
]);

/** A visit, an opening, a drop on a child’s tongue: somebody is there, and nobody is ill. */
const SERVES = anyOf([
  '\\b(?:open(?:s|ed)|inaugurat\\p{L}*|launch\\p{L}*|announc\\p{L}*|vaccinates|gives (?:polio )?drops|shows how)\\b',
  '\\b(?:will (?:visit|speak|open)|cuts the ribbon|hands? out)\\b|افتتاح|فیتہ|پلا رہ|خطاب',
]);

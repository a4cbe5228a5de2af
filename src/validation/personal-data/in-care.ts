import { pattern } from './normalise-text.ts';
import type { Spot } from './spot.ts';
import { WORD } from './words/word-classes.ts';

const ONE = WORD.person | WORD.kin | WORD.patient | WORD.pronoun;

/** An illness that is somebody's, a treatment that somebody gets: what makes a person a patient. */
const IN_CARE = pattern(
  "\\b(?:has|have|had|having|with|suffer\\p{L}*|caught|contracted|survived?|beat|fought|fighting|battl\\p{L}*|liv(?:e|es|ed|ing) with|recover\\p{L}*|died|dying|dead|ill|sick|fell|diagnosed|admitted|discharged|hospitali[sz]ed|treated|tested|positive|infected|infection|operated|operation|surgery|undergoing|underwent|dialysis|chemo\\p{L}*|radiotherapy|transplant\\p{L}*|insulin|tablets|pills|takes|taking|took|on (?:medicine|medication|methadone|treatment|oxygen)|in (?:treatment|recovery)|addict\\p{L}*|overdos\\p{L}*|lost|miscarri\\p{L}*|pregnan\\p{L}*|gave birth|birth|bitten|burn(?:ed|t)?|injured|wounded|collapsed|fainted|coma|ventilator|disabled|paralys\\p{L}*|cured|relapsed|quarantine\\p{L}*|attempted|suicid\\p{L}*|depress\\p{L}*|patient|victim|survivor|cough\\p{L}*|vomit\\p{L}*|bled|bleeding|stroke|seizures?|outbreak|being|getting|cases?|antidepress\\p{L}*|sober|receiv\\p{L}*|needs?|for (?:his|her|my))\\b|\\b(?:his|her|my|'s) (?:\\p{L}+ ){0,3}(?:treatment|therapy|illness|disease|cancer|tumou?r|test|result|scan|medicine|diabetes|depression|blood|heart|kidney|liver|lung|pregnancy|rash|fever|wound|eye|eyes|bone|brain)|" +
    'مبتلا|متاثر|شکار|لاحق|زیر علاج|داخل|آپریشن|تشخیص|صحت یاب|انتقال|وفات|چل بس|جاں بحق|دم توڑ|فوت|نکلا|نکلی|نکلے|تصدیق|دوا|گولیاں|علاج|کاٹا|ڈسا|ڈائلسز|تھراپی|مریض|حمل|حاملہ|زچگی|نشے|نشہ|دورہ|فالج|جھلس|جل |زخمی|بیمار|کو [^۔]{0,40}(?:ہے|ہوا|ہوئی|تھا|تھی|ہو گ)|ضرورت|درکار|کی بیماری|ٹیکہ|ٹیسٹ|رپورٹ|مثبت|داغ|کمی ہے|میں سوراخ|\\b(?:ko|ka|ki) [^.]{0,40}(?:hai|hua|hui|tha|thi)\\b|\\bdakhil\\b|\\bilaj\\b|\\bmareez',
);

/** What an official, a doctor or an artist does for the public, and a patient does not. */
const SPEAKS_FOR_PUBLIC = pattern(
  '\\b(?:open(?:s|ed)|inaugurat\\p{L}*|led|leads|heads?|headed|found(?:ed|s)|chair(?:s|ed)|announc\\p{L}*|launch\\p{L}*|publish\\p{L}*|wrote|discover\\p{L}*|invent\\p{L}*|showed|explain\\p{L}*|advis\\p{L}*|warn\\p{L}*|urg(?:es|ed)|asks (?:parents|people|everyone|families|us|all)|said that|says that|train(?:s|ed)|teach(?:es)?|treats|works (?:at|for|with)|visit(?:s|ed)?|will (?:visit|speak|open|answer)|speaks? (?:for|at|to)|spoke (?:at|to)|recommend\\p{L}*|answers? (?:your )?questions|presents?|presented|hosts?|signed|addressed|shows how|demonstrat\\p{L}*|vaccinates|gives (?:polio )?drops|examin\\p{L}*)\\b|' +
    'افتتاح|فیتہ|خطاب|اعلان|قیادت|بانی|کے مطابق|تحقیق|بتاتے ہیں|مشورہ دیت|خبردار|اپیل|زور دیا|دورہ کی|تربیت|شریک محققین|ساتھیوں|پلا رہ|معائنہ',
);

/** What befalls a patient, and makes one even of a doctor or a minister. */
const BEFALLS = pattern(
  "\\b(?:(?:was|were|is|has been|being|been|got) (?:\\p{L}+ )?(?:admitted|diagnosed|hospitali[sz]ed|infected|discharged|operated|tested|treated for|suspended|found to have|in (?:treatment|recovery|hospital)|ill|sick)|tested (?:positive|negative)|died (?:of|from)|suffers?|suffered|suffering|had (?:a |an )?(?:stroke|heart attack|operation|transplant|overdose|miscarriage|cancer|tb|tuberculosis)|has (?:a )?(?:cancer|hiv|tb|tuberculosis|hepatitis|diabetes|depression|epilepsy|leuk\\p{L}+|tumou?r|dengue|malaria|asthma|lived|been (?:living|taking))|(?:is|are) (?:himself|herself)|lives with|living with|undergoing|underwent|on dialysis|that (?:he|she) (?:is|was|has|had)\\b|(?:his|her) own (?:\\p{L}+ )?(?:illness|treatment|cancer|diagnosis|depression|addiction))\\b|" +
    'مبتلا|زیر علاج|داخل|انتقال|وفات|صحت یاب|خود (?:بھی )?(?:مریض|بیمار|\\p{L}+ کے مریض)|کو [^۔]{0,25}(?:دورہ پڑا|فالج|کینسر|سرطان|کورونا|ڈینگی|ٹی بی|ہیپاٹائٹس)[^۔]{0,12}(?:ہے|ہوا|ہوئی|ہو گ|پڑا|نکلا)|کا (?:آپریشن|علاج) ہو|نہ بچا سک|(?:انہیں|اسے|مجھے) [^۔]{0,25}(?:ہے|تھا|ہو گ)|کی تشخیص',
);

/** A visit, an opening, a drop on a child’s tongue: somebody is there, and nobody is ill. */
const SERVES = pattern(
  '\\b(?:open(?:s|ed)|inaugurat\\p{L}*|launch\\p{L}*|announc\\p{L}*|vaccinates|gives (?:polio )?drops|shows how|will (?:visit|speak|open)|cuts the ribbon|hands? out)\\b|افتتاح|فیتہ|پلا رہ|خطاب',
);

/** Whether this very sentence makes somebody a patient. */
export function isInCareHere(spot: Spot): boolean {
  const { own, near, lower } = spot;
  if (!(own & (ONE | WORD.role)) && !(near & WORD.patient)) return false;
  if (own & WORD.role && !BEFALLS.test(lower)) return false;
  if (SERVES.test(lower) && !BEFALLS.test(lower) && !(own & WORD.patient)) return false;
  return (own & WORD.patient) !== 0 || ((own & WORD.health) !== 0 && (own & WORD.group) === 0) || IN_CARE.test(lower);
}

/** Whether the words after a name say that its bearer is in care, whatever office that person holds. */
export function befalls(after: string): boolean {
  return BEFALLS.test(after);
}

/** Whether the words after a name say what one does in an office. */
export function speaksForPublic(after: string): boolean {
  return SPEAKS_FOR_PUBLIC.test(after);
}

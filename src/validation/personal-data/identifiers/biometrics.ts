import { pattern } from '../normalise-text.ts';
import { type Family, type Find, found, isAboutHealth, isInvented, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

const PRINT = pattern(
  "\\b(?:thumb|finger|palm|foot) ?-?(?:prints?|marks?|impressions?|scans?)\\b|\\b(?:iris|retinal?)(?: (?:scan|image|pattern|photo\\p{L}*))?\\b|\\bvoice ?-?(?:prints?|recordings?|notes?|messages?|clips?)\\b|\\b(?:recorded|recording of|recordings of|hear|audio of|tape of|play|plays)\\b[^.]{0,25}\\bvoice\\b|\\bvoice\\b[^.]{0,30}\\b(?:recorded|recording|heard|unchanged|undisguised|clip|played)\\b|\\bdna (?:profile|sample|sequence)\\b|\\bbiometrics?\\b|\\b(?:face|facial)[ -](?:id|recognition|scan|geometry)\\b|" +
    'انگوٹھ[اےو][^۔]{0,30}(?:نشان|لگا|چھاپ)|نشان انگوٹھا|انگوٹھے|انگلیوں کے نشان|انگلی کا نشان|فنگر ?پرنٹ|انگشت|آنکھ کی پتلی|پتلی (?:کا|کی) (?:سکین|اسکین|عکس)|آئرس|ریٹینا|آواز[^۔]{0,30}(?:ریکارڈ|سن|محفوظ|کلپ)|ریکارڈنگ[^۔]{0,20}آواز|بائیو ?میٹرک|\\bangoot?h[ae]\\b|\\banguthay?\\b',
  'gu',
);
const FACE = pattern(
  "\\b(?:close[- ]?up|photo\\p{L}*|pictures?|portraits?|image|selfie|snapshot|mugshot|headshot|video)\\b[^.]{0,60}\\bfac(?:e|es|ial)\\b|\\bfac(?:e|ial)\\b[^.]{0,60}\\b(?:photo\\p{L}*|picture|close[- ]?up|camera|visible|clearly|uncovered|unmasked|unblurred|shown|recogni[sz]\\p{L}*|in full|looks?|fills)\\b|\\b(?:uncovered|unmasked|unblurred|full|whole|bare)[ -]face\\b|\\bfull-face\\b|\\bportrait of (?:a |the |our )?[^.]{0,30}(?:patient|survivor|victim|sufferer)|\\blook\\p{L}* (?:straight )?(?:in)?to the (?:camera|lens)|" +
    '(?:تصویر|تصاویر|ویڈیو|کلوز ?اپ|سیلفی|عکس)[^۔]{0,60}(?:چہر[ہے]|شکل)|چہر[ہے][^۔]{0,70}(?:تصویر|نظر|دکھائی|صاف|کیمر|واضح|پہچان|کھلا|بے نقاب)|(?:پورا|کھلا|واضح) چہرہ|چہرے کی قریب',
  'gu',
);
const DRAWN = pattern('drawing|drawn|cartoon|illustrat|sketch|painting|painted|icon|emoji|doll|mannequin|خاکہ|خاکے|ڈرائنگ|کارٹون|مصوری|پینٹنگ|علامت|گڑیا');
const HIDDEN = pattern(
  "\\b(?:blurred|hidden|covered|not (?:shown|visible|seen)|turned away|from behind|pixelated|out of (?:the )?(?:frame|picture)|without (?:his|her|the) face|no face|cannot be (?:seen|recogni[sz]ed))\\b|دھندل|چھپ|ڈھک|نظر نہیں|پیچھے سے|پشت|دکھائی نہیں",
);
const ADVICE = pattern(
  "\\b(?:never|do not|don't|must not|should not|avoid|no patient's)\\b|^ ?(?:never|wash|cover|keep|wear|touch)|\\b(?:wear|cover|wash|touch|clean)\\p{L}* (?:your|their|his|her|the)\\b|\\byour\\b|مت|نہ (?:لیں|ڈالیں|لگائیں|دکھائیں|کریں|چھوئیں)|اپنے چہرے|اپنا چہرہ|ہاتھ دھو|دھوئیں",
);

/**
 * Prints of fingers, irises, voices (45 CFR 164.514(b)(2)(i)(P)) and pictures of somebody's full face (Q), told of in
 * words: in the alternative text of a picture above all.
 */
export const biometrics: Family = (spot) => {
  const { own, near, lower, options } = spot;
  if (!(own & WORD.body) && !LOOKS.test(lower)) return [];
  if (options.where === 'file-name' || isInvented(spot) || ADVICE.test(lower)) return [];
  if (!(near & (WORD.person | WORD.patient | WORD.kin | WORD.pronoun))) return [];
  const finds: Find[] = [];
  for (const match of lower.matchAll(PRINT)) finds.push(at(spot, match));
  const isPicture = !DRAWN.test(lower) && !HIDDEN.test(lower) && !(own & WORD.role && !(own & WORD.patient));
  if (isPicture && isAboutHealth(spot) && isOfSomebodyInCare(spot)) for (const match of lower.matchAll(FACE)) finds.push(at(spot, match));
  return finds;
};

const LOOKS = pattern('look|camera|کیمر');

function at(spot: Spot, match: RegExpExecArray): Find {
  return found(spot, 'biometric', match.index, match.index + match[0].length);
}

/** Not everyone whose face is seen is in care: a nurse may be, or the mother of a child at a camp. */
function isOfSomebodyInCare({ own, lower }: Spot): boolean {
  return (own & WORD.patient) !== 0 || IN_CARE.test(lower) || ((own & WORD.health) !== 0 && !OF_PREVENTION.test(lower));
}

/** What healthy people do, too. */
const OF_PREVENTION = pattern('vaccin|drops|mask|wash|hands|health worker|nurse|doctor|قطرے|ٹیک|ماسک|دھو|ہاتھ|نرس|ڈاکٹر|ورکر');

const IN_CARE = pattern(
  "\\b(?:rash|scars?|burn\\p{L}*|swollen|swelling|bruise\\p{L}*|sores?|wounds?|paralys\\p{L}*|leprosy|measles|pox|jaundice|tumou?r|cancer|syndrome|palsy|bandage\\p{L}*|ventilator|mask of oxygen|surviv\\p{L}*|hospital bed|hiv|tb|tuberculosis|after (?:the|his|her) (?:operation|surgery)|injur\\p{L}*|lesions?|blisters?|eczema|goitre|cleft|drip|suffer\\p{L}*|ill|sick|treated|depress\\p{L}*|addict\\p{L}*)\\b|داغ|دانے|جھلس|جل|زخم|سوج|فالج|لقوہ|جذام|خسر|چیچک|یرقان|رسولی|سرطان|کینسر|پٹی|کٹ[اےی] ہ|ہونٹ|آنکھ|دودھیا|متاثر|مبتلا|بیمار|کٹا ہوا|نشے|ٹی بی|آپریشن",
);

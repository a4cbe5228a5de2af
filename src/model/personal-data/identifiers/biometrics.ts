import { isInvented } from '../about-nobody.ts';
import { anyOf, anyWordOf } from '../phrases.ts';
import { type Family, found, isAboutHealth, isAboutOne, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

/**
 * Prints of fingers, irises, voices (45 CFR 164.514(b)(2)(i)(P)) and pictures of somebody's full face (Q), told of in
 * words: in the words in place of a picture above all.
 */
export const biometrics: Family = (spot) => {
  const { own, lower, options } = spot;
  if (!(own & WORD.body) && !LOOKS.test(lower)) return [];
  if (options.where === 'file-name' || !isAboutOne(spot) || isInvented(spot) || ADVICE.test(lower)) return [];
  const patterns = showsFace(spot) ? [...PRINTS, ...FACES] : PRINTS;
  return patterns.flatMap((pattern) =>
    [...lower.matchAll(pattern)].map(({ index, 0: written }) =>
      found(spot, 'biometric', index, index + written.length),
    ),
  );
};

const LOOKS = /look|camera|کیمر/;
const ADVICE = anyOf([
  "\\b(?:never|do not|don't|must not|should not|avoid|no patient's|your)\\b|^ ?(?:never|wash|cover|keep|wear|touch)",
  '\\b(?:wear|cover|wash|touch|clean)\\p{L}* (?:their|his|her|the)\\b|(?<!\\p{L})مت(?!\\p{L})|نہ (?:لیں|ڈالیں|لگائیں|دکھائیں|کریں|چھوئیں)',
  'اپنے چہرے|اپنا چہرہ|ہاتھ دھو|دھوئیں',
]);

const PRINTS = [
  anyWordOf(
    [
      '(?:thumb|finger|palm|foot) ?-?(?:prints?|marks?|impressions?|scans?)|(?:iris|retinal?)(?: (?:scan|image|pattern|photo\\p{L}*))?',
      'voice ?-?(?:prints?|recordings?|notes?|messages?|clips?)|dna (?:profile|sample|sequence)|biometrics?',
      '(?:recorded|recordings? of|hear|audio of|tape of|plays?)\\b[^.]{0,25}\\bvoice|(?:face|facial)[ -](?:id|recognition|scan|geometry)',
      'voice\\b[^.]{0,30}\\b(?:recorded|recording|heard|unchanged|undisguised|clip|played)|angoot?h[ae]|anguthay?',
    ],
    'g',
  ),
  anyOf(
    [
      'انگوٹھ[اےو][^۔]{0,30}(?:نشان|لگا|چھاپ)|نشان انگوٹھا|انگوٹھے|انگلیوں کے نشان|انگلی کا نشان|فنگر ?پرنٹ|انگشت|آنکھ کی پتلی|آئرس',
      'پتلی (?:کا|کی) (?:سکین|اسکین|عکس)|ریٹینا|آواز[^۔]{0,30}(?:ریکارڈ|سن|محفوظ|کلپ)|ریکارڈنگ[^۔]{0,20}آواز|بائیو ?میٹرک',
    ],
    'g',
  ),
];

const PICTURE = 'close[- ]?up|photo\\p{L}*|pictures?|portraits?|image|selfie|snapshot|mugshot|headshot|video';
const FACES = [
  anyWordOf(
    [
      `(?:${PICTURE})\\b[^.]{0,60}\\bfac(?:e|es|ial)|fac(?:e|ial)\\b[^.]{0,60}\\b(?:${PICTURE}|camera|visible|clearly|uncovered|unmasked)`,
      'fac(?:e|ial)\\b[^.]{0,60}\\b(?:unblurred|shown|recogni[sz]\\p{L}*|in full|looks?|fills)|look\\p{L}* (?:straight )?(?:in)?to the (?:camera|lens)',
      '(?:uncovered|unmasked|unblurred|full|whole|bare)[ -]face|portrait of (?:a |the |our )?[^.]{0,30}(?:patient|survivor|victim|sufferer)',
    ],
    'g',
  ),
  anyOf(
    [
      '(?:تصویر|تصاویر|ویڈیو|کلوز ?اپ|سیلفی|عکس)[^۔]{0,60}(?:چہر[ہے]|شکل)|(?:پورا|کھلا|واضح) چہرہ|چہرے کی قریب',
      'چہر[ہے][^۔]{0,70}(?:تصویر|نظر|دکھائی|صاف|کیمر|واضح|پہچان|کھلا|بے نقاب|قریب سے)',
    ],
    'g',
  ),
];

/** Whether the picture shows how somebody in care looks. Not everyone whose face is seen is: a nurse may be, or a mother. */
function showsFace(spot: Spot): boolean {
  const { own, lower } = spot;
  if (DRAWN.test(lower) || HIDDEN.test(lower) || !isAboutHealth(spot)) return false;
  if (own & WORD.patient) return true;
  return !(own & WORD.role) && (SIGNS.test(lower) || ((own & WORD.health) !== 0 && !OF_PREVENTION.test(lower)));
}

const DRAWN = anyOf([
  'drawing|drawn|cartoon|illustrat|sketch|painting|painted|icon|emoji|doll|mannequin|خاکہ|خاکے|ڈرائنگ|کارٹون|مصوری|پینٹنگ|علامت|گڑیا',
]);
const HIDDEN = anyOf([
  '\\b(?:blurred|hidden|covered|not (?:shown|visible|seen)|turned away|from behind|pixelated|out of (?:the )?(?:frame|picture))\\b',
  '\\b(?:without (?:his|her|the) face|no face|cannot be (?:seen|recogni[sz]ed))\\b|دھندل|چھپ|ڈھک|نظر نہیں|پیچھے سے|پشت|دکھائی نہیں',
]);
/** What illness, or its treatment, leaves on a face. */
const SIGNS = anyOf([
  '\\b(?:rash|scars?|burn\\p{L}*|swollen|swelling|bruise\\p{L}*|sores?|wounds?|paralys\\p{L}*|leprosy|measles|pox|jaundice|tumou?r)\\b',
  '\\b(?:bandage\\p{L}*|ventilator|surviv\\p{L}*|hospital bed|lesions?|blisters?|cleft|drip|suffer\\p{L}*)\\b',
  'داغ|دانے|جھلس|جل|زخم|سوج|فالج|لقوہ|جذام|خسر|چیچک|یرقان|رسولی|پٹی|کٹ[اےی] ہ|ہونٹ|متاثر|مبتلا|بیمار',
]);
/** What healthy people do, too. */
const OF_PREVENTION = anyOf([
  'vaccin|drops|mask|wash|hands|health worker|nurse|doctor|قطرے|ٹیک|ماسک|دھو|ہاتھ|نرس|ڈاکٹر|ورکر',
]);

/** A number in a text that tells of people or the world, and that readers should be able to look up. */
export interface Statistic {
  /** As written: `39 کروڑ`, `1 in 4`, `350,000 people`. */
  text: string;
  /** Offset in the text, in UTF-16 code units. */
  index: number;
}

/**
 * The first statistic of a text in English, Urdu or Arabic: a percentage, a number in millions or lakhs, a share (“1 in
 * 4”), a count of people, deaths or cases; digits may be Latin, Arabic or Urdu. Times, ages, doses, dates, telephone
 * numbers and numbers of steps are none. It passes over what is doubtful: a false alarm costs more trust than a miss.
 *
 * @param telephoneNumbers Digits of numbers that readers may call: “1122 people” is no count.
 */
export function findStatistic(text: string, telephoneNumbers: ReadonlySet<string> = new Set()): Statistic | undefined {
  const plain = withLatinDigits(text);
  const found = PATTERNS.flatMap(({ pattern, isMeant }) => {
    for (const match of plain.matchAll(pattern)) {
      const digits = (match.groups?.number ?? '').replace(/[^\d.]/g, '');
      if (telephoneNumbers.has(digits) || isMeant?.(match) === false) continue;
      return [{ text: text.slice(match.index, match.index + match[0].length).trim(), index: match.index }];
    }
    return [];
  });
  return found.toSorted((a, b) => a.index - b.index)[0];
}

/** Arabic and Urdu digits and signs as Latin ones, each in its place: offsets stay. */
function withLatinDigits(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.')
    .replaceAll('٪', '%');
}

/** A number that starts here: no part of a word (`PM2.5`, `COVID-19`), of a date or of a longer number. */
const START = String.raw`(?<![\p{L}\p{M}\p{N}_])(?<!\p{L}[-‐‑–])(?<!\d[.,:/])`;
const END = String.raw`(?![\p{L}\p{M}\p{N}_])`;
const DIGITS = String.raw`(?:\d{1,3}(?:[,\u0020\u00A0\u202F]\d{3})+|\d+(?:,\d{2,3})*)(?:\.\d+)?`;
const NUMBER = `(?<number>${DIGITS})`;
const GAP = String.raw`[\s\u00A0]+`;
/** Words that may stand between a number and what is counted; none that starts another thought. */
const ADJECTIVES = String.raw`(?:(?!(?:of|in|to|and|or|for|at|on|by|with|from|than|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|metres?|meters?|km|سے|میں|کے|کی|کا|کو|پر|اور|یا|سال|ماہ|دن|گھنٹے|منٹ|سیکنڈ|بار|من|في|إلى|أو)${END})[\p{L}\p{M}'’-]+[\s\u00A0]+){0,2}`;

const ENGLISH_NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const URDU_NUMBERS = ['ایک', 'دو', 'تین', 'چار', 'پانچ', 'چھ', 'سات', 'آٹھ', 'نو', 'دس', 'بیس', 'سو', 'ہزار'];
const ARABIC_NUMBERS = ['واحد', 'واحدة', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'];
const ENGLISH_WORD = `(?:${[...ENGLISH_NUMBERS, 'twenty', 'a hundred', 'hundred', 'a thousand'].join('|')})`;
const URDU_WORD = `(?:${[...URDU_NUMBERS, 'ڈیڑھ', 'ڈھائی', 'آدھا', 'آدھے', 'پچاس'].join('|')})`;
const ARABIC_WORD = `(?:${ARABIC_NUMBERS.join('|')})`;

const PERCENT = `(?:%|(?:percent|per(?:${GAP})?cent|فی(?:${GAP})?صد|بالمئة|بالمائة|في${GAP}المئة|في${GAP}المائة)${END})`;
/** How strong a mixture is, as one says how much of a medicine to take. */
const SUBSTANCE = String.raw`${GAP}(?:[\p{L}-]+${GAP})?(?:alcohol|ethanol|chlorine|bleach|solution|saline|iodine|DEET|الکحل|کلورین|محلول|الكحول|كحول|كلور)`;
const MILLIONS = `(?:million|billion|trillion|lakh|crore|لاکھ|کروڑ|ارب|کھرب|ملین|بلین|مليون|ملايين|مليار|مليارات)`;
const DOSE_UNITS = `${GAP}(?:units?|IU|یونٹ|وحدة|وحدات)`;
const TIME_UNITS =
  '(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|parts?|steps?|doses?|سال|ماہ|دن|گھنٹے|گھنٹوں|منٹ|سیکنڈ)';
const PEOPLE =
  '(?:people|persons|patients|children|women|men|adults|babies|newborns|infants|mothers|girls|boys|families|households|افراد|لوگ|لوگوں|بچے|بچوں|خواتین|عورتیں|عورتوں|مرد|مردوں|مریض|مریضوں|گھرانے|گھرانوں|شخص|أشخاص|طفل|أطفال|امرأة|نساء|رجل|مريض|مرضى)';
const OUTCOMES =
  '(?:deaths|lives|cases|infections|اموات|ہلاکتیں|ہلاکتوں|جانیں|کیس|کیسز|انفیکشن|وفاة|وفيات|حالة|حالات|إصابة|إصابات)';
const THOUSAND = '(?:thousand|ہزار|ألف|آلاف)';
const DIED = `(?:died|dies?|were${GAP}killed|(?:were|are|get|become)${GAP}infected|fell${GAP}ill|ہلاک|جاں${GAP}بحق|متاثر)`;
const ABOUT = `(?:about|nearly|almost|over|some|around|than|تقریباً|قریباً|کم${GAP}از${GAP}کم|حوالی|نحو|حوالي)${GAP}$`;

interface Pattern {
  pattern: RegExp;
  isMeant?(match: RegExpExecArray): boolean;
}

const pattern = (source: string, isMeant?: Pattern['isMeant']): Pattern => ({
  pattern: new RegExp(source, 'giu'),
  ...(isMeant && { isMeant }),
});

const PATTERNS: readonly Pattern[] = [
  pattern(String.raw`${START}${NUMBER}[\s\u00A0-]?${PERCENT}(?!${SUBSTANCE})`),
  pattern(
    String.raw`${START}(?:${NUMBER}|half${GAP}a|${ENGLISH_WORD}|${URDU_WORD})[\s\u00A0-]+${MILLIONS}${END}(?!${DOSE_UNITS}${END})`,
  ),
  // “1 in 4”, “one out of six”, “95 of every 100”
  pattern(
    String.raw`${START}(?<first>${DIGITS}|${ENGLISH_WORD})${GAP}(?:in|out${GAP}of|(?:in|of|out${GAP}of)${GAP}every)${GAP}(?<second>${DIGITS}|${ENGLISH_WORD})${END}(?![.,]\d)(?!${GAP}${TIME_UNITS}${END})`,
    ({ groups }) => isShare(groups?.first, groups?.second),
  ),
  // «ہر چھ میں سے ایک», «10 میں سے 8»
  pattern(
    String.raw`${START}ہر${GAP}(?<second>${DIGITS}|${URDU_WORD})${GAP}(?:[\p{L}\p{M}]+${GAP})?میں${GAP}سے${GAP}(?:(?!${URDU_WORD}${END})[\p{L}\p{M}]+${GAP}){0,2}(?<first>${DIGITS}|${URDU_WORD})${END}(?!${GAP}${TIME_UNITS}${END})`,
  ),
  pattern(
    String.raw`${START}(?:10|100|1000)${GAP}(?:[\p{L}\p{M}]+${GAP})?میں${GAP}سے${GAP}(?:[\p{L}\p{M}]+${GAP})?${NUMBER}${END}`,
  ),
  pattern(`${START}(?:${DIGITS}|${ARABIC_WORD})${GAP}من${GAP}(?:كل|أصل|بين)${GAP}(?:${DIGITS}|${ARABIC_WORD})${END}`),
  pattern(`${START}${NUMBER}${GAP}${ADJECTIVES}${PEOPLE}${END}`, (match) => isCount(match, 100)),
  pattern(`${START}${NUMBER}${GAP}${ADJECTIVES}${OUTCOMES}${END}`, (match) => isCount(match, 10)),
  pattern(`${START}${NUMBER}${GAP}${THOUSAND}${GAP}(?:${DIGITS}${GAP})?${ADJECTIVES}(?:${PEOPLE}|${OUTCOMES})${END}`),
  pattern(`${START}${NUMBER}${GAP}${ADJECTIVES}${PEOPLE}${GAP}${DIED}${END}`, (match) => isCount(match, 2)),
];

/** Whether the first is a part of the second, as in “1 in 4”; “5 in 2019” is none. */
function isShare(first: string | undefined, second: string | undefined): boolean {
  const part = numberOf(first ?? '');
  const whole = numberOf(second ?? '');
  return part < whole && !isYear(second ?? '');
}

function numberOf(written: string): number {
  const word = ENGLISH_NUMBERS.indexOf(written.toLowerCase()) + 1;
  if (word > 0) return word;
  if (/twenty/i.test(written)) return 20;
  if (/hundred/i.test(written)) return 100;
  if (/thousand/i.test(written)) return 1000;
  return Number(written.replace(/[^\d.]/g, ''));
}

/** Whether so many are counted; a bare year before a noun (“by 2024 people had …”) is none. */
function isCount(match: RegExpExecArray, least: number): boolean {
  const written = match.groups?.number ?? '';
  if (isYear(written) && !new RegExp(ABOUT, 'iu').test(match.input.slice(0, match.index))) return false;
  return numberOf(written) >= least;
}

function isYear(written: string): boolean {
  return /^(?:19|20)\d\d$/.test(written);
}

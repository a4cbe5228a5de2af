const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

// A telephone number or a date in digits: `+92-300-1234567`, `0800 12345`, `2026-07-01`. Spaces join groups only after
// a `+` or a leading zero: `1122 1166` is two numbers.
const GROUPED_NUMBER =
  /(?<![\p{L}\p{M}\p{Nd}_#/.:+\u2066-\u2069-])(?:\+\p{Nd}+(?:[ \u00A0()-]+\p{Nd}+)*|[0٠۰]\p{Nd}*(?:[ \u00A0()-]+\p{Nd}+)+|\p{Nd}+(?:-\p{Nd}+)+)/gu;
const RANGE_OF_YEARS = /^\p{Nd}{4}-\p{Nd}{4}$/u;
/** The fewest digits of a number written in groups that is worth two invisible characters; a range of days has fewer. */
const FEWEST_DIGITS = 7;

/**
 * Puts telephone numbers into isolates. After Urdu or Arabic letters, the groups of `+92-300-1234567` are otherwise
 * shown in the wrong order (Unicode Bidirectional Algorithm, UAX #9, rule W2), and a number read that way reaches nobody.
 * Nothing else is touched: a single group of digits keeps its order by itself, a range such as `18-24` is read from the
 * right, and hashtags and addresses carry no invisible characters that could break them.
 */
export function isolateNumbers(text: string): string {
  return text.replace(GROUPED_NUMBER, (found) =>
    (found.match(/\p{Nd}/gu)?.length ?? 0) >= FEWEST_DIGITS && !RANGE_OF_YEARS.test(found)
      ? `${LEFT_TO_RIGHT_ISOLATE}${found}${POP_ISOLATE}`
      : found,
  );
}

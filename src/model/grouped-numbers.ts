// A telephone number or a date in digits: `+92-300-1234567`, `0800 12345`, `2026-07-01`. Spaces join groups only after
// a `+` or a leading zero: `1122 1166` is two numbers.
const GROUPED_NUMBER =
  /(?<![\p{L}\p{M}\p{Nd}_#/.:+\u2066-\u2069-])(?:\+\p{Nd}+(?:[ \u00A0()-]+\p{Nd}+)*|[0٠۰]\p{Nd}*(?:[ \u00A0()-]+\p{Nd}+)+|\p{Nd}+(?:-\p{Nd}+)+)/gu;
const RANGE_OF_YEARS = /^\p{Nd}{4}-\p{Nd}{4}$/u;
/** The fewest digits of a number written in groups that is worth setting apart; a range of days has fewer. */
const FEWEST_DIGITS = 7;

/** A piece of a text. */
export interface Piece {
  text: string;
  isNumber: boolean;
}

/**
 * A text in its pieces, in order: telephone numbers and dates in digits, and what stands between them. After Urdu or Arabic
 * letters, the groups of `+92-300-1234567` are otherwise shown in the wrong order (Unicode Bidirectional Algorithm, UAX #9,
 * rule W2), and a number read that way reaches nobody. Nothing else is told apart: a single group of digits keeps its
 * order by itself, a range such as `18-24` is read from the right, and hashtags and addresses are no numbers.
 */
export function splitAtNumbers(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(GROUPED_NUMBER)) {
    if ((found.match(/\p{Nd}/gu)?.length ?? 0) < FEWEST_DIGITS || RANGE_OF_YEARS.test(found)) continue;
    if (index > done) pieces.push({ text: text.slice(done, index), isNumber: false });
    pieces.push({ text: found, isNumber: true });
    done = index + found.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isNumber: false });
  return pieces;
}

const LEFT_TO_RIGHT = '\u2066';
const FIRST_STRONG = '\u2068';
const END = '\u2069';

// Addresses and numbers such as +92-300-1234567, 18–24 or 1.5 are one left-to-right thing; a hashtag follows its script.
const LEFT_TO_RIGHT_RUN = /https?:\/\/\S+|[+\d][\d.,:/–-]*\d[%°]?|\d[%°]/gu;
const HASHTAG = /#[\p{L}\p{M}\p{N}_]+/gu;

/**
 * The text with hashtags, addresses and numbers in isolates (Unicode Bidirectional Algorithm, UAX #9), so that words of
 * the other direction beside them do not move them about.
 */
export function isolate(text: string): string {
  return text
    .replace(HASHTAG, (tag) => `${FIRST_STRONG}${tag}${END}`)
    .replace(LEFT_TO_RIGHT_RUN, (run, at: number, whole: string) =>
      /[\p{L}_]/u.test(whole[at - 1] ?? '') ? run : `${LEFT_TO_RIGHT}${run}${END}`,
    );
}

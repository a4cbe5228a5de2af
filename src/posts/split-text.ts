/** More than this is no thread but an article, which belongs on a page. */
const MOST_PARTS = 9;

/**
 * Splits a text into parts that `fits` accepts, where sentences end; where paragraphs do if that takes no more parts.
 * Gives the whole text as one part where it fits, and also where a single sentence is too long or there would be more
 * than nine parts: then it can't be split.
 */
export function splitText(text: string, language: string, fits: (part: string) => boolean): string[] {
  if (fits(text)) return [text];
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment,
  );
  const atSentences = fill(sentences, fits);
  if (!atSentences) return [text];
  const atParagraphs = fill(text.split(/(?<=\n\s*\n)(?=\S)/u), fits);
  const parts = atParagraphs && atParagraphs.length <= atSentences.length ? atParagraphs : atSentences;
  return parts.length > MOST_PARTS ? [text] : parts;
}

/** As many pieces in each part as fit; `undefined` where one alone does not. */
function fill(pieces: readonly string[], fits: (part: string) => boolean): string[] | undefined {
  const parts: string[] = [];
  let part = '';
  for (const piece of pieces) {
    if (fits((part + piece).trim())) {
      part += piece;
      continue;
    }
    if (!fits(piece.trim())) return undefined;
    if (part.trim() !== '') parts.push(part.trim());
    part = piece;
  }
  return part.trim() === '' ? parts : [...parts, part.trim()];
}

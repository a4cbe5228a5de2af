import { plainWords } from './plain-words.ts';

/** Words that are looked for in texts. */
export interface Wording {
  /** As an editor wrote them. */
  shown: string;
  /** As they are compared. */
  plain: string;
}

export function wordingOf(shown: string): Wording {
  return { shown, plain: plainWords(shown) };
}

/**
 * A text in the form in which wordings are looked for. Addresses are left out, for nobody reads a name in them; a hashtag
 * counts as one word, and as the words that its capitals and `_` part.
 */
export function searchable(text: string): string {
  const words = text.replace(/https?:\/\/\S+/gi, ' ').replace(/#([\p{L}\p{M}\p{N}_]+)/gu, (_, tag: string) => {
    const parts = tag.replaceAll('_', ' ').replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
    return parts === tag ? ` ${tag} ` : ` ${tag} ${parts} `;
  });
  return ` ${plainWords(words)} `;
}

/**
 * The first of these wordings that stands in a searchable text: word for word and as whole words, however they are
 * capitalised, set apart by signs or, in Urdu and Arabic, encoded and vowelled.
 */
export function findWording(text: string, wordings: readonly Wording[]): Wording | undefined {
  return wordings.find(({ plain }) => plain !== '' && text.includes(` ${plain} `));
}

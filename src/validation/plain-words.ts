/**
 * The words of a text as one compares them: without case, punctuation, vowel signs and the spaces between, and with letters
 * that only look different (Arabic `ي` for Urdu `ی`) made the same.
 */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replaceAll(/[يى]/g, 'ی')
    .replaceAll('ك', 'ک')
    .replaceAll(/[ةه]/g, 'ہ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

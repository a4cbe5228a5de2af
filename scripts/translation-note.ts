import type { ItemDraft } from '../src/model/draft.ts';
import type { TranslationOf } from '../src/model/translation.ts';
import { fingerprintOriginal } from '../src/reading/fingerprint.ts';
import { rangeOfField } from './yaml-field.ts';

/** What a translation of this original is made from. Pure. */
export function translationNote(original: ItemDraft, text: string): TranslationOf {
  return { language: original.language, ...fingerprintOriginal(original, text) };
}

/** The file with this `translationOf` in its place, or as its first field; every other byte stays as it is. Pure. */
export function withTranslationOf(text: string, made: TranslationOf): string {
  const newline = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const opening = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  const field = [
    'translationOf:',
    `  language: ${made.language}`,
    '  fields:',
    ...Object.entries(made.fields).map(([name, hash]) => `    ${name}: "${hash}"`),
    `  blocks: [${made.blocks.map((hash) => `"${hash}"`).join(', ')}]`,
    '',
  ].join(newline);
  const [from, until] = rangeOfField(rest, 'translationOf') ?? [0, 0];
  return `${opening}${rest.slice(0, from)}${field}${rest.slice(until)}`;
}

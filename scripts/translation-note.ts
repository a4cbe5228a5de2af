import type { Fingerprints } from '../src/model/translation.ts';
import { rangeOfField } from './yaml-field.ts';

/** The file with this `translationOf` in its place, or as its first field; every other byte stays as it is. Pure. */
export function withTranslationOf(text: string, language: string, made: Fingerprints): string {
  const newline = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const opening = /^\uFEFF?---[ \t]*(?:\r\n?|\n)/.exec(text)?.[0] ?? '';
  const rest = text.slice(opening.length);
  const field = [
    'translationOf:',
    `  language: ${language}`,
    '  fields:',
    ...Object.entries(made.fields).map(([name, hash]) => `    ${name}: "${hash}"`),
    `  blocks: [${made.blocks.map(({ hash }) => `"${hash}"`).join(', ')}]`,
    '',
  ].join(newline);
  const [from, until] = rangeOfField(rest, 'translationOf') ?? [0, 0];
  return `${opening}${rest.slice(0, from)}${field}${rest.slice(until)}`;
}

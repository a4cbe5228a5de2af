import { z } from 'zod';
import { formatted } from './text.ts';

/** A BCP 47 language tag as used in file names: `en`, `ur`, `pa-Arab`. */
export const languageTag = formatted(
  (value) =>
    isLanguageTag(value)
      ? undefined
      : {
          ruleId: 'field/language',
          message: `Unexpected language \`${value}\``,
          hint: 'write a language tag such as `en`, `ur` or `pa-Arab`',
        },
  { pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$' },
);

export function isLanguageTag(value: string): boolean {
  return /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(value);
}

export const DIRECTIONS = ['ltr', 'rtl'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The same words in several languages: `{ en: …, ur: … }`. */
export function localized<T extends z.ZodType>(value: T) {
  return z
    .record(languageTag, value)
    .superRefine((words, context) => {
      if (Object.keys(words).length > 0) return;
      const params = { ruleId: 'field/empty', hint: 'write one line for each language, for example `en: …`' };
      context.addIssue({ code: 'custom', message: 'Unexpected words in no language', params });
    })
    .meta({ minProperties: 1 });
}

/** The words in `language`, or in the first language there is. */
export function inLanguage<T>(words: Readonly<Record<string, T>>, language: string): T {
  const found = words[language] ?? Object.values(words)[0];
  if (found === undefined) throw new RangeError('words in no language at all');
  return found;
}

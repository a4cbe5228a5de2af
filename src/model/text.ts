import { z } from 'zod';
import type { Fault } from './problem.ts';

/**
 * A string with a form of its own. `findFault` sees the string as it was written and says what is wrong with it;
 * `meta` describes the form to editors' JSON schemas, in which refinements do not appear.
 */
export function formatted(findFault: (value: string) => Fault | undefined, meta: Record<string, unknown>) {
  return z
    .string()
    .superRefine((value, context) => {
      const fault = findFault(value);
      if (fault) {
        const { message, ...params } = fault;
        context.addIssue({ code: 'custom', message, params });
      }
    })
    .meta(meta);
}

/** A list in which nothing stands twice: a channel named twice would get everything twice. */
export function distinct<T extends z.ZodArray>(list: T): T {
  return list
    .superRefine((values, context) => {
      for (const [index, value] of values.entries()) {
        if (values.indexOf(value) === index) continue;
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `Unexpected second \`${String(value)}\` in this list`,
          params: { ruleId: 'field/repeated', hint: 'keep one of the two' },
        });
      }
    })
    .meta({ uniqueItems: true });
}

/** Text a person reads: not empty, no line breaks, no space at either end. */
export const line = formatted(
  (value) => {
    const fault = findEmptyOrHidden(value);
    if (fault) return fault;
    if (/[\r\n]/.test(value)) {
      return { ruleId: 'field/line-break', message: 'Unexpected line break', hint: 'write the text on one line' };
    }
    if (value !== value.trim()) {
      return {
        ruleId: 'field/outer-space',
        message: 'Unexpected space at the start or end of the text',
        hint: `write "${value.trim()}"`,
      };
    }
    return undefined;
  },
  { minLength: 1 },
);

/** The text of a post on one network: line breaks are kept as written. */
export const prose = formatted(findEmptyOrHidden, { minLength: 1 });

function findEmptyOrHidden(value: string): Fault | undefined {
  if (/^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(value)) {
    return { ruleId: 'field/empty', message: 'Unexpected empty text', hint: 'write the text, or remove the field' };
  }
  return findHiddenCharacter(value)?.fault;
}

// Controls other than tab and line ends, and the marks that force a direction: no editor means them, no reader sees
// them, and the latter make a text read otherwise than it is stored ("Trojan Source", CVE-2021-42574).
const HIDDEN = /[^\P{Cc}\t\n\r]|[\u202A-\u202E]/u;

/** The first character that nobody sees and nobody means, and its offset in UTF-16 code units. */
export function findHiddenCharacter(value: string): { fault: Fault; offset: number } | undefined {
  const hidden = HIDDEN.exec(value);
  if (!hidden) return undefined;
  const code = hidden[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  const fault = {
    ruleId: 'file/hidden-character',
    message: `Unexpected invisible character U+${code}`,
    hint: 'delete it; the direction of text follows from its language',
  };
  return { fault, offset: hidden.index };
}

/** A permanent name: `world-aids-day`. It is part of addresses and of the ledger's keys, so it never changes. */
export const id = formatted(
  (value) =>
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 64
      ? undefined
      : {
          ruleId: 'field/id',
          message: `Unexpected id \`${value}\``,
          hint: 'write at most 64 small letters a–z, digits and single hyphens, for example `world-aids-day`',
        },
  { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 64 },
);

/** A web address that a reader may be sent to: absolute and `https:`, and without a name and password. */
export const webAddress = formatted(findAddressFault, { format: 'uri', pattern: '^https://' });

/** What is wrong with a web address; `undefined` where nothing is. */
export function addressFault(value: string): Fault | undefined {
  return findAddressFault(value);
}

function findAddressFault(value: string): Fault | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const fault = (why: string, hint: string) => ({
    ruleId: 'field/address',
    message: `Unexpected address \`${value}\`${why}`,
    hint,
  });
  if (url?.protocol === 'http:') {
    return fault(
      ': anyone on the way can change what the reader sees',
      `write \`${value.replace(/^http:/i, 'https:')}\``,
    );
  }
  if (url?.protocol !== 'https:' || !/^https:\/\/[^/]/i.test(value)) {
    return fault('', 'write a full address that starts with `https://`');
  }
  if (/\s/.test(value))
    return fault(' with a space in it', 'write `%20` for each space, or copy the address from the browser');
  if (url.username || url.password) return fault(' with a name or password in it', 'remove what stands before the `@`');
  if (!url.hostname.includes('.'))
    return fault(': its host has no dot', 'write the whole host, for example `www.who.int`');
  return undefined;
}

/** A hashtag without its `#`: letters (of any script), digits and `_`, not digits alone. */
export const hashtag = formatted(
  (value) =>
    /^[\p{L}\p{M}\p{N}_]+$/u.test(value) && !/^\p{N}+$/u.test(value)
      ? undefined
      : {
          ruleId: 'field/hashtag',
          message: `Unexpected hashtag \`${value}\``,
          hint: value.startsWith('#')
            ? `write it without \`#\`: \`${value.slice(1)}\``
            : 'write letters, digits and `_` only, with no spaces, for example `WorldAIDSDay`',
        },
  { pattern: '^[^#\\s]+$' },
);

/** A colour as `#rrggbb`. */
export const colour = formatted(
  (value) =>
    /^#[0-9a-f]{6}$/i.test(value)
      ? undefined
      : {
          ruleId: 'field/colour',
          message: `Unexpected colour \`${value}\``,
          hint: 'write six hexadecimal digits after `#`, for example `"#0b5d5e"`',
        },
  { pattern: '^#[0-9a-fA-F]{6}$' },
);

/** Path data as SVG has it in `d` (SVG 2, section 9.3): commands and numbers, and nothing that could lead elsewhere. */
export const markPath = formatted(
  (value) =>
    /^\s*[Mm][\sMmZzLlHhVvCcSsQqTtAa0-9eE.,+-]+$/.test(value) && value.length <= 4000
      ? undefined
      : {
          ruleId: 'field/mark',
          message: 'Unexpected mark: this is no path data of SVG of at most 4000 characters',
          hint: 'copy what stands in the `d` of the path in your mark’s SVG file, for example `M50 8A42 42 0 1 0 50 92A42 42 0 1 0 50 8Z`',
        },
  { pattern: '^\\s*[Mm][\\sMmZzLlHhVvCcSsQqTtAa0-9eE.,+-]+$', maxLength: 4000 },
);

/** A two-letter country code of ISO 3166-1, such as `PK`. */
export const country = formatted(
  (value) =>
    /^[A-Z]{2}$/.test(value)
      ? undefined
      : {
          ruleId: 'field/country',
          message: `Unexpected country \`${value}\``,
          hint: 'write the two capital letters of ISO 3166-1, for example `PK`',
        },
  { pattern: '^[A-Z]{2}$' },
);

import type { YAMLError } from 'yaml';
import type { Fault } from '../model/problem.ts';

/** What the parser found wrong, in an editor's words. */
export function describeYamlError(error: YAMLError, text: string): Fault {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        ruleId: 'yaml/tab',
        message: 'Unexpected tab at the start of a line',
        hint: 'indent with spaces, two for each step',
      };
    case 'BAD_INDENT':
      if (isUnclosed(error)) return unclosedBracket(error.message);
      return {
        ruleId: 'yaml/indent',
        message: 'Unexpected indent',
        hint: 'start fields that belong together in the same column; text that goes on over several lines stands in quotes or after `>-`',
      };
    case 'MULTIPLE_DOCS':
      return {
        ruleId: 'yaml/several-documents',
        message: 'Unexpected second `---`: one file holds one set of fields',
        hint: 'keep one set of fields',
      };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        ruleId: 'yaml/colon',
        message: 'Unexpected `:` or line without `field:`',
        hint: 'put text that holds a colon and a space in quotes, and write every field as `field: value`',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        ruleId: 'yaml/escape',
        message: 'Unexpected `\\` in a text in double quotes',
        hint: 'write `\\\\`, or use single quotes',
      };
    case 'MISSING_CHAR':
      return {
        ruleId: 'yaml/unclosed',
        message: /quote/i.test(error.message)
          ? 'Unexpected text in quotes: its closing quote is missing'
          : 'Unexpected place: a sign is missing before it',
        hint: 'close every `"`, `\'`, `[` and `{`, and put a space after each colon and dash',
      };
    case 'BAD_ALIAS':
      return ALIAS;
    default:
      return text[error.pos[0]] === '@' || text[error.pos[0]] === '`' || text[error.pos[0]] === '%'
        ? {
            ruleId: 'yaml/syntax',
            message: `Unexpected \`${text[error.pos[0]]}\` at the start of a text`,
            hint: 'put the text in quotes',
          }
        : {
            ruleId: 'yaml/syntax',
            message: 'Unexpected sign: from here on this cannot be read as fields',
            hint: 'write every field as `field: value`, and put text with signs such as `: # [ ] { } " @ %` in quotes',
          };
  }
}

/** Whether the parser looked for the end of a quote or bracket in vain. */
export function isUnclosed({ message }: YAMLError): boolean {
  return /closing|must be sufficiently indented and end with/.test(message);
}

/** @param name As written, quotes included. */
export function doubledField(name: string): Fault {
  return {
    ruleId: 'yaml/duplicate-key',
    message: `Unexpected second field \`${name.length > 60 ? `${name.slice(0, 57)}…` : name}\``,
    hint: 'keep one of the two',
  };
}

export const NAMELESS_FIELD: Fault = {
  ruleId: 'yaml/nameless',
  message: 'Unexpected field without a name',
  hint: 'write every field as `field: value`; text that starts with `?` or `:` stands in quotes',
};

export const ALIAS = machinery(
  '`*`',
  'a reference to another value',
  'write the value itself; text that starts with `*` stands in quotes',
);

export const TAG = machinery('`!`', 'a type for a value', 'leave it out; text that starts with `!` stands in quotes');

/** @param name The anchor's own. */
export function anchor(name: string): Fault {
  return machinery(`\`&${name}\``, 'a name for a value', 'leave it out; text that starts with `&` stands in quotes');
}

function machinery(sign: string, meaning: string, hint: string): Fault {
  return { ruleId: 'yaml/machinery', message: `Unexpected ${sign}: in YAML it marks ${meaning}`, hint };
}

function unclosedBracket(message: string): Fault {
  const [what, sign] = message.includes('sequence') ? ['list', ']'] : ['group of fields', '}'];
  return {
    ruleId: 'yaml/unclosed',
    message: `Unexpected ${what}: its closing \`${sign}\` is missing`,
    hint: `write \`${sign}\` after the last of them`,
  };
}

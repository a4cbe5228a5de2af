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
      return faultyField(text, error.pos[0]);
    case 'BAD_DQ_ESCAPE':
      return {
        ruleId: 'yaml/escape',
        message: 'Unexpected `\\` in a text in double quotes',
        hint: 'write `\\\\`, or use single quotes',
      };
    case 'MISSING_CHAR':
      if (!/quote/i.test(error.message)) return faultyField(text, error.pos[0]);
      return {
        ruleId: 'yaml/unclosed',
        message: 'Unexpected text in quotes: its closing quote is missing',
        hint: 'close every `"`, `\'`, `[` and `{`, and put a space after each colon and dash',
      };
    case 'BAD_ALIAS':
      return text[error.pos[0]] === '&' ? anchor('') : ALIAS;
    default:
      return faultySign(text, error.pos[0]);
  }
}

/** A line that should be `field: value`. */
function faultyField(text: string, at: number): Fault {
  const ruleId = 'yaml/colon';
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const [, name, sign, value] = /^\s*([A-Za-z]\w*)([:：])(\S.*|\u00A0.*)$/.exec(line) ?? [];
  if (name && sign === ':') {
    const isSpace = value?.startsWith('\u00A0');
    return {
      ruleId,
      message: isSpace
        ? `Unexpected no-break space after \`${name}:\``
        : `Unexpected \`${name}:\` without a space after the colon`,
      hint: isSpace ? 'write an ordinary space in its place' : `write \`${name}: …\``,
    };
  }
  if (line.includes('：')) return { ruleId, message: 'Unexpected wide colon `：`', hint: 'write `:` and a space' };
  if (!line.includes(':')) {
    return {
      ruleId,
      message: 'Unexpected line without `field:`',
      hint: 'write `field: value`, or put text that goes on over several lines in quotes or after `>-`, indented by two spaces',
    };
  }
  return {
    ruleId,
    message: 'Unexpected `:` or line without `field:`',
    hint: 'put text that holds a colon and a space in quotes, and write every field as `field: value`',
  };
}

/** A sign from which on nothing can be read. */
function faultySign(text: string, at: number): Fault {
  const ruleId = 'yaml/syntax';
  const sign = text[at] ?? '';
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trimEnd();
  if (/["']$/.test(before)) {
    return {
      ruleId,
      message: `Unexpected text after a closing \`${before.at(-1)}\``,
      hint: 'put the whole text in quotes of the other kind, `"…"` or `\'…\'`, or write ’ and “ ” inside it',
    };
  }
  if (/[\]}]$/.test(before) || /:\s*[>|]$/.test(before)) {
    return { ruleId, message: `Unexpected text after \`${before.at(-1)}\``, hint: 'put the whole text in quotes' };
  }
  if (/[@`%-]/.test(sign)) {
    return { ruleId, message: `Unexpected \`${sign}\` at the start of a text`, hint: 'put the text in quotes' };
  }
  return {
    ruleId,
    message: 'Unexpected sign: from here on this cannot be read as fields',
    hint: 'write every field as `field: value`, and put text with signs such as `: # [ ] { } " @ %` in quotes',
  };
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

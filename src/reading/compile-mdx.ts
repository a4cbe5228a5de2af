import { mdxToHast } from 'satteri';
import type { Fault, Position } from '../model/problem.ts';
import { unknownComponent } from './components.ts';
import { positionIn } from './decode-text.ts';
import type { MdxRoot } from './mdx-tree.ts';

export type Compiled = { tree: MdxRoot; fault?: never } | { tree?: never; fault: Fault; position: Position };

/** How deep quotes, lists, components and the like may stand inside each other. */
export const DEPTH_LIMIT = 50;
// The compiler's time grows with the square of these in input that is no text. No page comes near.
const BRACE_LIMIT = 200;
// The compiler hands expressions, imports and exports to a parser that descends by recursion without a limit: long ones
// end the whole process. Content has none, so that they need not be read to be refused.
const CODE_LIMIT = 2000;

/**
 * The HTML tree of a language file, components and expressions still in it. `text` is the whole file, so that places
 * are those of the file.
 */
export function compileMdx(text: string): Compiled {
  const excess = findExcess(text);
  if (excess) return { fault: excess.fault, position: positionIn(text, excess.offset) };
  // The compiler takes `---` and a tab for a line across, not for the end of the fields.
  const source = text.replace(/^---[ \t]*\t[ \t]*$/gm, (line) => '---'.padEnd(line.length));
  try {
    return {
      tree: mdxToHast(source, { position: true, features: { gfm: true, frontmatter: true } }) as unknown as MdxRoot,
    };
  } catch (error) {
    return syntaxFault(error instanceof Error ? error.message : String(error), text);
  }
}

const NESTED = new RegExp(`^(?:[ \\t]*(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])){${DEPTH_LIMIT},}.*$`, 'gm');
const LINE_ACROSS = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;

/** What the compiler must not be given, and where it starts. */
function findExcess(text: string): { offset: number; fault: Fault } | undefined {
  const bodyStart = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0].length ?? 0;
  const nested = [...text.matchAll(NESTED)].find(
    ({ index, 0: found }) => index >= bodyStart && !LINE_ACROSS.test(found),
  );
  if (nested) return { fault: TOO_DEEP, offset: nested.index };
  const deep = nestedTooDeepAt(text, bodyStart);
  if (deep !== undefined) return { fault: TOO_DEEP, offset: deep };
  const braces = [...text.matchAll(/(?<!\\)(?:\\\\)*\{/g)]
    .map(({ index, 0: found }) => index + found.length - 1)
    .filter((at) => at >= bodyStart);
  const last = text.lastIndexOf('}');
  const long = braces.length > BRACE_LIMIT ? braces[0] : braces.find((at) => last - at > CODE_LIMIT);
  if (long !== undefined) return { fault: EXPRESSION, offset: long };
  const program = [...text.matchAll(/^(?:import|export)(?=[ \t{*])/gm)].find(
    ({ index }) => index >= bodyStart && text.length - index > CODE_LIMIT && !goesOnAParagraph(text, index),
  );
  return program && { fault: IMPORT, offset: program.index };
}

/** Where components start to stand inside each other too often. */
function nestedTooDeepAt(text: string, from: number): number | undefined {
  const tag = /<(\/?)[A-Za-z](?:[^<>"'/]|"[^"]*"|'[^']*'|\/(?!>))*(\/?)>/g;
  tag.lastIndex = from;
  let depth = 0;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    if (found[1]) depth = Math.max(0, depth - 1);
    else if (!found[2]) depth += 1;
    if (depth > DEPTH_LIMIT) return found.index;
  }
  return undefined;
}

/** Whether the line before is one of a paragraph: words that go on are no program. */
function goesOnAParagraph(text: string, lineStart: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 1);
  return /^\p{L}[^<>|{}]*$/u.test(before);
}

export const TOO_DEEP: Fault = {
  ruleId: 'mdx/too-deep',
  message: 'Unexpected depth: quotes, lists or components stand inside each other more often than anyone can read',
  hint: 'write them one after the other',
};

export const EXPRESSION: Fault = {
  ruleId: 'mdx/expression',
  message: 'Unexpected `{`: content holds no expressions',
  hint: 'write the words themselves; for a brace as a sign write `\\{`',
};

export const IMPORT: Fault = {
  ruleId: 'mdx/import-export',
  message: 'Unexpected import or export: content is text, not a program',
  hint: 'remove the line; the components of the desk are there without it. A sentence starts with a capital letter',
};

/** The compiler's own words start with a place: `3:1: Expected a closing tag for `<Fact>` …`. */
function syntaxFault(message: string, text: string): Compiled {
  const [, line, column, reason] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  const position = { line: Number(line ?? 1), column: Number(column ?? 1) };
  const written = text.split('\n')[position.line - 1]?.slice(position.column - 1) ?? '';
  return { fault: describeSyntax(reason ?? message, written), position };
}

/** @param written The line from where the compiler could not go on. */
function describeSyntax(reason: string, written: string): Fault {
  const ruleId = 'mdx/syntax';
  const address = /^<((?:https?:\/\/|mailto:|[^\s<>@]+@)[^\s<>]+)>/.exec(written)?.[1];
  if (address) {
    return {
      ruleId,
      message: `Unexpected <${address.slice(0, 60)}>: angle brackets mark components`,
      hint: 'write `[text](https://…)`, or the address alone',
    };
  }
  const closing = /^Expected a closing tag for `<([^>`]*)>`/.exec(reason);
  if (closing) {
    const name = closing[1] ?? '';
    return /^[a-z]/.test(name)
      ? unknownComponent(name)
      : {
          ruleId,
          message: `Unexpected open <${name}>: its closing tag is missing`,
          hint: `write </${name}> after its text, or <${name} … /> if it has none`,
        };
  }
  if (/expression|oxc/i.test(reason)) return EXPRESSION;
  if (/create a comment/.test(reason)) {
    return { ruleId, message: 'Unexpected `<!`: comments do not belong in content', hint: 'remove the comment' };
  }
  if (/closing tag|closing slash/i.test(reason)) {
    return {
      ruleId,
      message: 'Unexpected closing tag: nothing that it closes is open here',
      hint: 'close tags in the reverse order of their opening',
    };
  }
  return {
    ruleId,
    message: 'Unexpected `<` or tag: from here on this cannot be read as a component',
    hint: 'for “less than” write `\\<` or the words; write a component as <Source id="…" />',
  };
}

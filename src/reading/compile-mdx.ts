import { mdxToHast } from 'satteri';
import type { Fault, Position } from '../model/problem.ts';
import { positionIn } from './decode-text.ts';
import type { MdxRoot } from './mdx-tree.ts';

export type Compiled = { tree: MdxRoot; fault?: never } | { tree?: never; fault: Fault; position: Position };

/** How deep quotes, lists and the like may stand inside each other. */
export const DEPTH_LIMIT = 50;
// The compiler's time grows with the square of these in input that is no text. No page comes near.
const BRACE_LIMIT = 200;

/**
 * The HTML tree of a language file, components and expressions still in it. `text` is the whole file, so that places
 * are those of the file.
 */
export function compileMdx(text: string): Compiled {
  const excess = findExcess(text);
  if (excess) return excess;
  try {
    return {
      tree: mdxToHast(text, { position: true, features: { gfm: true, frontmatter: true } }) as unknown as MdxRoot,
    };
  } catch (error) {
    return syntaxFault(error instanceof Error ? error.message : String(error));
  }
}

function findExcess(text: string): Compiled | undefined {
  const nested = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${DEPTH_LIMIT},}`, 'm').exec(text);
  if (nested) return { fault: TOO_DEEP, position: positionIn(text, nested.index) };
  const braces = [...text.matchAll(/\{/g)].slice(0, BRACE_LIMIT + 1);
  const [first] = braces;
  if (first && braces.length > BRACE_LIMIT) return { fault: EXPRESSION, position: positionIn(text, first.index) };
  return undefined;
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

/** The compiler's own words start with a place: `3:1: Expected a closing tag for `<Fact>` …`. */
function syntaxFault(message: string): Compiled {
  const [, line, column, reason] = /^(\d+):(\d+): ([\s\S]*)$/.exec(message) ?? [];
  return {
    fault: describeSyntax(reason ?? message),
    position: { line: Number(line ?? 1), column: Number(column ?? 1) },
  };
}

function describeSyntax(reason: string): Fault {
  const ruleId = 'mdx/syntax';
  const closing = /^Expected a closing tag for `<([^>`]*)>`/.exec(reason);
  if (closing) {
    return closing[1] && /^(https?|mailto)/.test(closing[1])
      ? {
          ruleId,
          message: `Unexpected <${closing[1]}…>: angle brackets mark components`,
          hint: 'write `[text](https://…)`, or the address alone',
        }
      : {
          ruleId,
          message: `Unexpected open <${closing[1]}>: its closing tag is missing`,
          hint: `write </${closing[1]}> after its text, or <${closing[1]} … /> if it has none`,
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

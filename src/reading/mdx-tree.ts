import type { Element, ElementContent, Root } from 'hast';

interface Point {
  line: number;
  column: number;
  offset?: number;
}

export interface Placed {
  position?: { start: Point; end: Point };
}

/** A component as the compiler leaves it in the HTML tree. */
export interface MdxJsxElement extends Placed {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: ({ type: 'mdxJsxAttribute'; name: string; value?: unknown } | { type: 'mdxJsxExpressionAttribute' })[];
  children: MdxNode[];
}

/** An import, export or expression. */
export interface MdxCode extends Placed {
  type: 'mdxjsEsm' | 'mdxFlowExpression' | 'mdxTextExpression';
  value: string;
}

export type MdxNode = (ElementContent | MdxJsxElement | MdxCode) & Placed;
export type MdxRoot = Omit<Root, 'children'> & { children: MdxNode[] };

interface Branch {
  type: string;
  value?: string;
  children?: unknown[];
}

/** The words of a node, without its markup. It may be deeper than a recursion can go. */
export function textOf(node: Branch): string {
  const words: string[] = [];
  const waiting: Branch[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') words.push(next.value ?? '');
    else for (const child of (next.children ?? []).toReversed()) waiting.push(child as Branch);
  }
  return words.join('');
}

export function isElement(node: MdxNode): node is Element & Placed {
  return node.type === 'element';
}

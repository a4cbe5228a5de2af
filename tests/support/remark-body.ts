import type { Nodes } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MdxRoot } from '../../src/reading/mdx-tree.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm).freeze();
const MDX_NODES = ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'];

/** The HTML tree of a language file as remark, another compiler altogether, makes it. Throws on a syntax error. */
export function remarkTree(text: string): MdxRoot {
  const tree = parser.parse(text);
  unravel(tree);
  // biome-ignore lint/suspicious/noExplicitAny: the option's type does not know the nodes of MDX
  return toHast(tree, { passThrough: MDX_NODES as any }) as unknown as MdxRoot;
}

/** MDX lifts components out of a paragraph that holds nothing else (as @mdx-js/mdx does after parsing). */
function unravel(node: Nodes): void {
  if (!('children' in node)) return;
  node.children = node.children.flatMap((child: Nodes) => {
    if (child.type !== 'paragraph') return [child];
    const inner = child.children as Nodes[];
    const isBlank = (node: Nodes) => node.type === 'text' && node.value.trim() === '';
    const isMdx = (node: Nodes) => MDX_NODES.includes(node.type);
    if (!inner.some(isMdx) || !inner.every((node) => isMdx(node) || isBlank(node))) return [child];
    return inner
      .filter((node) => !isBlank(node))
      .map((node) => ({ ...node, type: node.type === 'mdxJsxTextElement' ? 'mdxJsxFlowElement' : node.type }) as Nodes);
  }) as typeof node.children;
  for (const child of node.children) unravel(child as Nodes);
}

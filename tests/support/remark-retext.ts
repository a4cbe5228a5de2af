import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import { unified } from 'unified';

const english = unified().use(retextEnglish).use(retextSimplify).use(retextEquality).use(retextRepeatedWords).freeze();
const processor = remark()
  .use(remarkMdx)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkRetext, english as never)
  .freeze();

/**
 * What remark and retext say of a page, set up as their users do: remark parses the Markdown, remark-retext hands its
 * words on. Each remark as `line:column words`. Their lists are whole; tables and fields are not looked at.
 */
export async function remarksByRemark(text: string): Promise<string[]> {
  const { messages } = await processor.process(text);
  return messages.map(({ line, column, actual }) => `${line}:${column} ${actual}`);
}

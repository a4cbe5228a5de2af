// English prose checks as a user of remark sets them up, without the command line: every English file parsed by remark,
// handed to retext by remark-retext, and held against the same three lists.   node remark-retext.ts FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
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

const [, , folder = ''] = process.argv;
const english = unified().use(retextEnglish).use(retextSimplify).use(retextEquality).use(retextRepeatedWords).freeze();
const processor = remark()
  .use(remarkMdx)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkRetext, english as never)
  .freeze();
let messages = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('en.mdx')) continue;
  const file = await processor.process({ path: name, value: readFileSync(path.join(folder, name)) });
  messages += file.messages.length;
}
process.stdout.write(`${messages} messages\n`);

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import recommended from 'remark-preset-lint-recommended';

// What `remark --use preset-lint-recommended` does with MDX files, without its command line.
const [, , folder = ''] = process.argv;
const lint = remark().use(remarkMdx).use(remarkFrontmatter).use(remarkGfm).use(recommended).freeze();
let messages = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx'))) {
  const file = await lint.process({ path: name, value: readFileSync(path.join(folder, name)) });
  messages += file.messages.length;
}
process.stdout.write(`${messages} messages\n`);

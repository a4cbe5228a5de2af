// What a run cannot do without: start, read every file of the content and of the ledger, parse its YAML and JSON. Nothing
// is checked, composed or planned.   node plain-read.mjs CONTENT LEDGER
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const [content, ledger] = process.argv.slice(2);
let parsed = 0;
for (const name of readdirSync(content, { recursive: true })) {
  const text = /\.(mdx|yml)$/.test(name) ? readFileSync(path.join(content, name), 'utf8') : '';
  const yaml = name.endsWith('.mdx') ? text.slice(4, text.indexOf('\n---', 4)) : text;
  if (yaml !== '' && parse(yaml)) parsed += 1;
}
for (const name of readdirSync(ledger)) {
  if (!name.endsWith('.jsonl')) continue;
  for (const line of readFileSync(path.join(ledger, name), 'utf8').split('\n'))
    if (line !== '' && JSON.parse(line)) parsed += 1;
}
process.stdout.write(`${parsed}\n`);

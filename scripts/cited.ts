import { styleText } from 'node:util';
import { sourcePlaces } from '../src/model/source-places.ts';
import { suggest } from '../src/model/suggest.ts';
import { idsOf } from '../src/validation/rule.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';

const USAGE = `npm run cited -- SOURCE [--json] [--content DIR] [--now INSTANT]

Says where a source of content/sources is listed and cited: what has to be read again when it changes, is retracted or is
replaced. With --json, one object a line. Exit code 0, also when nothing rests on it.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({ json: { type: 'boolean', default: false } }, true);
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageError('Name one source by its id.');
  const root = process.cwd();
  const { drafts } = await checkedContent({ root, contentDir: values.content, now: momentOf(values.now) });
  const known = idsOf(drafts, 'sources');
  if (!known.includes(id)) {
    const near = suggest(id, known);
    throw new UsageError(
      `There is no source ${id}; ${near ? `did you mean ${near}?` : 'the sources are the files in sources/.'}`,
    );
  }
  const places = sourcePlaces(drafts, id);
  if (values.json) {
    for (const place of places) process.stdout.write(`${JSON.stringify({ source: id, ...place })}\n`);
    return 0;
  }
  for (const [item, group] of Map.groupBy(places, ({ collection, slug }) => `${collection}/${slug}`)) {
    process.stdout.write(`${styleText('bold', item)}\n`);
    for (const { file, line, column, kind } of group) process.stdout.write(`  ${file}:${line}:${column}  ${kind}\n`);
  }
  if (places.length === 0) process.stdout.write(`Nothing lists or cites ${id}.\n`);
  return 0;
});

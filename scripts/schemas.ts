import path from 'node:path';
import { readArguments, runCommand } from './arguments.ts';
import { SCHEMAS_FOLDER } from './desk-folders.ts';
import { writeSchemas } from './write-schemas.ts';

const USAGE = `npm run schemas -- [options]

Writes a JSON Schema for each kind of content file, made from the same model that the checker uses, for editors that
complete and check fields while one writes. Visual Studio Code finds them by itself (.vscode/settings.json).

  --out DIR   where to write them (${SCHEMAS_FOLDER})`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ out: { type: 'string', default: SCHEMAS_FOLDER } });
  const names = await writeSchemas(path.resolve(values.out));
  process.stdout.write(`${names.length} schemas in ${values.out}: ${names.join(', ')}\n`);
  return 0;
});

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchemas } from '../src/model/json-schemas.ts';

/** Writes `<collection>.json` for each collection into `folder`; returns the names of the files. */
export async function writeSchemas(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = Object.entries(jsonSchemas()).map(([name, schema]) => ({ file: `${name}.json`, schema }));
  await Promise.all(
    files.map(({ file, schema }) => writeFile(path.join(folder, file), `${JSON.stringify(schema, null, 2)}\n`)),
  );
  return files.map(({ file }) => file);
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Collection } from '../../src/model/collection.ts';
import { jsonSchemas } from '../../src/model/json-schemas.ts';
import { placeOf } from '../../src/reading/places.ts';

const root = path.resolve(import.meta.dirname, '../..');
// What the formats mean is the checker's business; here only the shape counts.
const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
  validateFormats: false,
});
const validators = Object.fromEntries(
  Object.entries(jsonSchemas()).map(([name, schema]) => [name, ajv.compile(schema)]),
) as Record<Collection, ValidateFunction>;

describe('the JSON schemas', () => {
  it.each(sampleFiles())('accept $file, as the checker does', ({ file, collection }) => {
    const validate = validators[collection];
    validate(fieldsOf(file));
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['a misspelt field', 'campaigns', 'content/campaigns/dengue/ur.mdx', { tilte: 'Dengue' }, 'additionalProperties'],
    ['a missing field', 'campaigns', 'content/campaigns/dengue/ur.mdx', { mainMessage: undefined }, 'required'],
    ['an id with capitals', 'campaigns', 'content/campaigns/dengue/ur.mdx', { id: 'Dengue' }, 'pattern'],
    [
      'a date in a translation',
      'campaigns',
      'content/campaigns/dengue/en.mdx',
      { schedule: {} },
      'additionalProperties',
    ],
    ['an unknown kind', 'sources', 'content/sources/who-dengue-fact-sheet.yml', { kind: 'rumour' }, 'enum'],
    ['an unknown network', 'channels', 'content/channels/bluesky.yml', { network: 'orkut' }, 'enum'],
    ['an address without https', 'organisation', 'content/organisation.yml', { url: 'http://x.example' }, 'pattern'],
    ['a person without roles', 'people', 'content/people/amina-namoona.yml', { roles: [] }, 'minItems'],
  ] as const)('refuse %s', (_, collection, file, change, keyword) => {
    const validate = validators[collection];
    validate(JSON.parse(JSON.stringify({ ...(fieldsOf(file) as object), ...change })));
    expect(validate.errors?.map((error) => error.keyword)).toContain(keyword);
  });

  it('accept a bare year, which YAML reads as a number', () => {
    const source = fieldsOf('content/sources/who-dengue-fact-sheet.yml') as object;
    expect(validators.sources({ ...source, publishedOn: 2024 })).toBe(true);
  });

  it('describe every field that has no obvious meaning', () => {
    const { people } = jsonSchemas();
    expect(people.properties?.github).toMatchObject({ description: 'GitHub login, which approvals are read from' });
  });

  it('are set up in Visual Studio Code for every kind of record', () => {
    const settings = JSON.parse(readFileSync(path.join(root, '.vscode/settings.json'), 'utf8'));
    const mapped = Object.entries<string>(settings['yaml.schemas']).map(([schema, glob]) => [
      path.basename(schema, '.json'),
      placeOf(glob.replace('content/', '').replace('*', 'some-name').split('/')),
    ]);
    expect(mapped).toHaveLength(6);
    for (const [name, place] of mapped) expect(place).toMatchObject({ kind: 'record', collection: name });
  });
});

function sampleFiles(): { file: string; collection: Collection }[] {
  return readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .map((name) => ({
      file: path.posix.join('content', ...name.split(path.sep)),
      place: placeOf(name.split(path.sep)),
    }))
    .flatMap(({ file, place }) =>
      'collection' in place && file.includes('.') ? [{ file, collection: place.collection }] : [],
    );
}

function fieldsOf(file: string): unknown {
  const text = readFileSync(path.join(root, file), 'utf8');
  return parse(file.endsWith('.mdx') ? (text.split(/^---$/m)[1] ?? '') : text);
}

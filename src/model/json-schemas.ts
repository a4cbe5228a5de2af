import { z } from 'zod';
import { type Collection, ITEM_SCHEMAS, RECORD_SCHEMAS } from './collection.ts';

/** Draft 07: the newest that the YAML support of the common editors understands whole. */
const TARGET = 'draft-07';
const DIALECT = 'http://json-schema.org/draft-07/schema#';

/**
 * What may stand in the fields of each collection's files, as JSON Schemas for editors to complete and check while one
 * writes. They say less than `npm run check`, which also sees the calendar and the other files; what the checker
 * accepts they accept too.
 */
export function jsonSchemas(): Record<Collection, z.core.JSONSchema.BaseSchema> {
  const records = Object.entries(RECORD_SCHEMAS).map(([name, schema]) => [name, titled(name, inputOf(schema))]);
  const items = Object.entries(ITEM_SCHEMAS).map(([name, { original, translation }]) => [
    name,
    titled(name, {
      type: 'object',
      // One of two, told apart by the field that says so: the faults then found are those of the file at hand.
      if: { required: ['translationOf'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nobody awaits this
      then: inputOf(translation),
      else: inputOf(original),
    }),
  ]);
  return Object.fromEntries([...records, ...items]);
}

function titled(name: string, schema: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema {
  return { $schema: DIALECT, title: `content: ${name}`, ...schema };
}

/** The schema of data as it is written, before defaults are filled in. */
function inputOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: TARGET });
  return rest;
}

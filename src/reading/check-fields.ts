import type { z } from 'zod';
import type { Fault } from '../model/problem.ts';
import { suggest } from '../model/suggest.ts';
import { describeIssue, type FieldContext, type FieldFault } from './describe-issue.ts';
import { choicesAt, fieldNamesAt } from './schema-fields.ts';

export interface CheckedFields {
  /** The top-level fields that are right by themselves, with defaults filled in. */
  fields: Record<string, unknown>;
  faults: FieldFault[];
}

/** Holds data against a schema. One wrong field does not hide the others. */
export function checkFields(
  schema: z.ZodObject,
  data: object,
  {
    explainUnknown = () => undefined,
    writtenAt = () => undefined,
  }: Partial<Pick<FieldContext, 'explainUnknown' | 'writtenAt'>> = {},
): CheckedFields {
  const result = schema.safeParse(data);
  if (result.success) return { fields: result.data, faults: [] };
  const context: FieldContext = {
    data,
    knownAt: (path) => fieldNamesAt(schema, path, data),
    choicesAt: (path) => choicesAt(schema, path, data),
    writtenAt,
    explainUnknown,
  };
  const faults = result.error.issues.flatMap((issue) => describeIssue(issue, context));
  return { fields: fieldsThatAreRight(schema, data), faults: faults.filter((fault) => !isMisspelt(fault, faults)) };
}

/** Whether data is a set of fields, of whatever names. */
export function isFields(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** What is said of data that is not. */
export function noFields(data: unknown): Fault {
  return {
    ruleId: 'field/none',
    message: data === null ? 'Missing fields: there are none' : 'Unexpected content where fields should be',
    hint: 'write each field on a line of its own: `field: value`',
  };
}

/** A field that is there under a misspelt name is not missing too. */
function isMisspelt({ ruleId, path }: FieldFault, faults: readonly FieldFault[]): boolean {
  const name = String(path.at(-1));
  return (
    ruleId === 'field/missing' &&
    faults.some(
      (other) =>
        other.ruleId === 'field/unknown' &&
        other.path.length === path.length &&
        path.slice(0, -1).every((step, index) => step === other.path[index]) &&
        suggest(String(other.path.at(-1)), [name]) === name,
    )
  );
}

function fieldsThatAreRight(schema: z.ZodObject, data: object): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const result = (field as z.ZodType).safeParse((data as Record<string, unknown>)[name]);
    if (result.success && result.data !== undefined) fields[name] = result.data;
  }
  return fields;
}

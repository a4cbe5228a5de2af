import type { z } from 'zod';
import type { FieldPath } from '../model/draft.ts';
import { describeIssue, type ExplainUnknown, type FieldFault } from './describe-issue.ts';
import { fieldNamesAt } from './schema-fields.ts';

export interface CheckedFields {
  /** The top-level fields that are right by themselves, with defaults filled in. */
  fields: Record<string, unknown>;
  faults: FieldFault[];
}

/** Holds data against a schema. One wrong field does not hide the others. */
export function checkFields(
  schema: z.ZodObject,
  data: unknown,
  explainUnknown: ExplainUnknown = () => undefined,
): CheckedFields {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const fault = {
      ruleId: 'field/none',
      message: 'Unexpected content where fields should be',
      hint: 'write each field on a line of its own: `field: value`',
    };
    return { fields: {}, faults: [{ ...fault, path: [], part: 'value' }] };
  }
  const result = schema.safeParse(data);
  if (result.success) return { fields: result.data, faults: [] };
  const knownAt = (path: FieldPath) => fieldNamesAt(schema, path, data);
  return {
    fields: fieldsThatAreRight(schema, data),
    faults: result.error.issues.flatMap((issue) => describeIssue(issue, data, knownAt, explainUnknown)),
  };
}

function fieldsThatAreRight(schema: z.ZodObject, data: object): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const result = (field as z.ZodType).safeParse((data as Record<string, unknown>)[name]);
    if (result.success && result.data !== undefined) fields[name] = result.data;
  }
  return fields;
}

import { z } from 'zod';
import type { FieldPath } from '../model/draft.ts';

/**
 * Names that may stand at `path` in data of this schema: an object's fields, or the choices of the field that tells the
 * kinds of an object apart. Empty where any name may stand.
 */
export function fieldNamesAt(schema: z.ZodType, path: FieldPath, data: unknown): string[] {
  return schemasAt(schema, path, data).flatMap((found) => {
    if (found instanceof z.ZodObject) return Object.keys(found.shape);
    return found instanceof z.ZodLiteral ? [...found.values].map(String) : [];
  });
}

/** Words that may stand at `path`, whatever else may stand there too. */
export function choicesAt(schema: z.ZodType, path: FieldPath, data: unknown): string[] {
  return schemasAt(schema, path, data).flatMap((found) =>
    found instanceof z.ZodEnum ? found.options.map(String) : [],
  );
}

/** What a value at `path` is held against: several where it may be of several kinds. */
function schemasAt(schema: z.ZodType, path: FieldPath, data: unknown): z.ZodType[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) {
    return optionsOf(inner, path, data).flatMap((option) => schemasAt(option, path, data));
  }
  const [step, ...rest] = path;
  if (step === undefined) return [inner];
  const child = childSchema(inner, step);
  return child ? schemasAt(child, rest, childOf(data, step)) : [];
}

function childSchema(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return undefined;
}

/** Of a union whose kinds a field tells apart, the kind that the data says it is. */
function optionsOf(union: z.ZodUnion, path: FieldPath, data: unknown): z.ZodType[] {
  const options = union.options as z.ZodType[];
  if (!(union instanceof z.ZodDiscriminatedUnion)) return options;
  const key = union.def.discriminator;
  if (path.length === 1 && path[0] === key) return options;
  const said = childOf(data, key);
  return options.filter((option) => {
    const literal = childSchema(unwrap(option), key);
    return literal instanceof z.ZodLiteral && typeof said === 'string' && literal.values.has(said);
  });
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.out as z.ZodType);
  return schema;
}

function childOf(data: unknown, step: string | number): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string | number, unknown>)[step] : undefined;
}

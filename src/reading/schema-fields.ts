import { z } from 'zod';
import type { FieldPath } from '../model/draft.ts';

/**
 * Names that may stand at `path` in data of this schema: an object's fields, or the choices of the field that tells the
 * kinds of an object apart. Empty where any name may stand.
 */
export function fieldNamesAt(schema: z.ZodType, path: FieldPath, data: unknown): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodUnion) return namesInUnion(inner, path, data);
  const [step, ...rest] = path;
  if (inner instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(inner.shape);
    const child: z.ZodType | undefined = Object.hasOwn(inner.shape, step) ? inner.shape[step] : undefined;
    return child ? fieldNamesAt(child, rest, childOf(data, step)) : [];
  }
  if (step === undefined) return [];
  if (inner instanceof z.ZodArray) return fieldNamesAt(inner.element as z.ZodType, rest, childOf(data, step));
  if (inner instanceof z.ZodRecord) return fieldNamesAt(inner.valueType as z.ZodType, rest, childOf(data, step));
  return [];
}

function namesInUnion(union: z.ZodUnion, path: FieldPath, data: unknown): string[] {
  const options = union.options
    .map((option) => unwrap(option as z.ZodType))
    .filter((option) => option instanceof z.ZodObject);
  if (union instanceof z.ZodDiscriminatedUnion) {
    const key = union.def.discriminator;
    const choices = options.map((option) => [...((option.shape[key] as z.ZodLiteral<string>).values as Set<string>)]);
    if (path.length === 1 && path[0] === key) return choices.flat();
    const chosen = options.find((_, index) => choices[index]?.includes(String(childOf(data, key))));
    return chosen ? fieldNamesAt(chosen, path, data) : [];
  }
  return options.flatMap((option) => fieldNamesAt(option, path, data));
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.out as z.ZodType);
  return schema;
}

function childOf(data: unknown, step: string | number): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string | number, unknown>)[step] : undefined;
}

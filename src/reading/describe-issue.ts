import type { z } from 'zod';
import type { FieldPath } from '../model/draft.ts';
import type { Fault } from '../model/problem.ts';
import { listed, suggest } from '../model/suggest.ts';

type Issue = z.core.$ZodIssue;

/** A fault of one field. */
export interface FieldFault extends Fault {
  path: FieldPath;
  part: 'key' | 'value';
}

/** What an unknown field turns out to be; `undefined` where nothing more is known than that it is unknown. */
export type ExplainUnknown = (name: string, path: FieldPath) => Fault | undefined;

/**
 * What Zod found wrong, in an editor's words: one fault for each mistake. `data` is what was checked; `knownAt` gives
 * the names of the fields that may stand at a path.
 */
export function describeIssue(
  issue: Issue,
  data: unknown,
  knownAt: (path: FieldPath) => readonly string[],
  explainUnknown: ExplainUnknown,
): FieldFault[] {
  const path = issue.path as FieldPath;
  const name = fieldName(path);
  const value = valueAt(data, path);
  const at = (fault: Fault, part: 'key' | 'value' = 'value'): FieldFault[] => [{ ...fault, path, part }];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...(explainUnknown(key, path) ?? unknownField(key, path, knownAt(path))),
      path: [...path, key],
      part: 'key',
    }));
  }
  if (issue.code === 'invalid_union' && !('discriminator' in issue && issue.discriminator)) {
    return describeUnion(issue, data, knownAt, explainUnknown);
  }
  if (value === undefined && issue.code !== 'custom') return at(missing(path));
  if (value === null) {
    return at({
      ruleId: 'field/empty',
      message: `Unexpected empty field \`${name}\``,
      hint: 'write its value, or remove the field',
    });
  }
  switch (issue.code) {
    case 'custom':
      return at(customFault(issue));
    case 'invalid_type':
      return at(wrongType(name, issue.expected, value));
    case 'invalid_value':
      return at(wrongValue(name, issue.values.map(String), value));
    case 'invalid_union':
      return at(wrongValue(name, [...knownAt(path)], value));
    case 'too_small':
      return at({
        ruleId: 'field/too-small',
        message: `Unexpected ${amount(value)} for \`${name}\`: at least ${issue.minimum} expected`,
        hint: `write ${issue.minimum} or more`,
      });
    case 'too_big':
      return at({
        ruleId: 'field/too-big',
        message: `Unexpected ${amount(value)} for \`${name}\`: at most ${issue.maximum} expected`,
        hint: `write ${issue.maximum} or less`,
      });
    case 'invalid_key':
      return [{ ...keyFault(issue, path), path, part: 'key' }];
    case 'invalid_format':
      return at({
        ruleId: 'field/form',
        message: `Unexpected ${shown(value)} for \`${name}\``,
        hint: formHint(issue.format, name),
      });
    case 'not_multiple_of':
    case 'invalid_element':
      return at({
        ruleId: 'field/value',
        message: `Unexpected ${shown(value)} for \`${name}\``,
        hint: 'write another value',
      });
  }
}

function describeUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  data: unknown,
  knownAt: (path: FieldPath) => readonly string[],
  explainUnknown: ExplainUnknown,
): FieldFault[] {
  const branches = issue.errors.map((branch) =>
    branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue),
  );
  const depth = issue.path.length;
  const fits = (branch: readonly Issue[]) =>
    !branch.some(({ code, path }) => code === 'invalid_type' && path.length === depth);
  const specific = branches.filter(fits);
  const enums = branches.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  const value = valueAt(data, issue.path as FieldPath);
  if (enums.length > 0 && typeof value === 'string' && !value.includes(':')) {
    return [
      {
        ...wrongValue(fieldName(issue.path as FieldPath), [...enums, 'https://…'], value),
        path: issue.path as FieldPath,
        part: 'value',
      },
    ];
  }
  const chosen = specific.at(-1) ?? branches[0] ?? [];
  return chosen.flatMap((inner) => describeIssue(inner, data, knownAt, explainUnknown));
}

function unknownField(name: string, path: FieldPath, known: readonly string[]): Fault {
  const near = suggest(name, known);
  return {
    ruleId: 'field/unknown',
    message: `Unexpected field \`${name}\`${path.length > 0 ? ` in \`${fieldName(path)}\`` : ''}`,
    hint: near ? `did you mean \`${near}\`?` : `remove it; the fields here are ${listed(known, 'and')}`,
  };
}

function missing(path: FieldPath): Fault {
  const name = fieldName(path);
  const inside = fieldName(path.slice(0, -1));
  if (name === 'translationOf') {
    return {
      ruleId: 'translation/missing',
      message: 'Missing field `translationOf`: this file has no `id`, so it looks like a translation',
      hint: 'run `npm run translated -- FILE`, which writes it; an original has an `id` of its own',
    };
  }
  return {
    ruleId: 'field/missing',
    message: `Missing field \`${name}\``,
    hint: `write \`${String(path.at(-1))}: …\`${path.length > 1 ? ` inside \`${inside}\`` : ''}`,
  };
}

function customFault(issue: Extract<Issue, { code: 'custom' }>): Fault {
  const { ruleId, hint } = (issue.params ?? {}) as Partial<Fault>;
  return {
    ruleId: ruleId ?? 'field/value',
    message: issue.message,
    hint: hint ?? 'write another value',
  };
}

function wrongType(name: string, expected: string, value: unknown): Fault {
  const wanted = TYPE_NAMES[expected] ?? expected;
  const isScalarForText = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  return {
    ruleId: 'field/type',
    message: `Unexpected ${shown(value)} for \`${name}\`: ${wanted} expected`,
    hint: isScalarForText
      ? `put it in quotes: \`${name}: "${value}"\``
      : (TYPE_HINTS[expected]?.(name) ?? `write ${wanted}`),
  };
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

const TYPE_HINTS: Record<string, (name: string) => string> = {
  array: (name) => `write \`${name}: [first, second]\`, or one line \`- …\` for each`,
  object: (name) => `write \`${name}:\` and its fields below it, indented by two spaces`,
  record: (name) => `write \`${name}:\` and below it one line for each, indented by two spaces`,
};

function wrongValue(name: string, allowed: readonly string[], value: unknown): Fault {
  const near = typeof value === 'string' ? suggest(value, allowed) : undefined;
  return {
    ruleId: 'field/value',
    message: `Unexpected ${shown(value)} for \`${name}\``,
    hint: `${near ? `did you mean \`${near}\`? ` : ''}${near ? 'The choices are' : 'write'} ${listed(allowed)}`,
  };
}

function keyFault(issue: Extract<Issue, { code: 'invalid_key' }>, path: FieldPath): Fault {
  const [inner] = issue.issues;
  const name = String(path.at(-1));
  if (inner?.code === 'custom') return customFault(inner);
  return { ruleId: 'field/unknown', message: `Unexpected field \`${name}\``, hint: 'write another name' };
}

function formHint(format: string, name: string): string {
  if (format === 'email') return 'write an address such as `desk@example.org`';
  if (name === 'github') return 'write the GitHub login without `@`';
  return 'write it in the form shown in the handbook';
}

function amount(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : `list of ${value.length}`;
  return shown(value);
}

/** A value as its editor would recognise it: its kind, and its text where that is short. */
function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.length > 60 ? `text \`${value.slice(0, 57)}…\`` : `\`${value}\``;
    case 'number':
      return `number \`${value}\``;
    case 'boolean':
      return `\`${value}\``;
    default:
      return Array.isArray(value) ? 'list' : 'group of fields';
  }
}

/** `callToAction.url`, `sources` for one of its entries. */
function fieldName(path: FieldPath): string {
  return path.filter((step) => typeof step === 'string').join('.') || 'fields';
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined | null)?.[step],
    data,
  );
}

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

/** What is known of the data that was checked. */
export interface FieldContext {
  data: unknown;
  /** Names of the fields that may stand at a path. */
  knownAt(path: FieldPath): readonly string[];
  /** Words that may stand at a path, among other things. */
  choicesAt(path: FieldPath): readonly string[];
  /** A value without quotes as it was written. */
  writtenAt(path: FieldPath): string | undefined;
  explainUnknown: ExplainUnknown;
}

/** What Zod found wrong, in an editor's words: one fault for each mistake. */
export function describeIssue(issue: Issue, context: FieldContext): FieldFault[] {
  const path = issue.path as FieldPath;
  const name = fieldName(path);
  const value = valueAt(context.data, path);
  const found = shown(value, context.writtenAt(path));
  const at = (fault: Fault): FieldFault[] => [{ ...fault, path, part: 'value' }];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...(context.explainUnknown(key, path) ?? unknownField(key, path, context.knownAt(path))),
      path: [...path, key],
      part: 'key',
    }));
  }
  if (issue.code === 'invalid_union' && !('discriminator' in issue && issue.discriminator)) {
    return describeUnion(issue, context);
  }
  if (value === undefined && issue.code !== 'custom') return at(missing(path));
  if (value === null) {
    return at({
      ruleId: 'field/empty',
      message: `Unexpected empty field \`${name}\``,
      hint: path[0] === 'hashtags' ? 'write hashtags without `#`' : 'write its value, or remove the field',
    });
  }
  switch (issue.code) {
    case 'custom':
      return at(customFault(issue, name, value, context.choicesAt(path)));
    case 'invalid_type':
      return at(wrongType(path, issue.expected, value, context.writtenAt(path)));
    case 'invalid_value':
      return at(wrongValue(name, issue.values.map(String), value, found));
    case 'invalid_union':
      return at(wrongValue(name, context.knownAt(path), value, found));
    case 'too_small':
      if (issue.inclusive === false)
        return at({
          ruleId: 'field/too-small',
          message: `Unexpected ${amount(value, found)} for \`${name}\`: more than ${issue.minimum} expected`,
          hint: `write more than ${issue.minimum}`,
        });
      return at({
        ruleId: 'field/too-small',
        message: `Unexpected ${amount(value, found)} for \`${name}\`: at least ${issue.minimum} expected`,
        hint: Array.isArray(value) ? `write at least ${issue.minimum} of them` : `write ${issue.minimum} or more`,
      });
    case 'too_big':
      return at({
        ruleId: 'field/too-big',
        message: `Unexpected ${amount(value, found)} for \`${name}\`: at most ${issue.maximum} expected`,
        hint: `write ${issue.maximum} or less`,
      });
    case 'invalid_key':
      return [{ ...keyFault(issue, path), path, part: 'key' }];
    case 'invalid_format':
      return at({
        ruleId: 'field/form',
        message: `Unexpected ${found} for \`${name}\``,
        hint: formHint(issue.format, name),
      });
    case 'not_multiple_of':
    case 'invalid_element':
      return at({
        ruleId: 'field/value',
        message: `Unexpected ${found} for \`${name}\``,
        hint: 'write another value',
      });
  }
}

/** A value that may be of several kinds: what is wrong with it as the kind that it looks like. */
function describeUnion(issue: Extract<Issue, { code: 'invalid_union' }>, context: FieldContext): FieldFault[] {
  const path = issue.path as FieldPath;
  const value = valueAt(context.data, path);
  const choices = context.choicesAt(path);
  const fields = context.knownAt(path);
  const found = shown(value, context.writtenAt(path));
  const at = (fault: Fault): FieldFault[] => [{ ...fault, path, part: 'value' }];
  if (value === null || value === undefined) {
    const [branch = []] = issue.errors;
    return branch.slice(0, 1).flatMap((inner) => describeIssue({ ...inner, path } as Issue, context));
  }
  if (choices.length > 0) return at(wrongValue(fieldName(path), [...choices, 'https://…'], value, found));
  const isOfOtherKind = ({ code, path: inner }: Issue) => code === 'invalid_type' && inner.length === 0;
  const chosen = issue.errors.find((branch) => !(branch as Issue[]).some(isOfOtherKind));
  if (!chosen) {
    return at({
      ruleId: 'field/type',
      message: `Unexpected ${found} for \`${fieldName(path)}\``,
      hint:
        fields.length > 0
          ? `write text in quotes, or below it the fields ${listed(fields, 'and')}`
          : 'write text in quotes, or a list of texts such as `[first, second]`',
    });
  }
  return chosen.flatMap((inner) => describeIssue({ ...inner, path: [...path, ...inner.path] } as Issue, context));
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

function customFault(
  issue: Extract<Issue, { code: 'custom' }>,
  name: string,
  value: unknown,
  choices: readonly string[],
): Fault {
  // Where a word or an address may stand, what has no sign of an address is a word. One that is a choice has another fault.
  if (choices.length > 0 && typeof value === 'string' && /^[\w-]*$/.test(value) && !choices.includes(value)) {
    return wrongValue(name, [...choices, 'https://…'], value, shown(value, undefined));
  }
  const { ruleId, hint } = (issue.params ?? {}) as Partial<Fault>;
  return {
    ruleId: ruleId ?? 'field/value',
    message: issue.message,
    hint: hint ?? 'write another value',
  };
}

function wrongType(path: FieldPath, expected: string, value: unknown, written: string | undefined): Fault {
  const wanted = TYPE_NAMES[expected] ?? expected;
  const isScalarForText = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  const own = String(path.at(-1));
  return {
    ruleId: 'field/type',
    message: `Unexpected ${shown(value, written)} for \`${fieldName(path)}\`: ${wanted} expected`,
    hint: isScalarForText
      ? `put it in quotes: \`${typeof path.at(-1) === 'number' ? '' : `${own}: `}"${written ?? value}"\``
      : (TYPE_HINTS[expected]?.(own) ?? `write ${wanted}`),
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

function wrongValue(name: string, allowed: readonly string[], value: unknown, found: string): Fault {
  const near = typeof value === 'string' ? suggest(value, allowed) : undefined;
  return {
    ruleId: 'field/value',
    message: `Unexpected ${found} for \`${name}\``,
    hint: `${near ? `did you mean \`${near}\`? ` : ''}${near ? 'The choices are' : 'write'} ${listed(allowed)}`,
  };
}

function keyFault(issue: Extract<Issue, { code: 'invalid_key' }>, path: FieldPath): Fault {
  const [inner] = issue.issues;
  const name = String(path.at(-1));
  if (inner?.code === 'custom') return customFault(inner, name, name, []);
  return { ruleId: 'field/unknown', message: `Unexpected field \`${name}\``, hint: 'write another name' };
}

function formHint(format: string, name: string): string {
  if (format === 'email') return 'write an address such as `desk@example.org`';
  if (name === 'github') return 'write the GitHub login without `@`';
  return 'write it in the form shown in the handbook';
}

function amount(value: unknown, found: string): string {
  if (Array.isArray(value)) return value.length === 0 ? 'empty list' : `list of ${value.length}`;
  return found;
}

/** A value as its editor would recognise it: its kind, and its text where that is short. */
function shown(value: unknown, written: string | undefined): string {
  switch (typeof value) {
    case 'string':
      return value.length > 60 ? `text \`${value.slice(0, 57)}…\`` : `\`${value}\``;
    case 'number':
      return `number \`${written ?? value}\``;
    case 'boolean':
      return `\`${written ?? value}\``;
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

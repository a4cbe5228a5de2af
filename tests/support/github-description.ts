import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

interface Description {
  paths: Record<string, Record<string, { responses: Record<string, JsonObject> }>>;
  components: { schemas: Record<string, Json>; examples: Record<string, { value: Json }> };
}

// GitHub's own description of its REST API (OpenAPI 3.0), as `@octokit/openapi` publishes it: 13 MB, read when first asked.

let read: Description | undefined;

function description(): Description {
  const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  read ??= JSON.parse(readFileSync(file, 'utf8')) as Description;
  return read;
}

/** One of GitHub's own examples, to be changed at will. */
export function githubExample<T>(name: string): T {
  const found = description().components.examples[name];
  if (!found) throw new RangeError(`GitHub's description has no example ${name}`);
  return structuredClone(found.value) as T;
}

const validators = new Map<string, ValidateFunction | undefined>();

/**
 * What is wrong with an answer, held against what GitHub's description says of this request and status. An answer of an
 * error that it does not list has to be of GitHub's common form.
 *
 * @param route As the description has it: `/repos/{owner}/{repo}/pulls/{pull_number}`.
 */
export function faultsInAnswer(method: string, route: string, status: number, body: unknown): string[] {
  const name = `${method} ${route} ${status}`;
  if (!validators.has(name)) validators.set(name, validatorFor(method, route, status));
  const validate = validators.get(name);
  if (!validate) return [`${name}: GitHub's description does not know this answer`];
  return validate(body)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${name}: ${instancePath} ${message}`);
}

function validatorFor(method: string, route: string, status: number): ValidateFunction | undefined {
  const operation = description().paths[route]?.[method.toLowerCase()];
  if (!operation) return undefined;
  const response = operation.responses[String(status)];
  const schema = response
    ? follow(response, 'content', 'application/json', 'schema')
    : status >= 400
      ? { $ref: '#/components/schemas/basic-error' }
      : undefined;
  if (schema === undefined) return undefined;
  const $defs: JsonObject = {};
  const whole = { ...(toJsonSchema(schema, $defs) as JsonObject), $defs };
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(whole);
}

/** A value below another, through references of the description. */
function follow(from: Json, ...names: string[]): Json | undefined {
  let here: Json | undefined = resolved(from);
  for (const name of names) {
    if (typeof here !== 'object' || here === null || Array.isArray(here)) return undefined;
    const next: Json | undefined = here[name];
    here = next === undefined ? undefined : name === 'schema' ? next : resolved(next);
  }
  return here;
}

function resolved(value: Json): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || typeof value.$ref !== 'string')
    return value;
  let here = description() as unknown as Json;
  for (const name of value.$ref.slice('#/'.length).split('/')) here = (here as JsonObject)[name] as Json;
  return here;
}

/**
 * A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes a type of its own, what it refers to is gathered in `defs`, and
 * what says nothing about validity (examples, discriminators) is left out.
 */
function toJsonSchema(schema: Json, defs: JsonObject): Json {
  if (Array.isArray(schema)) return schema.map((one) => toJsonSchema(one, defs));
  if (typeof schema !== 'object' || schema === null) return schema;
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice('#/components/schemas/'.length);
    if (!(name in defs)) {
      defs[name] = true;
      defs[name] = toJsonSchema(resolved(schema), defs);
    }
    return { $ref: `#/$defs/${name}` };
  }
  const { nullable, example: _example, examples: _examples, discriminator: _discriminator, ...rest } = schema;
  const converted = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      isOfNames(name) ? ofNames(value, defs) : toJsonSchema(value, defs),
    ]),
  );
  return nullable === true ? { anyOf: [{ type: 'null' }, converted] } : converted;
}

/** Below these stand names of fields, which may be called `nullable` or `example` too. */
function isOfNames(name: string): boolean {
  return name === 'properties';
}

function ofNames(value: Json | undefined, defs: JsonObject): Json {
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, schema]) => [name, toJsonSchema(schema as Json, defs)]),
  );
}

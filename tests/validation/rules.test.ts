import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/reading/read-content.ts';
import { RULES } from '../../src/validation/rules.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { RULE_EXAMPLES, type RuleExample } from './rule-examples.ts';

const DESK = path.resolve(import.meta.dirname, '../fixtures/desk');
const NOW = Date.parse('2026-11-23T12:00:00+05:00');

describe.each(RULES)('the rule $id', (rule) => {
  const examples = RULE_EXAMPLES.filter((example) => example.rule === rule.id);

  it.each(examples)('on $name', async ({ changes = {}, said }) => {
    const { drafts } = await readContent(deskWith(changes));
    const problems = rule.check(drafts, { now: NOW });
    expect(
      problems.map(
        ({ file, line, column, severity, ruleId, message, hint }) =>
          `${file.slice('content/'.length)}:${line}:${column} ${severity === 'error' ? '' : 'warning '}${ruleId}: ${message} → ${hint}`,
      ),
    ).toEqual(said);
  });

  it('has an example that it accepts, one that it refuses, and a reason', () => {
    expect(examples.some(({ said }) => said.length === 0)).toBe(true);
    expect(examples.some(({ said }) => said.some((one) => one.includes(` ${rule.id}: `)))).toBe(true);
    expect(rule.why).toMatch(/^[A-Z].{30,}\.$/);
  });
});

it('has no example of a rule that there is not', () => {
  const ids = RULES.map(({ id }) => id);
  expect(RULE_EXAMPLES.filter(({ rule }) => !ids.includes(rule))).toEqual([]);
});

function deskWith(changes: NonNullable<RuleExample['changes']>): string {
  const root = temporaryFolder();
  cpSync(DESK, path.join(root, 'content'), { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const target = path.join(root, 'content', file);
    if (change === null) {
      rmSync(target);
      continue;
    }
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, typeof change === 'string' ? change : replaced(readFileSync(target, 'utf8'), change));
  }
  return root;
}

function replaced(text: string, [from, to]: readonly [string, string]): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

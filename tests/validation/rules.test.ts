import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/reading/read-content.ts';
import { ALL_RULES } from '../../src/validation/all-rules.ts';
import { PROSE_RULE_IDS } from '../../src/validation/prose-rule-ids.ts';
import { PROSE_RULES } from '../../src/validation/prose-rules.ts';
import { RULES } from '../../src/validation/rules.ts';
import { deskWith, saidOf } from '../support/example-desk.ts';

const NOW = '2026-11-23T12:00:00+05:00';

describe.each(RULES)('the rule $id', (rule) => {
  it.each(rule.examples)('on $name', async ({ changes = {}, now = NOW, said }) => {
    const { drafts } = await readContent(deskWith(changes));
    const options = { now: Date.parse(now), rules: RULES };
    const before = RULES.slice(0, RULES.indexOf(rule));
    const found = () => before.flatMap(({ check }) => check(drafts, { ...options, found: () => [] }));
    const problems = rule.check(drafts, { ...options, found });
    expect(problems.map(saidOf)).toEqual(said);
    expect(problems.filter(({ ruleId }) => ruleId !== rule.id)).toEqual([]);
  });
});

describe.each(ALL_RULES)('the rule $id', (rule) => {
  it('has an example that it accepts, one that it refuses, and a reason', () => {
    expect(rule.examples.some(({ said }) => said.length === 0)).toBe(true);
    expect(rule.examples.some(({ said }) => said.length > 0)).toBe(true);
    expect(rule.why).toMatch(/^[A-Z].{30,}\.$/);
    expect(rule.from).not.toBe('');
  });
});

it('stand in an order in which suppressions are judged by what all the others found', () => {
  expect(RULES.at(-1)?.id).toBe('suppression/unused');
});

it('on words are known by name to those that judge levels and suppressions', () => {
  expect(PROSE_RULES.map(({ id }) => id)).toEqual(PROSE_RULE_IDS);
});

it('have names of their own', () => {
  const ids = ALL_RULES.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});

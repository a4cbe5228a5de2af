import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/model/problem.ts';
import { applyPolicy, type PolicyOptions } from '../../src/validation/apply-policy.ts';

const problem = (different: Partial<Problem> = {}): Problem => ({
  file: 'content/campaigns/dengue/en.mdx',
  line: 3,
  column: 1,
  ruleId: 'words/long',
  severity: 'error',
  message: 'Unexpected length',
  hint: 'shorten it',
  ...different,
});

const applied = (problems: Problem[], different: Partial<PolicyOptions> = {}) =>
  applyPolicy(problems, {
    policy: { rules: {}, suppressions: [] },
    rules: [{ id: 'words/long' }, { id: 'post/too-long', isFixed: true }],
    contentDir: 'content',
    today: '2026-11-23',
    ...different,
  }).map(({ severity, ruleId }) => `${severity} ${ruleId}`);

describe('the organisation’s own levels', () => {
  it.each([
    ['off', []],
    ['warning', ['warning words/long']],
    ['error', ['error words/long']],
  ] as const)('make a rule %s', (level, said) => {
    expect(applied([problem()], { policy: { rules: { 'words/long': level }, suppressions: [] } })).toEqual(said);
  });

  it('change nothing of a fixed rule, nor of what the reader refuses', () => {
    const policy = { rules: { 'post/too-long': 'off', 'field/missing': 'off' } as const, suppressions: [] };
    const problems = [problem({ ruleId: 'post/too-long' }), problem({ ruleId: 'field/missing' })];
    expect(applied(problems, { policy })).toEqual(['error post/too-long', 'error field/missing']);
  });
});

describe('a suppression', () => {
  const suppressing = (file: string, until = '2026-11-23', rule = 'words/long') => ({
    policy: { rules: {}, suppressions: [{ rule, file, reason: 'A quotation', until }] },
  });

  it.each([
    ['its file', 'campaigns/dengue/en.mdx', []],
    ['a folder', 'campaigns/dengue/', []],
    ['another file', 'campaigns/dengue/ur.mdx', ['error words/long']],
    ['a folder written without its slash', 'campaigns/dengue', ['error words/long']],
  ])('is about %s', (_, file, said) => expect(applied([problem()], suppressing(file))).toEqual(said));

  it('holds on its last day and not the day after', () => {
    expect(applied([problem()], suppressing('campaigns/dengue/', '2026-11-23'))).toEqual([]);
    expect(applied([problem()], suppressing('campaigns/dengue/', '2026-11-22'))).toEqual(['error words/long']);
  });

  it('hides nothing of another rule, nor of a fixed one', () => {
    expect(applied([problem()], suppressing('campaigns/dengue/', '2026-11-23', 'words/other'))).toHaveLength(1);
    const fixed = [problem({ ruleId: 'post/too-long' })];
    expect(applied(fixed, suppressing('campaigns/dengue/', '2026-11-23', 'post/too-long'))).toHaveLength(1);
  });
});

describe('what time alone made', () => {
  const aged = problem({ byClock: true });

  it('is a warning where nobody touched the item', () => {
    expect(applied([aged])).toEqual(['warning words/long']);
    expect(applied([aged], { touched: new Set(['content/campaigns/hands/en.mdx']) })).toEqual(['warning words/long']);
  });

  it.each([
    'content/campaigns/dengue/en.mdx',
    'content/campaigns/dengue/ur.mdx',
    'content/campaigns/dengue/posts/nets/en.mdx',
  ])('is an error for who touches %s', (file) => {
    expect(applied([aged], { touched: new Set([file]) })).toEqual(['error words/long']);
  });

  it('of a record concerns that record alone', () => {
    const source = problem({ byClock: true, file: 'content/sources/who.yml' });
    expect(applied([source], { touched: new Set(['content/sources/cdc.yml']) })).toEqual(['warning words/long']);
    expect(applied([source], { touched: new Set(['content/sources/who.yml']) })).toEqual(['error words/long']);
  });
});

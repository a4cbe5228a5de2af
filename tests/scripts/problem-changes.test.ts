import { expect, it } from 'vitest';
import { problemChanges } from '../../scripts/problem-changes.ts';
import type { Problem } from '../../src/model/problem.ts';

it('knows what is new and what is gone', () => {
  const before = [problem({ message: 'one' }), problem({ message: 'two' })];
  const after = [problem({ message: 'two' }), problem({ message: 'three' })];
  expect(problemChanges(before, after)).toEqual({
    added: [problem({ message: 'three' })],
    gone: [problem({ message: 'one' })],
  });
});

it('takes a problem on another line for the same', () => {
  expect(problemChanges([problem({ line: 3 })], [problem({ line: 9, column: 4 })])).toEqual({ added: [], gone: [] });
});

it('counts those that are alike', () => {
  const again = problem({ line: 7 });
  expect(problemChanges([problem({})], [problem({}), again])).toEqual({ added: [again], gone: [] });
  expect(problemChanges([problem({}), again], [problem({})])).toEqual({ added: [], gone: [again] });
});

it('tells a warning that has become an error', () => {
  const { added, gone } = problemChanges([problem({ severity: 'warning' })], [problem({})]);
  expect([added.length, gone.length]).toEqual([1, 1]);
});

function problem(own: Partial<Problem>): Problem {
  return { file: 'a.mdx', line: 1, column: 1, ruleId: 'x/y', severity: 'error', message: 'Bad', hint: 'mend', ...own };
}

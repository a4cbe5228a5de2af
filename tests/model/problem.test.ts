import { describe, expect, it } from 'vitest';
import { CONCEALED, type Problem, showable } from '../../src/model/problem.ts';

const problem = (different: Partial<Problem>): Problem => ({
  file: 'content/a.yml',
  line: 1,
  column: 1,
  ruleId: 'a/b',
  severity: 'error',
  message: 'Unexpected `x`',
  hint: 'write `y`',
  ...different,
});

describe('problems as they may be shown', () => {
  it('are as they were where nothing is concealed', () => {
    expect(showable([problem({})])).toEqual([problem({})]);
  });

  it('hold nowhere what one of them conceals: in no name of a file, no message and no hint', () => {
    const [first, second] = showable([
      problem({ file: 'content/patient-saima.png', [CONCEALED]: ['patient-saima'] }),
      problem({ file: 'content/patient-saima.png', message: 'Unexpected `patient-saima`', hint: 'not patient-saima' }),
    ]);
    expect(first).toEqual(problem({ file: 'content/….png' }));
    expect(second).toEqual(problem({ file: 'content/….png', message: 'Unexpected `…`', hint: 'not …' }));
  });

  it('hide a line that one of them hides, whoever else speaks of it', () => {
    const shown = showable([problem({ line: 4, hidesLine: true }), problem({ line: 4 }), problem({ line: 5 })]);
    expect(shown.map(({ hidesLine }) => hidesLine)).toEqual([true, true, undefined]);
  });

  it('keep what is too short to be anybody’s: a bed’s number stands in half of all words', () => {
    expect(showable([problem({ message: 'Line 12', [CONCEALED]: ['12'] })])[0]?.message).toBe('Line 12');
  });

  it('conceal in JSON and in a copy', () => {
    const concealing = problem({ [CONCEALED]: ['saima'] });
    expect(JSON.stringify(concealing)).not.toContain('saima');
    expect({ ...concealing, severity: 'warning' }[CONCEALED]).toEqual(['saima']);
  });
});

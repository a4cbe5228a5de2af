import { describe, expect, it } from 'vitest';
import { type Ran, runScript } from '../support/run-script.ts';
import { staffedDesk } from '../support/staffed-desk.ts';

const PAGE = 'campaigns/clean-water/en.mdx';
const REPEATED = { [PAGE]: ['Water that looks', 'Water that looks looks'] } as const;

describe('npm run check, under a policy with exceptions', () => {
  it('hides what an exception is for, and tells of those that hide nothing', () => {
    const root = staffedDesk({
      ...REPEATED,
      ...exceptions(['words/repeated', PAGE], ['words/repeated', 'sources/'], ['source/unused', 'sources/']),
    });
    const { code, stdout } = check(root);
    expect(code).toBe(0);
    expect(said(stdout)).toEqual([
      'content/organisation.yml:27 warning suppression/unused: Unexpected suppression of `words/repeated` in `sources/`: it hides nothing',
      'content/organisation.yml:31 warning suppression/unused: Unexpected suppression of `source/unused` in `sources/`: it hides nothing',
    ]);
  });

  it('shows again what an exception hid until yesterday, and stops no work elsewhere', () => {
    const root = staffedDesk({ ...REPEATED, ...exceptions(['words/repeated', PAGE]) });
    const { code, stdout } = check(root, '2027-01-02T12:00:00+05:00');
    expect(code).toBe(0);
    expect(said(stdout)).toEqual([
      'content/campaigns/clean-water/en.mdx:24 warning words/repeated: Unexpected `looks looks`: the word stands there twice',
      `content/organisation.yml:26 warning suppression/expired: Unexpected suppression of \`words/repeated\` in \`${PAGE}\`: it ended on 2027-01-01 and hides nothing any more`,
    ]);
  });

  it('gives rules on words and others another level', () => {
    const policy = 'policy:\n  rules:\n    words/repeated: off\n    words/simplfy: off\ncontact:\n';
    const root = staffedDesk({ ...REPEATED, 'organisation.yml': ['contact:\n', policy] });
    expect(said(check(root).stdout)).toEqual([
      'content/organisation.yml:24 error policy/level-unknown: Unexpected rule `words/simplfy`: there is none of this name that a policy can change',
    ]);
  });
});

function exceptions(...written: readonly (readonly [rule: string, file: string])[]) {
  const entries = written.map(
    ([rule, file]) =>
      `    - rule: ${rule}\n      file: ${file}\n      reason: So it is said.\n      until: 2027-01-01\n`,
  );
  return { 'organisation.yml': ['contact:\n', `policy:\n  suppressions:\n${entries.join('')}contact:\n`] } as const;
}

function check(root: string, now = '2026-11-23T12:00:00+05:00'): Ran {
  return runScript('check', ['--now', now, '--json'], root);
}

/** What is said apart from the translation, which falls behind whenever the original is changed. */
function said(stdout: string): string[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ ruleId }) => ruleId !== 'translation/stale')
    .map(({ file, line, severity, ruleId, message }) => `${file}:${line} ${severity} ${ruleId}: ${message}`);
}

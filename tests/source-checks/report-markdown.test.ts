import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/source-checks/finding.ts';
import { reportMarkdown } from '../../src/source-checks/report-markdown.ts';

const finding = (more: Partial<Finding> = {}): Finding => ({
  file: 'content/sources/who.yml',
  line: 5,
  column: 6,
  ruleId: 'link/dead',
  severity: 'error',
  message: 'Unexpected address `https://www.who.int/page`: its site answers 404, there is no such page',
  hint: 'write where the page is now, or another source',
  checkedAt: '2026-11-23T07:00:00.000Z',
  ...more,
});

describe('the report for an issue', () => {
  it('tells first what is to be mended, then what is to be looked at', () => {
    const warning = finding({ severity: 'warning', message: 'Missing look at `https://x.example`', hint: 'open it' });
    const { checkedAt: _checkedAt, ...undated } = warning;
    expect(
      reportMarkdown([undated, finding({ checkedAt: '2026-11-22T20:00:00.000Z' })], 'Asia/Karachi'),
    ).toBe(`### To be mended

- **\`content/sources/who.yml:5\`** Unexpected address \`https://www.who.int/page\`: its site answers 404, there is no such page.
  → write where the page is now, or another source _(seen on 2026-11-23)_

### To be looked at: a program cannot tell

- **\`content/sources/who.yml:5\`** Missing look at \`https://x.example\`.
  → open it

`);
  });

  it('leaves out a part without findings', () => {
    expect(reportMarkdown([finding()], 'Asia/Karachi')).not.toContain('To be looked at');
    expect(reportMarkdown([], 'Asia/Karachi')).toBe('');
  });

  it('has room in an issue however much there is, and says how much it leaves out', () => {
    const many = Array.from({ length: 1000 }, (_, index) => finding({ line: index + 1 }));
    const text = reportMarkdown(many, 'Asia/Karachi');
    expect(text.length).toBeLessThan(61_000);
    const shown = text.match(/^- /gm)?.length ?? 0;
    expect(text).toContain(`… and ${1000 - shown} more: \`npm run sources -- --offline-report\` shows all.`);
  });

  it('takes a file’s name for nothing but a name', () => {
    expect(reportMarkdown([finding({ file: 'content/`@everyone`\n# x.yml' })], 'Asia/Karachi')).toContain(
      '- **`content/’@everyone’# x.yml:5`** ',
    );
  });
});

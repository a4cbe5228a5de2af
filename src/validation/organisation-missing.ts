import { type Rule, recordsOf } from './rule.ts';

const id = 'organisation/missing';

export const organisationMissing: Rule = {
  id,
  why: 'Languages, address and help lines of every page come from the organisation’s file.',
  check(drafts) {
    const [any] = [...drafts.records, ...drafts.items];
    if (!any || recordsOf(drafts, 'organisation').length > 0) return [];
    if ([...drafts.unread].some((file) => file.endsWith('/organisation.yml') || file === 'organisation.yml')) return [];
    const folder = any.file.slice(0, any.file.search(/\/(people|channels|sources|campaigns|incidents)\//));
    return [
      {
        file: `${folder}/organisation.yml`,
        line: 1,
        column: 1,
        ruleId: id,
        severity: 'error',
        message: 'Missing file `organisation.yml`',
        hint: 'write it; the handbook shows its fields',
      },
    ];
  },
};

import path from 'node:path';
import type { Drafts } from '../../model/draft.ts';
import { suggest } from '../../model/suggest.ts';
import { adjustableFault } from '../adjustable-rule.ts';
import { ORGANISATION } from '../example-desk.ts';
import type { Rule } from '../rule.ts';
import { exampleSuppressions, suppressionsOf } from '../suppressions.ts';

const id = 'suppression/unknown';

export const suppressionUnknown: Rule = {
  id,
  level: 'error',
  why: 'A suppression of a rule or a file of another name hides nothing, or one day something nobody meant.',
  from: 'Aagahi',
  check(drafts, { rules, contentDir = 'content' }) {
    const files = filesOf(drafts).map((file) => path.posix.relative(contentDir, file));
    return suppressionsOf(drafts).flatMap(({ suppression, problem }) => {
      const rule = adjustableFault(suppression.rule, rules);
      const file = fileFault(suppression.file, files);
      return [...(rule ? [problem('rule', id, rule)] : []), ...(file ? [problem('file', id, file)] : [])];
    });
  },
  examples: [
    {
      name: 'suppressions for a file, a folder and a picture',
      changes: {
        [ORGANISATION]: exampleSuppressions(
          { rule: 'date/future', file: 'campaigns/clean-water/en.mdx', until: '2027-01-01' },
          { rule: 'source/unused', file: 'sources/', until: '2027-01-01' },
          { rule: 'source/unused', file: 'campaigns/clean-water/tap.png', until: '2027-01-01' },
        ),
      },
      said: [],
    },
    {
      name: 'a rule and a file of other names, and a rule that holds at every desk',
      changes: {
        [ORGANISATION]: exampleSuppressions(
          { rule: 'date/futur', file: 'campaigns/clean-watr/en.mdx', until: '2027-01-01' },
          { rule: 'id/duplicate', file: 'campaigns/clean-water', until: '2027-01-01' },
          { rule: 'date/future', file: 'content/campaigns/clean-water/en.mdx', until: '2027-01-01' },
          { rule: 'date/future', file: 'studies/', until: '2027-01-01' },
        ),
      },
      said: [
        `${ORGANISATION}:23:13 Unexpected rule \`date/futur\`: there is none of this name that a policy can change → did you mean \`date/future\`?`,
        `${ORGANISATION}:24:13 Unexpected file \`campaigns/clean-watr/en.mdx\`: there is none below the content folder → did you mean \`campaigns/clean-water/en.mdx\`?`,
        `${ORGANISATION}:27:13 Unexpected rule \`id/duplicate\`: it holds at every desk, because what breaks it breaks pages, posts or trust → remove this, and mend what the rule finds`,
        `${ORGANISATION}:28:13 Unexpected file \`campaigns/clean-water\`: it is a folder → write \`campaigns/clean-water/\``,
        `${ORGANISATION}:32:13 Unexpected file \`content/campaigns/clean-water/en.mdx\`: there is none below the content folder → write \`campaigns/clean-water/en.mdx\``,
        `${ORGANISATION}:36:13 Unexpected folder \`studies/\`: there is none below the content folder → remove the suppression`,
      ],
    },
  ],
};

/** Files that problems can be in, pictures among them. */
function filesOf({ items, records, unread }: Drafts): string[] {
  const pictures = items.flatMap(({ folder, mentions }) =>
    mentions.flatMap(({ kind, value }) => (kind === 'image' ? [path.posix.join(folder, value)] : [])),
  );
  return [...items.map(({ file }) => file), ...records.map(({ file }) => file), ...unread, ...pictures];
}

function fileFault(written: string, files: readonly string[]): { message: string; hint: string } | undefined {
  const isFolder = written.endsWith('/');
  if (isFolder ? files.some((file) => file.startsWith(written)) : files.includes(written)) return undefined;
  if (files.some((file) => file.startsWith(`${written}/`)))
    return { message: `Unexpected file \`${written}\`: it is a folder`, hint: `write \`${written}/\`` };
  const message = `Unexpected ${isFolder ? 'folder' : 'file'} \`${written}\`: there is none below the content folder`;
  const below = files.find((file) => written.endsWith(`/${file}`));
  if (below) return { message, hint: `write \`${below}\`` };
  const near = isFolder ? undefined : suggest(written, files);
  return { message, hint: near ? `did you mean \`${near}\`?` : 'remove the suppression' };
}

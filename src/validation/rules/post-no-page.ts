import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { PAGE_IN_URDU, POST_IN_URDU } from '../example-desk.ts';
import { byFolder, originalsOf, type Rule } from '../rule.ts';

const id = 'post/no-page';

export const postNoPage: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A post leads its readers to a page: in their language there has to be one.',
  from: 'Aagahi',
  check(drafts) {
    const pages = new Set(drafts.items.map(({ file }) => file));
    const versions = byFolder(drafts.items);
    // What cannot be read, under whatever name, may be the page that is missing.
    const unreadFolders = new Set([...drafts.unread].map((file) => path.posix.dirname(file)));
    return originalsOf(drafts, 'posts').flatMap(({ folder, parentFolder = '' }) =>
      (unreadFolders.has(parentFolder) ? [] : (versions.get(folder) ?? []))
        .filter((post) => !pages.has(`${parentFolder}/${post.language}.mdx`))
        .map((post): Problem => {
          const parent = parentFolder.split('/').at(-2) === 'events' ? 'event' : 'campaign';
          return {
            file: post.file,
            line: 1,
            column: 1,
            ruleId: id,
            severity: 'error',
            message: `Unexpected post in \`${post.language}\`: its ${parent} has no page in that language`,
            hint: `translate the ${parent} first: ${parentFolder}/${post.language}.mdx`,
          };
        }),
    );
  },
  examples: [
    { name: 'a post whose campaign has a page in its language', said: [] },
    {
      name: 'a post in a language that its campaign’s page does not have',
      changes: { [PAGE_IN_URDU]: null },
      said: [
        `${POST_IN_URDU}:1:1 Unexpected post in \`ur\`: its campaign has no page in that language → translate the campaign first: content/${PAGE_IN_URDU}`,
      ],
    },
    {
      name: 'a post whose page cannot be read',
      changes: { [PAGE_IN_URDU]: 'No fields.\n' },
      said: [],
    },
  ],
};

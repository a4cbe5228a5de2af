import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { listed } from '../model/suggest.ts';
import { byFolder, organisationOf, originalsOf, problemAtField, type Rule, recordsOf } from './rule.ts';

const id = 'language/unknown';

export const languageUnknown: Rule = {
  id,
  why: 'A language the organisation does not have has no direction, no menu and no page that leads to it.',
  check(drafts) {
    const languages = organisationOf(drafts).languages?.map(({ tag }) => tag);
    if (!languages) return [];
    const hint = `write ${listed(languages)}, or add the language to content/organisation.yml`;
    const items = drafts.items
      .filter(({ language }) => !languages.includes(language))
      .map(
        (draft): Problem => ({
          file: draft.file,
          line: 1,
          column: 1,
          ruleId: id,
          severity: 'error',
          message: `Unexpected language \`${draft.language}\`: the organisation does not have it`,
          hint,
        }),
      );
    const channels = recordsOf(drafts, 'channels').flatMap((draft) =>
      (draft.fields.languages ?? []).flatMap((tag, index) =>
        languages.includes(tag)
          ? []
          : [
              problemAtField(draft, ['languages', index], {
                ruleId: id,
                message: `Unexpected language \`${tag}\`: the organisation does not have it`,
                hint,
              }),
            ],
      ),
    );
    const pages = new Set(drafts.items.map(({ file }) => file));
    const versions = byFolder(drafts.items);
    // What cannot be read, under whatever name, may be the page that is missing.
    const unreadFolders = new Set([...drafts.unread].map((file) => path.posix.dirname(file)));
    const orphans = originalsOf(drafts, 'posts').flatMap(({ folder, parentFolder = '' }) =>
      (unreadFolders.has(parentFolder) ? [] : (versions.get(folder) ?? []))
        .filter((post) => !pages.has(`${parentFolder}/${post.language}.mdx`))
        .map(
          (post): Problem => ({
            file: post.file,
            line: 1,
            column: 1,
            ruleId: 'post/no-page',
            severity: 'error',
            message: `Unexpected post in \`${post.language}\`: its campaign has no page in that language`,
            hint: `translate the campaign first: ${parentFolder}/${post.language}.mdx`,
          }),
        ),
    );
    return [...items, ...channels, ...orphans];
  },
};

import path from 'node:path';
import { problemAtField, type Rule, recordsOf } from './rule.ts';

const id = 'id/file-name';

export const idFileName: Rule = {
  id,
  why: 'A file found by its id is a file found.',
  check(drafts) {
    return (['people', 'channels', 'sources'] as const).flatMap((collection) => {
      const records = recordsOf(drafts, collection);
      const names = new Set(records.map(({ file }) => path.posix.basename(file, '.yml')));
      return records.flatMap((draft) => {
        const name = path.posix.basename(draft.file, '.yml');
        const written = draft.fields.id;
        if (written === undefined || written === name) return [];
        return [
          problemAtField(draft, ['id'], {
            ruleId: id,
            message: `Unexpected id \`${written}\` in a file named \`${name}.yml\``,
            hint: names.has(written)
              ? `another file has this name already: write \`id: ${name}\``
              : `name the file \`${written}.yml\`; an id never changes`,
          }),
        ];
      });
    });
  },
};

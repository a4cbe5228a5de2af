import path from 'node:path';
import { SOURCE } from '../example-desk.ts';
import { problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'id/file-name';

export const idFileName: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A file found by its id is a file found.',
  from: 'Aagahi',
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
  examples: [
    { name: 'files named after their ids', said: [] },
    {
      name: 'a file with another name than its id',
      changes: { [SOURCE]: ['id: who-water', 'id: who-drinking-water'] },
      said: [
        `${SOURCE}:1:5 Unexpected id \`who-drinking-water\` in a file named \`who-water.yml\` → name the file \`who-drinking-water.yml\`; an id never changes`,
      ],
    },
    {
      name: 'a copy that kept its id',
      changes: {
        'people/bilal.yml':
          'id: amina\nname:\n  en: Bilal\n  ur: بلال\nroles:\n  - role: author\n    startsOn: 2025-01-06\n',
      },
      said: [
        'people/bilal.yml:1:5 Unexpected id `amina` in a file named `bilal.yml` → another file has this name already: write `id: bilal`',
      ],
    },
  ],
};

import { problemAtField, type Rule, recordsOf } from './rule.ts';

const id = 'id/file-name';

export const idFileName: Rule = {
  id,
  why: 'A file found by its id is a file found.',
  check(drafts) {
    return (['people', 'channels', 'sources'] as const).flatMap((collection) =>
      recordsOf(drafts, collection).flatMap((draft) => {
        const name = draft.file
          .split('/')
          .at(-1)
          ?.replace(/\.yml$/, '');
        const written = draft.fields.id;
        if (written === undefined || written === name) return [];
        return [
          problemAtField(draft, ['id'], {
            ruleId: id,
            message: `Unexpected id \`${written}\` in a file named \`${name}.yml\``,
            hint: `name the file \`${written}.yml\`; an id never changes`,
          }),
        ];
      }),
    );
  },
};

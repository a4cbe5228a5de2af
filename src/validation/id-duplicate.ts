import type { Drafts, ItemDraft } from '../model/draft.ts';
import type { Problem } from '../model/problem.ts';
import { originalsOf, problemAtField, type Rule, recordsOf } from './rule.ts';

const id = 'id/duplicate';

export const idDuplicate: Rule = {
  id,
  why: 'The ledger and the pages’ addresses are kept by id: two things of one name would be taken for the same.',
  check(drafts) {
    // Records are named after their ids, so that two of one id are a matter of file names: `id/file-name`.
    const kinds = (['campaigns', 'posts', 'incidents', 'updates'] as const).map((kind) => originalsOf(drafts, kind));
    return [...kinds.flatMap((kind) => duplicates(kind)), ...inOrganisation(drafts), ...occurrences(drafts)];
  },
};

function duplicates(drafts: readonly ItemDraft[]): Problem[] {
  const first = new Map<string, string>();
  return drafts.flatMap((draft) => {
    const name = 'id' in draft.fields ? draft.fields.id : undefined;
    if (name === undefined) return [];
    const before = first.get(name);
    first.set(name, before ?? draft.file);
    if (before === undefined || before.startsWith(`${draft.folder}/`)) return [];
    return [
      problemAtField(draft, ['id'], {
        ruleId: id,
        message: `Unexpected second \`${name}\`: ${before} has this id already`,
        hint: 'give this one an id of its own',
      }),
    ];
  });
}

function inOrganisation(drafts: Drafts): Problem[] {
  return recordsOf(drafts, 'organisation').flatMap((draft) => {
    const { helplines = [], languages = [] } = draft.fields;
    const doubledLines = repeated(helplines.map((helpline) => helpline.id)).map((index) =>
      problemAtField(draft, ['helplines', index, 'id'], {
        ruleId: id,
        message: `Unexpected second help line \`${helplines[index]?.id}\``,
        hint: 'give this one an id of its own',
      }),
    );
    const doubledLanguages = repeated(languages.map(({ tag }) => tag)).map((index) =>
      problemAtField(draft, ['languages', index, 'tag'], {
        ruleId: id,
        message: `Unexpected second language \`${languages[index]?.tag}\``,
        hint: 'keep one of the two',
      }),
    );
    return [...doubledLines, ...doubledLanguages];
  });
}

function occurrences(drafts: Drafts): Problem[] {
  return originalsOf(drafts, 'campaigns').flatMap((draft) => {
    const { schedule } = draft.fields;
    if (schedule?.kind !== 'dated') return [];
    return repeated(schedule.occurrences.map((occurrence) => occurrence.id)).map((index) =>
      problemAtField(draft, ['schedule', 'occurrences', index, 'id'], {
        ruleId: id,
        message: `Unexpected second occurrence \`${schedule.occurrences[index]?.id}\``,
        hint: 'give each occurrence an id of its own, for example its year',
      }),
    );
  });
}

/** Places at which a name stands that stood before. */
function repeated(names: readonly string[]): number[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}

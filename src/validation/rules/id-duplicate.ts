import { ITEM_SCHEMAS, type ItemCollection } from '../../model/collection.ts';
import type { Drafts, ItemDraft } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import {
  aPost,
  dated,
  ORGANISATION,
  occurrence,
  PAGE,
  POST,
  POST_IN_URDU,
  SECOND_POST,
  YEARLY,
} from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const ITEM_COLLECTIONS = Object.keys(ITEM_SCHEMAS) as ItemCollection[];

const id = 'id/duplicate';

export const idDuplicate: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'The ledger and the pages’ addresses are kept by id: two things of one name would be taken for the same.',
  from: 'Aagahi',
  check(drafts) {
    // Records are named after their ids, so that two of one id are a matter of file names: `id/file-name`.
    const kinds = ITEM_COLLECTIONS.map((kind) => originalsOf(drafts, kind));
    return [...kinds.flatMap((kind) => duplicates(kind)), ...inOrganisation(drafts), ...occurrences(drafts)];
  },
  examples: [
    {
      name: 'ids that differ',
      changes: { [SECOND_POST]: aPost('let-it-cool', 'Let it cool.') },
      said: [],
    },
    {
      name: 'two posts of one id',
      changes: { [SECOND_POST]: aPost('boil-water', 'Let it cool.') },
      said: [
        `${SECOND_POST}:2:5 Unexpected second \`boil-water\`: content/${POST} has this id already → give this one an id of its own`,
      ],
    },
    {
      name: 'two originals of one item, which another rule tells of',
      changes: { [POST_IN_URDU]: aPost('boil-water', 'Let it cool.') },
      said: [],
    },
    {
      name: 'two help lines of one name',
      changes: {
        [ORGANISATION]: [
          'helplines:\n',
          'helplines:\n  - id: health\n    country: PK\n    name:\n      en: Rescue\n    number: "1122"\n',
        ],
      },
      said: ['organisation.yml:34:9 Unexpected second help line `health` → give this one an id of its own'],
    },
    {
      name: 'two topics of one name',
      changes: {
        [ORGANISATION]: [
          'helplines:\n',
          'topics:\n  - { id: water, name: { en: Water } }\n  - { id: water, name: { en: Wells } }\nhelplines:\n',
        ],
      },
      said: ['organisation.yml:30:11 Unexpected second topic `water` → give this one an id of its own'],
    },
    {
      name: 'a language twice',
      changes: { [ORGANISATION]: ['tag: ur', 'tag: en'] },
      said: ['organisation.yml:16:10 Unexpected second language `en` → keep one of the two'],
    },
    {
      name: 'two occurrences of one name',
      changes: {
        [PAGE]: [
          YEARLY,
          dated(
            occurrence('2026', '2026-03-18', '2026-03-24'),
            occurrence('2026', '2026-09-18', '2026-09-24'),
          ).trimEnd(),
        ],
      },
      said: [
        `${PAGE}:9:11 Unexpected second occurrence \`2026\` → give each occurrence an id of its own, for example its year`,
      ],
    },
  ],
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
    const { helplines = [], languages = [], topics = [] } = draft.fields;
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
    const doubledTopics = repeated(topics.map((topic) => topic.id)).map((index) =>
      problemAtField(draft, ['topics', index, 'id'], {
        ruleId: id,
        message: `Unexpected second topic \`${topics[index]?.id}\``,
        hint: 'give this one an id of its own',
      }),
    );
    return [...doubledLines, ...doubledLanguages, ...doubledTopics];
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

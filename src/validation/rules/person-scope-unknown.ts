import type { Drafts, FieldPath } from '../../model/draft.ts';
import { listed, suggest } from '../../model/suggest.ts';
import { PERSON } from '../example-desk.ts';
import { idsOf, organisationOf, originalsOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'person/scope-unknown';

const ITEMS = [
  'campaigns',
  'incidents',
  'myths',
  'questions',
  'events',
  'series',
  'episodes',
  'studies',
  'pages',
] as const;

export const personScopeUnknown: Rule = {
  id,
  level: 'error',
  why: 'A role for a page of another name is a role for nothing: the person believes to be in charge, and is not.',
  from: 'Aagahi',
  check(drafts) {
    const items = itemIds(drafts);
    const languages = organisationOf(drafts).languages?.map(({ tag }) => tag);
    const channels = idsOf(drafts, 'channels');
    return recordsOf(drafts, 'people').flatMap((draft) => {
      const unknown = (known: readonly string[] | undefined, what: string, name: string, path: FieldPath) =>
        known === undefined || known.includes(name)
          ? []
          : [
              problemAtField(draft, path, {
                ruleId: id,
                message: `Unexpected \`${name}\`: ${what}`,
                hint: hint(name, known),
              }),
            ];
      const roles = (draft.fields.roles ?? []).flatMap(({ scope }, role) => [
        ...(scope?.items ?? []).flatMap((name, index) =>
          unknown(items, NO_ITEM, name, ['roles', role, 'scope', 'items', index]),
        ),
        ...(scope?.languages ?? []).flatMap((tag, index) =>
          unknown(languages, NO_LANGUAGE, tag, ['roles', role, 'scope', 'languages', index]),
        ),
      ]);
      const access = (draft.fields.channels ?? []).flatMap(({ channel }, index) =>
        unknown(channels, NO_CHANNEL, channel, ['channels', index, 'channel']),
      );
      return [...roles, ...access];
    });
  },
  examples: [
    {
      name: 'a scope of what there is',
      changes: {
        [PERSON]: [
          '  - role: editor\n    startsOn: 2025-01-06\n',
          '  - role: editor\n    startsOn: 2025-01-06\n    scope:\n      items: [clean-water]\n      languages: [ur]\n',
        ],
      },
      said: [],
    },
    {
      name: 'a page, a language and a channel that are not there',
      changes: {
        [PERSON]: [
          'roles:\n  - role: author\n    startsOn: 2025-01-06\n',
          'channels:\n  - channel: telegram\n    startsOn: 2025-01-06\nroles:\n  - role: author\n    startsOn: 2025-01-06\n    scope:\n      items: [clean-watr, boil-water]\n      languages: [ar]\n',
        ],
      },
      said: [
        `${PERSON}:15:15 Unexpected \`clean-watr\`: no campaign, incident, myth, question or page has this id → did you mean \`clean-water\`?`,
        `${PERSON}:15:27 Unexpected \`boil-water\`: no campaign, incident, myth, question or page has this id → did you mean \`boiled-water\`?`,
        `${PERSON}:16:19 Unexpected \`ar\`: the organisation does not have this language → write \`en\` or \`ur\``,
        `${PERSON}:9:14 Unexpected \`telegram\`: no file in content/channels has this id → write \`outbox\``,
      ],
    },
    {
      name: 'a page whose file cannot be read, which the reader tells of',
      changes: {
        [PERSON]: ['startsOn: 2025-01-06\n', 'startsOn: 2025-01-06\n    scope:\n      items: [clean-hands]\n'],
        'campaigns/clean-hands/en.mdx': '---\nid: "clean-hands\n---\n',
      },
      said: [],
    },
  ],
};

const NO_ITEM = 'no campaign, incident, myth, question or page has this id';
const NO_LANGUAGE = 'the organisation does not have this language';
const NO_CHANNEL = 'no file in content/channels has this id';

/** `undefined` where a file cannot be read, or an id is at fault: any name may be meant. */
function itemIds(drafts: Drafts): string[] | undefined {
  if ([...drafts.unread].some((file) => file.endsWith('.mdx'))) return undefined;
  const ids = ITEMS.flatMap((collection) => originalsOf(drafts, collection).map(({ fields }) => fields.id));
  const known = ids.filter((name) => name !== undefined);
  return known.length === ids.length ? known : undefined;
}

function hint(name: string, known: readonly string[]): string {
  // Two letters are always near two others.
  const near = name.length > 3 ? suggest(name, known) : undefined;
  if (near) return `did you mean \`${near}\`?`;
  return known.length > 0 && known.length <= 8 ? `write ${listed(known)}` : 'remove it';
}

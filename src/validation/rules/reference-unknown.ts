import type { Drafts, FieldPath, ItemDraft, RecordDraft } from '../../model/draft.ts';
import { findOccurrence } from '../../model/occurrence.ts';
import type { Problem } from '../../model/problem.ts';
import { listed, suggest } from '../../model/suggest.ts';
import {
  aPolicyPage,
  aPolicyPageInUrdu,
  aQuestion,
  dated,
  occurrence,
  PAGE,
  PERSON,
  POLICY_PAGE,
  POLICY_PAGE_IN_URDU,
  POST,
  POST_IN_URDU,
  QUESTION,
  SOURCE,
  TIMES,
  withEmergencyLine,
  YEARLY,
} from '../example-desk.ts';
import { idsOf, organisationOf, originalsOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

import { schedulesByFolder } from '../schedules-by-folder.ts';

const id = 'reference/unknown';

interface Reference {
  path: FieldPath;
  part?: 'key';
  name: string;
  /** What it should be the id of, and where those stand. */
  to: 'people' | 'channels' | 'sources' | 'helplines' | 'topics' | 'posts';
}

const PLACES: Readonly<Record<Reference['to'], string>> = {
  people: 'content/people',
  channels: 'content/channels',
  sources: 'content/sources',
  helplines: '`helplines` in content/organisation.yml',
  topics: '`topics` in content/organisation.yml',
  posts: 'the posts of content/campaigns and content/events',
};

export const referenceUnknown: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'A name that leads nowhere means a claim without its source, or a post without its channel.',
  from: 'Aagahi',
  check(drafts) {
    const known: Record<Reference['to'], readonly string[]> = {
      people: idsOf(drafts, 'people'),
      channels: idsOf(drafts, 'channels'),
      sources: idsOf(drafts, 'sources'),
      helplines: (organisationOf(drafts).helplines ?? []).map((helpline) => helpline.id),
      topics: (organisationOf(drafts).topics ?? []).map((topic) => topic.id),
      posts: originalsOf(drafts, 'posts').flatMap((draft) => draft.fields.id ?? []),
    };
    // Help lines and topics that cannot be read are told of in the organisation's own file.
    const { helplines, topics } = organisationOf(drafts);
    const told = [...(helplines ? [] : ['helplines']), ...(topics ? [] : ['topics'])];
    const problems = drafts.items.flatMap((draft) =>
      referencesOf(draft)
        .filter(({ name, to }) => !known[to].includes(name) && !told.includes(to))
        .map((reference) => unknown(draft, reference, known[reference.to])),
    );
    const pins = recordsOf(drafts, 'channels').flatMap((draft) => {
      const name = draft.fields.defaultPin;
      return name === undefined || known.posts.includes(name)
        ? []
        : [unknown(draft, { path: ['defaultPin'], name, to: 'posts' }, known.posts)];
    });
    const assessors = recordsOf(drafts, 'sources').flatMap((draft) => {
      const name = draft.fields.assessment?.by;
      return name === undefined || known.people.includes(name)
        ? []
        : [unknown(draft, { path: ['assessment', 'by'], name, to: 'people' }, known.people)];
    });
    return [
      ...problems,
      ...pins,
      ...assessors,
      ...unknownMentions(drafts, known.sources),
      ...unknownOccurrences(drafts),
    ];
  },
  examples: [
    { name: 'names that are there', said: [] },
    {
      name: 'names that are not',
      changes: {
        [PAGE]: ['author: amina\nreviewedBy: amina', 'author: aminah\nreviewedBy: nobody-at-all'],
        [POST]: ['channels: [outbox]', 'channels: [outbox, telegram]'],
        [POST_IN_URDU]: ['translator: amina', 'translator: amna'],
      },
      said: [
        `${PAGE}:9:9 Unexpected \`aminah\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
        `${PAGE}:10:13 Unexpected \`nobody-at-all\`: there is nothing of this name in content/people → write \`amina\``,
        `${POST}:3:20 Unexpected \`telegram\`: there is nothing of this name in content/channels → write \`outbox\``,
        `${POST_IN_URDU}:8:13 Unexpected \`amna\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
      ],
    },
    {
      name: 'a topic that the organisation does not have',
      changes: { ...withEmergencyLine, [QUESTION]: aQuestion({ topics: '[watr]' }) },
      said: [
        `${QUESTION}:3:10 Unexpected \`watr\`: there is nothing of this name in \`topics\` in content/organisation.yml → did you mean \`water\`?`,
      ],
    },
    {
      name: 'names that are not, on a page on how the organisation works',
      changes: {
        [POLICY_PAGE]: aPolicyPage('Ask us.<Source id="who-watr" />').replace(
          'author: amina',
          'author: aminah\nreviewedBy: amna\nsources: [who-watr]',
        ),
        [POLICY_PAGE_IN_URDU]: aPolicyPageInUrdu('ہم سے پوچھیں۔').replace('title:', 'translator: amna\ntitle:'),
      },
      said: [
        `${POLICY_PAGE}:6:11 Unexpected \`who-watr\`: there is nothing of this name in content/sources → did you mean \`who-water\`?`,
        `${POLICY_PAGE}:4:9 Unexpected \`aminah\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
        `${POLICY_PAGE}:5:13 Unexpected \`amna\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
        `${POLICY_PAGE_IN_URDU}:6:13 Unexpected \`amna\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
        `${POLICY_PAGE}:13:20 Unexpected source \`who-watr\`: there is no such file in content/sources → did you mean \`who-water\`?`,
      ],
    },
    {
      name: 'an assessor and an answerer who are nobody',
      changes: {
        [SOURCE]: ['by: amina', 'by: amnia'],
        [PAGE]: ['clearCommunication: { by: amina', 'clearCommunication: { by: amnia'],
      },
      said: [
        `${PAGE}:20:27 Unexpected \`amnia\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
        `${SOURCE}:10:7 Unexpected \`amnia\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
      ],
    },
    {
      name: 'a person whose own file cannot be read',
      changes: { [PERSON]: 'id: "amina\n' },
      said: [],
    },
    {
      name: 'an occurrence that a dated campaign does not have',
      changes: {
        [PAGE]: [YEARLY, dated(occurrence('spring', '2026-03-18', '2026-03-24')).trimEnd()],
        [POST]: [
          TIMES,
          'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"\noccurrence: autumn',
        ],
      },
      said: [`${POST}:6:13 Unexpected occurrence \`autumn\`: the campaign has none of this name → write \`spring\``],
    },
    {
      name: 'an occurrence that no yearly campaign has',
      changes: {
        [POST]: [
          TIMES,
          'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"\noccurrence: autumn',
        ],
      },
      said: [
        `${POST}:6:13 Unexpected occurrence \`autumn\`: the campaign has none of this name → write the year in which the campaign starts, for example \`"2026"\``,
      ],
    },
  ],
};

function referencesOf(draft: ItemDraft): Reference[] {
  const fields: Record<string, unknown> = draft.fields;
  const one = (name: string, to: Reference['to']): Reference[] =>
    typeof fields[name] === 'string' ? [{ path: [name], name: fields[name], to }] : [];
  const many = (name: string, to: Reference['to']): Reference[] =>
    Array.isArray(fields[name])
      ? fields[name].map((value, index) => ({ path: [name, index], name: String(value), to }))
      : [];
  const variants = Object.keys((fields.variants as object | undefined) ?? {});
  return [
    ...many('sources', 'sources'),
    ...many('helplines', 'helplines'),
    ...many('topics', 'topics'),
    ...many('channels', 'channels'),
    ...ofCampaign(draft),
    ...one('author', 'people'),
    ...one('reviewedBy', 'people'),
    ...one('translator', 'people'),
    ...variants.map((name): Reference => ({ path: ['variants', name], part: 'key', name, to: 'channels' })),
  ];
}

function ofCampaign(draft: ItemDraft): Reference[] {
  if (draft.collection !== 'campaigns' || draft.role !== 'original') return [];
  const { banner, clearCommunication } = draft.fields;
  const channels = (banner?.channels ?? []).map((name, index): Reference => {
    return { path: ['banner', 'channels', index], name, to: 'channels' };
  });
  const sheet: Reference[] = clearCommunication
    ? [{ path: ['clearCommunication', 'by'], name: clearCommunication.by, to: 'people' }]
    : [];
  return [...channels, ...sheet];
}

function unknown(
  draft: ItemDraft | RecordDraft,
  { path, part, name, to }: Reference,
  known: readonly string[],
): Problem {
  const near = suggest(name, known);
  const fault = {
    ruleId: id,
    message: `Unexpected \`${name}\`: there is nothing of this name in ${PLACES[to]}`,
    hint: near ? `did you mean \`${near}\`?` : choices(known, to),
  };
  return problemAtField(draft, path, fault, part ? { part } : {});
}

function choices(known: readonly string[], to: Reference['to']): string {
  if (known.length > 0 && known.length <= 8) return `write ${listed(known)}`;
  return to === 'helplines' || to === 'topics'
    ? 'add it to content/organisation.yml'
    : `write the id of a file in ${PLACES[to]}, or add one`;
}

function unknownMentions(drafts: Drafts, sources: readonly string[]): Problem[] {
  const countries = new Set((organisationOf(drafts).helplines ?? []).map(({ country }) => country));
  return drafts.items.flatMap((draft) =>
    draft.mentions.flatMap(({ kind, value, position }): Problem[] => {
      if (kind === 'source' && !sources.includes(value)) {
        const near = suggest(value, sources);
        const hint = near ? `did you mean \`${near}\`?` : 'write the id of a file in content/sources, or add one';
        return [
          {
            file: draft.file,
            ...position,
            ruleId: id,
            severity: 'error',
            message: `Unexpected source \`${value}\`: there is no such file in content/sources`,
            hint,
          },
        ];
      }
      if (kind === 'country' && countries.size > 0 && !countries.has(value)) {
        const hint = `write ${listed([...countries])}, or add its help lines to content/organisation.yml`;
        return [
          {
            file: draft.file,
            ...position,
            ruleId: id,
            severity: 'error',
            message: `Unexpected country \`${value}\`: the organisation names no help line there`,
            hint,
          },
        ];
      }
      return [];
    }),
  );
}

function unknownOccurrences(drafts: Drafts): Problem[] {
  const schedules = schedulesByFolder(drafts);
  return originalsOf(drafts, 'posts').flatMap((draft) => {
    const schedule = schedules.get(draft.parentFolder ?? '');
    const name = draft.fields.occurrence;
    if (!schedule || name === undefined || findOccurrence(schedule, name)) return [];
    const hint =
      schedule.kind === 'yearly'
        ? 'write the year in which the campaign starts, for example `"2026"`'
        : `write ${listed(schedule.occurrences.map((occurrence) => occurrence.id))}`;
    return [
      problemAtField(draft, ['occurrence'], {
        ruleId: id,
        message: `Unexpected occurrence \`${name}\`: the campaign has none of this name`,
        hint,
      }),
    ];
  });
}

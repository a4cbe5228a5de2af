import type { ItemDraft } from '../../model/draft.ts';
import { blankWords, type Organisation } from '../../model/organisation.ts';
import type { Position } from '../../model/problem.ts';
import { suggest } from '../../model/suggest.ts';
import {
  aPolicyPage,
  aPolicyPageInUrdu,
  ORGANISATION,
  POLICY_PAGE,
  POLICY_PAGE_IN_URDU,
  withBlanks,
} from '../example-desk.ts';
import { organisationOf, type Rule } from '../rule.ts';

const id = 'blank/open';
type Blanks = Organisation['blanks'];

export const blankOpen: Rule = {
  id,
  level: 'warning',
  why: 'Where a policy has a gap, staff and readers do not find the name or the address they need.',
  from: 'Aagahi',
  check(drafts) {
    const { blanks, languages = [] } = organisationOf(drafts);
    // Blanks that cannot be read are told of in the organisation's own file.
    if (blanks === undefined) return [];
    const tags = languages.map(({ tag }) => tag);
    return drafts.items.flatMap((draft) =>
      openIn(draft, blanks).map(({ name, first, count }) => {
        const inLanguage = Object.hasOwn(blanks, name) ? ` in \`${draft.language}\`` : '';
        const where = count > 1 ? `in ${count} places` : 'here';
        return {
          file: draft.file,
          ...first,
          ruleId: id,
          severity: 'warning' as const,
          message: `Missing words for the blank \`${name}\`${inLanguage}: readers see a gap ${where}`,
          hint: hintFor(name, draft.language, blanks, tags),
        };
      }),
    );
  },
  examples: [
    {
      name: 'blanks that are filled in',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: { en: Amina, ur: آمنہ }'),
        [POLICY_PAGE]: aPolicyPage('Ask <Blank name="spokesperson" />.'),
        [POLICY_PAGE_IN_URDU]: aPolicyPageInUrdu('<Blank name="spokesperson" /> سے پوچھیں۔'),
      },
      said: [],
    },
    {
      name: 'a blank that nobody has filled in, used twice',
      changes: {
        [POLICY_PAGE]: aPolicyPage('Ask <Blank name="spokesperson" />.\n\nCall <Blank name="spokesperson" />.'),
      },
      said: [
        `${POLICY_PAGE}:11:18 warning Missing words for the blank \`spokesperson\`: readers see a gap in 2 places → write \`spokesperson: { en: …, ur: … }\` under \`blanks\` in content/organisation.yml`,
      ],
    },
    {
      name: 'a blank that lacks a language',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: { en: Amina }'),
        [POLICY_PAGE]: aPolicyPage('Ask <Blank name="spokesperson" />.'),
        [POLICY_PAGE_IN_URDU]: aPolicyPageInUrdu('<Blank name="spokesperson" /> سے پوچھیں۔'),
      },
      said: [
        `${POLICY_PAGE_IN_URDU}:10:14 warning Missing words for the blank \`spokesperson\` in \`ur\`: readers see a gap here → write \`ur: …\` under \`blanks.spokesperson\` in content/organisation.yml`,
      ],
    },
    {
      name: 'a slip in a name',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: { en: Amina, ur: آمنہ }'),
        [POLICY_PAGE]: aPolicyPage('Ask <Blank name="spokeperson" />.'),
      },
      said: [
        `${POLICY_PAGE}:11:18 warning Missing words for the blank \`spokeperson\`: readers see a gap here → did you mean \`spokesperson\`? If not, write \`spokeperson: { en: …, ur: … }\` under \`blanks\` in content/organisation.yml`,
      ],
    },
    {
      name: 'blanks of the organisation that cannot be read, which the file itself is told of',
      changes: {
        [ORGANISATION]: withBlanks('spokesperson: Amina'),
        [POLICY_PAGE]: aPolicyPage('Ask <Blank name="spokesperson" />.'),
      },
      said: [],
    },
  ],
};

interface OpenBlank {
  name: string;
  /** Where it stands first in the file. */
  first: Position;
  /** How often it stands there. */
  count: number;
}

/** The blanks that a language file shows without words, each once: one line in the organisation's file fills them all. */
function openIn(draft: ItemDraft, blanks: Blanks): OpenBlank[] {
  const open = new Map<string, OpenBlank>();
  for (const { kind, value: name, position } of draft.mentions) {
    if (kind !== 'blank' || blankWords({ blanks }, name, draft.language) !== undefined) continue;
    const before = open.get(name);
    open.set(name, { name, first: before?.first ?? position, count: (before?.count ?? 0) + 1 });
  }
  return [...open.values()];
}

function hintFor(name: string, language: string, blanks: Blanks, tags: readonly string[]): string {
  if (Object.hasOwn(blanks, name))
    return `write \`${language}: …\` under \`blanks.${name}\` in content/organisation.yml`;
  const words = tags.map((tag) => `${tag}: …`).join(', ');
  const write = `write \`${name}: { ${words} }\` under \`blanks\` in content/organisation.yml`;
  const near = suggest(name, Object.keys(blanks));
  return near ? `did you mean \`${near}\`? If not, ${write}` : write;
}

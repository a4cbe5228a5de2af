import type { Content } from '../model/content.ts';
import type { Person, Role } from '../model/person.ts';
import { holdsRole, type RoleQuestion, rolesOn } from '../model/roster.ts';

/** Where GitHub looks first for who owns what (“About code owners”, GitHub Docs). */
export const CODE_OWNERS_FILE = '.github/CODEOWNERS';

/** GitHub does not load a larger file. */
export const CODE_OWNERS_LIMIT_BYTES = 3_000_000;

export interface CodeOwnersOptions {
  /** The organisation's calendar day: who has left by then owns nothing. */
  today: string;
  /** The content folder from the repository's root: `content`. */
  contentDir: string;
}

/** A folder of items: who owns them, and who owns the words of a language there. */
interface Area {
  collection: 'campaigns' | 'incidents' | 'myths' | 'questions' | 'events' | 'series' | 'studies' | 'pages';
  title: string;
  roles: readonly Role[];
  wordsRoles: readonly Role[];
}

const AREAS: readonly Area[] = [
  toldToReaders('campaigns', 'Campaigns and their posts'),
  toldToReaders('myths', 'Myths'),
  toldToReaders('questions', 'Questions'),
  toldToReaders('events', 'Events and their posts'),
  toldToReaders('series', 'Series and their episodes'),
  toldToReaders('studies', 'Studies'),
  {
    collection: 'pages',
    title: 'How the organisation works: editors and lawyers; words also translators of the language',
    roles: ['editor', 'legal'],
    wordsRoles: ['editor', 'legal', 'translator'],
  },
  {
    collection: 'incidents',
    title: 'Incidents: approvers on duty',
    roles: ['duty-approver'],
    wordsRoles: ['duty-approver'],
  },
];

/** What tells readers of health: an editor and a clinician answer for it, and a translator for words. */
function toldToReaders(collection: Area['collection'], what: string): Area {
  return {
    collection,
    title: `${what}: editors and clinicians; words also translators of the language`,
    roles: ['editor', 'clinician'],
    wordsRoles: ['editor', 'clinician', 'translator'],
  };
}

/**
 * The text of `.github/CODEOWNERS` as the roster has it on a day: lines from the general to the particular, because the last
 * one that matches a file counts. A login is needed to own anything. What nobody in charge could review goes to
 * administrators; where there are none it is a comment, and the line before it holds.
 */
export function codeOwners(content: Content, { today: on, contentDir }: CodeOwnersOptions): string {
  const people = [...content.people.values()].filter(({ github }) => github !== undefined);
  const logins = (roles: readonly Role[], question: Omit<RoleQuestion, 'on'> = {}) =>
    people
      .filter((person) => roles.some((role) => holdsRole(person, role, { on, ...question })))
      .map(({ github }) => `@${github}`)
      .toSorted();
  const administrators = logins(['administrator']);
  const line = (pattern: string, owners: readonly string[]) => {
    const who = owners.length > 0 ? owners : administrators;
    return who.length > 0 ? `${pattern} ${who.join(' ')}` : `# ${pattern} belongs to nobody who has a GitHub login`;
  };
  const root = contentDir === '.' ? '' : `/${pathPattern(contentDir)}`;
  const languages = content.organisation.languages.map(({ tag }) => tag);

  /** A folder, then the files of each language in it. */
  const folder = (path: string, { roles, wordsRoles }: Area, question: { item?: string } = {}) => [
    line(`${root}/${path}/`, logins(roles, question)),
    ...languages.map((language) =>
      line(`${root}/${path}/**/${language}.mdx`, logins(wordsRoles, { ...question, language })),
    ),
  ];
  const areas = AREAS.flatMap((area) => [
    '',
    `# ${area.title}`,
    ...folder(area.collection, area),
    ...content[area.collection]
      .filter(({ id }) => isNamedInScope(people, id, on))
      .flatMap(({ id, slug }) => folder(`${area.collection}/${pathPattern(slug)}`, area, { item: id })),
  ]);
  const lines = [
    '# Everything that is not named below, this file, the workflows and the program among it: administrators',
    line('*', administrators),
    '',
    '# Sources and house terms: those who judge words',
    line(`${root}/sources/`, logins(['editor', 'clinician'])),
    line(`${root}/terms.yml`, logins(['editor'])),
    ...areas,
  ];
  const hasOwners = lines.some((written) => written !== '' && !written.startsWith('#'));
  return [
    `# Who is asked to review what, as the roster in ${contentDir}/people says. Written by \`npm run codeowners\`: change the roster.`,
    '# The last line that matches a file counts, and GitHub asks for the approval of one of its owners. What has to be approved',
    '# before a post leaves, and by whom, is told by `npm run roster`.',
    '',
    ...(hasOwners
      ? lines
      : ['# Nobody who works here today has a GitHub login in the roster: nothing has an owner yet.']),
    '',
  ].join('\n');
}

/** Whether somebody's role is limited to this item, so that it has other owners than the rest. */
function isNamedInScope(people: readonly Person[], item: string, on: string): boolean {
  return people.some((person) => rolesOn(person, on).some(({ scope }) => scope?.items?.includes(item)));
}

/** A path as a pattern: what could mean something else in one is any one character. */
function pathPattern(path: string): string {
  return path.replace(/[^\p{L}\p{M}\p{N}_.\-/]/gu, '?');
}

/** How a file that is there differs from the one it should be. */
export interface OwnerDifference {
  /** Line of the file that is there; missing where it lacks the pattern. */
  line?: number;
  pattern: string;
  /** As they stand there; missing where the pattern does not. */
  found?: string;
  /** As the roster has them; missing where it has no such pattern. */
  expected?: string;
}

/** Where a file differs from what it should be, by pattern; empty where at most comments or the order of lines do. */
export function compareOwners(found: string, expected: string): OwnerDifference[] {
  const [there, due] = [ownersByPattern(found), ownersByPattern(expected)];
  const changed = [...due].flatMap(([pattern, { owners }]): OwnerDifference[] => {
    const standing = there.get(pattern);
    if (!standing) return [{ pattern, expected: owners }];
    return standing.owners === owners
      ? []
      : [{ line: standing.line, pattern, found: standing.owners, expected: owners }];
  });
  const superfluous = [...there].flatMap(([pattern, { line, owners }]): OwnerDifference[] =>
    due.has(pattern) ? [] : [{ line, pattern, found: owners }],
  );
  return [...changed, ...superfluous];
}

function ownersByPattern(text: string): Map<string, { line: number; owners: string }> {
  return new Map(
    text.split('\n').flatMap((written, index) => {
      const [pattern, ...owners] = written
        .replace(/(^|\s)#.*$/, '')
        .trim()
        .split(/\s+/);
      return pattern ? [[pattern, { line: index + 1, owners: owners.join(' ') }]] : [];
    }),
  );
}

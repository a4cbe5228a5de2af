import { describe, expect, it } from 'vitest';
import { type Person, personSchema } from '../../src/model/person.ts';
import { codeOwners, compareOwners } from '../../src/roster/code-owners.ts';
import { readCodeOwners } from '../support/code-owners-reader.ts';
import { sampleCampaign, sampleContent } from '../support/sample-content.ts';

const TODAY = '2026-11-23';

describe('the reader of code owners that these tests rest on', () => {
  it.each<[string, string, string[]]>([
    ['README', '* @one @two', ['@one', '@two']],
    ['src/index.js', '* @one\n*.js @js #This is an inline comment.', ['@js']],
    ['build/logs/today', '/build/logs/ @doctocat', ['@doctocat']],
    ['x/build/logs/today', '/build/logs/ @doctocat', []],
    ['docs/getting-started.md', 'docs/* @docs', ['@docs']],
    ['docs/build-app/troubleshooting.md', 'docs/* @docs', []],
    ['x/apps/y/z', 'apps/ @octocat', ['@octocat']],
    ['build/logs', '**/logs @octocat', ['@octocat']],
    ['deeply/nested/logs/x', '**/logs @octocat', ['@octocat']],
    ['apps/github', '/apps/ @octocat\n/apps/github', []],
    ['apps/github', '/apps/ @octocat\n/apps/github @doctocat', ['@doctocat']],
    ['Docs/x', '/docs/ @doctocat', []],
    ['important', '* @one\n!important @two', ['@one']],
    ['a/ur.mdx', '/a/**/ur.mdx @urdu', ['@urdu']],
    ['a/b/c/ur.mdx', '/a/**/ur.mdx @urdu', ['@urdu']],
    ['a/bur.mdx', '/a/**/ur.mdx @urdu', []],
  ])('says of %s as GitHub does: %s', (file, text, owners) => {
    expect(readCodeOwners(text)(file)).toEqual(owners);
  });
});

describe('the owners of the code and the content', () => {
  const people = [
    person('kamran', { role: 'administrator' }, { role: 'duty-approver' }),
    person('sana', { role: 'editor' }),
    person('hina', { role: 'clinician' }),
    person('lubna', { role: 'legal' }),
    person('bilal', { role: 'translator', scope: { languages: ['ur'] } }),
    person('farah', { role: 'editor', scope: { items: ['dengue'] } }),
    person('left', { role: 'editor', endsOn: '2026-11-22' }, { role: 'administrator', endsOn: '2026-11-22' }),
    { ...person('no-login', { role: 'editor' }), github: undefined },
  ];
  const campaigns = [sampleCampaign({ id: 'dengue', slug: 'dengue-fever' }), sampleCampaign()];
  const ownersOf = readCodeOwners(textFor(people, campaigns));

  it.each<[string, string[]]>([
    ['package.json', ['@kamran-gh']],
    ['.github/CODEOWNERS', ['@kamran-gh']],
    ['.github/workflows/publish.yml', ['@kamran-gh']],
    ['src/publishing/plan.ts', ['@kamran-gh']],
    ['scripts/send.ts', ['@kamran-gh']],
    ['content/organisation.yml', ['@kamran-gh']],
    ['content/pause.yml', ['@kamran-gh']],
    ['content/people/sana.yml', ['@kamran-gh']],
    ['content/channels/bluesky.yml', ['@kamran-gh']],
    ['content/terms.yml', ['@sana-gh']],
    ['content/sources/who.yml', ['@hina-gh', '@sana-gh']],
    ['content/campaigns/clean-hands/soap.png', ['@hina-gh', '@sana-gh']],
    ['content/campaigns/clean-hands/en.mdx', ['@hina-gh', '@sana-gh']],
    ['content/campaigns/clean-hands/ur.mdx', ['@bilal-gh', '@hina-gh', '@sana-gh']],
    ['content/campaigns/clean-hands/posts/soap/ur.mdx', ['@bilal-gh', '@hina-gh', '@sana-gh']],
    ['content/campaigns/dengue-fever/house.png', ['@farah-gh', '@hina-gh', '@sana-gh']],
    ['content/campaigns/dengue-fever/en.mdx', ['@farah-gh', '@hina-gh', '@sana-gh']],
    ['content/campaigns/dengue-fever/posts/x/ur.mdx', ['@bilal-gh', '@farah-gh', '@hina-gh', '@sana-gh']],
    ['content/myths/garlic/ur.mdx', ['@bilal-gh', '@hina-gh', '@sana-gh']],
    ['content/pages/how-we-post/en.mdx', ['@lubna-gh', '@sana-gh']],
    ['content/incidents/flood/ur.mdx', ['@kamran-gh']],
  ])('of %s are %j', (file, owners) => {
    expect(ownersOf(file)).toEqual(owners);
  });

  it('stand in a file that says where they come from', () => {
    expect(
      textFor(people, campaigns),
    ).toBe(`# Who is asked to review what, as the roster in content/people says. Written by \`npm run codeowners\`: change the roster.
# The last line that matches a file counts, and GitHub asks for the approval of one of its owners. What has to be approved
# before a post leaves, and by whom, is told by \`npm run roster\`.

# Everything that is not named below, this file, the workflows and the program among it: administrators
* @kamran-gh

# Sources and house terms: those who judge words
/content/sources/ @hina-gh @sana-gh
/content/terms.yml @sana-gh

# Campaigns and their posts: editors and clinicians; words also translators of the language
/content/campaigns/ @hina-gh @sana-gh
/content/campaigns/**/en.mdx @hina-gh @sana-gh
/content/campaigns/**/ur.mdx @bilal-gh @hina-gh @sana-gh
/content/campaigns/dengue-fever/ @farah-gh @hina-gh @sana-gh
/content/campaigns/dengue-fever/**/en.mdx @farah-gh @hina-gh @sana-gh
/content/campaigns/dengue-fever/**/ur.mdx @bilal-gh @farah-gh @hina-gh @sana-gh

# Myths: editors and clinicians; words also translators of the language
/content/myths/ @hina-gh @sana-gh
/content/myths/**/en.mdx @hina-gh @sana-gh
/content/myths/**/ur.mdx @bilal-gh @hina-gh @sana-gh

# Questions: editors and clinicians; words also translators of the language
/content/questions/ @hina-gh @sana-gh
/content/questions/**/en.mdx @hina-gh @sana-gh
/content/questions/**/ur.mdx @bilal-gh @hina-gh @sana-gh

# Events and their posts: editors and clinicians; words also translators of the language
/content/events/ @hina-gh @sana-gh
/content/events/**/en.mdx @hina-gh @sana-gh
/content/events/**/ur.mdx @bilal-gh @hina-gh @sana-gh

# Series and their episodes: editors and clinicians; words also translators of the language
/content/series/ @hina-gh @sana-gh
/content/series/**/en.mdx @hina-gh @sana-gh
/content/series/**/ur.mdx @bilal-gh @hina-gh @sana-gh

# Studies: editors and clinicians; words also translators of the language
/content/studies/ @hina-gh @sana-gh
/content/studies/**/en.mdx @hina-gh @sana-gh
/content/studies/**/ur.mdx @bilal-gh @hina-gh @sana-gh

# How the organisation works: editors and lawyers; words also translators of the language
/content/pages/ @lubna-gh @sana-gh
/content/pages/**/en.mdx @lubna-gh @sana-gh
/content/pages/**/ur.mdx @bilal-gh @lubna-gh @sana-gh

# Incidents: approvers on duty
/content/incidents/ @kamran-gh
/content/incidents/**/en.mdx @kamran-gh
/content/incidents/**/ur.mdx @kamran-gh
`);
  });

  it('are administrators where nobody in charge has a login', () => {
    const owner = readCodeOwners(textFor([person('kamran', { role: 'administrator' })]));
    expect(owner('content/campaigns/clean-hands/ur.mdx')).toEqual(['@kamran-gh']);
  });

  it('are nobody, and the file says so, where nobody has a login', () => {
    const text = textFor([{ ...person('kamran', { role: 'administrator' }), github: undefined }]);
    expect(text.split('\n').slice(3)).toEqual([
      '',
      '# Nobody who works here today has a GitHub login in the roster: nothing has an owner yet.',
      '',
    ]);
    expect(readCodeOwners(text)('content/campaigns/clean-hands/ur.mdx')).toEqual([]);
  });

  it('are those of the line before where nobody in charge and no administrator has a login', () => {
    const text = textFor([person('bilal', { role: 'translator', scope: { languages: ['ur'] } })]);
    expect(text).toContain('\n# * belongs to nobody who has a GitHub login\n');
    const owner = readCodeOwners(text);
    expect(owner('content/campaigns/clean-hands/ur.mdx')).toEqual(['@bilal-gh']);
    expect(owner('content/campaigns/clean-hands/en.mdx')).toEqual([]);
  });

  it('are found in a folder whose name means something else in a pattern', () => {
    const odd = [sampleCampaign({ id: 'dengue', slug: 'a [b]#!*c' })];
    const owner = readCodeOwners(textFor(people, odd));
    expect(owner('content/campaigns/a [b]#!*c/en.mdx')).toEqual(['@farah-gh', '@hina-gh', '@sana-gh']);
  });

  it('are found wherever the content stands', () => {
    const at = (contentDir: string) =>
      readCodeOwners(codeOwners(sampleContent({ people: byId(people) }), { today: TODAY, contentDir }));
    expect(at('desks/one')('desks/one/sources/who.yml')).toEqual(['@hina-gh', '@sana-gh']);
    expect(at('.')('sources/who.yml')).toEqual(['@hina-gh', '@sana-gh']);
  });
});

describe('a file that differs from the roster', () => {
  const expected = '# Everything\n* @kamran\n/content/sources/ @hina @sana\n';

  it('is told of pattern by pattern, with the line', () => {
    const found = '* @kamran @left\n/content/old/ @left # gone\n';
    expect(compareOwners(found, expected)).toEqual([
      { line: 1, pattern: '*', found: '@kamran @left', expected: '@kamran' },
      { pattern: '/content/sources/', expected: '@hina @sana' },
      { line: 2, pattern: '/content/old/', found: '@left' },
    ]);
  });

  it('is none where comments differ', () => {
    expect(compareOwners('* @kamran\n\n/content/sources/   @hina @sana', expected)).toEqual([]);
  });
});

type Entry = Omit<Person['roles'][number], 'startsOn'>;

function person(id: string, ...roles: Entry[]): Person {
  return personSchema.parse({
    id,
    name: { en: id },
    github: `${id}-gh`,
    roles: roles.map((entry) => ({ startsOn: '2026-01-01', ...entry })),
  });
}

function byId(people: readonly Person[]): Map<string, Person> {
  return new Map(people.map((one) => [one.id, one]));
}

function textFor(people: readonly Person[], campaigns = [sampleCampaign()]): string {
  return codeOwners(sampleContent({ people: byId(people), campaigns }), { today: TODAY, contentDir: 'content' });
}

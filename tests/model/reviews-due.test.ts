import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../src/model/content.ts';
import { personSchema } from '../../src/model/person.ts';
import { policySchema } from '../../src/model/policy.ts';
import { type Due, describeDue, reviewsDue } from '../../src/model/reviews-due.ts';
import { sourceSchema } from '../../src/model/source.ts';
import { sampleCampaign as anyCampaign, sampleContent, sampleOrganisation } from '../support/sample-content.ts';

const TODAY = '2026-11-23';
const lines = (due: readonly Due[]) => due.map((one) => `${one.on} ${describeDue(one)} [${one.owners.join(', ')}]`);
const within = (content: ReturnType<typeof sampleContent>, until = '2030-12-31') =>
  lines(reviewsDue(content, { today: TODAY, until }));

describe('what falls due', () => {
  it('is the review of a page, seen to by its reviewer', () => {
    const content = sampleContent({ campaigns: [sampleCampaign({ reviewedBy: 'hina' })] });
    expect(reviewsDue(content, { today: TODAY, until: '2027-11-01' })).toEqual([
      {
        on: '2027-11-01',
        kind: 'review',
        what: 'clean-hands',
        name: 'Clean hands',
        file: 'campaigns/clean-hands/en.mdx',
        owners: ['hina'],
      },
    ]);
    expect(within(content, '2027-10-31')).toEqual([]);
  });

  it('is told earliest first, what should have been done by today as well', () => {
    const content = sampleContent({
      campaigns: [
        sampleCampaign({ id: 'later', nextReviewDueOn: '2027-01-01' }),
        sampleCampaign({ id: 'overdue', nextReviewDueOn: '2026-05-01' }),
      ],
    });
    expect(within(content)).toEqual([
      '2026-05-01 Review the page overdue as a whole [amina]',
      '2027-01-01 Review the page later as a whole [amina]',
    ]);
  });

  it('is seen to by the author where nobody reviewed the page, or the reviewer has left', () => {
    const people = peopleWith({ id: 'hina', role: 'clinician', endsOn: '2026-11-22' }, { id: 'amina', role: 'author' });
    const campaigns = [sampleCampaign({ reviewedBy: 'hina' })];
    expect(within(sampleContent({ people, campaigns }))).toEqual([
      '2027-11-01 Review the page clean-hands as a whole [amina]',
    ]);
  });

  it('is seen to by all administrators where both have left, and by nobody where there are none', () => {
    const left = { id: 'amina', role: 'author', endsOn: '2026-11-22' };
    const administrators = [
      { id: 'kamran', role: 'administrator' },
      { id: 'rabia', role: 'administrator' },
    ];
    expect(
      within(sampleContent({ campaigns: [sampleCampaign()], people: peopleWith(left, ...administrators) })),
    ).toEqual(['2027-11-01 Review the page clean-hands as a whole [kamran, rabia]']);
    expect(within(sampleContent({ campaigns: [sampleCampaign()], people: peopleWith(left) }))).toEqual([
      '2027-11-01 Review the page clean-hands as a whole []',
    ]);
  });
});

describe('what falls due of a source', () => {
  it.each<[string, object, string[]]>([
    [
      'is that it is read again',
      { kind: 'guideline', publishedOn: '2019' },
      ['2028-10-01 Read the source s again [kamran]'],
    ],
    [
      'is that something newer is found',
      { kind: 'news', publishedOn: '2024-07-01' },
      ['2027-07-01 Find something newer in place of the source s [kamran]'],
    ],
    [
      'is its own last day',
      { kind: 'guideline', publishedOn: '2024', expiresOn: '2026-12-31' },
      [
        '2026-12-31 The source s holds no longer after this day: replace it [kamran]',
        '2028-10-01 Read the source s again [kamran]',
      ],
    ],
    [
      'is a look-up, at once where there was none',
      { kind: 'peer-reviewed', publishedOn: '2024' },
      ['2026-10-01 Look up whether s was retracted [kamran]', '2029-10-01 Read the source s again [kamran]'],
    ],
    [
      'is a look-up a year after the last one',
      {
        kind: 'peer-reviewed',
        publishedOn: '2024',
        retraction: { status: 'corrected', lookedUpOn: '2026-11-01', lookedUpIn: 'Crossref' },
      },
      ['2027-11-01 Look up whether s was retracted [kamran]', '2029-10-01 Read the source s again [kamran]'],
    ],
    [
      'is no look-up of what is known to be retracted',
      {
        kind: 'peer-reviewed',
        publishedOn: '2024',
        retraction: { status: 'retracted', lookedUpOn: '2024-11-01', lookedUpIn: 'Crossref' },
      },
      ['2029-10-01 Read the source s again [kamran]'],
    ],
  ])('%s', (_, different, said) => {
    const content = sampleContent({
      campaigns: [],
      people: peopleWith({ id: 'kamran', role: 'administrator' }),
      sources: new Map([['s', source(different)]]),
    });
    expect(within(content)).toEqual(said);
  });

  it('is seen to by who assessed it', () => {
    const steps = ['origin', 'beyondHeadline', 'author', 'date', 'evidence', 'bias', 'factCheckers'];
    const assessment = {
      by: 'hina',
      on: '2026-10-01',
      language: 'en',
      steps: Object.fromEntries(steps.map((step) => [step, { finding: 'sound', note: 'Seen' }])),
    };
    const sources = new Map([['s', source({ kind: 'guideline', publishedOn: '2024', assessment })]]);
    expect(within(sampleContent({ campaigns: [], sources }))).toEqual(['2028-10-01 Read the source s again [hina]']);
  });
});

describe('what an exception passes over', () => {
  const stale = new Map([['s', source({ kind: 'news', publishedOn: '2020-07-01' })]]);
  const people = peopleWith({ id: 'kamran', role: 'administrator' });
  const dueWith = (suppression: object) => {
    const policy = policySchema.parse({ suppressions: [{ reason: 'Nothing newer', ...suppression }] });
    return within(
      sampleContent({ campaigns: [], people, sources: stale, organisation: sampleOrganisation({ policy }) }),
    );
  };
  const overdue = '2023-07-01 Find something newer in place of the source s [kamran]';

  it.each(['sources/s.yml', 'sources/'])('falls due when the exception in %s ends', (file) => {
    expect(dueWith({ rule: 'source/stale', file, until: '2027-06-30' })).toEqual([
      `2027-06-30 The exception to source/stale in ${file} ends [kamran]`,
    ]);
  });

  it.each([
    ['has ended', { rule: 'source/stale', file: 'sources/s.yml', until: '2026-11-22' }],
    ['is to another rule', { rule: 'source/expired', file: 'sources/s.yml', until: '2027-06-30' }],
    ['is for another file', { rule: 'source/stale', file: 'sources/s.y', until: '2027-06-30' }],
  ])('stays overdue where the exception %s', (_, suppression) => {
    expect(dueWith(suppression)).toContain(overdue);
  });
});

describe('what ends', () => {
  it('is an exception to a rule, also where it should have been taken out', () => {
    const policy = policySchema.parse({
      suppressions: [
        { rule: 'date/future', file: 'sources/s.yml', reason: 'A slip', until: '2026-11-01' },
        { rule: 'source/unused', file: 'sources/', reason: 'A slip', until: '2027-02-01' },
      ],
    });
    const organisation = sampleOrganisation({ policy });
    const people = peopleWith({ id: 'kamran', role: 'administrator' });
    expect(within(sampleContent({ campaigns: [], organisation, people }))).toEqual([
      '2026-11-01 The exception to date/future in sources/s.yml ends [kamran]',
      '2027-02-01 The exception to source/unused in sources/ ends [kamran]',
    ]);
  });

  it('is a role and the access to an account, unless that is over', () => {
    const bilal = personSchema.parse({
      id: 'bilal',
      name: { en: 'Bilal' },
      roles: [
        { role: 'author', startsOn: '2024-01-01', endsOn: '2026-11-22' },
        { role: 'translator', startsOn: '2024-01-01', endsOn: '2026-11-23' },
      ],
      channels: [{ channel: 'bluesky', startsOn: '2024-01-01', endsOn: '2026-11-23' }],
    });
    expect(within(sampleContent({ campaigns: [], people: new Map([['bilal', bilal]]) }))).toEqual([
      '2026-11-23 Last day of bilal as translator []',
      '2026-11-23 Last day on which bilal may use bluesky: change its secret []',
    ]);
  });
});

function sampleCampaign(different: Partial<Campaign> = {}): Campaign {
  return anyCampaign({ nextReviewDueOn: '2027-11-01', ...different });
}

function peopleWith(...people: { id: string; role: string; endsOn?: string }[]) {
  return new Map(
    people.map(({ id, ...role }) => [
      id,
      personSchema.parse({ id, name: { en: id }, roles: [{ startsOn: '2024-01-01', ...role }] }),
    ]),
  );
}

function source(different: object) {
  return sourceSchema.parse({
    id: 's',
    title: 'A source',
    publisher: 'World Health Organization',
    url: 'https://www.who.int/',
    language: 'en',
    accessedOn: '2026-10-01',
    ...different,
  });
}

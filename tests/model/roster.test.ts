import { describe, expect, it } from 'vitest';
import { type Person, personSchema } from '../../src/model/person.ts';
import { channelAccess, holdsRole, isActive, peopleWith, rolesFor, rolesOn } from '../../src/model/roster.ts';

const ON = '2026-11-23';

describe('a role', () => {
  const sana = person({ role: 'editor', startsOn: '2026-01-05', endsOn: '2026-11-23' });

  it.each([
    ['2026-01-04', false],
    ['2026-01-05', true],
    ['2026-11-23', true],
    ['2026-11-24', false],
  ])('that is held from 5 January to 23 November is held on %s: %s', (on, isHeld) => {
    expect(holdsRole(sana, 'editor', { on })).toBe(isHeld);
    expect(isActive(sana, on)).toBe(isHeld);
  });

  it('is no other role', () => {
    expect(holdsRole(sana, 'administrator', { on: ON })).toBe(false);
  });

  it('without a last day lasts', () => {
    expect(holdsRole(person({ role: 'legal', startsOn: '2020-01-01' }), 'legal', { on: '2199-12-31' })).toBe(true);
  });

  it('without a scope is held for every item in every language', () => {
    expect(holdsRole(sana, 'editor', { on: ON, item: 'dengue', language: 'ur' })).toBe(true);
  });

  it('can be held again after a time without it', () => {
    const back = person(
      { role: 'editor', startsOn: '2024-01-01', endsOn: '2024-12-31' },
      { role: 'editor', startsOn: '2026-01-01' },
    );
    expect(['2024-06-01', '2025-06-01', '2026-06-01'].map((on) => holdsRole(back, 'editor', { on }))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('the roles of a person', () => {
  it('are held together where their days, items and languages meet', () => {
    const hina = person(
      { role: 'editor', startsOn: '2026-01-01', endsOn: '2026-06-30' },
      { role: 'editor', startsOn: '2026-09-01', scope: { languages: ['ur'] } },
      { role: 'clinician', startsOn: '2026-01-01', scope: { items: ['dengue'], languages: ['ur', 'en'] } },
    );
    const on = (day: string, item: string, language: string) => [...rolesFor(hina, { on: day, item, language })];
    expect(on('2025-12-31', 'dengue', 'ur')).toEqual([]);
    expect(on('2026-01-01', 'dengue', 'ur')).toEqual(['editor', 'clinician']);
    expect(on('2026-06-30', 'smog', 'en')).toEqual(['editor']);
    expect(on('2026-07-01', 'smog', 'en')).toEqual([]);
    expect(on('2026-09-01', 'smog', 'ur')).toEqual(['editor']);
    expect(on('2026-09-01', 'dengue', 'ar')).toEqual([]);
  });
});

describe('a role with a scope', () => {
  const hina = person({
    role: 'clinician',
    startsOn: '2026-01-01',
    scope: { items: ['dengue', 'winter-smog'], languages: ['ur'] },
  });

  it('is held for what the scope names', () => {
    expect(holdsRole(hina, 'clinician', { on: ON, item: 'winter-smog', language: 'ur' })).toBe(true);
  });

  it.each([
    ['another item', { on: ON, item: 'clean-hands', language: 'ur' }],
    ['another language', { on: ON, item: 'dengue', language: 'en' }],
    ['every item', { on: ON, language: 'ur' }],
    ['every language', { on: ON, item: 'dengue' }],
    ['the whole desk', { on: ON }],
  ])('is not held for %s', (_, question) => {
    expect(holdsRole(hina, 'clinician', question)).toBe(false);
  });

  it('does not borrow the language from another entry', () => {
    const farah = person(
      { role: 'translator', startsOn: '2026-01-01', scope: { items: ['dengue'], languages: ['ur'] } },
      { role: 'translator', startsOn: '2026-01-01', scope: { items: ['clean-hands'], languages: ['ar'] } },
    );
    expect(holdsRole(farah, 'translator', { on: ON, item: 'dengue', language: 'ar' })).toBe(false);
    expect(holdsRole(farah, 'translator', { on: ON, item: 'clean-hands', language: 'ar' })).toBe(true);
  });

  it('still makes its holder one of those who work here', () => {
    expect(isActive(hina, ON)).toBe(true);
    expect(rolesOn(hina, ON)).toEqual(hina.roles);
    expect(rolesOn(hina, '2025-12-31')).toEqual([]);
  });
});

describe('those with a role', () => {
  it('are found among all, by day, item and language', () => {
    const people = new Map(
      [
        person({ role: 'editor', startsOn: '2026-01-01' }, 'sana'),
        person({ role: 'editor', startsOn: '2026-01-01', endsOn: '2026-10-31' }, 'left'),
        person({ role: 'editor', startsOn: '2026-01-01', scope: { languages: ['ur'] } }, 'urdu'),
        person({ role: 'author', startsOn: '2026-01-01' }, 'amina'),
      ].map((one) => [one.id, one]),
    );
    const named = (question: Parameters<typeof peopleWith>[2]) =>
      peopleWith(people.values(), 'editor', question).map(({ id }) => id);
    expect(named({ on: ON, language: 'ur' })).toEqual(['sana', 'urdu']);
    expect(named({ on: ON, language: 'en' })).toEqual(['sana']);
    expect(named({ on: '2026-10-31' })).toEqual(['sana', 'left']);
  });
});

describe('the access to an account', () => {
  const kamran = personSchema.parse({
    id: 'kamran',
    name: { en: 'Kamran' },
    roles: [{ role: 'duty-approver', startsOn: '2026-01-01' }],
    channels: [
      { channel: 'bluesky', startsOn: '2026-01-01', endsOn: '2026-06-30' },
      { channel: 'telegram', startsOn: '2026-07-01' },
    ],
  });

  it('holds from its first day to its last', () => {
    expect(channelAccess(kamran, 'bluesky', '2026-06-30')).toEqual(kamran.channels[0]);
    expect(channelAccess(kamran, 'bluesky', '2026-07-01')).toBeUndefined();
    expect(channelAccess(kamran, 'telegram', '2026-07-01')).toEqual(kamran.channels[1]);
  });

  it('follows from no role', () => {
    expect(channelAccess(kamran, 'mastodon', ON)).toBeUndefined();
  });
});

function person(...entries: (Person['roles'][number] | string)[]): Person {
  const roles = entries.filter((entry) => typeof entry !== 'string');
  const id = entries.find((entry) => typeof entry === 'string') ?? 'someone';
  return personSchema.parse({ id, name: { en: id }, roles });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRoles, rolesOn } from '../../src/approvals/roles.ts';
import type { Role } from '../../src/model/person.ts';
import { personSchema } from '../../src/model/person.ts';

const NEEDED: readonly Role[] = ['editor', 'clinician', 'legal', 'duty-approver'];

/** The most roles that distinct people can stand for, found by trying everything. */
function mostRoles(people: readonly ReadonlySet<Role>[], needed: readonly Role[]): number {
  const [role, ...rest] = needed;
  if (role === undefined) return 0;
  const without = mostRoles(people, rest);
  const withEach = people.flatMap((roles, index) =>
    roles.has(role) ? [1 + mostRoles(people.toSpliced(index, 1), rest)] : [],
  );
  return Math.max(without, ...withEach);
}

describe('roles', () => {
  it('are filled by different people, as many as can be', () => {
    const people = fc.array(fc.uniqueArray(fc.constantFrom(...NEEDED)), { maxLength: 5 });
    fc.assert(
      fc.property(people, fc.shuffledSubarray([...NEEDED]), (each, needed) => {
        const given = each.map((roles, id) => ({ id, roles: new Set<Role>(roles) }));
        const { filled, missing } = assignRoles(given, needed);
        for (const [role, person] of filled) expect(person.roles.has(role)).toBe(true);
        expect(new Set([...filled.values()].map(({ id }) => id)).size).toBe(filled.size);
        expect([...filled.keys(), ...missing].toSorted()).toEqual(needed.toSorted());
        expect(filled.size).toBe(
          mostRoles(
            given.map(({ roles }) => roles),
            needed,
          ),
        );
      }),
    );
  });

  it('hold on their days, for their items and languages', () => {
    const person = personSchema.parse({
      id: 'hina',
      name: { en: 'Hina' },
      roles: [
        { role: 'editor', startsOn: '2026-01-01', endsOn: '2026-06-30' },
        { role: 'editor', startsOn: '2026-09-01', scope: { languages: ['ur'] } },
        { role: 'clinician', startsOn: '2026-01-01', scope: { items: ['dengue'], languages: ['ur', 'en'] } },
      ],
    });
    const on = (day: string, item: string, language: string) => [...rolesOn(person, day, { item, language })];
    expect(on('2025-12-31', 'dengue', 'ur')).toEqual([]);
    expect(on('2026-01-01', 'dengue', 'ur')).toEqual(['editor', 'clinician']);
    expect(on('2026-06-30', 'smog', 'en')).toEqual(['editor']);
    expect(on('2026-07-01', 'smog', 'en')).toEqual([]);
    expect(on('2026-09-01', 'smog', 'ur')).toEqual(['editor']);
    expect(on('2026-09-01', 'dengue', 'ar')).toEqual([]);
  });
});

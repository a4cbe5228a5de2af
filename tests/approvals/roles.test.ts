import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRoles } from '../../src/approvals/roles.ts';
import type { Role } from '../../src/model/person.ts';

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
});

import type { Role } from '../model/person.ts';

/** The roles that can agree to words or object to them. */
export const APPROVING_ROLES: readonly Role[] = ['editor', 'clinician', 'legal', 'duty-approver'];

/**
 * Who stands for which role, each person for one: as many roles as can be filled. Those who come first are taken first, and
 * give way where another role could not be filled without them.
 *
 * @param needed Each role once.
 */
export function assignRoles<T extends { roles: ReadonlySet<Role> }>(
  people: readonly T[],
  needed: readonly Role[],
): { filled: Map<Role, T>; missing: Role[] } {
  const filled = new Map<Role, T>();
  const fill = (role: Role, tried: Set<T>): boolean => {
    for (const person of people) {
      if (!person.roles.has(role) || tried.has(person)) continue;
      tried.add(person);
      const before = [...filled].find(([, one]) => one === person)?.[0];
      if (before !== undefined && !fill(before, tried)) continue;
      filled.set(role, person);
      return true;
    }
    return false;
  };
  const missing = needed.filter((role) => !fill(role, new Set()));
  return { filled, missing };
}

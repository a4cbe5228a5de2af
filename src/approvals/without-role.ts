import type { Person, Role } from '../model/person.ts';
import { isInForce, isInScope, type RoleQuestion } from '../model/roster.ts';
import { inWords, roleName } from './role-names.ts';

/**
 * Why the approval of somebody who holds none of the needed roles counts for nothing, as a sentence goes on: after
 * “Hina approved it”, ` on 2026-12-02, and was a clinician until 2026-11-25`.
 */
export function withoutRole(person: Person, needed: readonly Role[], question: RoleQuestion): string {
  const { on } = question;
  const held = person.roles.filter(({ role }) => needed.includes(role));
  const active = held.find((entry) => isInForce(entry, on));
  if (active && !isInScope(active, question)) return `, and is ${roleName(active.role)} for other items or languages`;
  const ended = held.findLast(({ endsOn }) => endsOn !== undefined && endsOn < on);
  if (ended) return ` on ${on}, and was ${roleName(ended.role)} until ${ended.endsOn}`;
  const [later] = held.filter(({ startsOn }) => on < startsOn);
  if (later) return ` on ${on}, and is ${roleName(later.role)} from ${later.startsOn}`;
  return `, and is not ${inWords(needed.map(roleName), 'or')}`;
}

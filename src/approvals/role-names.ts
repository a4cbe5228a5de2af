import type { Role } from '../model/person.ts';

const NAMES: Readonly<Record<Role, string>> = {
  author: 'an author',
  translator: 'a translator',
  editor: 'an editor',
  clinician: 'a clinician',
  legal: 'a lawyer',
  'duty-approver': 'the approver on duty',
  administrator: 'an administrator',
};

/** A role as a sentence has it: `an editor`, `the approver on duty`. */
export function roleName(role: Role): string {
  return NAMES[role];
}

/** `an editor, a clinician and a lawyer`; for words joined otherwise, `or`. */
export function inWords(words: readonly string[], joiner = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

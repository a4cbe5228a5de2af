import type { Person, Role } from '../model/person.ts';
import type { ReviewReading } from './approval-gate.ts';
import { mayApprove, type Outlook } from './approval-outlook.ts';
import { assignRoles } from './roles.ts';

/** How far the approvals of one thing are. */
export interface Standing {
  outlook: Outlook;
  /** Who stands for a role, on every channel and in every language. */
  agreed: { role: Role; by: string }[];
  /** The roles that are open somewhere, and who may still stand for them. */
  open: { role: Role; may: Person[] }[];
  objections: { by: string; review: string }[];
  /** Why something does not count. */
  notes: string[];
  /** Why the reviews cannot be read, where they cannot. */
  unread: string | undefined;
}

export interface StandingInput {
  outlook: Outlook;
  needs: readonly Role[];
  /** What the reviews say of each of its channels and languages; none where nobody asked. */
  readings: readonly ReviewReading[];
  /** The roster before the change. */
  people: ReadonlyMap<string, Person>;
  day: string;
  /** Logins of who made the change, in small letters. */
  authors: ReadonlySet<string>;
}

export function approvalStanding({ outlook, needs, readings, ...who }: StandingInput): Standing {
  const read = readings.filter((reading) => reading.kind === 'read');
  const each = read.map(({ given }) => assignRoles(given, needs));
  const isOpen = (role: Role) => each.length === 0 || each.some(({ missing }) => missing.includes(role));
  const standingFor = (role: Role) => [...new Set(each.flatMap(({ filled }) => filled.get(role)?.by ?? []))];
  const hasAgreed = ({ id }: Person) =>
    each.length > 0 && each.every(({ filled }) => [...filled.values()].some(({ by }) => by === id));
  const open = needs.filter(isOpen);
  return {
    outlook,
    agreed: needs.filter((role) => !isOpen(role)).flatMap((role) => standingFor(role).map((by) => ({ role, by }))),
    open: open.map((role) => ({
      role,
      may: mayApprove(role, outlook, who).filter((person) => !hasAgreed(person)),
    })),
    objections: [
      ...new Map(read.flatMap(({ objections }) => objections.map((one) => [one.review, one] as const))).values(),
    ],
    notes: open.length === 0 ? [] : [...new Set(read.flatMap(({ notes }) => notes))],
    unread: readings.find((reading) => reading.kind === 'unread')?.reason,
  };
}

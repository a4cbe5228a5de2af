import type { NetworkName } from '../model/network.ts';
import type { Role } from '../model/person.ts';
import type { Policy } from '../model/policy.ts';
import type { RiskClass } from '../model/risk.ts';
import { assignRoles } from './roles.ts';

/** What somebody has to approve: exactly these words of one thing, in one occurrence, on one channel in one language. */
export interface Asked {
  kind: 'post' | 'banner';
  /** Id of the campaign. */
  campaign: string;
  /** Id of the post; of a banner `campaign-<id>`. */
  item: string;
  occurrence: string;
  channel: string;
  language: string;
  risk: RiskClass;
  /** One approver on duty decided alone, and the content says why. */
  breakGlass?: true;
  /** Fingerprint of all that is approved with it. */
  words: string;
}

/** The roles that have to approve something: those of its risk, or the approver on duty alone where the glass was broken. */
export function rolesRequired(
  { risk, breakGlass }: Pick<Asked, 'risk' | 'breakGlass'>,
  { approvals }: Pick<Policy, 'approvals'>,
): readonly Role[] {
  return breakGlass ? ['duty-approver'] : approvals[risk];
}

/** What an approval is kept under. */
export function approvalName({ item, occurrence, channel, language, words }: Asked): string {
  return [item, occurrence, channel, language, words].join('/');
}

/** A person's approval of exactly these words. */
export interface Approval {
  /** Id of the person. */
  by: string;
  role: Role;
  /** Instant of the review. */
  at: string;
  /** Address of the review. */
  review: string;
  /** The commit that was reviewed. */
  commit: string;
  /** Fingerprint of all that was approved. */
  words: string;
}

/** The same, before anyone knows for which role it is needed. */
export interface GivenApproval extends Omit<Approval, 'role' | 'words'> {
  /** Roles that the person had that day, for this item and language. */
  roles: ReadonlySet<Role>;
}

/** What the reviews say about what is asked. */
export type ReviewReading =
  | {
      kind: 'read';
      /** One for each person. */
      given: readonly GivenApproval[];
      /** Roles that are needed whatever the content says today: what its own change could not do away with. */
      needs: readonly Role[];
      /** Approvers who ask for changes. */
      objections: readonly { by: string; review: string }[];
      /** Why something does not count, for people. */
      notes: readonly string[];
    }
  /** GitHub or the history cannot be read now. */
  | { kind: 'unread'; reason: string };

export interface Approvals {
  policy: Pick<Policy, 'approvals'>;
  /** Names of what was approved on this machine. */
  local: ReadonlySet<string>;
  /** By name. */
  reviews: ReadonlyMap<string, ReviewReading>;
  /** What nobody has looked up counts as approved, and is marked: only to find out what has to be looked up. */
  assumeUnread: boolean;
}

export type GateAnswer =
  | { kind: 'open'; approvals: readonly Approval[] }
  /** It would leave if it were approved; that has to be looked up. */
  | { kind: 'assumed' }
  | ClosedGate;

export type ClosedGate =
  /** `notes`: why what was found does not suffice; missing where nobody looked. */
  | { kind: 'unapproved'; needs: readonly Role[]; notes?: readonly string[] }
  | { kind: 'objection'; by: string; review: string }
  | { kind: 'approvals-unread'; reason: string };

/**
 * Whether something may leave. Only the outbox, which nobody outside the desk sees, is exempt. An approval recorded on this
 * machine is easily forged, so it opens channels on this machine only; for all others the reviews count.
 */
export function approvalGate(
  asked: Asked,
  { network, isLoopback }: { network: NetworkName; isLoopback: boolean },
  { policy, local, reviews, assumeUnread }: Approvals,
): GateAnswer {
  if (network === 'outbox') return { kind: 'open', approvals: [] };
  const name = approvalName(asked);
  if (isLoopback && local.has(name)) return { kind: 'open', approvals: [] };
  const reading = reviews.get(name);
  const required = rolesRequired(asked, policy);
  if (!reading) return assumeUnread ? { kind: 'assumed' } : { kind: 'unapproved', needs: required };
  if (reading.kind === 'unread') return { kind: 'approvals-unread', reason: reading.reason };
  const [objection] = reading.objections;
  if (objection) return { kind: 'objection', ...objection };
  const { filled, missing } = assignRoles(reading.given, [...new Set([...required, ...reading.needs])]);
  if (missing.length > 0) return { kind: 'unapproved', needs: missing, notes: reading.notes };
  const { words } = asked;
  const approvals = [...filled].map(([role, { by, at, review, commit }]) => ({ by, role, at, review, commit, words }));
  return { kind: 'open', approvals };
}

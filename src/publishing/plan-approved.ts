import { type Asked, approvalName, type ReviewReading } from '../approvals/approval-gate.ts';
import { type PlanInput, planAll } from './plan.ts';
import type { Planned } from './planned.ts';

/** What the reviews say about each of these, by `approvalName`. One that is left out counts as not approved. */
export type LookUpReviews = (asked: readonly Asked[]) => Promise<ReadonlyMap<string, ReviewReading>>;

/**
 * The plan with the reviews of what would leave. Only what is due and held by nothing else is looked up, and nothing twice:
 * a run with nothing due asks nobody. Without `lookUp` nobody is asked, and what needs a review is held.
 */
export async function planApproved(input: PlanInput, lookUp: LookUpReviews | undefined): Promise<Planned[]> {
  if (!lookUp) return planAll(input);
  const reviews = new Map<string, ReviewReading>(input.reviews);
  for (;;) {
    const plan = planAll({ ...input, reviews, assumeUnread: true });
    const asked = new Map(plan.flatMap(toLookUp).map((one) => [approvalName(one), one]));
    // What is still taken for approved is held by something else: nothing of it leaves.
    if (asked.size === 0) return plan;
    const found = await lookUp([...asked.values()]);
    for (const name of asked.keys())
      reviews.set(name, found.get(name) ?? { kind: 'read', given: [], needs: [], objections: [], notes: [] });
  }
}

/** What of something that would leave nobody has looked up. */
export function toLookUp(planned: Planned): Asked[] {
  const pass = planned.kind === 'settle' ? planned.ifAbsent : planned.kind === 'hold' ? undefined : planned;
  return pass && 'toLookUp' in pass && pass.toLookUp ? [pass.toLookUp] : [];
}

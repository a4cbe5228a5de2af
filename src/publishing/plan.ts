import { subjectText } from '../ledger/entry.ts';
import type { PostsInput } from './plan-context.ts';
import { planPace } from './plan-pace.ts';
import { planPosts } from './plan-posts.ts';
import { planProfiles } from './plan-profiles.ts';
import { type Planned, subjectOf } from './planned.ts';
import type { Profile } from './ports.ts';

/** A plan's posts lie within this of now, where nothing else is asked for. */
const FARTHEST_MS = 400 * 86_400_000;

export interface PlanInput extends Omit<PostsInput, 'from' | 'until' | 'leaseMs'> {
  from?: PostsInput['from'];
  until?: PostsInput['until'];
  leaseMs?: number;
  /** What each profile shows, by channel id; missing where it was not looked at: then nothing is done about it. */
  profiles?: ReadonlyMap<string, Profile>;
}

/**
 * Everything that is to be done now, and what is not and why: a function of the content, of what the ledger knows, of what
 * the profiles show, and of the time. The same input gives the same plan in the same order, by time and then by name.
 */
export function planAll(input: PlanInput): Planned[] {
  const whole = asked(input);
  const planned = planPace(planPosts(whole), whole);
  const changes = planProfiles({ ...whole, profiles: input.profiles ?? new Map() });
  return [...planned.toSorted((a, b) => a.publishAt - b.publishAt || compare(nameOf(a), nameOf(b))), ...changes];
}

/** The input with what it leaves out. */
export function asked(input: PlanInput): PostsInput {
  return {
    ...input,
    from: input.from ?? input.now - FARTHEST_MS,
    until: input.until ?? input.now + FARTHEST_MS,
    leaseMs: input.leaseMs ?? 0,
  };
}

function nameOf(planned: Planned): string {
  return subjectText(subjectOf(planned));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { NETWORK } from '../src/model/network.ts';
import { type EpochMs, toInstantText } from '../src/model/time.ts';
import type { ComposedPost } from '../src/posts/compose-post.ts';
import type { HoldReason, PlannedPost } from '../src/publishing/plan-posts.ts';

/** Why a post does not leave, in words. */
export function describeReason(
  why: HoldReason,
  planned: Pick<PlannedPost, 'publishAt' | 'expiresAt'>,
  timeZone: string,
): string {
  switch (why.kind) {
    case 'not-yet': {
      const due = `due ${shortTime(planned.publishAt, timeZone)}`;
      return why.obstacle ? `${due}, but ${describeReason(why.obstacle, planned, timeZone)}` : due;
    }
    case 'expired':
      return `its time passed ${shortTime(planned.expiresAt, timeZone)}`;
    case 'sent':
      return `sent ${why.at.replace('T', ' ').slice(0, 16)}`;
    case 'unasked':
      return `an earlier run was cut off, and whether the post arrived cannot be asked: ${describeReason(why.obstacle, planned, timeZone)}`;
    case 'unapproved':
      return `these words wait for approval by ${why.needs.map(roleName).join(' and ')}`;
    case 'not-connected':
      return `not connected (${why.reason})`;
    case 'demonstration':
      return 'this desk is a demonstration, and nothing of it goes to a public network';
    case 'no-sender':
      return `the desk cannot send to ${NETWORK[why.network].title} yet; post it by hand`;
    case 'failed':
      return `refused before: ${why.reason}; change its words or ask for help`;
  }
}

/** `2026-12-01 09:00`, in the zone. */
export function shortTime(moment: EpochMs, timeZone: string): string {
  return toInstantText(moment, timeZone).replace('T', ' ').slice(0, 16);
}

/** Everything a reader gets of a post, each line led by `margin`: its words, where links lead, its picture. */
export function describePost({ segments, text, attachment }: ComposedPost, margin: string): string {
  const shortened = segments.flatMap((segment) =>
    segment.kind === 'link' && segment.shown !== segment.href ? [`${segment.shown} leads to ${segment.href}`] : [],
  );
  const picture =
    attachment.kind === 'nothing'
      ? []
      : attachment.kind === 'card'
        ? [`Picture: ${attachment.alt}`]
        : [`Link card: ${attachment.title} (${attachment.href})`, `Picture: ${attachment.alt}`];
  const notes = [...shortened, ...picture].map((note) => `[${note}]`);
  return [...text.split('\n'), ...notes].map((line) => `${margin}${line}`.trimEnd()).join('\n');
}

function roleName(role: string): string {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role.replace('-', ' ')}`;
}

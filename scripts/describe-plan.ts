import { secretVariable } from '../src/channels/channel-secret.ts';
import { NETWORK } from '../src/model/network.ts';
import { toInstantText } from '../src/model/time.ts';
import type { HoldReason, PlannedPost } from '../src/publishing/plan-posts.ts';

/** Why a post does not leave, in words. */
export function describeReason(why: HoldReason, { key, publishAt, expiresAt }: PlannedPost, timeZone: string): string {
  switch (why.kind) {
    case 'not-yet':
      return `due ${shortTime(publishAt, timeZone)}`;
    case 'expired':
      return `skipped: its time passed ${shortTime(expiresAt, timeZone)}`;
    case 'sent':
      return `sent ${why.at.replace('T', ' ').slice(0, 16)}`;
    case 'unapproved':
      return `waits for approval by ${why.needs.map(roleName).join(' and ')}`;
    case 'not-connected':
      return `not connected (${why.reason || secretVariable(key.channel)})`;
    case 'demonstration':
      return 'this desk is a demonstration, and nothing of it goes to a public network';
    case 'no-sender':
      return `this version of the desk cannot send to ${NETWORK[why.network].title}; post it by hand`;
    case 'failed':
      return `refused before: ${why.reason}; change its words or ask for help`;
  }
}

/** `2026-12-01 09:00`, in the zone. */
export function shortTime(moment: number, timeZone: string): string {
  return toInstantText(moment, timeZone).replace('T', ' ').slice(0, 16);
}

function roleName(role: string): string {
  return /^[aeiou]/.test(role) ? `an ${role}` : `a ${role.replace('-', ' ')}`;
}

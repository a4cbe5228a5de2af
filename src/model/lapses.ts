import type { Content } from './content.ts';
import { type StaleReason, shelfLifeEnd } from './shelf-life.ts';
import { addDays } from './time.ts';

/** What time alone has done to an item: nobody wrote anything wrong. `since`: first calendar day on which it is so. */
export type Lapse =
  | { kind: 'review-overdue'; since: string }
  | { kind: 'source-expired'; source: string; since: string }
  | { kind: 'source-stale'; source: string; reason: StaleReason; since: string };

/** An item that is reviewed and rests on sources. */
export interface Lapsing {
  nextReviewDueOn: string;
  sources: readonly string[];
}

/**
 * What has lapsed of an item by `today`. Its posts are held and its page is marked until somebody has seen to it; nothing
 * else is affected. Pure.
 */
export function lapsesOf(
  { nextReviewDueOn, sources }: Lapsing,
  content: Pick<Content, 'sources'> & { organisation: Pick<Content['organisation'], 'policy'> },
  today: string,
): Lapse[] {
  const review: Lapse[] =
    nextReviewDueOn < today ? [{ kind: 'review-overdue', since: addDays(nextReviewDueOn, 1) }] : [];
  return [
    ...review,
    ...sources.flatMap((id): Lapse[] => {
      const source = content.sources.get(id);
      if (!source) return [];
      const { expiresOn } = source;
      if (expiresOn !== undefined && expiresOn < today)
        return [{ kind: 'source-expired', source: id, since: addDays(expiresOn, 1) }];
      const end = shelfLifeEnd(source, content.organisation.policy);
      return end && end.on <= today ? [{ kind: 'source-stale', source: id, reason: end.reason, since: end.on }] : [];
    }),
  ];
}

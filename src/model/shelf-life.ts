import type { Policy } from './policy.ts';
import type { Source } from './source.ts';
import { addMonths, lastDayOf } from './time.ts';

/** Why a source stops holding by itself: nobody read it again in time, or it was published too long ago. */
export type StaleReason = 'reread' | 'age';

export interface ShelfLifeEnd {
  /** First calendar day on which the source is stale. */
  on: string;
  reason: StaleReason;
}

type Dated = Partial<Pick<Source, 'kind' | 'accessedOn' | 'publishedOn'>>;
type WithShelfLife = Pick<Policy, 'shelfLife'>;

/**
 * When a source of its kind stops holding unless somebody does something: at the earlier of `rereadMonths` after it was
 * last read and `ageMonths` after it was published. A source that tells only its year is counted from the end of it.
 * `undefined` where the dates that decide it are missing. What the source itself says (`expiresOn`, a retraction) is another matter.
 */
export function shelfLifeEnd(
  { kind, accessedOn, publishedOn }: Dated,
  policy: WithShelfLife,
): ShelfLifeEnd | undefined {
  if (kind === undefined) return undefined;
  const { rereadMonths, ageMonths } = policy.shelfLife[kind];
  const reread = accessedOn === undefined ? undefined : addMonths(accessedOn, rereadMonths);
  const age =
    publishedOn === undefined || ageMonths === undefined ? undefined : addMonths(lastDayOf(publishedOn), ageMonths);
  // Reading it again does not help against age: where both fall on one day, age is what to tell.
  if (age !== undefined && (reread === undefined || age <= reread)) return { on: age, reason: 'age' };
  return reread === undefined ? undefined : { on: reread, reason: 'reread' };
}

/** First calendar day on which a source is stale, for the reasons of `shelfLifeEnd`. */
export function staleOn(source: Dated, policy: WithShelfLife): string | undefined {
  return shelfLifeEnd(source, policy)?.on;
}

/** Papers are retracted years after they came out; what a register said of one holds for so long. */
export const RETRACTION_LOOK_UP_MONTHS = 12;

/**
 * Day on which somebody has to ask a register again whether a paper was retracted: at once where nobody has. `undefined` for
 * what no register speaks of, and for what is known to be retracted.
 */
export function retractionLookUpDueOn({
  kind,
  accessedOn,
  retraction,
}: Pick<Source, 'kind' | 'accessedOn' | 'retraction'>): string | undefined {
  if (kind !== 'peer-reviewed' || retraction?.status === 'retracted') return undefined;
  return retraction ? addMonths(retraction.lookedUpOn, RETRACTION_LOOK_UP_MONTHS) : accessedOn;
}

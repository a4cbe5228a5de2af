import { type LedgerRecord, subjectText } from '../ledger/entry.ts';
import type { PostKey } from '../model/post-key.ts';
import type { OneCopy, PostsInput } from './plan-context.ts';
import { isGone } from './plan-records.ts';
import { type Leaving, unsettledIn } from './planned.ts';

/** What a message of an incident, or a post of an event’s thread, answers, as the network has it, or will have when it is settled. */
export type Answered = Required<Pick<Leaving, 'replyTo'>> & Pick<Leaving, 'after'>;

/**
 * The message before, which this one answers: the nearest that readers of this channel and language have, or that may be on its
 * way. `undefined` where they have none: then it stands alone, and there is nothing that a cancellation could end.
 */
export function answeredBy({ post, key }: OneCopy, { ledger }: Pick<PostsInput, 'ledger'>): Answered | undefined {
  const had = (post.answers ?? []).flatMap((item) => {
    const part: PostKey = { ...key, item, part: 1 };
    const record = ledger.get(subjectText({ action: 'post', ...part }));
    return record && isWithReaders(record) && !isGone(record, ledger) ? [{ part, record }] : [];
  });
  const [nearest] = had;
  const first = had.at(-1);
  if (!nearest || !first) return undefined;
  return {
    replyTo: { root: first.part, parent: nearest.part },
    ...(unsettledIn(nearest.record) && { after: { action: 'post', ...nearest.part } }),
  };
}

function isWithReaders(record: LedgerRecord): boolean {
  return record.last.state === 'confirmed' || unsettledIn(record) !== undefined;
}

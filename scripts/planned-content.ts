import path from 'node:path';
import { connectChannels } from '../src/channels/connect-channels.ts';
import type { LedgerState } from '../src/ledger/entry.ts';
import type { Content } from '../src/model/content.ts';
import type { EpochMs } from '../src/model/time.ts';
import { type PlannedPost, planPosts } from '../src/publishing/plan-posts.ts';
import type { CardStore, ChannelPort, Readiness } from '../src/publishing/ports.ts';
import { APPROVALS_FILE, CARD_FOLDER, OUTBOX_FOLDER } from './desk-folders.ts';
import { readLocalApprovals } from './local-approvals.ts';

export interface PlannedContent {
  plan: PlannedPost[];
  ports: Map<string, ChannelPort>;
  readiness: Map<string, Readiness>;
}

/** The plan of a desk's content with this machine's channels and approvals. */
export function planContent(root: string, content: Content, ledger: LedgerState, now: EpochMs): PlannedContent {
  const { ports, readiness } = connectChannels(content.channels.values(), {
    environment: process.env,
    outboxDirectory: path.join(root, OUTBOX_FOLDER),
    cards: cardStore(root),
  });
  const localApprovals = readLocalApprovals(path.join(root, APPROVALS_FILE));
  return { plan: planPosts({ content, ledger, readiness, localApprovals, now }), ports, readiness };
}

/** Pictures are loaded, and what draws them, when the first is asked for: a run with nothing due does without. */
function cardStore(root: string): CardStore {
  return {
    async picture(card) {
      const { cardPicture } = await import('../src/cards/draw-cards.ts');
      return cardPicture(card, path.join(root, CARD_FOLDER));
    },
  };
}

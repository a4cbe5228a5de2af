import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { connectChannels } from '../src/channels/connect-channels.ts';
import { githubAccess } from '../src/github/github-access.ts';
import type { LedgerState } from '../src/ledger/entry.ts';
import type { Channel } from '../src/model/channel.ts';
import type { Content } from '../src/model/content.ts';
import { asked, type PlanInput, planAll } from '../src/publishing/plan.ts';
import { type LookUpReviews, planApproved } from '../src/publishing/plan-approved.ts';
import { concernsProfile, expectedProfile } from '../src/publishing/plan-profiles.ts';
import type { Planned } from '../src/publishing/planned.ts';
import type { ChannelOpening, ChannelPort, Ledger, PictureStore, Profile, Readiness } from '../src/publishing/ports.ts';
import { APPROVALS_FILE, BY_HAND_FOLDER, CARD_FOLDER, OUTBOX_FOLDER } from './desk-folders.ts';
import { readLocalApprovals } from './local-approvals.ts';

/** A desk's content with this machine's channels and approvals. */
export interface ConnectedDesk {
  ports: Map<string, ChannelPort>;
  readiness: Map<string, Readiness>;
  /** What a plan is made from. */
  input: PlanInput;
}

export interface DeskOptions {
  root: string;
  contentDir: string;
  content: Content;
  ledger: LedgerState;
  now: PlanInput['now'];
  from?: PlanInput['now'];
  until?: PlanInput['now'];
  leaseMs?: number;
  waitOnLoopback?: boolean;
  /** Where pictures that were kept are found. */
  kept?: Ledger['kept'];
}

/** Nothing is contacted yet. */
export function connectDesk({ root, contentDir, content, kept, ...options }: DeskOptions): ConnectedDesk {
  const { ports, readiness } = connectChannels(content.channels.values(), {
    environment: process.env,
    outboxDirectory: path.join(root, OUTBOX_FOLDER),
    byHandDirectory: path.join(root, BY_HAND_FOLDER),
    github: githubAccess(process.env),
    pictures: pictureStore(root, path.resolve(root, contentDir), kept),
  });
  const localApprovals = readLocalApprovals(path.join(root, APPROVALS_FILE));
  return { ports, readiness, input: { ...options, content, readiness, localApprovals } };
}

/** The plan if no profile was touched since the desk did: for showing. Nobody is asked, and what needs a review is held. */
export function planUnasked({ input }: ConnectedDesk): Planned[] {
  return planAll({ ...input, profiles: expectedProfiles(input) });
}

/** The same with the reviews of what is due. */
export function planReviewed({ input }: ConnectedDesk, lookUp: LookUpReviews | undefined): Promise<Planned[]> {
  return planApproved({ ...input, profiles: expectedProfiles(input) }, lookUp);
}

function expectedProfiles({ content, ledger }: PlanInput): Map<string, Profile> {
  return new Map([...content.channels.values()].map((channel) => [channel.id, expectedProfile(channel, ledger)]));
}

export interface Observed {
  profiles: Map<string, Profile>;
  openings: Map<string, ChannelOpening>;
}

/** What the profiles show that the desk has something to say about. Channels that can be left alone are not contacted. */
export async function observeProfiles({ ports, input }: ConnectedDesk, chosen: readonly string[]): Promise<Observed> {
  const observed: Observed = { profiles: new Map(), openings: new Map() };
  const whole = asked(input);
  for (const channel of input.content.channels.values()) {
    const port = ports.get(channel.id);
    const isChosen = chosen.length === 0 || chosen.includes(channel.id);
    if (!port || !isChosen || isOutOfReach(channel, input) || !concernsProfile(channel, whole)) continue;
    const opening = await port.open();
    observed.openings.set(channel.id, opening);
    if (opening.kind !== 'open') continue;
    const reading = await port.profile();
    if (reading.kind === 'profile') observed.profiles.set(channel.id, reading.profile);
    else observed.openings.set(channel.id, reading);
  }
  return observed;
}

function isOutOfReach({ id }: Channel, { content, readiness }: PlanInput): boolean {
  const ready = readiness.get(id);
  return content.organisation.demonstration !== undefined && !(ready?.kind === 'ready' && ready.isLoopback);
}

/** Pictures are loaded, and what draws them, when the first is asked for: a run with nothing due does without. */
function pictureStore(root: string, contentPath: string, kept: Ledger['kept'] = () => undefined): PictureStore {
  const picture: PictureStore['picture'] = async (card) => {
    const { cardPicture } = await import('../src/cards/draw-cards.ts');
    return cardPicture(card, path.join(root, CARD_FOLDER), root);
  };
  return {
    picture,
    async banner(image) {
      switch (image.kind) {
        case 'card':
          return picture(image.card);
        case 'file':
          return readFile(path.join(contentPath, 'channels', image.file));
        case 'kept': {
          const bytes = kept(image.name);
          if (!bytes) throw new RangeError(`the ledger has no picture ${image.name}`);
          return bytes;
        }
      }
    },
  };
}

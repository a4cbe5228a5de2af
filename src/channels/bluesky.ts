import type { BlobRef } from '@atproto/api';
import { NETWORK } from '../model/network.ts';
import type { Attachment } from '../posts/compose-post.ts';
import type { CardStore, ChannelPort, Finding, PostRequest, SendOutcome } from '../publishing/ports.ts';
import { type BlueskyAccount, describeTrouble, signIn, type Trouble } from './bluesky-agent.ts';
import { blueskyRecord } from './bluesky-record.ts';
import type { ChannelSecret } from './channel-secret.ts';
import { recordKey } from './record-key.ts';

const COLLECTION = 'app.bsky.feed.post';
const TIMEOUT_MS = 30_000;

/**
 * An account on Bluesky. A post's record key and time are fixed before it leaves, so putting it again changes nothing:
 * that is the handle against doubles (com.atproto.repo.putRecord with `swapRecord: null` refuses another record in its
 * place).
 */
export function openBluesky(secret: ChannelSecret, cards: CardStore, timeoutMs: number = TIMEOUT_MS): ChannelPort {
  let account: BlueskyAccount | undefined;
  const signedIn = (): BlueskyAccount => {
    if (!account) throw new TypeError('a channel is opened before it is used');
    return account;
  };
  const confirmed = (uri: string): Confirmed => {
    const url = secret.isLoopback ? undefined : publicAddressOf(uri);
    return { kind: 'confirmed', uri, ...(url !== undefined && { url }) };
  };
  return {
    async open() {
      try {
        account = await signIn(secret, timeoutMs);
        return { kind: 'open' };
      } catch (error) {
        const { kind, told } = describeTrouble(error);
        return kind === 'forbidden' || kind === 'refused'
          ? {
              kind: 'blocked',
              reason: `Bluesky refuses the account’s name or app password (${told}); make a new app password and put it into ${secret.variable}`,
            }
          : { kind: 'unreachable', reason: `Bluesky cannot be reached (${told})` };
      }
    },
    async send(request) {
      const { picture, refused } = await readPicture(request.post.attachment, cards);
      return refused ?? putPost(signedIn(), request, picture, confirmed);
    },
    find: (request) => findPost(signedIn(), request, confirmed),
  };
}

type Picture = { picture: Buffer | undefined; refused?: never } | { picture?: never; refused: SendOutcome };

/** The picture that goes with a post. Nothing has left when there is none to be had. */
async function readPicture(attachment: Attachment, cards: CardStore): Promise<Picture> {
  if (attachment.kind === 'nothing') return { picture: undefined };
  const refuse = (reason: string, again: boolean): Picture => ({ refused: { kind: 'refused', reason, again } });
  const picture = await cards.picture(attachment.card).catch(() => undefined);
  if (!picture) return refuse('its picture could not be drawn; `npm run cards` says why', true);
  const { image, linkCardImageBytes } = NETWORK.bluesky;
  const limit = attachment.kind === 'card' ? image.bytes : linkCardImageBytes;
  return picture.byteLength > limit
    ? refuse(`its picture has ${picture.byteLength} bytes, and Bluesky takes ${limit} here`, false)
    : { picture };
}

type Confirmed = Extract<SendOutcome, { kind: 'confirmed' }>;
type Confirm = (uri: string) => Confirmed;

async function putPost(
  account: BlueskyAccount,
  request: PostRequest,
  image: Buffer | undefined,
  confirm: Confirm,
): Promise<SendOutcome> {
  const { agent, did } = account;
  let picture: BlobRef | undefined;
  try {
    picture = image && (await agent.uploadBlob(image, { encoding: 'image/png' })).data.blob;
  } catch (error) {
    const trouble = describeTrouble(error);
    // Without its picture nothing was posted, whatever became of the picture.
    return trouble.kind === 'unclear'
      ? { kind: 'refused', reason: `Bluesky did not take the picture (${trouble.told})`, again: true }
      : refusal(trouble, 'the picture');
  }
  try {
    const { data } = await agent.com.atproto.repo.putRecord({
      repo: did,
      collection: COLLECTION,
      rkey: recordKey(request.key),
      record: { ...blueskyRecord(request, picture) },
      swapRecord: null,
    });
    return confirm(data.uri);
  } catch (error) {
    const trouble = describeTrouble(error);
    if (trouble.kind === 'unclear')
      return { kind: 'unknown', reason: `Bluesky did not answer clearly (${trouble.told})` };
    if (trouble.kind !== 'refused' || trouble.name !== 'InvalidSwap') return refusal(trouble, 'the post');
    // The key follows from the post alone: what stands there is this post, sent before with other words.
    const found = await findPost(account, request, confirm);
    return found.kind === 'absent'
      ? { kind: 'unknown', reason: 'Bluesky says both that the post is there and that it is not' }
      : found;
  }
}

function refusal(trouble: Exclude<Trouble, { kind: 'unclear' }>, what: string): SendOutcome {
  switch (trouble.kind) {
    case 'forbidden':
      return { kind: 'blocked', reason: `Bluesky does not let this account post (${trouble.told})` };
    case 'later':
      return { kind: 'refused', reason: `Bluesky asks to wait (${trouble.told})`, again: true };
    case 'refused':
      return { kind: 'refused', reason: `Bluesky refuses ${what} (${trouble.told})`, again: false };
  }
}

async function findPost({ agent, did }: BlueskyAccount, { key }: PostRequest, confirm: Confirm): Promise<Finding> {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({
      repo: did,
      collection: COLLECTION,
      rkey: recordKey(key),
    });
    return confirm(data.uri);
  } catch (error) {
    const trouble = describeTrouble(error);
    if (trouble.kind === 'refused' && trouble.name === 'RecordNotFound') return { kind: 'absent' };
    return { kind: 'unknown', reason: `Bluesky does not say whether it has the post (${trouble.told})` };
  }
}

function publicAddressOf(uri: string): string | undefined {
  const [, did, rkey] = /^at:\/\/([^/]+)\/[^/]+\/([^/]+)$/.exec(uri) ?? [];
  return did && rkey ? `https://bsky.app/profile/${did}/post/${rkey}` : undefined;
}

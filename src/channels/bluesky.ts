import { AtpAgent, type BlobRef, XRPCError } from '@atproto/api';
import type { CardStore, ChannelOpening, ChannelPort, PostRequest, SendOutcome } from '../publishing/ports.ts';
import { blueskyRecord } from './bluesky-record.ts';
import type { ChannelSecret } from './channel-secret.ts';
import { recordKey } from './record-key.ts';

const COLLECTION = 'app.bsky.feed.post';

/**
 * An account on Bluesky. A post's record key and time are fixed before it leaves, so putting it again changes nothing:
 * that is the handle against doubles (com.atproto.repo.putRecord with `swapRecord: null` refuses another record in its
 * place).
 */
export function openBluesky(secret: ChannelSecret, cards: CardStore): ChannelPort {
  const agent = new AtpAgent({ service: secret.origin });
  return {
    async open(): Promise<ChannelOpening> {
      try {
        await agent.login({ identifier: secret.identifier, password: secret.password });
        return { kind: 'open' };
      } catch (error) {
        const status = statusOf(error);
        if (status === 400 || status === 401 || status === 403)
          return { kind: 'blocked', reason: `Bluesky refuses the account’s name or app password (${status})` };
        return { kind: 'unreachable', reason: `Bluesky cannot be reached (${tellOf(error)})` };
      }
    },
    async send(request) {
      let picture: BlobRef | undefined;
      try {
        picture = await uploadPicture(agent, request, cards);
      } catch (error) {
        // Without its picture nothing was posted, whatever the answer was.
        return { kind: 'refused', reason: `Bluesky did not take the picture (${tellOf(error)})`, again: true };
      }
      return putPost(agent, request, picture);
    },
    find: (request) => findPost(agent, request),
  };
}

async function uploadPicture(
  agent: AtpAgent,
  { post: { attachment } }: PostRequest,
  cards: CardStore,
): Promise<BlobRef | undefined> {
  if (attachment.kind === 'nothing') return undefined;
  const { data } = await agent.uploadBlob(await cards.picture(attachment.card), { encoding: 'image/png' });
  return data.blob;
}

async function putPost(agent: AtpAgent, request: PostRequest, picture: BlobRef | undefined): Promise<SendOutcome> {
  const rkey = recordKey(request.key);
  try {
    const record = { ...blueskyRecord(request, picture) };
    const { data } = await agent.com.atproto.repo.putRecord({
      repo: agent.assertDid,
      collection: COLLECTION,
      rkey,
      record,
      swapRecord: null,
    });
    return confirmed(data.uri);
  } catch (error) {
    const status = statusOf(error);
    if (error instanceof XRPCError && error.error === 'InvalidSwap') {
      // The key follows from the post alone: what stands there is this post, sent before with other words.
      const found = await findPost(agent, request);
      return found.kind === 'absent'
        ? { kind: 'unknown', reason: 'Bluesky says both that the post is there and that it is not' }
        : found;
    }
    if (status === 401 || status === 403 || status === 429)
      return { kind: 'refused', reason: `Bluesky refused for now (${status})`, again: true };
    if (status !== undefined && status >= 400 && status < 500)
      return { kind: 'refused', reason: `Bluesky refused the post (${tellOf(error)})`, again: false };
    return { kind: 'unknown', reason: `Bluesky did not answer clearly (${tellOf(error)})` };
  }
}

async function findPost(agent: AtpAgent, { key }: PostRequest): Promise<SendOutcome | { kind: 'absent' }> {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({
      repo: agent.assertDid,
      collection: COLLECTION,
      rkey: recordKey(key),
    });
    return confirmed(data.uri);
  } catch (error) {
    if (error instanceof XRPCError && error.error === 'RecordNotFound') return { kind: 'absent' };
    return { kind: 'unknown', reason: `Bluesky does not say whether it has the post (${tellOf(error)})` };
  }
}

function confirmed(uri: string): SendOutcome {
  const [, did, rkey] = /^at:\/\/([^/]+)\/[^/]+\/([^/]+)$/.exec(uri) ?? [];
  return { kind: 'confirmed', uri, ...(did && rkey && { url: `https://bsky.app/profile/${did}/post/${rkey}` }) };
}

/** The HTTP status the server answered with; `undefined` where no whole answer came. */
function statusOf(error: unknown): number | undefined {
  return error instanceof XRPCError && error.status >= 400 ? error.status : undefined;
}

/** A short word on what went wrong: never the request, which holds the password. */
function tellOf(error: unknown): string {
  if (error instanceof XRPCError && error.status >= 400) return `${error.status} ${error.error ?? ''}`.trim();
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return error instanceof Error ? error.name : 'no answer';
}

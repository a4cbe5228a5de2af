import type { AppBskyActorProfile, BlobRef } from '@atproto/api';
import { NETWORK } from '../model/network.ts';
import type { PostKey } from '../model/post-key.ts';
import type { Attachment } from '../posts/compose-post.ts';
import type {
  ActionRequest,
  BannerRequest,
  ChannelPort,
  Finding,
  PictureStore,
  PostRequest,
  Profile,
  Ref,
  SendOutcome,
} from '../publishing/ports.ts';
import { blobName } from './blob-name.ts';
import { type BlueskyAccount, describeTrouble, signIn, type Trouble } from './bluesky-agent.ts';
import { blueskyRecord } from './bluesky-record.ts';
import type { ChannelSecret } from './channel-secret.ts';
import { pictureType } from './picture-type.ts';
import { recordKey } from './record-key.ts';

const POSTS = 'app.bsky.feed.post';
const PROFILE = 'app.bsky.actor.profile';
const TIMEOUT_MS = 30_000;
/** The limit of app.bsky.actor.profile. */
const BANNER_BYTES = 1_000_000;

/**
 * An account on Bluesky. A post's record key and time are fixed before it leaves, so putting it again changes nothing:
 * that is the handle against doubles (com.atproto.repo.putRecord with `swapRecord: null` refuses another record in its
 * place). Readers' apps go on showing a post's first words after an edit: there are no edits here.
 */
export function openBluesky(
  secret: ChannelSecret,
  pictures: PictureStore,
  timeoutMs: number = TIMEOUT_MS,
): ChannelPort {
  let account: BlueskyAccount | undefined;
  const signedIn = (): BlueskyAccount => {
    if (!account) throw new TypeError('a channel is opened before it is used');
    return account;
  };
  const confirmed: Confirm = ({ uri, cid }) => {
    const url = secret.isLoopback ? undefined : publicAddressOf(uri);
    return { kind: 'confirmed', uri, ...(url !== undefined && { url }), ...(cid !== undefined && { cid }) };
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
      switch (request.action) {
        case 'post': {
          const { picture, refused } = await readPicture(request.post.attachment, pictures);
          return refused ?? putPost(signedIn(), request, picture, confirmed);
        }
        case 'edit':
          return {
            kind: 'refused',
            reason: 'Bluesky shows no edits: correct by an answer or a new post',
            again: false,
          };
        case 'withdraw':
          return deletePost(signedIn(), request.target);
        case 'pin':
          return changeProfile(signedIn(), withPin(request.set), 'the pinned post', () => ({
            kind: 'confirmed',
            uri: request.set?.uri ?? '',
          }));
        case 'banner':
          return putBanner(signedIn(), request, pictures);
      }
    },
    async find(request) {
      return find(signedIn(), request, pictures, confirmed);
    },
    async profile() {
      try {
        const { profile } = await readProfile(signedIn());
        return { kind: 'profile', profile: shownOf(profile) };
      } catch (error) {
        return {
          kind: 'unreachable',
          reason: `Bluesky does not say what the profile shows (${describeTrouble(error).told})`,
        };
      }
    },
    async bannerPicture() {
      try {
        const { agent, did } = signedIn();
        const { profile } = await readProfile({ agent, did });
        if (!profile.banner) return undefined;
        const { data } = await agent.com.atproto.sync.getBlob({ did, cid: profile.banner.ref.toString() });
        return Buffer.from(data);
      } catch {
        return undefined;
      }
    },
  };
}

type Picture = { picture: Buffer | undefined; refused?: never } | { picture?: never; refused: SendOutcome };

/** The picture that goes with a post. Nothing has left when there is none to be had. */
async function readPicture(attachment: Attachment, pictures: PictureStore): Promise<Picture> {
  if (attachment.kind === 'nothing') return { picture: undefined };
  const refuse = (reason: string, again: boolean): Picture => ({ refused: { kind: 'refused', reason, again } });
  const picture = await pictures.picture(attachment.card).catch(() => undefined);
  if (!picture) return refuse('its picture could not be drawn; `npm run cards` says why', true);
  const { image, linkCardImageBytes } = NETWORK.bluesky;
  const limit = attachment.kind === 'card' ? image.bytes : linkCardImageBytes;
  return picture.byteLength > limit
    ? refuse(`its picture has ${picture.byteLength} bytes, and Bluesky takes ${limit} here`, false)
    : { picture };
}

type Confirmed = Extract<SendOutcome, { kind: 'confirmed' }>;
type Confirm = (ref: Ref) => Confirmed;

async function putPost(
  account: BlueskyAccount,
  request: PostRequest,
  image: Buffer | undefined,
  confirm: Confirm,
): Promise<SendOutcome> {
  const { agent, did } = account;
  let picture: BlobRef | undefined;
  try {
    picture = image && (await upload(account, image));
  } catch (error) {
    return withoutPicture(error);
  }
  try {
    const { data } = await agent.com.atproto.repo.putRecord({
      repo: did,
      collection: POSTS,
      rkey: recordKey(request.key),
      record: { ...blueskyRecord(request, picture) },
      swapRecord: null,
    });
    return confirm(data);
  } catch (error) {
    const trouble = describeTrouble(error);
    if (trouble.kind === 'unclear') return unclear(trouble);
    if (trouble.kind !== 'refused' || trouble.name !== 'InvalidSwap') return refusal(trouble, 'the post');
    // The key follows from the post alone: what stands there is this post, sent before with other words.
    const found = await findPost(account, request.key, confirm);
    return found.kind === 'absent'
      ? { kind: 'unknown', reason: 'Bluesky says both that the post is there and that it is not' }
      : found;
  }
}

async function upload({ agent }: BlueskyAccount, image: Buffer): Promise<BlobRef> {
  return (await agent.uploadBlob(image, { encoding: pictureType(image) })).data.blob;
}

/** Without its picture nothing was posted or shown, whatever became of the picture. */
function withoutPicture(error: unknown): SendOutcome {
  const trouble = describeTrouble(error);
  return trouble.kind === 'unclear'
    ? { kind: 'refused', reason: `Bluesky did not take the picture (${trouble.told})`, again: true }
    : refusal(trouble, 'the picture');
}

/** Deleting what is gone changes nothing (com.atproto.repo.deleteRecord). */
async function deletePost({ agent, did }: BlueskyAccount, { uri }: Ref): Promise<SendOutcome> {
  try {
    await agent.com.atproto.repo.deleteRecord({ repo: did, collection: POSTS, rkey: uri.split('/').at(-1) ?? '' });
    return { kind: 'confirmed', uri };
  } catch (error) {
    const trouble = describeTrouble(error);
    return trouble.kind === 'unclear' ? unclear(trouble) : refusal(trouble, 'to delete the post');
  }
}

type ProfileRecord = Partial<AppBskyActorProfile.Record>;

async function readProfile({ agent, did }: BlueskyAccount): Promise<{ profile: ProfileRecord; cid: string | null }> {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({ repo: did, collection: PROFILE, rkey: 'self' });
    return { profile: data.value as ProfileRecord, cid: data.cid ?? null };
  } catch (error) {
    const trouble = describeTrouble(error);
    if (trouble.kind === 'refused' && trouble.name === 'RecordNotFound') return { profile: {}, cid: null };
    throw error;
  }
}

function shownOf({ pinnedPost, banner }: ProfileRecord): Profile {
  return {
    pin: pinnedPost ? { uri: pinnedPost.uri, cid: pinnedPost.cid } : null,
    banner: banner ? banner.ref.toString() : null,
  };
}

function withPin(set: Ref | null): (profile: ProfileRecord) => ProfileRecord {
  return ({ pinnedPost: _, ...profile }) => {
    if (!set) return profile;
    const { uri, cid = '' } = set;
    return { ...profile, pinnedPost: { uri: uri as `at://${string}`, cid } } as ProfileRecord;
  };
}

/** Changes one thing of the profile and nothing else; a profile that somebody changes at the same moment is left alone. */
async function changeProfile(
  account: BlueskyAccount,
  change: (profile: ProfileRecord) => ProfileRecord,
  what: string,
  done: () => Confirmed,
): Promise<SendOutcome> {
  const { agent, did } = account;
  let before: Awaited<ReturnType<typeof readProfile>>;
  try {
    before = await readProfile(account);
  } catch (error) {
    const trouble = describeTrouble(error);
    return trouble.kind === 'unclear'
      ? { kind: 'refused', reason: `Bluesky does not say what the profile shows (${trouble.told})`, again: true }
      : refusal(trouble, what);
  }
  try {
    await agent.com.atproto.repo.putRecord({
      repo: did,
      collection: PROFILE,
      rkey: 'self',
      record: { ...change(before.profile), $type: PROFILE },
      swapRecord: before.cid,
    });
    return done();
  } catch (error) {
    const trouble = describeTrouble(error);
    if (trouble.kind === 'unclear') return unclear(trouble);
    return trouble.kind === 'refused' && trouble.name === 'InvalidSwap'
      ? { kind: 'refused', reason: 'Bluesky’s profile was being changed by somebody else', again: true }
      : refusal(trouble, what);
  }
}

async function putBanner(
  account: BlueskyAccount,
  { set }: BannerRequest,
  pictures: PictureStore,
): Promise<SendOutcome> {
  let picture: BlobRef | undefined;
  if (set) {
    const image = await pictures.banner(set).catch(() => undefined);
    if (!image) return { kind: 'refused', reason: 'the banner’s picture cannot be had', again: true };
    if (image.byteLength > BANNER_BYTES)
      return {
        kind: 'refused',
        reason: `the banner’s picture has ${image.byteLength} bytes, and Bluesky takes ${BANNER_BYTES}`,
        again: false,
      };
    try {
      picture = await upload(account, image);
    } catch (error) {
      return withoutPicture(error);
    }
  }
  return changeProfile(
    account,
    ({ banner: _, ...profile }) => (picture ? { ...profile, banner: picture } : profile),
    'the banner',
    () => ({ kind: 'confirmed', uri: picture?.ref.toString() ?? '' }),
  );
}

async function find(
  account: BlueskyAccount,
  request: ActionRequest,
  pictures: PictureStore,
  confirm: Confirm,
): Promise<Finding> {
  switch (request.action) {
    case 'post':
      return findPost(account, request.key, confirm);
    case 'edit':
      return { kind: 'absent' };
    case 'withdraw': {
      const found = await findPost(account, request.key, confirm);
      if (found.kind === 'absent') return { kind: 'confirmed', uri: request.target.uri };
      return found.kind === 'confirmed' ? { kind: 'absent' } : found;
    }
    case 'pin':
    case 'banner':
      return findOnProfile(account, request, pictures);
  }
}

async function findOnProfile(
  account: BlueskyAccount,
  request: Extract<ActionRequest, { action: 'pin' | 'banner' }>,
  pictures: PictureStore,
): Promise<Finding> {
  try {
    const { pin, banner } = shownOf((await readProfile(account)).profile);
    if (request.action === 'pin')
      return pin?.uri === request.set?.uri ? { kind: 'confirmed', uri: pin?.uri ?? '' } : { kind: 'absent' };
    if (!request.set) return banner === null ? { kind: 'confirmed', uri: '' } : { kind: 'absent' };
    const image = await pictures.banner(request.set).catch(() => undefined);
    return image && banner === blobName(image) ? { kind: 'confirmed', uri: banner } : { kind: 'absent' };
  } catch (error) {
    return { kind: 'unknown', reason: `Bluesky does not say what the profile shows (${describeTrouble(error).told})` };
  }
}

function unclear({ told }: Trouble): SendOutcome {
  return { kind: 'unknown', reason: `Bluesky did not answer clearly (${told})` };
}

function refusal(trouble: Exclude<Trouble, { kind: 'unclear' }>, what: string): SendOutcome {
  switch (trouble.kind) {
    case 'forbidden':
      return { kind: 'blocked', reason: `Bluesky does not let this account post (${trouble.told})` };
    case 'later':
      return {
        kind: 'refused',
        reason: `Bluesky asks to wait (${trouble.told})`,
        again: true,
        ...(trouble.waitMs !== undefined && { retryAfterMs: trouble.waitMs }),
      };
    case 'refused':
      return { kind: 'refused', reason: `Bluesky refuses ${what} (${trouble.told})`, again: false };
  }
}

async function findPost({ agent, did }: BlueskyAccount, key: PostKey, confirm: Confirm): Promise<Finding> {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({ repo: did, collection: POSTS, rkey: recordKey(key) });
    return confirm({ uri: data.uri, ...(data.cid !== undefined && { cid: data.cid }) });
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

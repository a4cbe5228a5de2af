import { createHash } from 'node:crypto';
import { NETWORK } from '../model/network.ts';
import { keyText } from '../model/post-key.ts';
import type { ComposedPost } from '../posts/compose-post.ts';
import { countText } from '../posts/count-text.ts';
import type {
  ActionRequest,
  BannerRequest,
  ChannelPort,
  EditRequest,
  Finding,
  PictureStore,
  PinRequest,
  PostRequest,
  Ref,
  SendOutcome,
  WithdrawRequest,
} from '../publishing/ports.ts';
import type { ChannelSecret } from './channel-secret.ts';
import { type InstanceLimits, readInstanceLimits } from './instance-limits.ts';
import {
  describeTrouble,
  isId,
  type MastodonAccount,
  type MastodonClient,
  mastodonClient,
  readAccount,
  readMedia,
  readSource,
  readStatus,
  readStatuses,
  type Status,
  type Trouble,
} from './mastodon-client.ts';
import { comparableHtml, comparableText, mastodonText } from './mastodon-text.ts';

const TIMEOUT_MS = 30_000;
/** Clocks differ, and a request may have waited on its way. */
const CLOCK_MS = 600_000;
const PAGE = 40;
/** 2000 posts: more than an account writes between a request and the look for it. */
const MOST_PAGES = 50;
const MOST_PIN_PAGES = 10;
const MOST_BANNER_BYTES = 16_000_000;

/**
 * An account on Mastodon or a server of its kind; the secret's password is an access token, its identifier the account's
 * name. Servers honour an idempotency key for an hour or not at all, so a doubtful post is looked for among the account's
 * own before anyone sends it again.
 */
export function openMastodon(
  secret: ChannelSecret,
  pictures: PictureStore,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): ChannelPort {
  let desk: Desk | undefined;
  const notOpen = 'Mastodon was not signed in to';
  return {
    async open() {
      const client = await mastodonClient(secret, timeoutMs);
      let account: MastodonAccount;
      try {
        account = readAccount(await client.v1.accounts.verifyCredentials());
      } catch (error) {
        const { kind, told } = describeTrouble(error);
        return kind === 'unclear' || kind === 'later'
          ? { kind: 'unreachable', reason: `Mastodon cannot be reached (${told})` }
          : {
              kind: 'blocked',
              reason: `Mastodon refuses the access token (${told}); make a new one and put it into ${secret.variable}`,
            };
      }
      if (!isAccountOf(secret, account))
        return {
          kind: 'blocked',
          reason: `Mastodon knows the access token in ${secret.variable} as that of another account than the name in it`,
        };
      const reading = await readInstanceLimits(secret.origin, { timeoutMs });
      if (reading.kind === 'trouble')
        return { kind: 'unreachable', reason: `Mastodon’s server does not say what it takes (${reading.told})` };
      desk = { client, secret, pictures, timeoutMs, accountId: account.id, limits: reading.limits };
      return { kind: 'open' };
    },
    async send(request) {
      if (!desk) return { kind: 'refused', reason: notOpen, again: true };
      try {
        return await carryOut(desk, request);
      } catch (error) {
        return outcomeOf(describeTrouble(error), 'this');
      }
    },
    async find(request) {
      if (!desk) return { kind: 'unknown', reason: notOpen };
      try {
        return await look(desk, request);
      } catch (error) {
        return { kind: 'unknown', reason: `Mastodon does not say what became of it (${describeTrouble(error).told})` };
      }
    },
    async profile() {
      if (!desk) return { kind: 'unreachable', reason: notOpen };
      try {
        return { kind: 'profile', profile: { pin: await newestPin(desk), banner: await bannerName(desk) } };
      } catch (error) {
        const { kind, told } = describeTrouble(error);
        return kind === 'forbidden'
          ? { kind: 'blocked', reason: `Mastodon does not let this account read its profile (${told})` }
          : { kind: 'unreachable', reason: `Mastodon does not say what the profile shows (${told})` };
      }
    },
    async bannerPicture() {
      if (!desk) return undefined;
      try {
        const name = await bannerName(desk);
        return name === null ? undefined : await fetchPicture(name, desk);
      } catch {
        return undefined;
      }
    },
  };
}

/** An account that has signed in, and what its server takes. */
interface Desk {
  client: MastodonClient;
  secret: ChannelSecret;
  pictures: PictureStore;
  timeoutMs: number;
  accountId: string;
  limits: InstanceLimits;
}

/** The name may be written with `@` and with the server's name. */
function isAccountOf({ identifier, origin }: ChannelSecret, { acct, username }: MastodonAccount): boolean {
  const name = identifier.replace(/^@/, '').toLowerCase();
  const host = `@${new URL(origin).host}`;
  const short = name.endsWith(host) ? name.slice(0, -host.length) : name;
  return [acct, username].some((own) => own.toLowerCase() === short || own.toLowerCase() === name);
}

function carryOut(desk: Desk, request: ActionRequest): Promise<SendOutcome> {
  switch (request.action) {
    case 'post':
      return sendPost(desk, request);
    case 'edit':
      return sendEdit(desk, request);
    case 'withdraw':
      return sendWithdrawal(desk, request);
    case 'pin':
      return sendPin(desk, request);
    case 'banner':
      return sendBanner(desk, request);
  }
}

function look(desk: Desk, request: ActionRequest): Promise<Finding> {
  switch (request.action) {
    case 'post':
      return findPost(desk, request);
    case 'edit':
      return findEdit(desk, request);
    case 'withdraw':
      return findWithdrawal(desk, request);
    case 'pin':
      return findPin(desk, request);
    case 'banner':
      return findBanner(desk, request);
  }
}

function outcomeOf(trouble: Trouble, what: string): SendOutcome {
  switch (trouble.kind) {
    case 'forbidden':
      return { kind: 'blocked', reason: `Mastodon does not let this account post (${trouble.told})` };
    case 'later': {
      const { told, retryAfterMs } = trouble;
      const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
      return { kind: 'refused', reason: `Mastodon asks to wait (${told})`, again: true, ...wait };
    }
    case 'gone':
    case 'refused':
      return { kind: 'refused', reason: `Mastodon refuses ${what} (${trouble.told})`, again: false };
    case 'unclear':
      return { kind: 'unknown', reason: `Mastodon did not answer clearly (${trouble.told})` };
  }
}

// Posts

async function sendPost(desk: Desk, request: PostRequest): Promise<SendOutcome> {
  const { key, createdAt, post, replyTo } = request;
  const prepared = await prepare(desk, post);
  if (prepared.kind === 'refused' || prepared.kind === 'blocked') return prepared;
  const words = { ...wordsOf(post), visibility: post.visibility };
  const reply = replyTo ? { inReplyToId: replyTo.parent.uri } : {};
  const media = prepared.mediaIds.length > 0 ? { mediaIds: prepared.mediaIds } : {};
  const once = createHash('sha256')
    .update(JSON.stringify([keyText(key), createdAt, words]))
    .digest('hex');
  try {
    // Only here does the client pass headers on.
    const meta = { requestInit: { headers: { 'Idempotency-Key': once } } };
    return confirmed(desk, readStatus(await desk.client.v1.statuses.create({ ...words, ...reply, ...media }, meta)));
  } catch (error) {
    return outcomeOf(describeTrouble(error), 'the post');
  }
}

/** Sent on an edit too. What is left out would follow the account's settings or stay as it was. */
function wordsOf(post: ComposedPost) {
  const { language, warning } = post;
  return {
    status: mastodonText(post),
    language,
    sensitive: warning !== undefined,
    ...(warning !== undefined && { spoilerText: warning }),
  };
}

function confirmed({ secret }: Desk, { id, url }: Pick<Status, 'id' | 'url'>): SendOutcome {
  if (id === secret.password) return { kind: 'unknown', reason: 'Mastodon did not answer clearly (unreadable answer)' };
  const address = secret.isLoopback || !url || !URL.canParse(url) ? undefined : new URL(url);
  const isOwn = address?.origin === secret.origin && !address.pathname.includes(secret.password);
  return { kind: 'confirmed', uri: id, ...(address && isOwn && { url: address.origin + address.pathname }) };
}

type Prepared = { kind: 'prepared'; mediaIds: string[] } | Extract<SendOutcome, { kind: 'refused' | 'blocked' }>;

/** Measures a post by what this server takes now, and uploads its picture. Nothing of it can be seen by readers yet. */
async function prepare(desk: Desk, post: ComposedPost): Promise<Prepared> {
  const { attachment } = post;
  const tooMuch = refusedWords(desk.limits, post);
  if (tooMuch) return tooMuch;
  // A link card is made by the network, of the link in the text.
  if (attachment.kind !== 'card') return { kind: 'prepared', mediaIds: [] };
  const picture = await desk.pictures.picture(attachment.card).catch(() => undefined);
  if (!picture) return refused('Mastodon’s picture could not be drawn; `npm run cards` says why', true);
  const unfit = refusedPicture(desk.limits, picture);
  if (unfit) return unfit;
  try {
    const file = new File([new Uint8Array(picture)], 'picture.png', { type: 'image/png' });
    const upload = { file, description: attachment.alt, skipPolling: true };
    const media = readMedia(await desk.client.v2.media.create(upload));
    return media.url || (await isProcessed(desk, media.id))
      ? { kind: 'prepared', mediaIds: [media.id] }
      : refused('Mastodon has not finished with the picture yet', true);
  } catch (error) {
    const trouble = describeTrouble(error);
    // Without its picture nothing was posted, whatever became of the picture.
    if (trouble.kind === 'unclear') return refused(`Mastodon did not take the picture (${trouble.told})`, true);
    const outcome = outcomeOf(trouble, 'the picture');
    return outcome.kind === 'refused' || outcome.kind === 'blocked' ? outcome : refused(trouble.told, true);
  }
}

function refused(reason: string, again: boolean): Extract<SendOutcome, { kind: 'refused' }> {
  return { kind: 'refused', reason, again };
}

function refusedWords(limits: InstanceLimits, { segments, warning, attachment }: ComposedPost) {
  const network = NETWORK.mastodon;
  const link = limits.charactersPerUrl ?? network.text.link;
  const head = warning === undefined ? [] : [{ kind: 'text', text: warning } as const];
  const count = countText([...head, ...segments], { ...network, text: { ...network.text, link } });
  const limit = limits.textLimit ?? network.text.limit;
  if (count > limit)
    return refused(`Mastodon takes ${limit} characters on this server, and the post has ${count}`, false);
  if (attachment.kind !== 'card') return undefined;
  const alt = attachment.alt.length;
  const altLimit = limits.altLimit ?? network.image.altLimit;
  return alt > altLimit
    ? refused(
        `Mastodon takes ${altLimit} characters of alternative text on this server, and the picture has ${alt}`,
        false,
      )
    : undefined;
}

function refusedPicture({ picturesPerPost, pictureBytes, pictureTypes }: InstanceLimits, picture: Buffer) {
  const bytes = pictureBytes ?? NETWORK.mastodon.image.bytes;
  if (picturesPerPost === 0)
    return refused('Mastodon takes 0 pictures in a post on this server, and the post has 1', false);
  if (pictureTypes && !pictureTypes.includes('image/png'))
    return refused('Mastodon takes no pictures of the type image/png on this server', false);
  return picture.byteLength > bytes
    ? refused(`Mastodon takes pictures of ${bytes} bytes on this server, and this one has ${picture.byteLength}`, false)
    : undefined;
}

/** Some servers work on a picture for a while (202, then 206) before a post may have it. */
async function isProcessed({ client, timeoutMs }: Desk, id: string): Promise<boolean> {
  const stepMs = Math.min(500, timeoutMs / 10);
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += stepMs) {
    await new Promise((resolve) => setTimeout(resolve, stepMs));
    if (readMedia(await client.v1.media.$select(id).fetch()).url) return true;
  }
  return false;
}

async function findPost(desk: Desk, { createdAt, post, replyTo }: PostRequest): Promise<Finding> {
  const since = Date.parse(createdAt) - CLOCK_MS;
  const { statuses, isWhole } = await ownStatuses(desk, since, MOST_PAGES);
  const mine = statuses.filter(
    (status) =>
      Date.parse(status.createdAt) >= since &&
      (status.inReplyToId ?? undefined) === replyTo?.parent.uri &&
      isSamePost(status, post),
  );
  const first = mine.at(-1);
  if (first) return confirmed(desk, first);
  return isWhole
    ? { kind: 'absent' }
    : { kind: 'unknown', reason: 'Mastodon does not show this account’s posts back to the time of this one' };
}

function isSamePost(status: Status, post: ComposedPost): boolean {
  return (
    isSameLanguage(status.language, post.language) &&
    comparableHtml(status.content) === comparableText(mastodonText(post)) &&
    comparableText(status.spoilerText) === comparableText(post.warning ?? '')
  );
}

/** Servers keep `ur` of `ur-PK`, and some keep no language: the words tell then. */
function isSameLanguage(kept: string | null | undefined, sent: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  return !kept || primary(kept) === primary(sent);
}

/** The account's own posts, newest first. `isWhole`: all since that instant are among them, for certain. */
async function ownStatuses({ client, accountId }: Desk, since: number, pages: number) {
  const statuses: Status[] = [];
  const seen = new Set<string>();
  for (let page = 0; page < pages; page += 1) {
    const maxId = statuses.at(-1)?.id;
    const params = { limit: PAGE, ...(maxId !== undefined && { maxId }) };
    const answer = readStatuses(await client.v1.accounts.$select(accountId).statuses.list(params));
    const last = answer.at(-1);
    if (!last) return { statuses: withoutBoosts(statuses), isWhole: true };
    // A server that starts anew never comes to the end.
    if (seen.has(last.id)) return { statuses: withoutBoosts(statuses), isWhole: false };
    for (const status of answer) {
      seen.add(status.id);
      statuses.push(status);
    }
    // The last, not any: some servers show pinned posts first.
    if (Date.parse(last.createdAt) < since) return { statuses: withoutBoosts(statuses), isWhole: true };
  }
  return { statuses: withoutBoosts(statuses), isWhole: false };
}

function withoutBoosts(statuses: Status[]): Status[] {
  return statuses.filter(({ reblog }) => !reblog);
}

// Edits

async function sendEdit(desk: Desk, request: EditRequest): Promise<SendOutcome> {
  const { target, post } = request;
  if (!isId(target.uri)) return refused('Mastodon has no post of such a name', false);
  const prepared = await prepare(desk, post);
  if (prepared.kind === 'refused' || prepared.kind === 'blocked') return prepared;
  try {
    // The picture is uploaded anew: what the server made of the former one does not tell whether it is the same.
    const words = { spoilerText: '', ...wordsOf(post), mediaIds: prepared.mediaIds };
    return confirmed(desk, readStatus(await desk.client.v1.statuses.$select(target.uri).update(words)));
  } catch (error) {
    const trouble = describeTrouble(error);
    // A server that gives an edited post another id has none under the former.
    const found = trouble.kind === 'gone' ? await findEdit(desk, request) : undefined;
    return found?.kind === 'confirmed' ? found : outcomeOf(trouble, 'the edit');
  }
}

async function findEdit(desk: Desk, { target, post }: EditRequest): Promise<Finding> {
  if (!isId(target.uri)) return { kind: 'absent' };
  const one = desk.client.v1.statuses.$select(target.uri);
  try {
    const { text, spoilerText } = readSource(await one.source.fetch());
    const status = readStatus(await one.fetch());
    const alt = post.attachment.kind === 'card' ? [post.attachment.alt] : [];
    const isDone =
      comparableText(text) === comparableText(mastodonText(post)) &&
      comparableText(spoilerText) === comparableText(post.warning ?? '') &&
      isSameLanguage(status.language, post.language) &&
      JSON.stringify(status.mediaAttachments.map(({ description }) => description ?? '')) === JSON.stringify(alt);
    return isDone ? confirmed(desk, status) : { kind: 'absent' };
  } catch (error) {
    if (describeTrouble(error).kind !== 'gone') throw error;
  }
  const { statuses, isWhole } = await ownStatuses(desk, Number.NEGATIVE_INFINITY, MOST_PAGES);
  const moved = statuses.find((status) => isSamePost(status, post));
  if (moved) return confirmed(desk, moved);
  return isWhole
    ? { kind: 'absent' }
    : { kind: 'unknown', reason: 'Mastodon has the post no longer under its name, and does not show all posts' };
}

// Withdrawals

async function sendWithdrawal(desk: Desk, { target }: WithdrawRequest): Promise<SendOutcome> {
  if (!isId(target.uri)) return refused('Mastodon has no post of such a name', false);
  try {
    await desk.client.v1.statuses.$select(target.uri).remove();
    return NOTHING;
  } catch (error) {
    const trouble = describeTrouble(error);
    return trouble.kind === 'gone' ? NOTHING : outcomeOf(trouble, 'to take the post away');
  }
}

/** Nothing is shown any more. */
const NOTHING = { kind: 'confirmed', uri: '' } as const;

async function findWithdrawal(desk: Desk, { target }: WithdrawRequest): Promise<Finding> {
  return (await statusOrGone(desk, target.uri)) ? { kind: 'absent' } : NOTHING;
}

async function statusOrGone({ client }: Desk, id: string): Promise<Status | undefined> {
  if (!isId(id)) return undefined;
  try {
    return readStatus(await client.v1.statuses.$select(id).fetch());
  } catch (error) {
    if (describeTrouble(error).kind === 'gone') return undefined;
    throw error;
  }
}

// Pins

async function sendPin(desk: Desk, { set, was }: PinRequest): Promise<SendOutcome> {
  const former = was && was.uri !== set?.uri && isId(was.uri) ? was : undefined;
  if (set) {
    if (!isId(set.uri)) return refused('Mastodon has no post of such a name', false);
    const trouble = await pin(desk, set);
    // As many as may be are pinned: the former one makes room, and comes back where that was not the reason.
    if (trouble?.kind === 'refused' && former && !(await unpin(desk, former))) {
      const still = await pin(desk, set);
      if (still && (await pin(desk, former)))
        return { kind: 'unknown', reason: 'Mastodon pins neither the new post nor the former one' };
      return still ? outcomeOf(still, 'to pin the post') : { kind: 'confirmed', uri: set.uri };
    }
    if (trouble) return outcomeOf(trouble, 'to pin the post');
  }
  const left = former && (await unpin(desk, former));
  if (!left) return set ? { kind: 'confirmed', uri: set.uri } : NOTHING;
  if (!set) return outcomeOf(left, 'to unpin the post');
  return { kind: 'unknown', reason: `Mastodon has pinned the post, and the former one is pinned still (${left.told})` };
}

/** `undefined`: it is pinned. */
async function pin(desk: Desk, { uri }: Ref): Promise<Trouble | undefined> {
  try {
    await desk.client.v1.statuses.$select(uri).pin();
    return undefined;
  } catch (error) {
    const trouble = describeTrouble(error);
    // What is pinned already is refused with the same status as what cannot be.
    if (trouble.kind !== 'refused') return trouble;
    const status = await statusOrGone(desk, uri).catch(() => undefined);
    return status?.pinned ? undefined : trouble;
  }
}

/** `undefined`: it is not pinned. */
async function unpin(desk: Desk, { uri }: Ref): Promise<Trouble | undefined> {
  try {
    await desk.client.v1.statuses.$select(uri).unpin();
    return undefined;
  } catch (error) {
    const trouble = describeTrouble(error);
    return trouble.kind === 'gone' ? undefined : trouble;
  }
}

/** Both posts say of themselves whether they are pinned. What is half done is absent: to repeat it brings it to its end. */
async function findPin(desk: Desk, { set, was }: PinRequest): Promise<Finding> {
  const former = was && was.uri !== set?.uri ? await statusOrGone(desk, was.uri) : undefined;
  if (former?.pinned) return { kind: 'absent' };
  if (!set) return NOTHING;
  return (await statusOrGone(desk, set.uri))?.pinned ? { kind: 'confirmed', uri: set.uri } : { kind: 'absent' };
}

/**
 * The pinned post written last: an account may have several, readers see that one first, and nobody says when each was
 * pinned.
 */
async function newestPin({ client, accountId }: Desk): Promise<Ref | null> {
  let newest: Status | undefined;
  let maxId: string | undefined;
  for (let page = 0; page < MOST_PIN_PAGES; page += 1) {
    const params = { pinned: true, limit: PAGE, ...(maxId !== undefined && { maxId }) };
    const answer = readStatuses(await client.v1.accounts.$select(accountId).statuses.list(params));
    for (const status of answer)
      if (status.pinned && (!newest || Date.parse(status.createdAt) > Date.parse(newest.createdAt))) newest = status;
    const last = answer.at(-1);
    // Some servers answer with all posts, newest first: then there is more to read until one is found.
    if (!last || last.id === maxId || newest || answer.every(({ pinned }) => pinned)) break;
    maxId = last.id;
  }
  return newest ? { uri: newest.id } : null;
}

// Banners

async function sendBanner(desk: Desk, { set }: BannerRequest): Promise<SendOutcome> {
  if (!set) return removeBanner(desk);
  const picture = await desk.pictures.banner(set).catch(() => undefined);
  if (!picture) return refused('Mastodon’s banner could not be had; `npm run cards` says why', true);
  const type = typeOf(picture);
  if (!type) return refused('Mastodon takes PNG, JPEG, GIF and WebP as a banner, and this is neither', false);
  try {
    const header = new File([new Uint8Array(picture)], `banner.${type}`, { type: `image/${type}` });
    const answer = readAccount(await desk.client.v1.accounts.updateCredentials({ header }));
    const name = nameOf(answer, desk);
    return name === null
      ? { kind: 'unknown', reason: 'Mastodon did not answer clearly (it shows no banner)' }
      : { kind: 'confirmed', uri: name };
  } catch (error) {
    return outcomeOf(describeTrouble(error), 'the banner');
  }
}

/** Servers before 4.2 know no way to take a banner away. */
async function removeBanner({ client }: Desk): Promise<SendOutcome> {
  try {
    await client.v1.profile.header.remove();
    return NOTHING;
  } catch (error) {
    return outcomeOf(describeTrouble(error), 'to take the banner away');
  }
}

/** Servers give every upload a name of its own, so another name than before is that of the new picture. */
async function findBanner(desk: Desk, { set, was }: BannerRequest): Promise<Finding> {
  const name = await bannerName(desk);
  if (!set) return name === null ? NOTHING : { kind: 'absent' };
  return name === null || name === was ? { kind: 'absent' } : { kind: 'confirmed', uri: name };
}

async function bannerName(desk: Desk): Promise<string | null> {
  return nameOf(readAccount(await desk.client.v1.accounts.verifyCredentials()), desk);
}

/** Address of the picture, `null` for none or for the one that a server shows in its place. */
function nameOf({ headerStatic }: MastodonAccount, { secret }: Desk): string | null {
  if (!URL.canParse(headerStatic) || headerStatic.includes(secret.password)) return null;
  const isNone = /\/(?:missing\.\w+|default_header\.\w+|images\/banner\.png)$/.test(new URL(headerStatic).pathname);
  return isNone ? null : headerStatic;
}

/** Pictures are public, so no token goes with the question, wherever the server keeps them. */
async function fetchPicture(name: string, { secret, timeoutMs }: Desk): Promise<Buffer | undefined> {
  const url = new URL(name);
  if (url.origin !== secret.origin && url.protocol !== 'https:') return undefined;
  const answer = await fetch(url, {
    redirect: 'error',
    credentials: 'omit',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok || Number(answer.headers.get('content-length')) > MOST_BANNER_BYTES) {
    await answer.body?.cancel();
    return undefined;
  }
  const picture = Buffer.from(await answer.arrayBuffer());
  return typeOf(picture) && picture.byteLength <= MOST_BANNER_BYTES ? picture : undefined;
}

/** The kind of a picture by its first bytes. */
function typeOf(picture: Buffer): 'png' | 'jpeg' | 'gif' | 'webp' | undefined {
  const start = picture.toString('latin1', 0, 12);
  if (start.startsWith('\x89PNG\r\n')) return 'png';
  if (start.startsWith('\xFF\xD8\xFF')) return 'jpeg';
  if (start.startsWith('GIF8')) return 'gif';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : undefined;
}

import { buffer } from 'node:stream/consumers';
import type { Api } from 'grammy';
import { NETWORK } from '../model/network.ts';
import type { Attachment } from '../posts/compose-post.ts';
import type {
  ActionRequest,
  ChannelOpening,
  ChannelPort,
  ChannelTrouble,
  EditRequest,
  Finding,
  PictureStore,
  PinRequest,
  PostRequest,
  ProfileReading,
  Ref,
  SendOutcome,
  WithdrawRequest,
} from '../publishing/ports.ts';
import type { ChannelSecret } from './channel-secret.ts';
import { linkPreview, placeText, readPlace, replyTo, telegramWords } from './telegram-message.ts';

const TIMEOUT_MS = 30_000;
const PUBLIC_ORIGIN = 'https://api.telegram.org';
const TOKEN = /^[1-9]\d{0,15}:[A-Za-z0-9_-]{1,64}$/;
const CHANNEL_NAME = /^(?:@?[A-Za-z]\w{3,31}|-\d{1,16})$/;

/**
 * A channel on Telegram, written by a bot that is its administrator. Telegram has neither a handle against doubles nor a
 * way to read a post back, so a person has to look after a doubtful post. Everything else may be repeated.
 */
export function openTelegram(
  secret: ChannelSecret,
  pictures: PictureStore,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): ChannelPort {
  let desk: TelegramDesk | undefined;
  return {
    async open() {
      const signedIn = await signIn(secret, timeoutMs);
      if (!('api' in signedIn)) return signedIn;
      desk = signedIn;
      return { kind: 'open' };
    },
    async send(request) {
      return desk ? sendRequest(desk, request, pictures) : NOT_OPEN;
    },
    async find(request) {
      return desk ? findRequest(desk, request) : { kind: 'unknown', reason: NOT_OPEN.reason };
    },
    async profile() {
      return desk ? readProfile(desk) : { kind: 'unreachable', reason: NOT_OPEN.reason };
    },
    // A channel has no banner.
    async bannerPicture() {
      return undefined;
    },
  };
}

const NOT_OPEN = { kind: 'refused', reason: 'Telegram has not been opened in this run', again: true } as const;

/** A bot that may do in its channel all that the desk asks of it. */
interface TelegramDesk {
  api: Api;
  chatId: number;
  /** Address of a message for readers; `undefined` where the channel is not public. */
  addressOf(messageId: number): string | undefined;
}

/** Rights of an administrator. In a channel, the one to edit is also the one to pin (pinChatMessage). */
const RIGHTS = [
  ['can_post_messages', 'post messages'],
  ['can_edit_messages', 'edit and pin messages of others'],
  ['can_delete_messages', 'delete messages of others'],
] as const;

async function signIn(
  secret: ChannelSecret,
  timeoutMs: number,
): Promise<TelegramDesk | Exclude<ChannelOpening, { kind: 'open' }>> {
  const { identifier, variable } = secret;
  const blocked = (reason: string): ChannelTrouble => ({ kind: 'blocked', reason });
  // The token becomes a part of an address, and must not be able to change where that leads.
  if (!TOKEN.test(secret.password))
    return blocked(`Telegram’s bot tokens look like 123456:ABC; the one in ${variable} does not`);
  if (!CHANNEL_NAME.test(identifier))
    return blocked(`Telegram’s channels are named like sehatdesk or -1001234567890; the one in ${variable} is not`);
  const api = await connect(secret, timeoutMs);
  try {
    const bot = await api.getMe();
    const chat = await api.getChat(identifier.startsWith('-') ? Number(identifier) : `@${identifier.replace('@', '')}`);
    if (chat.type !== 'channel') return blocked(`Telegram knows what ${variable} names, but it is not a channel`);
    const member = await api.getChatMember(chat.id, bot.id);
    if (member.status !== 'administrator')
      return blocked('Telegram does not count the bot among the channel’s administrators; make it one');
    const missing = RIGHTS.filter(([right]) => member[right] !== true).map(([, words]) => `“${words}”`);
    if (missing.length > 0)
      return blocked(`Telegram does not let the bot ${missing.join(', ')} in the channel; give it that right`);
    if (!isMessageNumber(-chat.id))
      return { kind: 'unreachable', reason: 'Telegram cannot be reached (strange answer)' };
    const { username } = chat;
    const isPublic = secret.origin === PUBLIC_ORIGIN && username !== undefined && /^\w{1,32}$/.test(username);
    return {
      api,
      chatId: chat.id,
      addressOf: (messageId) => (isPublic ? `https://t.me/${username}/${messageId}` : undefined),
    };
  } catch (error) {
    const trouble = describeTrouble(error);
    switch (trouble.kind) {
      case 'forbidden':
      case 'refused':
        return blocked(
          trouble.says === 'chat not found'
            ? `Telegram has no channel of the name in ${variable}, or the bot is not in it (${trouble.told})`
            : `Telegram refuses the bot’s token or keeps it out of the channel (${trouble.told}); look at ${variable} and the channel’s administrators`,
        );
      case 'later':
      case 'unsent':
      case 'unclear':
        return { kind: 'unreachable', reason: `Telegram cannot be reached (${trouble.told})` };
    }
  }
}

async function sendRequest(desk: TelegramDesk, request: ActionRequest, pictures: PictureStore): Promise<SendOutcome> {
  switch (request.action) {
    case 'post':
      return post(desk, request, pictures);
    case 'edit':
      return edit(desk, request, pictures);
    case 'withdraw':
      return withdraw(desk, request);
    case 'pin':
      return pin(desk, request);
    case 'banner':
      return NO_BANNER;
  }
}

const NO_BANNER = { kind: 'refused', reason: 'Telegram has no banner', again: false } as const;
const ELSEWHERE = {
  kind: 'refused',
  reason: 'Telegram has that post in another channel, if at all',
  again: false,
} as const;
const UNCLEAR_NUMBER = 'Telegram did not answer clearly (it did not say which number the post has)';

async function findRequest(desk: TelegramDesk, request: ActionRequest): Promise<Finding> {
  switch (request.action) {
    case 'post':
      return {
        kind: 'unknown',
        reason:
          'Telegram cannot be asked whether it has a post; look at the channel, then say what you saw with npm run resolve',
      };
    // Whether they were done cannot be seen, and need not: doing them again leaves what doing them once leaves.
    case 'edit':
    case 'withdraw':
      return { kind: 'absent' };
    case 'pin':
      return findPin(desk, request);
    case 'banner':
      return NO_BANNER;
  }
}

async function post(desk: TelegramDesk, request: PostRequest, pictures: PictureStore): Promise<SendOutcome> {
  const { api, chatId } = desk;
  const parent = request.replyTo && messageIn(desk, request.replyTo.parent);
  if (request.replyTo && parent === undefined) return ELSEWHERE;
  const { picture, refused } = await readPicture(request.post.attachment, pictures);
  if (refused) return refused;
  const { text, entities } = telegramWords(request.post.segments);
  const reply = parent !== undefined && { reply_parameters: replyTo(parent) };
  try {
    const { message_id } = picture
      ? await api.raw.sendPhoto({
          chat_id: chatId,
          photo: await inputFile(picture),
          caption: text,
          ...(entities.length > 0 && { caption_entities: entities }),
          ...reply,
        })
      : await api.raw.sendMessage({
          chat_id: chatId,
          text,
          link_preview_options: linkPreview(request.post),
          ...(entities.length > 0 && { entities }),
          ...reply,
        });
    return isMessageNumber(message_id) ? confirmed(desk, message_id) : { kind: 'unknown', reason: UNCLEAR_NUMBER };
  } catch (error) {
    return outcomeOf(describeTrouble(error), 'the post');
  }
}

async function edit(desk: TelegramDesk, request: EditRequest, pictures: PictureStore): Promise<SendOutcome> {
  const { api, chatId } = desk;
  const messageId = messageIn(desk, request.target);
  if (messageId === undefined) return ELSEWHERE;
  const { picture, refused } = await readPicture(request.post.attachment, pictures);
  if (refused) return refused;
  const { text, entities } = telegramWords(request.post.segments);
  const target = { chat_id: chatId, message_id: messageId };
  try {
    if (picture) {
      const media = await inputFile(picture);
      const words = { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
      // The request does not tell whether the picture changed too; this sets both.
      expectEdited(await api.raw.editMessageMedia({ ...target, media: { type: 'photo', media, ...words } }), messageId);
    } else {
      const edited = await api.raw.editMessageText({
        ...target,
        text,
        link_preview_options: linkPreview(request.post),
        ...(entities.length > 0 && { entities }),
      });
      expectEdited(edited, messageId);
    }
    return confirmed(desk, messageId);
  } catch (error) {
    const trouble = describeTrouble(error);
    return says(trouble, 'not modified') ? confirmed(desk, messageId) : outcomeOf(trouble, 'the new words');
  }
}

async function withdraw(desk: TelegramDesk, { target }: WithdrawRequest): Promise<SendOutcome> {
  const messageId = messageIn(desk, target);
  if (messageId === undefined) return ELSEWHERE;
  const gone: SendOutcome = { kind: 'confirmed', uri: placeText({ chatId: desk.chatId, messageId }) };
  try {
    expectDone(await desk.api.deleteMessage(desk.chatId, messageId));
    return gone;
  } catch (error) {
    const trouble = describeTrouble(error);
    if (says(trouble, 'message not found')) return gone;
    // After 48 hours no bot may delete a post, whatever its rights (tdlib, can_delete_channel_message). A person still may.
    if (says(trouble, 'cannot be deleted'))
      return {
        kind: 'refused',
        reason: `Telegram does not let the bot delete this post (${trouble.told}); a person has to delete it`,
        again: false,
      };
    return outcomeOf(trouble, 'to delete the post');
  }
}

/** Puts a post on top, then takes the former one away: several posts can be pinned, and the newest of them hides the others. */
async function pin(desk: TelegramDesk, { set, was }: PinRequest): Promise<SendOutcome> {
  const { api, chatId } = desk;
  const wanted = set && messageIn(desk, set);
  // What stood in another channel is no longer this channel's concern.
  const former = was && messageIn(desk, was);
  if (wanted === undefined) return ELSEWHERE;
  if (wanted !== null)
    try {
      expectDone(await api.pinChatMessage(chatId, wanted, { disable_notification: true }));
    } catch (error) {
      const trouble = describeTrouble(error);
      if (!says(trouble, 'not modified')) return outcomeOf(trouble, 'to pin the post');
    }
  if (former !== null && former !== undefined && former !== wanted)
    try {
      expectDone(await api.unpinChatMessage(chatId, former));
    } catch (error) {
      const trouble = describeTrouble(error);
      // A post that was deleted is not pinned either.
      if (!says(trouble, 'message not found') && !says(trouble, 'not modified')) {
        const outcome = outcomeOf(trouble, 'to unpin the former post');
        return wanted !== null && outcome.kind === 'refused' && !outcome.again
          ? { kind: 'unknown', reason: `Telegram pinned the post and does not unpin the former one (${trouble.told})` }
          : outcome;
      }
    }
  return wanted === null ? { kind: 'confirmed', uri: '' } : confirmed(desk, wanted);
}

async function findPin(desk: TelegramDesk, { set, was }: PinRequest): Promise<Finding> {
  const wanted = set && messageIn(desk, set);
  if (wanted === undefined) return ELSEWHERE;
  const reading = await readPin(desk);
  if (reading.kind !== 'pin')
    return { kind: 'unknown', reason: `Telegram does not say which post is pinned (${reading.trouble.told})` };
  const { messageId } = reading;
  if (wanted === null) return messageId === undefined ? { kind: 'confirmed', uri: '' } : { kind: 'absent' };
  // A former post still pinned underneath cannot be seen. Doing all of it again is safe, so it counts as not wholly done.
  const isAlone = was === null || (messageIn(desk, was) ?? wanted) === wanted;
  return messageId === wanted && isAlone ? confirmed(desk, wanted) : { kind: 'absent' };
}

async function readProfile(desk: TelegramDesk): Promise<ProfileReading> {
  const reading = await readPin(desk);
  if (reading.kind === 'pin') {
    const { messageId } = reading;
    const uri = messageId !== undefined && placeText({ chatId: desk.chatId, messageId });
    return { kind: 'profile', profile: { pin: uri ? { uri } : null, banner: null } };
  }
  const { trouble } = reading;
  return trouble.kind === 'forbidden'
    ? { kind: 'blocked', reason: `Telegram does not let this bot see its channel (${trouble.told})` }
    : { kind: 'unreachable', reason: `Telegram does not say which post is pinned (${trouble.told})` };
}

type PinReading = { kind: 'pin'; messageId: number | undefined } | { kind: 'trouble'; trouble: Trouble };

/**
 * The pinned post that readers see first. Of several, Telegram tells the one that was sent last, whenever each was
 * pinned, and that is also the one on top.
 */
async function readPin({ api, chatId }: TelegramDesk): Promise<PinReading> {
  try {
    const { id, pinned_message } = await api.getChat(chatId);
    const messageId = pinned_message?.message_id;
    return id === chatId && (messageId === undefined || isMessageNumber(messageId))
      ? { kind: 'pin', messageId }
      : { kind: 'trouble', trouble: { kind: 'unclear', told: 'strange answer' } };
  } catch (error) {
    return { kind: 'trouble', trouble: describeTrouble(error) };
  }
}

type Picture = { picture: Buffer | undefined; refused?: never } | { picture?: never; refused: SendOutcome };

/** The picture that goes with a post. A link card's is fetched by Telegram from the page. */
async function readPicture(attachment: Attachment, pictures: PictureStore): Promise<Picture> {
  if (attachment.kind !== 'card') return { picture: undefined };
  const refuse = (reason: string, again: boolean): Picture => ({ refused: { kind: 'refused', reason, again } });
  const picture = await pictures.picture(attachment.card).catch(() => undefined);
  if (!picture) return refuse('its picture could not be drawn; `npm run cards` says why', true);
  const { bytes } = NETWORK.telegram.image;
  return picture.byteLength > bytes
    ? refuse(`its picture has ${picture.byteLength} bytes, and Telegram takes ${bytes} here`, false)
    : { picture };
}

/** Telegram says `true` to what it has done; anything else leaves that open. */
function expectDone(result: unknown): void {
  if (result !== true) throw new UnreadableAnswerError('strange answer');
}

/** Telegram answers an edit with the edited message. */
function expectEdited(result: unknown, messageId: number): void {
  if (fieldOf(result, 'message_id') !== messageId) throw new UnreadableAnswerError('strange answer');
}

function messageIn({ chatId }: TelegramDesk, { uri }: Ref): number | undefined {
  const place = readPlace(uri);
  return place?.chatId === chatId ? place.messageId : undefined;
}

function confirmed(
  { chatId, addressOf }: TelegramDesk,
  messageId: number,
): Extract<SendOutcome, { kind: 'confirmed' }> {
  const url = addressOf(messageId);
  return { kind: 'confirmed', uri: placeText({ chatId, messageId }), ...(url !== undefined && { url }) };
}

function isMessageNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

async function inputFile(picture: Buffer) {
  const { InputFile } = await import('grammy');
  return new InputFile(picture, 'card.png');
}

/** The client, made to ask the secret's origin and nobody else, and to give up in time. */
async function connect({ origin, password }: ChannelSecret, timeoutMs: number): Promise<Api> {
  // Loaded where it is needed: a run with nothing due does without.
  const { Api } = await import('grammy');
  const ask = async (input: unknown, init: Asked = {}): Promise<Response> => {
    const { method = 'POST', headers = {}, body } = init;
    // The platform's own: the client's brings a redirect to any host, and a signal that no other fetch understands.
    const answer = await fetch(String(input), {
      method,
      headers: { 'content-type': headers['content-type'] ?? 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : await buffer(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    if (!isOfTheProtocol(answer.status, text)) throw new UnreadableAnswerError(`unreadable answer ${answer.status}`);
    return new Response(text, { status: answer.status });
  };
  // The client's own clock has to be the slower one: it does not tell a time-out from other faults.
  const timeoutSeconds = timeoutMs / 1000 + 5;
  return new Api(password, { apiRoot: origin, timeoutSeconds, sensitiveLogs: false, fetch: ask as never });
}

/** What the client hands to its fetch. */
interface Asked {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | AsyncIterable<Uint8Array>;
}

class UnreadableAnswerError extends Error {
  override name = 'UnreadableAnswerError';
}

/** An answer in any other form comes from something in between, which may not know what Telegram did. */
function isOfTheProtocol(status: number, text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null) return false;
    const ok = Reflect.get(answer, 'ok');
    return ok === true ? status === 200 : ok === false && Reflect.get(answer, 'error_code') === status;
  } catch {
    return false;
  }
}

/** What an error says about the request that met it. */
type Trouble =
  /** The bot may not do this; nothing was done. */
  | { kind: 'forbidden'; told: string; says?: never }
  /** Not now; nothing was done. */
  | { kind: 'later'; told: string; retryAfterMs?: number; says?: never }
  /** The request is at fault; nothing was done. `says` is the part of it that is known here. */
  | { kind: 'refused'; told: string; says: Saying | undefined }
  /** It never left this machine. */
  | { kind: 'unsent'; told: string; says?: never }
  /** It may have been done or not. */
  | { kind: 'unclear'; told: string; says?: never };

/** Telegram tells its refusals apart by words alone; these are those of its server (tdlib/telegram-bot-api 10.0). */
const SAYINGS = [
  ['chat not found', /chat not found/i],
  ['message not found', /message to (?:delete|edit|pin|unpin|be replied) not found|MESSAGE_ID_INVALID/i],
  ['not modified', /message is not modified|CHAT_NOT_MODIFIED/i],
  ['cannot be deleted', /message can't be deleted/i],
  ['no right', /not enough rights|have no rights|need administrator rights|CHAT_(?:ADMIN_REQUIRED|WRITE_FORBIDDEN)/i],
] as const;
type Saying = (typeof SAYINGS)[number][0];

function says(trouble: Trouble, saying: Saying): boolean {
  return trouble.kind === 'refused' && trouble.says === saying;
}

/** What came of a request that met this. `what` follows “Telegram refuses”. */
function outcomeOf(trouble: Trouble, what: string): Exclude<SendOutcome, { kind: 'confirmed' }> {
  const { told } = trouble;
  switch (trouble.kind) {
    case 'forbidden':
      return { kind: 'blocked', reason: `Telegram does not let this bot do that in the channel (${told})` };
    case 'later': {
      const { retryAfterMs } = trouble;
      return {
        kind: 'refused',
        reason: `Telegram asks to wait (${told})`,
        again: true,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      };
    }
    case 'unsent':
      return { kind: 'refused', reason: `Telegram cannot be reached (${told})`, again: true };
    case 'refused':
      return trouble.says === 'message not found'
        ? { kind: 'refused', reason: `Telegram no longer has the post that this is about (${told})`, again: false }
        : { kind: 'refused', reason: `Telegram refuses ${what} (${told})`, again: false };
    case 'unclear':
      return { kind: 'unknown', reason: `Telegram did not answer clearly (${told})` };
  }
}

/** A connection that never was: nothing of the request has left. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * Reads an error of the client. What it tells is made of a status, a code of this machine, and words from here: never of
 * what a server wrote freely, nor of an address, which has the token in it.
 */
function describeTrouble(error: unknown): Trouble {
  const status = fieldOf(error, 'error_code');
  if (typeof status !== 'number') return describeSilence(error);
  const told = String(status);
  const description = fieldOf(error, 'description');
  const found = typeof description === 'string' ? SAYINGS.find(([, words]) => words.test(description))?.[0] : undefined;
  if (status === 401 || status === 403 || (status === 400 && found === 'no right')) return { kind: 'forbidden', told };
  if (status === 429) {
    const seconds = fieldOf(fieldOf(error, 'parameters'), 'retry_after');
    return typeof seconds === 'number' && Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e6
      ? { kind: 'later', told: `${told}, come back in ${seconds} s`, retryAfterMs: seconds * 1000 }
      : { kind: 'later', told };
  }
  return status >= 400 && status < 500 && status !== 408
    ? { kind: 'refused', told, says: found }
    : { kind: 'unclear', told };
}

function describeSilence(error: unknown): Trouble {
  const chain: Error[] = [];
  for (let at = fieldOf(error, 'error') ?? error; at instanceof Error && chain.length < 10; at = at.cause)
    chain.push(at);
  const ours = chain.find((one) => one instanceof UnreadableAnswerError);
  if (ours) return { kind: 'unclear', told: ours.message };
  if (chain.some(({ name }) => name === 'TimeoutError')) return { kind: 'unclear', told: 'no answer in time' };
  const code = chain.map((one) => fieldOf(one, 'code')).findLast((one) => typeof one === 'string');
  if (typeof code !== 'string' || !/^[A-Z][A-Za-z0-9_]{0,63}$/.test(code))
    return { kind: 'unclear', told: 'no answer' };
  return { kind: NEVER_CONNECTED.includes(code) ? 'unsent' : 'unclear', told: code };
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

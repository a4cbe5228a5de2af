import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/*
 * What of the Bot API the desk uses, as strict as its server. Checked against the source of tdlib/telegram-bot-api 10.0 at
 * 01a3679 (Client.cpp, ClientManager.cpp, HttpConnection.cpp: errors and their words, statuses, `retry_after`, access by
 * chat, deleting, pinning, `pinned_message`) and tdlib/td (MessageContent.cpp, MessagesManager.cpp: lengths, deleting).
 * Stricter than the server on purpose: it refuses parameters that the documentation does not have (the server ignores
 * them), `parse_mode`, entities out of range, and a photo that is no PNG. Kept from knowledge alone, not from a source:
 * that an entity of another type is refused rather than dropped. Not modelled: service messages about pinning, rate
 * limits, the clock (after 48 hours no bot may delete a post: `undeletable`), text that the server trims.
 */

export interface TelegramMessage {
  message_id: number;
  text?: string;
  caption?: string;
  photo?: Buffer;
  entities: Record<string, unknown>[];
  preview?: Record<string, unknown>;
  replyTo?: number;
}

export interface TelegramServer {
  origin: string;
  token: string;
  /** What readers of the channel see, by number. */
  messages: Map<number, TelegramMessage>;
  /** In the order in which they were sent: `getChat` tells the last. */
  pinned: Set<number>;
  /** Names of the methods that were called. */
  readonly asked: string[];
  /** Rights and membership of the bot, for a test to change. */
  member: Record<string, unknown>;
  chat: Record<string, unknown>;
  /** Numbers of posts that the bot may not delete: those older than 48 hours, for one. */
  undeletable: Set<number>;
  /** Takes an answer over; `answered`: nothing was done; `lose-answer`: it is done and nobody hears of it. */
  meddle(answer: Meddling | undefined): void;
}

export type Meddling = (method: string, response: ServerResponse) => 'answered' | 'lose-answer' | undefined;

type Parameters = Record<string, unknown>;
const CHAT = -1001234567890;
const BOT = 123456;

const ALLOWED: Record<string, readonly string[]> = {
  getMe: [],
  getChat: ['chat_id'],
  getChatMember: ['chat_id', 'user_id'],
  sendMessage: ['chat_id', 'text', 'entities', 'link_preview_options', 'reply_parameters'],
  sendPhoto: ['chat_id', 'photo', 'caption', 'caption_entities', 'reply_parameters'],
  editMessageText: ['chat_id', 'message_id', 'text', 'entities', 'link_preview_options'],
  editMessageMedia: ['chat_id', 'message_id', 'media'],
  deleteMessage: ['chat_id', 'message_id'],
  pinChatMessage: ['chat_id', 'message_id', 'disable_notification'],
  unpinChatMessage: ['chat_id', 'message_id'],
};

class Refusal extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
const bad = (message: string): Refusal => new Refusal(400, `Bad Request: ${message}`);

/** A Bot API with one bot and one channel, `@sehatdesk`, on loopback. */
export async function startTelegramServer(token: string): Promise<TelegramServer & { stop(): Promise<void> }> {
  let meddling: Meddling | undefined;
  const asked: string[] = [];
  const desk: TelegramServer = {
    origin: '',
    token,
    messages: new Map(),
    pinned: new Set(),
    asked,
    member: {
      status: 'administrator',
      can_post_messages: true,
      can_edit_messages: true,
      can_delete_messages: true,
      user: { id: BOT, is_bot: true, first_name: 'Desk' },
    },
    chat: { id: CHAT, type: 'channel', title: 'Sehat Desk', username: 'sehatdesk' },
    undeletable: new Set(),
    meddle(answer) {
      meddling = answer;
    },
  };
  const next = { id: 10 };
  const server = createServer(async (request, response) => {
    const [, given, method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(request.url ?? '') ?? [];
    asked.push(method);
    const said = meddling?.(method, response);
    if (said === 'answered') {
      request.resume();
      return;
    }
    let answer: object;
    let status = 200;
    try {
      if (given === undefined) throw new Refusal(404, 'Not Found');
      if (given !== token) throw new Refusal(401, 'Unauthorized');
      answer = { ok: true, result: carryOut(desk, next, method, await read(request, method)) };
    } catch (error) {
      status = error instanceof Refusal ? error.code : 500;
      answer = { ok: false, error_code: status, description: (error as Error).message };
    }
    if (said === 'lose-answer') {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  desk.origin = `http://127.0.0.1:${address.port}`;
  return Object.assign(desk, {
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  });
}

/** Parameters come as JSON or as a form with files; in a form, whatever is not plain is JSON. */
async function read(request: IncomingMessage, method: string): Promise<Parameters> {
  const allowed = ALLOWED[method];
  if (request.method !== 'POST') throw bad('the desk only posts');
  if (!allowed) throw new Refusal(404, 'Not Found: method not found');
  const type = request.headers['content-type'] ?? '';
  const body = await buffer(request);
  const parameters: Parameters = {};
  if (type === 'application/json') Object.assign(parameters, JSON.parse(body.toString()));
  else if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const files = new Map<string, Buffer>();
    for (const [name, value] of form.entries()) {
      if (typeof value !== 'string') files.set(`attach://${name}`, Buffer.from(await value.arrayBuffer()));
      else parameters[name] = /^(?:[[{]|-?\d+$)/.test(value) && !/text|caption$/.test(name) ? JSON.parse(value) : value;
    }
    const file = (reference: unknown) => {
      const found = files.get(String(reference));
      if (!found) throw bad('invalid file_id');
      return found;
    };
    if ('photo' in parameters) parameters.photo = file(parameters.photo);
    const media = parameters.media;
    if (typeof media === 'object' && media !== null)
      parameters.media = { ...media, media: file(Reflect.get(media, 'media')) };
  } else throw bad(`content-type ${type}`);
  for (const name of Object.keys(parameters)) if (!allowed.includes(name)) throw bad(`unknown parameter ${name}`);
  return parameters;
}

function carryOut(desk: TelegramServer, next: { id: number }, method: string, given: Parameters): unknown {
  if (method === 'getMe') return { id: BOT, is_bot: true, first_name: 'Desk', username: 'desk_bot' };
  if (given.chat_id !== CHAT && given.chat_id !== `@${desk.chat.username}`) throw bad('chat not found');
  if (method === 'getChat') {
    const top = Math.max(...desk.pinned);
    return { ...desk.chat, ...(desk.pinned.size > 0 && { pinned_message: shown(desk, top) }) };
  }
  if (desk.member.status !== 'administrator')
    throw new Refusal(403, 'Forbidden: bot is not a member of the channel chat');
  const need = (right: string, words: string) => {
    if (desk.member[right] !== true) throw bad(words);
  };
  switch (method) {
    case 'getChatMember':
      if (given.user_id !== BOT) throw bad('invalid user_id specified');
      return desk.member;
    case 'sendMessage':
    case 'sendPhoto': {
      need('can_post_messages', 'need administrator rights in the channel chat');
      const message = { message_id: next.id, ...(method === 'sendPhoto' ? photoOf(given) : textOf(given)) };
      const reply = given.reply_parameters as Record<string, unknown> | undefined;
      if (reply) {
        if (reply.allow_sending_without_reply !== false) throw bad('reply may go astray');
        if (!desk.messages.has(Number(reply.message_id))) throw bad('message to be replied not found');
      }
      desk.messages.set(next.id, { ...message, ...(reply && { replyTo: Number(reply.message_id) }) });
      next.id += 1;
      return shown(desk, message.message_id);
    }
    case 'editMessageText':
    case 'editMessageMedia': {
      const before = messageOf(desk, given, 'edit');
      if (method === 'editMessageText' && before.photo) throw bad('there is no text in the message to edit');
      const media = given.media as Parameters | undefined;
      if (media && media.type !== 'photo') throw bad('media type');
      const after = media ? photoOf({ ...media, photo: media.media }) : textOf(given);
      // An uploaded picture is a new one, even where it has the same bytes.
      if (!media && before.text === after.text && JSON.stringify(before.entities) === JSON.stringify(after.entities))
        throw bad(
          'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      const { replyTo } = before;
      desk.messages.set(before.message_id, {
        message_id: before.message_id,
        ...after,
        ...(replyTo !== undefined && { replyTo }),
      });
      return shown(desk, before.message_id);
    }
    case 'deleteMessage': {
      const { message_id } = messageOf(desk, given, 'delete');
      if (desk.undeletable.has(message_id)) throw bad("message can't be deleted");
      desk.messages.delete(message_id);
      desk.pinned.delete(message_id);
      return true;
    }
    case 'pinChatMessage': {
      need('can_edit_messages', 'not enough rights to manage pinned messages in the chat');
      const { message_id } = messageOf(desk, given, 'pin');
      if (given.disable_notification !== true) throw bad('a pin of the desk rings nobody');
      desk.pinned.add(message_id);
      return true;
    }
    default:
      desk.pinned.delete(messageOf(desk, given, 'unpin').message_id);
      return true;
  }
}

function messageOf(desk: TelegramServer, given: Parameters, what: string): TelegramMessage {
  const id = given.message_id;
  if (typeof id !== 'number') throw bad('message identifier is not specified');
  const message = desk.messages.get(id);
  if (!message) throw bad(`message to ${what} not found`);
  return message;
}

function shown(desk: TelegramServer, id: number): object {
  const { photo, ...message } = desk.messages.get(id) ?? { message_id: id };
  return { ...message, date: 1_764_000_000, chat: desk.chat, ...(photo && { photo: [{ file_id: 'a' }] }) };
}

function textOf(given: Parameters): Omit<TelegramMessage, 'message_id'> {
  const text = given.text;
  if (typeof text !== 'string' || text.trim() === '') throw bad('message text is empty');
  if (text.length > 4096) throw bad('message is too long');
  const preview = given.link_preview_options as Record<string, unknown> | undefined;
  return { text, entities: entitiesOf(given.entities, text), ...(preview && { preview }) };
}

function photoOf(given: Parameters): Omit<TelegramMessage, 'message_id'> {
  const { photo, caption } = given;
  if (!Buffer.isBuffer(photo) || photo.toString('latin1', 1, 4) !== 'PNG') throw bad('IMAGE_PROCESS_FAILED');
  if (typeof caption !== 'string' || caption.length > 1024) throw bad('message caption is too long');
  return { photo, caption, entities: entitiesOf(given.caption_entities, caption) };
}

function entitiesOf(given: unknown, text: string): Record<string, unknown>[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw bad('expected an Array of MessageEntity');
  let end = 0;
  return given.map((entity: Record<string, unknown>) => {
    const { type, offset, length, url, ...others } = entity;
    if (Object.keys(others).length > 0 || typeof offset !== 'number' || typeof length !== 'number')
      throw bad("can't parse MessageEntity");
    if (offset < end || length < 1 || offset + length > text.length) throw bad('entity out of range');
    end = offset + length;
    if (type === 'url' ? url !== undefined : type !== 'text_link' || !URL.canParse(String(url)))
      throw bad('Wrong HTTP URL specified');
    return entity;
  });
}

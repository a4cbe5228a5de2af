import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** In which way a server differs from Mastodon 4.5. Each was seen on a compatible server, or on an older Mastodon. */
export interface MastodonQuirks {
  /** A post without a visibility is unlisted. */
  unlistedByDefault?: boolean;
  /** An edited post gets another id, and none is known under the former. */
  newIdOnEdit?: boolean;
  /** A post is taken away, and the answer is 404. */
  notFoundOnDelete?: boolean;
  /** `pinned=true` lists all posts. */
  ignoresPinned?: boolean;
  /** Uploads answer 202, and are asked for this often before they are ready. */
  mediaWaits?: number;
  ignoresIdempotency?: boolean;
  /** Knows /api/v1/instance only. */
  isOld?: boolean;
  limits?: { characters?: number; pictureBytes?: number; pictureTypes?: string[]; altLimit?: number; pins?: number };
  /** What the clock of the server says. */
  now?: () => number;
}

export interface FakeStatus {
  id: string;
  createdAt: string;
  text: string;
  spoiler: string;
  language: string | null;
  visibility: string;
  sensitive: boolean;
  replyTo: string | null;
  media: { id: string; description: string | null; bytes: number }[];
  pinned: boolean;
}

export interface MastodonServer {
  url: string;
  readonly token: string;
  /** Method and path of each request, without what follows `?`. */
  readonly seen: string[];
  /** What readers see, oldest first. */
  readonly statuses: FakeStatus[];
  /** Name of the banner's file. */
  readonly header: string | null;
  /** Writes a post as a person would, by hand. */
  write(status: Partial<FakeStatus>): FakeStatus;
  stop(): Promise<void>;
}

const PINS = 5;
const CREATE = ['status', 'media_ids', 'in_reply_to_id', 'sensitive', 'spoiler_text', 'visibility', 'language'];
const EDIT = ['status', 'spoiler_text', 'sensitive', 'language', 'media_ids', 'media_attributes'];
// `skip_polling` is the client's own; Rails drops it.
const UPLOAD = ['file', 'description', 'focus', 'thumbnail', 'skip_polling'];

/**
 * A Mastodon on loopback with one account, `desk`. Written after docs.joinmastodon.org (methods statuses, media, accounts,
 * profile, instance; entities Instance, V1::Instance, Error; rate limits) and, for the HTML of a post, the source of
 * Mastodon's text_formatter.rb; not compared with a running server. Stricter than Mastodon, which drops parameters that it
 * does not know: here they are refused, as are wrong types and content types, and a missing visibility or language is
 * the account's default.
 */
export async function startMastodonServer(quirks: MastodonQuirks = {}): Promise<MastodonServer> {
  const token = 'kept-secret-token-0123456789';
  const seen: string[] = [];
  const statuses: FakeStatus[] = [];
  const media = new Map<string, FakeStatus['media'][number] & { waits: number; isUsed: boolean }>();
  const once_ = new Map<string, string>();
  let header: { name: string; bytes: Buffer } | null = null;
  let counter = 100;
  const now = quirks.now ?? Date.now;
  const limits = {
    characters: 500,
    pictureBytes: 16_777_216,
    pictureTypes: ['image/png', 'image/jpeg'],
    altLimit: 1500,
    pins: PINS,
    ...quirks.limits,
  };
  const nextId = () => {
    counter += 1;
    return String(counter);
  };

  const write = (status: Partial<FakeStatus>): FakeStatus => {
    const whole: FakeStatus = {
      id: nextId(),
      createdAt: new Date(now()).toISOString(),
      text: '',
      spoiler: '',
      language: 'en',
      visibility: quirks.unlistedByDefault ? 'unlisted' : 'public',
      sensitive: false,
      replyTo: null,
      media: [],
      pinned: false,
      ...status,
    };
    statuses.push(whole);
    return whole;
  };

  const account = (base: string) => {
    const address = header ? `${base}/system/headers/original/${header.name}` : `${base}/headers/original/missing.png`;
    return { id: '1', username: 'desk', acct: 'desk', header: address, header_static: address, source: {} };
  };
  const shown = (status: FakeStatus, base: string) => ({
    id: status.id,
    created_at: status.createdAt,
    in_reply_to_id: status.replyTo,
    sensitive: status.sensitive,
    spoiler_text: status.spoiler,
    visibility: status.visibility,
    language: status.language,
    uri: `${base}/users/desk/statuses/${status.id}`,
    url: `${base}/@desk/${status.id}`,
    content: htmlOf(status.text),
    reblog: null,
    account: account(base),
    media_attachments: status.media.map(({ id, description }) => ({ id, type: 'image', description })),
    pinned: status.pinned,
  });

  const mediaOf = (ids: unknown, kept: FakeStatus['media'] = []): FakeStatus['media'] => {
    if (ids === undefined) return [];
    if (!Array.isArray(ids)) throw new Refusal(422, 'media_ids is not a list');
    if (ids.length > 4) throw new Refusal(422, 'Cannot attach more than 4 files');
    return ids.map((id) => {
      const one = media.get(String(id));
      if (!one || (one.isUsed && !kept.some((known) => known.id === id)))
        throw new Refusal(422, 'Validation failed: media not found');
      if (one.waits > 0) throw new Refusal(422, 'Cannot attach files that have not finished processing.');
      one.isUsed = true;
      return { id: one.id, description: one.description, bytes: one.bytes };
    });
  };
  const wordsOf = (fields: Record<string, unknown>) => {
    const text = stringIn(fields, 'status') ?? '';
    const spoiler = stringIn(fields, 'spoiler_text') ?? '';
    if (fields.sensitive !== undefined && typeof fields.sensitive !== 'boolean') throw new Refusal(422, 'sensitive');
    const counted = spoiler + text.replace(/https?:\/\/\S+/g, 'x'.repeat(23));
    const count = [...new Intl.Segmenter('en').segment(counted)].length;
    if (count > limits.characters) throw new Refusal(422, `Validation failed: Text limit of ${limits.characters}`);
    if (!text && fields.media_ids === undefined) throw new Refusal(422, "Validation failed: Text can't be blank");
    const language = stringIn(fields, 'language')?.split('-')[0] ?? 'en';
    return { text: text.trim(), spoiler, language, sensitive: fields.sensitive === true || spoiler !== '' };
  };
  const own = (id: string): FakeStatus => {
    const found = statuses.find((status) => status.id === id);
    if (!found) throw new Refusal(404, 'Record not found');
    return found;
  };

  const answer = async (request: IncomingMessage): Promise<{ status: number; body: unknown; type?: string }> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const base = `http://${request.headers.host}`;
    const route = `${request.method} ${url.pathname}`;
    const ok = (body: unknown, status = 200) => ({ status, body });
    if (route === 'GET /api/v1/instance' || (route === 'GET /api/v2/instance' && !quirks.isOld))
      return ok(instanceOf(limits, route.includes('v2')));
    if (url.pathname.startsWith('/system/') && header) return { status: 200, body: header.bytes, type: 'image/png' };
    if (!url.pathname.startsWith('/api/') || url.pathname === '/api/v2/instance') throw new Refusal(404, 'Not found');
    if (request.headers.authorization !== `Bearer ${token}`) throw new Refusal(401, 'The access token is invalid');
    const [, id = '', verb = ''] = /^\/api\/v1\/statuses\/([^/]+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
    if (id) {
      const status = own(id);
      switch (`${request.method} ${verb}`) {
        case 'GET ':
          return ok(shown(status, base));
        case 'GET source':
          return ok({ id, text: status.text, spoiler_text: status.spoiler });
        case 'PUT ': {
          const fields = await fieldsOf(request, EDIT);
          Object.assign(status, { ...wordsOf(fields), media: mediaOf(fields.media_ids, status.media) });
          if (quirks.newIdOnEdit) status.id = nextId();
          return ok(shown(status, base));
        }
        case 'DELETE ': {
          statuses.splice(statuses.indexOf(status), 1);
          if (quirks.notFoundOnDelete) throw new Refusal(404, 'Record not found');
          return ok({ ...shown(status, base), text: status.text });
        }
        case 'POST pin':
          if (status.pinned) throw new Refusal(422, 'Validation failed: Status has already been taken');
          if (statuses.filter(({ pinned }) => pinned).length >= limits.pins)
            throw new Refusal(422, 'Validation failed: You have already pinned the maximum number of posts');
          status.pinned = true;
          return ok(shown(status, base));
        case 'POST unpin':
          status.pinned = false;
          return ok(shown(status, base));
        default:
          throw new Refusal(404, 'Not found');
      }
    }
    switch (route) {
      case 'GET /api/v1/accounts/verify_credentials':
        return ok(account(base));
      case 'GET /api/v1/accounts/1/statuses': {
        const only = [...url.searchParams.keys()].filter((name) => !['limit', 'max_id', 'pinned'].includes(name));
        if (only.length > 0) throw new Refusal(400, 'unknown parameter');
        const maxId = url.searchParams.get('max_id');
        const isPinned = url.searchParams.get('pinned') === 'true' && !quirks.ignoresPinned;
        const listed = statuses
          .filter((status) => (!isPinned || status.pinned) && (!maxId || Number(status.id) < Number(maxId)))
          .toSorted((a, b) => Number(b.id) - Number(a.id));
        return ok(
          listed.slice(0, Math.min(40, Number(url.searchParams.get('limit') ?? 20))).map((s) => shown(s, base)),
        );
      }
      case 'POST /api/v2/media': {
        const { file, description } = await fieldsOf(request, UPLOAD);
        if (!(file instanceof File)) throw new Refusal(422, "Validation failed: File can't be blank");
        if (!limits.pictureTypes.includes(file.type)) throw new Refusal(422, 'Validation failed: File content type');
        if (file.size > limits.pictureBytes) throw new Refusal(422, 'Validation failed: File file size');
        if (typeof description === 'string' && [...description].length > limits.altLimit)
          throw new Refusal(422, 'Validation failed: Description is too long');
        const waits = quirks.mediaWaits ?? 0;
        const one = {
          id: nextId(),
          description: typeof description === 'string' ? description : null,
          bytes: file.size,
          waits,
          isUsed: false,
        };
        media.set(one.id, one);
        const address = waits > 0 ? null : `${base}/system/media/${one.id}.png`;
        return ok({ id: one.id, type: 'image', url: address, description: one.description }, waits > 0 ? 202 : 200);
      }
      case 'POST /api/v1/statuses': {
        const key = String(request.headers['idempotency-key'] ?? '');
        const before = quirks.ignoresIdempotency || !key ? undefined : once_.get(key);
        if (before) return ok(shown(own(before), base));
        const fields = await fieldsOf(request, CREATE);
        const replyTo = stringIn(fields, 'in_reply_to_id') ?? null;
        if (replyTo !== null && !statuses.some((status) => status.id === replyTo))
          throw new Refusal(404, 'The post you are trying to reply to does not appear to exist.');
        const visibility = stringIn(fields, 'visibility');
        if (visibility !== undefined && !['public', 'unlisted', 'private', 'direct'].includes(visibility))
          throw new Refusal(422, 'Validation failed: Visibility is not included in the list');
        const words = wordsOf(fields);
        const attached = mediaOf(fields.media_ids);
        const made = write({ ...words, replyTo, media: attached, ...(visibility !== undefined && { visibility }) });
        if (key) once_.set(key, made.id);
        return ok(shown(made, base));
      }
      case 'PATCH /api/v1/accounts/update_credentials': {
        const { header: file } = await fieldsOf(request, ['header']);
        if (!(file instanceof File) || !/^image\/(png|jpeg|gif|webp)$/.test(file.type))
          throw new Refusal(422, 'Validation failed: Header content type is invalid');
        header = {
          name: `${createHash('md5').update(nextId()).digest('hex')}.png`,
          bytes: Buffer.from(await file.arrayBuffer()),
        };
        return ok(account(base));
      }
      case 'DELETE /api/v1/profile/header':
        header = null;
        return ok(account(base));
      default: {
        const one = media.get(/^GET \/api\/v1\/media\/(\w+)$/.exec(route)?.[1] ?? '');
        if (!one) throw new Refusal(404, 'Not found');
        one.waits -= 1;
        const address = one.waits > 0 ? null : `${base}/system/media/${one.id}.png`;
        return ok({ id: one.id, type: 'image', url: address, description: one.description }, address ? 200 : 206);
      }
    }
  };

  const server = createServer(async (request, response) => {
    seen.push(`${request.method} ${(request.url ?? '').split('?')[0]}`);
    try {
      const { status, body, type } = await answer(request);
      reply(response, status, body, type);
    } catch (error) {
      if (error instanceof Refusal) reply(response, error.status, { error: error.message });
      else reply(response, 500, { error: String(error) });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    seen,
    statuses,
    get header() {
      return header?.name ?? null;
    },
    write,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

class Refusal extends Error {
  status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function reply(response: ServerResponse, status: number, body: unknown, type?: string): void {
  const isBytes = Buffer.isBuffer(body);
  response.writeHead(status, { 'content-type': type ?? 'application/json; charset=utf-8' });
  response.end(isBytes ? body : JSON.stringify(body));
}

async function fieldsOf(request: IncomingMessage, known: readonly string[]): Promise<Record<string, unknown>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece);
  const body = Buffer.concat(pieces);
  const type = request.headers['content-type'] ?? '';
  const fields: Record<string, unknown> = type.startsWith('application/json')
    ? JSON.parse(body.toString())
    : Object.fromEntries(await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData());
  const stray = Object.keys(fields).filter((name) => !known.includes(name));
  if (stray.length > 0) throw new Refusal(422, `unknown parameter ${stray.join(', ')}`);
  return fields;
}

function stringIn(fields: Record<string, unknown>, name: string): string | undefined {
  const value = fields[name];
  if (value !== undefined && typeof value !== 'string') throw new Refusal(422, `${name} is not a string`);
  return value;
}

/** A post as Mastodon shows it: paragraphs, links in three pieces, hashtags as links to their page. */
function htmlOf(text: string): string {
  const escaped = (part: string) =>
    part
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
  const marked = text
    .split(/(https?:\/\/\S+|#[\p{L}\p{M}\p{N}_]+)/u)
    .map((part) => {
      if (part.startsWith('#') && part.length > 1)
        return `<a href="https://m.example/tags/${escaped(part.slice(1))}" class="mention hashtag" rel="tag">#<span>${escaped(part.slice(1))}</span></a>`;
      const [prefix] = /^https?:\/\/(?:www\.)?/.exec(part) ?? [];
      if (!prefix) return escaped(part);
      const rest = part.slice(prefix.length);
      return `<a href="${escaped(part)}" target="_blank" rel="nofollow noopener" translate="no"><span class="invisible">${prefix}</span><span class="ellipsis">${escaped(rest.slice(0, 30))}</span><span class="invisible">${escaped(rest.slice(30))}</span></a>`;
    })
    .join('');
  return marked
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('');
}

function instanceOf(
  limits: { characters: number; pictureBytes: number; pictureTypes: string[]; altLimit: number; pins: number },
  isNew: boolean,
): object {
  return {
    version: isNew ? '4.5.0' : '3.5.3',
    ...(isNew && { source_url: 'https://github.com/mastodon/mastodon' }),
    configuration: {
      accounts: isNew ? { max_featured_tags: 10, max_pinned_statuses: limits.pins } : { max_featured_tags: 10 },
      statuses: {
        max_characters: limits.characters,
        max_media_attachments: 4,
        characters_reserved_per_url: 23,
      },
      media_attachments: {
        supported_mime_types: [...limits.pictureTypes, 'video/mp4'],
        image_size_limit: limits.pictureBytes,
        ...(isNew && { description_limit: limits.altLimit }),
      },
    },
  };
}

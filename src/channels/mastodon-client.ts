import type { mastodon } from 'masto';
import { z } from 'zod';
import type { ChannelSecret } from './channel-secret.ts';

export type MastodonClient = mastodon.rest.Client;

/**
 * A client that sends its token to the origin of the secret and nowhere else. Its lists must be read page by page with
 * `max_id`: left to follow the server's `Link` by itself it takes a path such as `//elsewhere.example/` for an address,
 * and the token with it.
 */
export async function mastodonClient(secret: ChannelSecret, timeoutMs: number): Promise<MastodonClient> {
  // Loaded where it is needed: a run with nothing due does without it.
  const { createRestAPIClient } = await import('masto');
  return createRestAPIClient({
    url: secret.origin,
    accessToken: secret.password,
    timeout: timeoutMs,
    log: 'error',
    requestInit: { redirect: 'error' },
  });
}

/** Ids of Mastodon are digits, those of compatible servers letters too. Anything else could change a request's path. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const statusSchema = z.object({
  id,
  createdAt: z.string().refine((text) => !Number.isNaN(Date.parse(text))),
  content: z.string().catch(''),
  spoilerText: z.string().catch(''),
  language: z.string().nullish().catch(null),
  inReplyToId: z.string().nullish(),
  reblog: z.unknown(),
  pinned: z.boolean().optional().catch(undefined),
  url: z.string().nullish().catch(null),
  mediaAttachments: z.array(z.object({ description: z.string().nullish() })).catch([]),
});

/** A post as the server gives it back, as much of it as is needed here. */
export type Status = z.infer<typeof statusSchema>;

const accountSchema = z.object({ id, username: z.string(), acct: z.string(), headerStatic: z.string().catch('') });
export type MastodonAccount = z.infer<typeof accountSchema>;

const mediaSchema = z.object({ id, url: z.string().nullish() });
const sourceSchema = z.object({ text: z.string(), spoilerText: z.string().catch('') });

// Each reads an answer, or throws what `describeTrouble` calls unclear.
export const readStatus = (answer: unknown): Status => read(statusSchema, answer);
export const readStatuses = (answer: unknown): Status[] => read(z.array(statusSchema), answer);
export const readAccount = (answer: unknown): MastodonAccount => read(accountSchema, answer);
export const readMedia = (answer: unknown): z.infer<typeof mediaSchema> => read(mediaSchema, answer);
export const readSource = (answer: unknown): z.infer<typeof sourceSchema> => read(sourceSchema, answer);

export function isId(text: string): boolean {
  return id.safeParse(text).success;
}

/** What an error says about the request that met it. */
export type Trouble =
  /** The account may not do this; nothing was done. */
  | { kind: 'forbidden'; told: string }
  /** Not now; nothing was done. */
  | { kind: 'later'; told: string; retryAfterMs?: number }
  /** There is no such thing; nothing was done. */
  | { kind: 'gone'; told: string }
  /** The request is at fault; nothing was done. */
  | { kind: 'refused'; told: string }
  /** It may have been done or not. */
  | { kind: 'unclear'; told: string };

/**
 * Reads an error of the client. What it tells is a status and words from here: Mastodon names its errors by sentences
 * only, and those could repeat a token. A refusal that is not in JSON has no status in this client and is unclear.
 */
export function describeTrouble(error: unknown): Trouble {
  const status = field(error, 'statusCode');
  if (typeof status !== 'number') return { kind: 'unclear', told: reasonOf(error) };
  const told = String(status);
  switch (status) {
    case 401:
    case 403:
      return { kind: 'forbidden', told };
    case 404:
    case 410:
      return { kind: 'gone', told };
    case 429: {
      const retryAfterMs = waitOf(field(error, 'cause'));
      return { kind: 'later', told, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    }
    default:
      // "Request time-out" comes from something in between, which may not know what the server did.
      return status >= 400 && status < 500 && status !== 408 ? { kind: 'refused', told } : { kind: 'unclear', told };
  }
}

class UnreadableAnswerError extends Error {
  override name = 'UnreadableAnswerError';
}

function read<Read>(schema: z.ZodType<Read>, answer: unknown): Read {
  const found = schema.safeParse(answer);
  if (!found.success) throw new UnreadableAnswerError('unreadable answer');
  return found.data;
}

function reasonOf(error: unknown): string {
  const chain = causesOf(error);
  const has = (name: string) => chain.some((one) => one.name === name || one.constructor.name === name);
  if (has('TimeoutError') || has('MastoTimeoutError')) return 'no answer in time';
  const code = chain.map((one) => field(one, 'code')).findLast((found) => typeof found === 'string');
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,63}$/.test(code)) return code;
  return error instanceof TypeError && error.cause !== undefined ? 'no answer' : 'unreadable answer';
}

function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 10; at = at.cause) chain.push(at);
  return chain;
}

/**
 * How long the server asks to wait: `Retry-After` in seconds, or `X-RateLimit-Reset`, an instant on the server's clock,
 * which its `Date` tells.
 */
function waitOf(answer: unknown): number | undefined {
  if (!(answer instanceof Response)) return undefined;
  const asked = answer.headers.get('retry-after');
  if (asked !== null && /^\d{1,6}$/.test(asked)) return Number(asked) * 1000;
  const wait = Date.parse(answer.headers.get('x-ratelimit-reset') ?? '') - Date.parse(answer.headers.get('date') ?? '');
  return wait >= 0 && wait <= LONGEST_WAIT_MS ? wait : undefined;
}

const LONGEST_WAIT_MS = 86_400_000;

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

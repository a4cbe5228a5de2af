import type { Agent } from '@atproto/api';
import type { ChannelSecret } from './channel-secret.ts';

/** An account that has signed in. Valid for about two hours, longer than a run takes. */
export interface BlueskyAccount {
  agent: Agent;
  did: string;
}

/**
 * Signs in at the server that the secret names. Everything goes to that server and nowhere else: neither a redirect nor an
 * address in the account's public document is followed, or a token could be led astray. Throws what `describeTrouble` reads.
 */
export async function signIn(secret: ChannelSecret, timeoutMs: number): Promise<BlueskyAccount> {
  // Loaded where it is needed: a run with nothing due does without it.
  const { Agent } = await import('@atproto/api');
  let token: string | undefined;
  const agent = new Agent(async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const signal = AbortSignal.timeout(timeoutMs);
    return readable(await fetch(new URL(path, secret.origin), { ...init, headers, redirect: 'error', signal }));
  });
  const { identifier, password } = secret;
  const { data } = await agent.com.atproto.server.createSession({ identifier, password });
  token = data.accessJwt;
  return { agent, did: data.did };
}

/** What an error says about the request that met it. */
export type Trouble =
  /** The account may not do this; nothing was done. */
  | { kind: 'forbidden'; told: string }
  /** Not now; nothing was done. */
  | { kind: 'later'; told: string; waitMs?: number }
  /** The request is at fault; nothing was done. `name` is the protocol's own. */
  | { kind: 'refused'; told: string; name: string }
  /** It may have been done or not. */
  | { kind: 'unclear'; told: string };

/**
 * Reads an error of the client. What it tells is made of a status, the protocol's own name of an error, and words from
 * here: never of what a server wrote freely, which could repeat a password or imitate this program's output.
 */
export function describeTrouble(error: unknown): Trouble {
  const status = numberIn(error, 'status');
  const name = nameIn(error, 'error');
  if (status === undefined || status < 400) return { kind: 'unclear', told: reasonOf(error) };
  const told = `${status} ${name}`.trim();
  if (status === 401 || status === 403) return { kind: 'forbidden', told };
  if (status === 429) {
    const seconds = waitOf(error);
    return {
      kind: 'later',
      told: `${told}${toldWait(seconds)}`,
      ...(seconds !== undefined && { waitMs: seconds * 1000 }),
    };
  }
  if (name === 'ExpiredToken' || name === 'InvalidToken') return { kind: 'later', told };
  if (status < 500) return { kind: 'refused', told, name };
  return { kind: 'unclear', told: `${told}${toldWait(waitOf(error))}` };
}

class UnreadableAnswerError extends Error {
  override name = 'UnreadableAnswerError';
}

/**
 * The protocol refuses in JSON. A refusal in another form comes from something in between, which may not know what the
 * server did; so does "request time-out", which the client would take for a refusal, and an answer that sends elsewhere.
 */
function readable(answer: Response): Response {
  const { status, headers } = answer;
  const isPlain = status < 300 || status >= 500 || status === 401 || status === 403 || status === 429;
  const isJson = status >= 400 && headers.get('content-type')?.startsWith('application/json') === true;
  if (status === 408 || (!isPlain && !isJson)) throw new UnreadableAnswerError(`unreadable answer ${status}`);
  return answer;
}

function reasonOf(error: unknown): string {
  const chain = causesOf(error);
  const ours = chain.find((one) => one instanceof UnreadableAnswerError);
  if (ours) return ours.message;
  if (chain.some(({ name }) => name === 'TimeoutError')) return 'no answer in time';
  const code = chain.map((one) => nameIn(one, 'code')).findLast((found) => found !== '');
  if (code !== undefined) return code;
  return numberIn(error, 'status') === INVALID_RESPONSE ? 'unreadable answer' : 'no answer';
}

/** The client's own status where an answer is not of the protocol's form. */
const INVALID_RESPONSE = 2;

function causesOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < 10; at = at.cause) chain.push(at);
  return chain;
}

/** How long the server asks to wait, where it says so in seconds (RFC 9110, Retry-After). */
function waitOf(error: unknown): number | undefined {
  const headers = typeof error === 'object' && error !== null ? Reflect.get(error, 'headers') : undefined;
  const asked = typeof headers === 'object' && headers !== null ? Reflect.get(headers, 'retry-after') : undefined;
  return typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : undefined;
}

function toldWait(seconds: number | undefined): string {
  return seconds === undefined ? '' : `, come back in ${seconds} s`;
}

/** A field that holds a name such as `InvalidRequest` or `ECONNREFUSED`; anything else counts as none. */
function nameIn(value: unknown, field: string): string {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  return typeof found === 'string' && /^[A-Z][A-Za-z0-9_]{0,63}$/.test(found) ? found : '';
}

function numberIn(value: unknown, field: string): number | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  return typeof found === 'number' ? found : undefined;
}

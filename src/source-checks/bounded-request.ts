import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
  request as requestPlain,
} from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { LookupFunction } from 'node:net';
import { resolveHost } from './public-address.ts';
import type { Trouble } from './trouble.ts';

export type Answer =
  | {
      kind: 'answer';
      status: number;
      headers: IncomingHttpHeaders;
      /** As much of the body as was asked for, read as UTF-8. */
      body: string;
      /** Whether the body goes on. */
      isCut: boolean;
    }
  | { kind: 'trouble'; trouble: Trouble };

export interface RequestBounds {
  method: 'HEAD' | 'GET';
  /** Bytes of the body that are waited for; 0: the connection is closed at the end of the headers. */
  bytes: number;
  /** For everything: the name, the connection, the headers and the body. */
  timeoutMs: number;
  userAgent: string;
  allowLoopback: boolean;
  /** Authorities to trust instead of the usual ones: for tests. */
  ca?: string;
}

const HEADER_LIMIT_BYTES = 32_768;

/**
 * One request, bounded in time and bytes, which follows no redirect, sends no cookie, no name and no password, connects to
 * public addresses only, and unpacks nothing. Never rejects: what goes wrong is a Trouble.
 */
export async function boundedRequest(url: URL, bounds: RequestBounds): Promise<Answer> {
  const startedAt = performance.now();
  const resolved = await within(bounds.timeoutMs, resolveHost(url.hostname, bounds.allowLoopback));
  if (!resolved) return trouble('late');
  if (resolved.kind === 'trouble') return resolved;
  const leftMs = Math.max(1, bounds.timeoutMs - (performance.now() - startedAt));
  return exchange(url, bounds, leftMs, answerWith(resolved.addresses));
}

function exchange(url: URL, bounds: RequestBounds, timeoutMs: number, lookup: LookupFunction): Promise<Answer> {
  return new Promise((resolve) => {
    let isSettled = false;
    const settle = (answer: Answer) => {
      if (isSettled) return;
      isSettled = true;
      clearTimeout(timer);
      resolve(answer);
      outgoing.destroy();
    };
    const timer = setTimeout(() => settle(trouble('late')), timeoutMs);
    const options: RequestOptions & { ca?: string } = {
      method: bounds.method,
      headers: {
        'user-agent': bounds.userAgent,
        accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
        'accept-encoding': 'identity',
      },
      // A connection of its own, which nothing else uses afterwards.
      agent: false,
      auth: null,
      maxHeaderSize: HEADER_LIMIT_BYTES,
      lookup,
      ...(bounds.ca !== undefined && { ca: bounds.ca }),
    };
    const outgoing = (url.protocol === 'https:' ? requestSecurely : requestPlain)(url, options);
    outgoing.on('error', (error) => settle({ kind: 'trouble', trouble: troubleOf(error) }));
    // A switch to another protocol ends like this, with neither an answer nor an error.
    outgoing.on('close', () => settle(trouble('broken-off')));
    outgoing.on('response', (incoming) => receive(incoming, bounds.bytes, settle));
    outgoing.end();
  });
}

function receive(incoming: IncomingMessage, bytes: number, settle: (answer: Answer) => void): void {
  const { statusCode: status = 0, headers } = incoming;
  const parts: Buffer[] = [];
  let length = 0;
  const answer = (isCut: boolean) =>
    settle({ kind: 'answer', status, headers, body: Buffer.concat(parts).subarray(0, bytes).toString('utf8'), isCut });
  incoming.on('error', (error) => settle({ kind: 'trouble', trouble: troubleOf(error) }));
  if (bytes === 0) {
    answer(true);
    return;
  }
  // It was asked for as it is: what is packed all the same is not unpacked, however small it looks.
  if (!/^(identity)?$/i.test(headers['content-encoding'] ?? '')) {
    settle(trouble('unreadable'));
    return;
  }
  incoming.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length > bytes) answer(true);
  });
  incoming.on('end', () => answer(false));
}

/** Only ever the addresses that were checked. */
function answerWith(addresses: { address: string; family: 4 | 6 }[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, addresses);
    else callback(null, first?.address ?? '', first?.family);
  };
}

async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function trouble(kind: Exclude<Trouble['kind'], 'status' | 'private'>): { kind: 'trouble'; trouble: Trouble } {
  return { kind: 'trouble', trouble: { kind } };
}

/** Codes of Node’s sockets, of OpenSSL’s verification and of the HTTP parser. */
const TROUBLES: Readonly<Record<string, Exclude<Trouble['kind'], 'status' | 'private'>>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  ENETDOWN: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ETIMEDOUT: 'late',
  HPE_HEADER_OVERFLOW: 'huge-headers',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-other-host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-untraced',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-untraced',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-untraced',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-untraced',
};

function troubleOf(error: NodeJS.ErrnoException): Trouble {
  const code = error.code ?? '';
  const known = TROUBLES[code];
  if (known) return { kind: known };
  if (code.startsWith('HPE_')) return { kind: 'no-http' };
  if (/^(EPROTO|ERR_SSL_|ERR_TLS_|CERT_)/.test(code)) return { kind: 'no-encryption' };
  return { kind: 'broken-off' };
}

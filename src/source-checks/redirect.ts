import type { Answer } from './bounded-request.ts';

/** Where an answer leads on to; `undefined` where it does not lead on, or to what is no web address. */
export type Redirect = { isRedirect: false } | { isRedirect: true; to: URL | undefined };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export function redirectOf(answer: Answer, from: URL): Redirect {
  if (answer.kind !== 'answer' || !REDIRECTS.has(answer.status)) return { isRedirect: false };
  const location = answer.headers.location;
  if (location === undefined) return { isRedirect: true, to: undefined };
  const written = asWritten(location);
  if (!URL.canParse(written, from.href)) return { isRedirect: true, to: undefined };
  const to = new URL(written, from.href);
  if (to.protocol !== 'https:' && to.protocol !== 'http:') return { isRedirect: true, to: undefined };
  // A name and a password are sent nowhere; a fragment never is.
  to.username = '';
  to.password = '';
  to.hash = '';
  return { isRedirect: true, to };
}

/** Headers are read byte by byte; an address with letters of other scripts in it was written as UTF-8. */
function asWritten(header: string): string {
  const bytes = Buffer.from(header, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return header;
  }
}

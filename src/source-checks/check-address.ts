import type { Answer } from './bounded-request.ts';
import { asksToWait, type Outside } from './outside.ts';
import { redirectOf } from './redirect.ts';
import type { AddressOutcome, Hop } from './results.ts';
import type { Permission } from './robots.ts';
import { meaningOf } from './trouble.ts';

/** Browsers follow about twenty. */
const MOST_HOPS = 10;
/** What passes by itself often has passed after this. */
const PASSING_MS = 5000;

/**
 * Whether a page is there. Its headers are asked for first; an answer that is not plainly yes is believed only of a request
 * for the page itself, and trouble only of the second one. Nothing of a page is read: whether it says what it once said
 * is for a person to see. May throw a NotNowError.
 */
export async function checkAddress(
  address: string,
  outside: Outside,
  mayVisit: (url: URL) => Promise<Permission>,
): Promise<AddressOutcome> {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  let url = new URL(address);
  for (;;) {
    if (seen.has(url.href)) return { kind: 'failed', trouble: { kind: 'loop' }, hops };
    if (hops.length > MOST_HOPS) return { kind: 'failed', trouble: { kind: 'many-redirects' }, hops };
    seen.add(url.href);
    const permission = await mayVisit(url);
    if (permission.kind === 'forbidden') return { kind: 'barred', hops };
    if (permission.kind === 'unknown') {
      const { trouble, isOfHost } = permission;
      return { kind: isOfHost ? 'failed' : 'barred', trouble, hops };
    }
    const answer = await lookAt(url, outside);
    if (answer.kind === 'trouble') return { kind: 'failed', trouble: answer.trouble, hops };
    const { status } = answer;
    const redirect = redirectOf(answer, url);
    if (!redirect.isRedirect) {
      if (status >= 200 && status < 300) return { kind: 'answers', status, hops };
      if (status === 404 || status === 410) return { kind: 'dead', status, hops };
      return { kind: 'failed', trouble: { kind: 'status', status }, hops };
    }
    if (!redirect.to) return { kind: 'failed', trouble: { kind: 'bad-redirect' }, hops };
    hops.push({ status, to: redirect.to.href });
    url = redirect.to;
  }
}

async function lookAt(url: URL, { ask, queue }: Outside): Promise<Answer> {
  const head = await ask(url, { method: 'HEAD' });
  if (isPlain(head)) return head;
  if (head.kind === 'answer') {
    const page = await ask(url);
    if (!isPassing(page)) return page;
  }
  await queue.pause(PASSING_MS);
  return ask(url);
}

/** A yes, a way on, a wish to be left alone, or what another request would not change. */
function isPlain(answer: Answer): boolean {
  if (asksToWait(answer)) return true;
  if (answer.kind === 'answer') return answer.status < 400;
  return answer.trouble.kind === 'no-host' || meaningOf(answer.trouble) !== 'silence';
}

function isPassing(answer: Answer): boolean {
  if (asksToWait(answer)) return false;
  return answer.kind === 'answer' ? answer.status >= 500 : meaningOf(answer.trouble) === 'silence';
}

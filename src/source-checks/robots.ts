import robotsParser from 'robots-parser';
import type { Answer } from './bounded-request.ts';
import type { Outside } from './outside.ts';
import { redirectOf } from './redirect.ts';
import type { Trouble } from './trouble.ts';

/** What robots.txt says of an address. */
export type Permission =
  | { kind: 'allowed' }
  | { kind: 'forbidden' }
  /**
   * The file cannot be had, which counts as forbidden until it can (RFC 9309, 2.3.1.4). `isOfHost`: what keeps it back keeps
   * every page of the host back.
   */
  | { kind: 'unknown'; trouble: Trouble; isOfHost: boolean };

/** The name by which robots.txt may speak of this program; it starts the user agent. */
export const ROBOT_NAME = 'Aagahi';

/** RFC 9309, 2.5: at least 500 KiB are read, and what is longer is cut. */
const MOST_BYTES = 512_000;
/** RFC 9309, 2.3.1.2. */
const MOST_HOPS = 5;
/** `Crawl-delay` is no part of the standard; nobody asks few pages a week to wait for longer. */
const LONGEST_DELAY_MS = 60_000;

/** Asks each host once in a run. May throw a NotNowError. */
export function createRobots({ ask, queue }: Outside): (url: URL) => Promise<Permission> {
  const known = new Map<string, Promise<(url: URL) => Permission>>();
  return async (url) => {
    const reading = known.get(url.origin) ?? readRobots(url);
    known.set(url.origin, reading);
    return (await reading)(url);
  };

  async function readRobots(url: URL): Promise<(url: URL) => Permission> {
    const own = new URL('/robots.txt', url);
    const { answer, isElsewhere } = await follow(own);
    if (answer === 'too-far') return () => ({ kind: 'allowed' });
    if (answer.kind === 'trouble') {
      const { trouble } = answer;
      const isOfHost = !isElsewhere && trouble.kind !== 'unreadable' && trouble.kind !== 'bad-redirect';
      return () => ({ kind: 'unknown', trouble, isOfHost });
    }
    const { status } = answer;
    // “Unavailable” is a permission, “unreachable” is none; to ask for peace (429) is not to permit.
    if (status === 429 || status >= 500)
      return () => ({ kind: 'unknown', trouble: { kind: 'status', status }, isOfHost: false });
    if (status < 200 || status >= 300) return () => ({ kind: 'allowed' });
    const text = answer.isCut ? answer.body.slice(0, answer.body.lastIndexOf('\n') + 1) : answer.body;
    const rules = robotsParser(own.href, withoutMazes(text));
    const delay = rules.getCrawlDelay(ROBOT_NAME);
    if (delay !== undefined && delay > 0) queue.slowDown(url.host, Math.min(delay * 1000, LONGEST_DELAY_MS));
    return (page) => ({ kind: rules.isDisallowed(page.href, ROBOT_NAME) ? 'forbidden' : 'allowed' });
  }

  async function follow(from: URL): Promise<{ answer: Answer | 'too-far'; isElsewhere: boolean }> {
    let url = from;
    for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
      const answer = await ask(url, { bytes: MOST_BYTES });
      const redirect = redirectOf(answer, url);
      if (!redirect.isRedirect) return { answer, isElsewhere: hop > 0 };
      if (!redirect.to) return { answer: { kind: 'trouble', trouble: { kind: 'bad-redirect' } }, isElsewhere: hop > 0 };
      url = redirect.to;
    }
    return { answer: 'too-far', isElsewhere: true };
  }
}

const MOST_WILDCARDS = 20;

/** The time that a rule takes grows with its wildcards; nobody needs so many, but to keep a program busy. */
function withoutMazes(text: string): string {
  return text
    .replace(/\*{2,}/g, '*')
    .split(/\r\n?|\n/)
    .filter((line) => line.split('*').length - 1 <= MOST_WILDCARDS)
    .join('\n');
}

import { keyText } from '../../src/model/post-key.ts';
import type { ChannelOpening, ChannelPort, Finding, PostRequest, SendOutcome } from '../../src/publishing/ports.ts';

export interface FakeChannel extends ChannelPort {
  /** What the network has, by key. */
  readonly posts: Map<string, PostRequest>;
  /** What was asked of it, in order: `send wash-hands/2026/bluesky/en/1`. */
  readonly calls: string[];
}

/**
 * A network in memory with a handle against doubles: one post for each key. `answer` may change what comes back, or lose
 * it; `arrives` says whether the request got there at all.
 */
export function fakeChannel(
  different: {
    opening?: ChannelOpening;
    answer?: (outcome: SendOutcome) => SendOutcome;
    arrives?: boolean;
    finding?: Finding;
  } = {},
): FakeChannel {
  const posts = new Map<string, PostRequest>();
  const calls: string[] = [];
  const confirmed = (name: string) => ({ kind: 'confirmed', uri: `fake:${name}` }) as const;
  return {
    posts,
    calls,
    async open() {
      calls.push('open');
      return different.opening ?? { kind: 'open' };
    },
    async send(request) {
      const name = keyText(request.key);
      calls.push(`send ${name}`);
      if ((different.arrives ?? true) && !posts.has(name)) posts.set(name, request);
      return (different.answer ?? ((outcome) => outcome))(confirmed(name));
    },
    async find(request) {
      const name = keyText(request.key);
      calls.push(`find ${name}`);
      return different.finding ?? (posts.has(name) ? confirmed(name) : { kind: 'absent' });
    },
  };
}

import { keyText } from '../../src/model/post-key.ts';
import type {
  ActionRequest,
  ChannelOpening,
  ChannelPort,
  Finding,
  PostRequest,
  Profile,
  SendOutcome,
} from '../../src/publishing/ports.ts';

export interface FakeChannel extends ChannelPort {
  /** What the network has, by key. */
  readonly posts: Map<string, PostRequest>;
  /** What the top of the profile shows. */
  shown: Profile;
  /** Every post that arrived, as often as it did: without a handle, what is sent twice stands there twice. */
  readonly arrivals: string[];
  /** What was asked of it, in order: `send wash-hands/2026/bluesky/en/1`, `send pin fake:…`. */
  readonly calls: string[];
}

export interface FakeBehaviour {
  opening?: ChannelOpening;
  /** May change what comes back, or lose it. */
  answer?: (outcome: SendOutcome, request: ActionRequest) => SendOutcome;
  /** Whether requests get there at all. */
  arrives?: boolean;
  finding?: Finding;
}

/** A network in memory with a handle against doubles: one post for each key. */
export function fakeChannel(different: FakeBehaviour = {}): FakeChannel {
  const posts = new Map<string, PostRequest>();
  const calls: string[] = [];
  const arrivals: string[] = [];
  const answer = different.answer ?? ((outcome) => outcome);
  const at = (name: string) => ({ kind: 'confirmed', uri: `fake:${name}`, cid: `cid:${name}` }) as const;
  const keyAt = (uri: string) => uri.slice('fake:'.length);
  const channel: FakeChannel = {
    posts,
    arrivals,
    calls,
    shown: { pin: null, banner: null },
    async open() {
      calls.push('open');
      return different.opening ?? { kind: 'open' };
    },
    async send(request) {
      calls.push(`send ${nameOf(request)}`);
      if (different.arrives === false) return answer(outcomeOf(request), request);
      switch (request.action) {
        case 'post':
          arrivals.push(keyText(request.key));
          if (!posts.has(keyText(request.key))) posts.set(keyText(request.key), request);
          break;
        case 'edit': {
          const before = posts.get(keyAt(request.target.uri));
          if (before) posts.set(keyAt(request.target.uri), { ...before, post: request.post });
          break;
        }
        case 'withdraw':
          posts.delete(keyAt(request.target.uri));
          break;
        case 'pin':
          channel.shown = { ...channel.shown, pin: request.set };
          break;
        case 'banner':
          channel.shown = { ...channel.shown, banner: bannerName(request) };
          break;
      }
      return answer(outcomeOf(request), request);
    },
    async find(request) {
      calls.push(`find ${nameOf(request)}`);
      if (different.finding) return different.finding;
      const isDone = (done: boolean): Finding => (done ? outcomeOf(request) : { kind: 'absent' });
      switch (request.action) {
        case 'post':
          return isDone(posts.has(keyText(request.key)));
        case 'edit':
          return isDone(posts.get(keyAt(request.target.uri))?.post.text === request.post.text);
        case 'withdraw':
          return isDone(!posts.has(keyAt(request.target.uri)));
        case 'pin':
          return isDone(channel.shown.pin?.uri === request.set?.uri);
        case 'banner':
          return isDone(channel.shown.banner === bannerName(request));
      }
    },
    async profile() {
      calls.push('profile');
      return { kind: 'profile', profile: channel.shown };
    },
    async bannerPicture() {
      return channel.shown.banner === null ? undefined : Buffer.from(channel.shown.banner);
    },
  };
  return channel;

  function outcomeOf(request: ActionRequest): SendOutcome {
    switch (request.action) {
      case 'post':
        return at(keyText(request.key));
      case 'edit':
      case 'withdraw':
        return { kind: 'confirmed', uri: request.target.uri };
      case 'pin':
        return { kind: 'confirmed', uri: request.set?.uri ?? '' };
      case 'banner':
        return { kind: 'confirmed', uri: bannerName(request) ?? '' };
    }
  }
}

function nameOf(request: ActionRequest): string {
  switch (request.action) {
    case 'post':
      return keyText(request.key);
    case 'edit':
    case 'withdraw':
      return `${request.action} ${request.target.uri}`;
    case 'pin':
      return `pin ${request.set?.uri ?? 'nothing'}`;
    case 'banner':
      return `banner ${bannerName(request) ?? 'nothing'}`;
  }
}

/** The fake's own name of a picture. */
function bannerName({ set }: Extract<ActionRequest, { action: 'banner' }>): string | null {
  switch (set?.kind) {
    case undefined:
      return null;
    case 'card':
      return `card:${set.card.headline}`;
    case 'file':
      return `file:${set.file}`;
    case 'kept':
      return `kept:${set.name}`;
  }
}

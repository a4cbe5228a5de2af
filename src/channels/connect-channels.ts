import type { Channel } from '../model/channel.ts';
import type { CardStore, ChannelPort, Readiness } from '../publishing/ports.ts';
import { openBluesky } from './bluesky.ts';
import { readChannelSecret } from './channel-secret.ts';
import { openOutbox } from './outbox.ts';

export interface ConnectOptions {
  environment: Readonly<Record<string, string | undefined>>;
  outboxDirectory: string;
  cards: CardStore;
}

export interface Connected {
  readiness: Map<string, Readiness>;
  /** Those that are ready. */
  ports: Map<string, ChannelPort>;
}

/** Which channels can be sent to, and how. Nothing is contacted yet. */
export function connectChannels(channels: Iterable<Channel>, options: ConnectOptions): Connected {
  const connected: Connected = { readiness: new Map(), ports: new Map() };
  for (const channel of channels) {
    const [readiness, port] = connect(channel, options);
    connected.readiness.set(channel.id, readiness);
    if (port) connected.ports.set(channel.id, port);
  }
  return connected;
}

function connect(channel: Channel, { environment, outboxDirectory, cards }: ConnectOptions): [Readiness, ChannelPort?] {
  switch (channel.network) {
    case 'outbox':
      return [{ kind: 'ready', isLoopback: true }, openOutbox(outboxDirectory, cards)];
    case 'bluesky': {
      const { secret, reason } = readChannelSecret(channel.id, environment);
      return secret
        ? [{ kind: 'ready', isLoopback: secret.isLoopback }, openBluesky(secret, cards)]
        : [{ kind: 'not-connected', reason }];
    }
    default:
      return [{ kind: 'no-sender' }];
  }
}

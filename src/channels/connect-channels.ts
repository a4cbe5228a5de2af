import type { GithubAccess } from '../github/github-access.ts';
import type { Channel } from '../model/channel.ts';
import type { ChannelPort, PictureStore, Readiness } from '../publishing/ports.ts';
import { openBluesky } from './bluesky.ts';
import { openByHandFolder } from './by-hand-folder.ts';
import { type ChannelSecret, readChannelSecret } from './channel-secret.ts';
import { openGithubIssues } from './github-issues.ts';
import { openMastodon } from './mastodon.ts';
import { openOutbox } from './outbox.ts';
import { openTelegram } from './telegram.ts';

export interface ConnectOptions {
  environment: Readonly<Record<string, string | undefined>>;
  outboxDirectory: string;
  /** Where what a person has to do is put on this machine. */
  byHandDirectory: string;
  /** Where it is put instead, as issues. */
  github: GithubAccess | undefined;
  pictures: PictureStore;
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

function connect(channel: Channel, options: ConnectOptions): [Readiness, ChannelPort?] {
  const { environment, outboxDirectory, byHandDirectory, github, pictures } = options;
  const withSecret = (open: (secret: ChannelSecret) => ChannelPort): [Readiness, ChannelPort?] => {
    const { secret, reason } = readChannelSecret(channel.id, environment);
    return secret
      ? [{ kind: 'ready', isLoopback: secret.isLoopback }, open(secret)]
      : [{ kind: 'not-connected', reason }];
  };
  switch (channel.network) {
    case 'outbox':
      return [{ kind: 'ready', isLoopback: true }, openOutbox(outboxDirectory, pictures)];
    case 'bluesky':
      return withSecret((secret) => openBluesky(secret, pictures));
    case 'mastodon':
      return withSecret((secret) => openMastodon(secret, pictures));
    case 'telegram':
      return withSecret((secret) => openTelegram(secret, pictures));
    case 'facebook':
    case 'instagram':
    case 'x':
    case 'threads':
    case 'youtube':
    case 'tiktok':
    case 'whatsapp':
      // A person posts there: what they have to do is an issue of the repository, or a folder on this machine.
      return github
        ? [{ kind: 'ready', isLoopback: github.isLoopback }, openGithubIssues(github, channel)]
        : [{ kind: 'ready', isLoopback: true }, openByHandFolder(byHandDirectory, channel, pictures)];
  }
}

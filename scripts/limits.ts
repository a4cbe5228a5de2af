import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { readChannelSecret } from '../src/channels/channel-secret.ts';
import { readInstanceLimits } from '../src/channels/instance-limits.ts';
import { dayAt } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';

const USAGE = `npm run limits -- CHANNEL [--content DIR] [--now INSTANT]

Asks the instance of a Mastodon channel what it allows, and writes it into the channel’s file as \`limits\`: the checker counts
with it from then on, and sending asks again. The instance is the one of the channel’s secret; without a secret, that of its
\`profile\`. Nothing is sent there but the question. Exit code 0: written; 2: the instance does not say.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({}, true);
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new UsageError('Name one channel by its id.');
  const root = process.cwd();
  const now = momentOf(values.now);
  const { content } = await checkedContent({ root, contentDir: values.content, now });
  if (!content) {
    process.stderr.write('The organisation’s file has mistakes; mend them first (npm run check).\n');
    return 1;
  }
  const channel = content.channels.get(id);
  if (!channel)
    throw new UsageError(`There is no channel ${id}; the channels are ${[...content.channels.keys()].join(', ')}.`);
  if (channel.network !== 'mastodon')
    throw new UsageError(`${id} is no Mastodon channel: other networks are the same everywhere.`);
  const origin =
    readChannelSecret(id, process.env).secret?.origin ??
    (channel.profile === undefined ? undefined : new URL(channel.profile).origin);
  if (origin === undefined)
    throw new UsageError(`${id} has neither a secret nor a \`profile\`: nobody knows where it is.`);
  const read = await readInstanceLimits(origin, { timeoutMs: 30_000 });
  if (read.kind === 'trouble') {
    process.stderr.write(`The instance does not say what it allows (${read.told}).\n`);
    return 2;
  }
  const { limits } = read;
  const software = [limits.software, limits.version].filter((part) => part !== undefined).join(' ');
  const written = {
    readOn: dayAt(now, content.organisation.timeZone),
    ...(software !== '' && { software }),
    textLimit: limits.textLimit,
    linkLength: limits.charactersPerUrl,
    pictureCount: limits.picturesPerPost,
    pictureBytes: limits.pictureBytes,
    altLimit: limits.altLimit,
    pins: limits.pinnedPosts,
  };
  const known = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
  const file = path.resolve(root, values.content, 'channels', `${id}.yml`);
  // The file keeps its comments and its order.
  const document = parseDocument(readFileSync(file, 'utf8'));
  document.set('limits', document.createNode(known));
  writeFileSync(file, document.toString({ lineWidth: 0 }));
  process.stdout.write(
    `${path.relative(root, file)}: ${Object.entries(known)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}\n`,
  );
  return 0;
});

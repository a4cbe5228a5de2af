import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyOfDesk } from './run-script.ts';

/** A copy of the small desk with files of its own: their whole texts, a piece and what stands in its place, or `null`. */
export function staffedDesk(
  files: Readonly<Record<string, string | readonly [from: string, to: string] | null>> = {},
): string {
  const root = copyOfDesk();
  for (const [name, change] of Object.entries({ ...STAFF, ...files })) {
    const file = path.join(root, 'content', name);
    if (change === null) {
      rmSync(file, { force: true });
      continue;
    }
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof change === 'string') writeFileSync(file, change);
    else {
      const before = readFileSync(file, 'utf8');
      if (!before.includes(change[0])) throw new RangeError(`${name} has no ${change[0]}`);
      writeFileSync(
        file,
        before.replace(change[0], () => change[1]),
      );
    }
  }
  return root;
}

/** A person's file: each role and each account a line of its own, such as `editor`, `editor until 2026-12-31`. */
export function personFile(
  id: string,
  roles: readonly string[],
  { github, channels = [] }: { github?: string; channels?: readonly string[] } = {},
): string {
  const entry = (key: string, line: string) => {
    const [, name, until, scope] = /^(\S+)(?: until (\S+))?(?: (\{.*\}))?$/.exec(line) ?? [];
    return `  - ${key}: ${name}\n    startsOn: 2025-01-06\n${until ? `    endsOn: ${until}\n` : ''}${scope ? `    scope: ${scope}\n` : ''}`;
  };
  return [
    `id: ${id}\nname:\n  en: ${id[0]?.toUpperCase()}${id.slice(1)}\n  ur: نمونہ\n`,
    github === undefined ? '' : `github: ${github}\n`,
    `roles:\n${roles.map((line) => entry('role', line)).join('')}`,
    channels.length === 0 ? '' : `channels:\n${channels.map((line) => entry('channel', line)).join('')}`,
  ].join('');
}

/** Beside Amina, who writes and does everything else: somebody for each thing. */
const STAFF = {
  'people/kamran.yml': personFile('kamran', ['administrator', 'duty-approver'], { github: 'kamran-gh' }),
  'people/sana.yml': personFile('sana', ['editor'], { github: 'sana-gh', channels: ['bluesky', 'outbox'] }),
  'people/bilal.yml': personFile('bilal', ['translator { languages: [ur] }'], { github: 'bilal-gh' }),
  'people/left.yml': personFile('left', ['editor until 2026-10-31'], { channels: ['bluesky until 2026-10-31'] }),
  'channels/bluesky.yml':
    'id: bluesky\nnetwork: bluesky\nname: Bluesky\nlanguages: [en, ur]\naudience:\n  en: Everyone\nvoice:\n  en: Plain\n',
} as const;

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Content } from '../src/model/content.ts';
import { rolesOn } from '../src/model/roster.ts';
import {
  CODE_OWNERS_FILE,
  CODE_OWNERS_LIMIT_BYTES,
  codeOwners,
  compareOwners,
  type OwnerDifference,
} from '../src/roster/code-owners.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { changedFiles } from './changed-files.ts';
import { type RosterContent, rosterContent } from './roster-content.ts';

const USAGE = `npm run codeowners -- [--check [--changed-since REF]] [--content DIR] [--now INSTANT]

Writes ${CODE_OWNERS_FILE} as the roster has it today: whom GitHub asks to review which file. --check writes nothing and says
where the file differs. Exit code 0: it is as it should be, or was written; 1: it differs, or the roster has\nmistakes. With
--changed-since, a difference that is not of this pull request's making (somebody's last day has passed) is told, and the
exit code is 0.`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    check: { type: 'boolean', default: false },
    'changed-since': { type: 'string' },
  });
  const since = values['changed-since'];
  if (since !== undefined && !values.check) throw new UsageError('--changed-since goes with --check.');
  const root = process.cwd();
  const now = momentOf(values.now);
  const contentDir = path.relative(root, path.resolve(root, values.content)).split(path.sep).join('/') || '.';
  if (contentDir.startsWith('..'))
    throw new UsageError(`${values.content} is not in this repository, and code owners are owners of files in it.`);
  const read = await rosterContent({ root, contentDir: values.content, now, format: 'human', roster: 'faultless' });
  if (!read) return 1;
  const lost = scopedItems(read).find((id) => !hasItem(read.content, id));
  if (lost !== undefined) {
    process.stderr.write(`A role is limited to ${lost}, whose files have mistakes; mend them first\n`);
    return 1;
  }
  const text = codeOwners(read.content, read);
  if (Buffer.byteLength(text) > CODE_OWNERS_LIMIT_BYTES)
    throw new UsageError(
      'The file would have more than 3 MB, which GitHub does not load: give fewer roles scopes of items.',
    );
  const file = path.join(root, CODE_OWNERS_FILE);
  const found = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
  if (!values.check) {
    mkdirSync(path.dirname(file), { recursive: true });
    if (found !== text) writeFileSync(file, text);
    process.stdout.write(`${CODE_OWNERS_FILE} ${found === text ? 'is as the roster has it' : 'written; commit it'}\n`);
    return 0;
  }
  if (found === text) {
    process.stdout.write(`${CODE_OWNERS_FILE} is as the roster has it\n`);
    return 0;
  }
  process.stdout.write(found === undefined ? `${CODE_OWNERS_FILE} is missing\n` : describe(compareOwners(found, text)));
  const isOurs = since === undefined || concernsOwners(changedFiles(since, root), contentDir);
  process.stdout.write(
    isOurs
      ? 'Run npm run codeowners, and commit the file\n'
      : 'Nothing that this pull request changes makes it so: npm run codeowners on main mends it\n',
  );
  return isOurs ? 1 : 0;
});

/** Items that roles in force are limited to: each has lines of its own. */
function scopedItems({ content, today }: RosterContent): string[] {
  return [...content.people.values()].flatMap((person) =>
    rolesOn(person, today).flatMap(({ scope }) => scope?.items ?? []),
  );
}

function hasItem({ campaigns, incidents, myths, questions, pages }: Content, id: string): boolean {
  return [campaigns, incidents, myths, questions, pages].some((items) => items.some((item) => item.id === id));
}

/** Whether any of these files decides who owns what: the roster, the languages, which folders there are, the file itself. */
function concernsOwners(changed: ReadonlySet<string>, contentDir: string): boolean {
  const prefix = contentDir === '.' ? '' : `${contentDir}/`;
  const decides = [CODE_OWNERS_FILE, `${prefix}organisation.yml`, `${prefix}people/`, 'src/roster/code-owners.ts'];
  return [...changed].some((file) =>
    decides.some((name) => file === name || (name.endsWith('/') && file.startsWith(name))),
  );
}

function describe(differences: readonly OwnerDifference[]): string {
  if (differences.length === 0) return `${CODE_OWNERS_FILE} has other comments or another order of lines\n`;
  return differences
    .map(({ line, pattern, found, expected }) => {
      const place = `${CODE_OWNERS_FILE}${line === undefined ? '' : `:${line}`}`;
      if (found === undefined) return `${place}  ${pattern} is missing; it belongs to ${named(expected)}\n`;
      if (expected === undefined)
        return `${place}  ${pattern} belongs to ${named(found)}, and the roster has no such line\n`;
      return `${place}  ${pattern} belongs to ${named(found)}, and by the roster to ${named(expected)}\n`;
    })
    .join('');
}

function named(owners: string | undefined): string {
  return owners || 'nobody';
}

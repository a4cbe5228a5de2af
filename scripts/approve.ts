import path from 'node:path';
import { type Asked, approvalName, rolesRequired } from '../src/approvals/approval-gate.ts';
import { withoutRole } from '../src/approvals/without-role.ts';
import type { Organisation } from '../src/model/organisation.ts';
import type { Person } from '../src/model/person.ts';
import { rolesFor } from '../src/model/roster.ts';
import { suggest } from '../src/model/suggest.ts';
import { dayAt, type EpochMs, toInstantText } from '../src/model/time.ts';
import type { Planned } from '../src/publishing/planned.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describePost } from './describe-plan.ts';
import { APPROVALS_FILE, LEDGER_FOLDER } from './desk-folders.ts';
import { recordLocalApproval } from './local-approvals.ts';
import { readLedger } from './open-ledger.ts';
import { connectDesk, planUnasked } from './planned-content.ts';

const USAGE = `npm run approve -- POST --by PERSON [--occurrence ID] [--content DIR] [--now INSTANT]

Records, on this machine, that PERSON has approved POST as it is worded now, with its page and sources; campaign-ID is the
banner of the campaign ID. PERSON needs a role today that POST’s risk asks for. It opens channels on this machine only: for
public networks the reviews on GitHub count.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({ by: { type: 'string' }, occurrence: { type: 'string' } }, true);
  const [post, ...more] = positionals;
  if (post === undefined || more.length > 0) throw new UsageError('Name one post by its id.');
  if (values.by === undefined) throw new UsageError('Say who approves: --by PERSON.');
  const root = process.cwd();
  const now = momentOf(values.now);
  const { content, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  if (isRefused || !content) {
    process.stderr.write('The content has mistakes; mend them first (npm run check).\n');
    return 1;
  }
  const person = content.people.get(values.by);
  if (!person)
    throw new UsageError(`There is no person ${values.by}; the people are ${[...content.people.keys()].join(', ')}.`);
  const ledger = await readLedger(root, LEDGER_FOLDER);
  const whole = planUnasked(connectDesk({ root, contentDir: values.content, content, ledger, now }));
  const plan = whole.flatMap(wordedOf);
  const versions = plan.filter(
    ({ asks }) => asks.item === post && (values.occurrence === undefined || asks.occurrence === values.occurrence),
  );
  const coming = versions.filter(({ expiresAt }) => expiresAt > now);
  const [next] = coming;
  if (!next) {
    const near = suggest(
      post,
      plan.map(({ asks }) => asks.item),
    );
    throw new UsageError(
      versions.length > 0
        ? `${post} has no window that is still open.`
        : `There is no post ${post}${near ? `; did you mean ${near}?` : '.'}`,
    );
  }
  const approved = coming.filter(({ asks }) => asks.occurrence === next.asks.occurrence);
  const without = approved.map(({ asks }) => whyNot(person, asks, content.organisation, now)).find(Boolean);
  if (without !== undefined) {
    process.stderr.write(`${values.by} approves ${post}${without}: that opens nothing.\n`);
    return 1;
  }
  const at = toInstantText(now, content.organisation.timeZone);
  for (const name of new Set(approved.map(({ asks }) => approvalName(asks)))) {
    recordLocalApproval(path.join(root, APPROVALS_FILE), { name, post, by: values.by, at });
  }
  for (const [words, same] of Map.groupBy(approved, ({ asks }) => asks.words)) {
    const places = [...Map.groupBy(same, ({ asks }) => `${asks.channel}, ${asks.language}`)];
    const parts = places[0]?.[1].map(({ shown }) => shown('  │ ')) ?? [];
    process.stdout.write(
      `${places.map(([place]) => place).join('; ')}  [${words.slice(0, 8)}]\n${parts.join('\n')}\n\n`,
    );
  }
  process.stdout.write(
    `${post}, occurrence ${next.asks.occurrence}: ${values.by} approves exactly these words, on this machine.\n`,
  );
  return 0;
});

/** Why the roster lets nobody of this name approve it today, as it would not on GitHub; `undefined` where it does. */
function whyNot(person: Person, asks: Asked, { timeZone, policy }: Organisation, now: EpochMs): string | undefined {
  const question = { on: dayAt(now, timeZone), item: asks.campaign, language: asks.language };
  const needed = rolesRequired(asks, policy);
  const roles = rolesFor(person, question);
  return needed.some((role) => roles.has(role)) ? undefined : withoutRole(person, needed, question);
}

interface Worded {
  asks: Asked;
  expiresAt: EpochMs;
  /** What is approved, each line led by a margin. */
  shown(margin: string): string;
}

/** What of a plan somebody can approve. */
function wordedOf(planned: Planned): Worded[] {
  const { asks, expiresAt } = planned;
  if (!asks) return [];
  if (planned.post) {
    const { post } = planned;
    return [{ asks, expiresAt, shown: (margin) => describePost(post, margin) }];
  }
  if (planned.action === 'post' || !planned.card) return [];
  const { card } = planned;
  return [{ asks, expiresAt, shown: (margin) => `${margin}[Banner: ${card.alt}]` }];
}

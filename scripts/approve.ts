import path from 'node:path';
import type { PostKey } from '../src/model/post-key.ts';
import { suggest } from '../src/model/suggest.ts';
import { type EpochMs, toInstantText } from '../src/model/time.ts';
import { approvalName, wordsHash } from '../src/publishing/approval-gate.ts';
import type { Planned } from '../src/publishing/planned.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { describePost } from './describe-plan.ts';
import { APPROVALS_FILE, LEDGER_FOLDER } from './desk-folders.ts';
import { recordLocalApproval } from './local-approvals.ts';
import { readLedger } from './open-ledger.ts';
import { connectDesk, planUnasked } from './planned-content.ts';

const USAGE = `npm run approve -- POST --by PERSON [--occurrence ID] [--content DIR] [--now INSTANT]

Records, on this machine, that PERSON has approved POST as it is worded now; campaign-ID is the banner of the campaign ID. It
opens channels on this machine only: for public networks approvals come from reviews.`;

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
  if (!content.people.has(values.by))
    throw new UsageError(`There is no person ${values.by}; the people are ${[...content.people.keys()].join(', ')}.`);
  const ledger = await readLedger(root, LEDGER_FOLDER);
  const whole = planUnasked(connectDesk({ root, contentDir: values.content, content, ledger, now }));
  const plan = whole.flatMap(wordedOf);
  const versions = plan.filter(
    ({ key }) => key.item === post && (values.occurrence === undefined || key.occurrence === values.occurrence),
  );
  const coming = versions.filter(({ expiresAt }) => expiresAt > now);
  const [next] = coming;
  if (!next) {
    const near = suggest(
      post,
      plan.map(({ key }) => key.item),
    );
    throw new UsageError(
      versions.length > 0
        ? `${post} has no window that is still open.`
        : `There is no post ${post}${near ? `; did you mean ${near}?` : '.'}`,
    );
  }
  const approved = coming.filter(({ key }) => key.occurrence === next.key.occurrence);
  const at = toInstantText(now, content.organisation.timeZone);
  for (const name of new Set(approved.map(({ key, words }) => approvalName(key, words)))) {
    recordLocalApproval(path.join(root, APPROVALS_FILE), { name, post, by: values.by, at });
  }
  for (const [words, same] of Map.groupBy(approved, (planned) => planned.words)) {
    const places = same.map(({ key }) => `${key.channel}, ${key.language}`).join('; ');
    const [shown] = same;
    if (shown) process.stdout.write(`${places}  [${words.slice(0, 8)}]\n${shown.shown('  │ ')}\n\n`);
  }
  process.stdout.write(
    `${post}, occurrence ${next.key.occurrence}: ${values.by} approves exactly these words, on this machine.\n`,
  );
  return 0;
});

interface Worded {
  key: Pick<PostKey, 'item' | 'occurrence' | 'channel' | 'language'>;
  expiresAt: EpochMs;
  words: string;
  /** What is approved, each line led by a margin. */
  shown(margin: string): string;
}

/** What of a plan has words that somebody can approve. */
function wordedOf(planned: Planned): Worded[] {
  if (planned.action === 'post') return [{ ...planned, shown: (margin) => describePost(planned.post, margin) }];
  if (planned.picture) {
    const { key, words, card } = planned.picture;
    const { channel, expiresAt } = planned;
    return [{ key: { ...key, channel }, expiresAt, words, shown: (margin) => `${margin}[Banner: ${card.alt}]` }];
  }
  if (planned.action !== 'edit' || !planned.post || !('item' in planned.subject)) return [];
  const { post, subject, expiresAt } = planned;
  return [{ key: subject, expiresAt, words: wordsHash(post), shown: (margin) => describePost(post, margin) }];
}

import type { Content } from '../src/model/content.ts';
import type { Drafts } from '../src/model/draft.ts';
import { compareProblems, type Problem } from '../src/model/problem.ts';
import type { Planned } from '../src/publishing/planned.ts';

const RULE = 'post/sent-under-another-id';

/** Posts that say what readers have already got from a post of another id: each at its id. */
export function lookAlikeProblems(plan: readonly Planned[], { campaigns }: Content, drafts: Drafts): Problem[] {
  const posts = new Map(campaigns.flatMap((campaign) => campaign.posts.map((post) => [post.id, post])));
  const problems = new Map<string, Problem>();
  for (const planned of plan) {
    if (planned.action !== 'post' || planned.kind !== 'hold') continue;
    const why = planned.why.kind === 'not-yet' ? planned.why.obstacle : planned.why;
    const post = posts.get(planned.key.item);
    if (why?.kind !== 'look-alike' || !post) continue;
    const file = post.versions[post.originalLanguage]?.file ?? '';
    const draft = drafts.items.find((item) => item.file === file);
    if (!draft) continue;
    problems.set(file, {
      file,
      ...draft.locate(['id']),
      ruleId: RULE,
      severity: 'error',
      message: `Unexpected id \`${post.id}\`: what it says was sent as \`${why.item}\` in ${planned.key.occurrence}`,
      hint: `write \`id: ${why.item}\` if it is the same post, or say it in other words`,
    });
  }
  return [...problems.values()].toSorted(compareProblems);
}

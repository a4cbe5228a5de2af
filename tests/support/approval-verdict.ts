import { checkedContent } from '../../scripts/checked-content.ts';
import { describeReason } from '../../scripts/describe-plan.ts';
import { reviewLookUp } from '../../scripts/look-up-reviews.ts';
import { EMPTY_LEDGER } from '../../src/ledger/entry.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { planApproved } from '../../src/publishing/plan-approved.ts';
import type { Readiness } from '../../src/publishing/ports.ts';
import { postFiles, type ReviewedDesk } from './reviewed-desk.ts';

/** The post that these tests are about, due on 1 December 2026 from nine to nine. */
export function soap(text = 'Wash your hands with soap.'): Record<string, string> {
  return postFiles({ id: 'soap', text });
}

export const BOTH = 'sent: sana as editor, hina as clinician';
export const NEITHER = 'these words wait for approval by an editor and a clinician';
export const NO_CLINICIAN = 'these words wait for approval by a clinician';

const READY: ReadonlyMap<string, Readiness> = new Map([['bluesky', { kind: 'ready', isLoopback: false }]]);

export interface Wanted {
  now?: string;
  language?: string;
}

/** What the plan says of the post on a public channel, as `main` is now: who approved it, or why it is held. */
export async function verdict(desk: ReviewedDesk, wanted: Wanted = {}): Promise<string> {
  desk.update();
  return verdictHere(desk, wanted);
}

/** The same of what is checked out. */
export async function verdictHere(
  { folder, github }: Pick<ReviewedDesk, 'folder' | 'github'>,
  { now = '2026-12-01T10:00:00+05:00', language = 'en' }: Wanted = {},
): Promise<string> {
  const moment = toEpochMs(now);
  const { content, problems } = await checkedContent({ root: folder, contentDir: 'content', now: moment });
  if (!content) throw new Error(problems.map(({ message }) => message).join('\n'));
  const { token, repository, origin } = github;
  const environment = { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: origin };
  const lookUp = reviewLookUp(folder, 'content', environment);
  const input = { content, ledger: EMPTY_LEDGER, readiness: READY, localApprovals: new Set<string>(), now: moment };
  const plan = await planApproved({ ...input, from: moment, until: moment }, lookUp);
  const planned = plan.find(
    (one) =>
      one.action === 'post' &&
      one.key.item === 'soap' &&
      one.key.channel === 'bluesky' &&
      one.key.language === language,
  );
  if (!planned) throw new Error('there is no such post');
  if (planned.kind === 'hold') return describeReason(planned.why, planned, 'Asia/Karachi');
  const { approvals = [] } = planned.kind === 'send' ? planned : {};
  return `sent: ${approvals.map(({ by, role }) => `${by} as ${role}`).join(', ')}`;
}

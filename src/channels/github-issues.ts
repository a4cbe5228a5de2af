import type { GithubAccess } from '../github/github-access.ts';
import type { Issue } from '../github/github-answers.ts';
import { type GithubClient, githubClient } from '../github/github-client.ts';
import { describeGithub, type GithubTrouble } from '../github/github-trouble.ts';
import { toEpochMs } from '../model/time.ts';
import type { ActionRequest, ChannelPort, ChannelTrouble, Finding, SendOutcome } from '../publishing/ports.ts';
import { type ByHandChannel, byHandTask } from './by-hand.ts';

const LABEL = 'by-hand';
const TEN_MINUTES_MS = 600_000;

/**
 * What a person has to post, as an issue of the repository: closing it as completed means that it is done, as not planned
 * that it will not be. A hidden mark in an issue says what it is about; only issues that the desk's own account wrote count,
 * because everyone may open one with a mark in it.
 */
export function openGithubIssues(access: GithubAccess, channel: ByHandChannel, timeoutMs?: number): ChannelPort {
  let opened: { client: GithubClient; login: string } | undefined;
  const desk = () => {
    if (!opened) throw new TypeError('a channel is opened before it is used');
    return opened;
  };
  return {
    async open() {
      try {
        const client = await githubClient(access, timeoutMs);
        if (!(await client.hasIssues()))
          return { kind: 'blocked', reason: 'GitHub: this repository has no issues; turn them on in its settings' };
        opened = { client, login: await client.login() };
        return { kind: 'open' };
      } catch (error) {
        return closed(describeGithub(error));
      }
    },
    async send(request) {
      const { mark, title, body } = byHandTask(request, channel);
      try {
        const marked = `${markOf(mark)}\n\n${body}`;
        const issue = await desk().client.create({ title, body: marked, labels: [LABEL] });
        return { kind: 'handed', uri: issue.html_url };
      } catch (error) {
        return outcomeOf(describeGithub(error));
      }
    },
    async find(request): Promise<Finding> {
      const { client, login } = desk();
      const mark = markOf(byHandTask(request, channel).mark);
      try {
        const issues = await client.issues(LABEL, sinceOf(request));
        const found = issues.find((issue) => issue.body?.startsWith(`${mark}\n`) && issue.user?.login === login);
        return found ? findingOf(found) : { kind: 'absent' };
      } catch (error) {
        const { told } = describeGithub(error);
        return { kind: 'unknown', reason: `GitHub does not say whether the issue is there (${told})` };
      }
    },
    profile: async () => ({ kind: 'unreachable', reason: 'nobody but a person can see this profile' }),
    bannerPicture: async () => undefined,
  };
}

function markOf(mark: string): string {
  return `<!-- aagahi: ${mark} -->`;
}

function findingOf({ state, state_reason: why, html_url: url }: Issue): Finding {
  if (state === 'open') return { kind: 'handed', uri: url };
  return why === 'not_planned' || why === 'duplicate'
    ? { kind: 'refused', reason: `its issue was closed as not planned: ${url}`, again: false }
    : { kind: 'confirmed', uri: url, url };
}

/** When its issue was opened at the earliest; changes do not say when they were made. */
function sinceOf(request: ActionRequest): string {
  return request.action === 'post' ? new Date(toEpochMs(request.createdAt) - TEN_MINUTES_MS).toISOString() : '';
}

function closed(trouble: GithubTrouble): ChannelTrouble {
  return trouble.kind === 'forbidden' || trouble.kind === 'refused'
    ? {
        kind: 'blocked',
        reason: `GitHub does not let the desk use this repository’s issues (${trouble.told}); GITHUB_TOKEN needs \`issues: write\``,
      }
    : { kind: 'unreachable', reason: `GitHub cannot be reached (${trouble.told})` };
}

function outcomeOf(trouble: GithubTrouble): SendOutcome {
  switch (trouble.kind) {
    case 'forbidden':
      return {
        kind: 'blocked',
        reason: `GitHub does not let the desk open issues (${trouble.told}); GITHUB_TOKEN needs \`issues: write\``,
      };
    case 'later':
      return {
        kind: 'refused',
        reason: `GitHub asks to wait (${trouble.told})`,
        again: true,
        ...(trouble.waitMs !== undefined && { retryAfterMs: trouble.waitMs }),
      };
    case 'refused':
      return { kind: 'refused', reason: `GitHub refuses the issue (${trouble.told})`, again: false };
    case 'unclear':
      return { kind: 'unknown', reason: `GitHub did not answer clearly (${trouble.told})` };
  }
}

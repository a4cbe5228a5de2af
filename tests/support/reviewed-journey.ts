import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { type MastodonServer, startMastodonServer } from './mastodon-server.ts';
import { type ReviewedDesk, reviewedDesk } from './reviewed-desk.ts';
import { scriptPath } from './run-script.ts';

const MASTODON =
  'id: mastodon\nnetwork: mastodon\ntagLinks: false\nname: Test Desk\nlanguages: [en]\naudience:\n  en: Readers\nvoice:\n  en: Plain\n';

export interface ReviewedJourney {
  desk: ReviewedDesk;
  mastodon: MastodonServer;
  /** What the commands find in their environment. */
  environment: NodeJS.ProcessEnv;
  run(script: string, ...words: string[]): Promise<{ code: number | null; out: string; err: string }>;
}

/** A desk with a channel on Mastodon, on this machine, and a workflow's access to GitHub. */
export async function reviewedJourney(): Promise<ReviewedJourney> {
  const [desk, mastodon] = await Promise.all([reviewedDesk(), startMastodonServer()]);
  onTestFinished(() => mastodon.stop());
  desk.push({ 'channels/mastodon.yml': MASTODON });
  const { token, repository, origin } = desk.github;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    NO_COLOR: '1',
    GITHUB_TOKEN: token,
    GITHUB_REPOSITORY: repository,
    GITHUB_API_URL: origin,
    AAGAHI_CHANNEL_MASTODON: mastodon.url.replace('://', `://desk:${mastodon.token}@`),
  };
  delete environment.FORCE_COLOR;
  return {
    desk,
    mastodon,
    environment,
    async run(script, ...words) {
      desk.update();
      const child = spawn(process.execPath, [scriptPath(script), ...words], { cwd: desk.folder, env: environment });
      const texts = { out: '', err: '' };
      child.stdout.setEncoding('utf8').on('data', (text) => {
        texts.out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        texts.err += text;
      });
      await once(child, 'close');
      return { code: child.exitCode, ...texts };
    },
  };
}

import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkflow, WORKFLOW_FOLDER } from '../support/workflow.ts';
import { type LintWorkflow, openActionlint, openLanguageService } from '../support/workflow-linters.ts';

const files = readdirSync(WORKFLOW_FOLDER);
const FULL_SHA = /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/;

describe.each(files)('%s', (file) => {
  const { text, workflow } = readWorkflow(file);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('pins every action by its full commit, with the version beside it', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) {
      expect(action).toMatch(FULL_SHA);
      expect(text).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+`));
    }
  });

  it('lets no job run for longer than half an hour', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it('may read the repository, and more only where a job needs it', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const more = jobs.flatMap((job) =>
      Object.entries(job.permissions ?? {}).map(([name, access]) => `${name}: ${access}`),
    );
    const needed: Record<string, string[]> = {
      'deploy.yml': ['pages: write', 'id-token: write'],
      // The ledger's branch, issues for people, the schedule, and reviews.
      'publish.yml': ['contents: write', 'issues: write', 'actions: write', 'pull-requests: read'],
      // The ledger's branch, reviews, issues for people; then the deployment.
      'crisis.yml': ['contents: write', 'pull-requests: read', 'issues: write', 'pages: write', 'id-token: write'],
      // An issue for people.
      'sources.yml': ['contents: read', 'issues: write'],
      'approvals.yml': ['contents: read', 'pull-requests: read'],
    };
    expect(more).toEqual(needed[file] ?? []);
  });

  it('keeps no credentials in the checkout, but where the ledger is pushed', () => {
    if (file === 'publish.yml') return;
    for (const [name, job] of Object.entries(workflow.jobs)) {
      if (file === 'crisis.yml' && name === 'send') continue;
      for (const step of job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')))
        expect(step.with?.['persist-credentials']).toBe(false);
    }
  });

  it('hands what comes from outside to commands through the environment only', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });
});

describe('the check of a pull request', () => {
  const { text, workflow } = readWorkflow('check.yml');

  it('runs the fork’s code without its target’s rights or secrets', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request']);
    expect(text).not.toMatch(/secrets\.|pull_request_target/);
  });
});

describe('what shows the approvals of a pull request', () => {
  const { text, workflow } = readWorkflow('approvals.yml');
  const [job] = Object.values(workflow.jobs);

  it('runs the fork’s code without its target’s rights or secrets, and again after each review', () => {
    expect(workflow.on).toEqual({
      pull_request: null,
      pull_request_review: { types: ['submitted', 'edited', 'dismissed'] },
    });
    expect(text).not.toMatch(/secrets\.|pull_request_target|: write/);
  });

  it('has the whole history, and never stops a check', () => {
    expect(job?.steps[0]?.with?.['fetch-depth']).toBe(0);
    expect(workflow.concurrency?.group).not.toBe(readWorkflow('check.yml').workflow.concurrency?.group);
  });
});

describe('the deployment', () => {
  const { workflow } = readWorkflow('deploy.yml');

  it('never cuts off another', () => {
    expect(workflow.concurrency).toEqual({ group: 'deploy', 'cancel-in-progress': false });
  });

  it('is scheduled away from the full hour', () => {
    const [schedule] = workflow.on.schedule as { cron: string }[];
    expect(Number(schedule?.cron.split(' ')[0]) % 2).toBe(1);
  });
});

describe('publishing', () => {
  const { text, workflow } = readWorkflow('publish.yml');
  const [job] = Object.values(workflow.jobs);

  it('never cuts off another, and has its secrets from an environment', () => {
    expect(workflow.concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false });
    expect(job?.environment).toBe('publishing');
    expect(text).not.toContain('pull_request');
  });

  it('is scheduled away from the full hour, and runs on a merge, after a deployment and when asked', () => {
    const [schedule] = workflow.on.schedule as { cron: string }[];
    expect(schedule?.cron).toBe('7,22,37,52 * * * *');
    expect(Object.keys(workflow.on)).toEqual(['workflow_run', 'push', 'schedule', 'workflow_dispatch']);
    expect(workflow.on.push).toEqual({ branches: ['main'] });
  });

  it('has the whole history, by which the reviews are found', () => {
    expect(job?.steps[0]?.with).toEqual({ ref: 'main', 'fetch-depth': 0 });
  });

  it('hands each channel of the content its secret, and no other', () => {
    const named = [...text.matchAll(/^ {10}(AAGAHI_CHANNEL_\w+): \$\{\{ secrets\.(\w+) \}\}$/gm)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, variable, secret] of named) expect(secret).toBe(variable);
  });
});

describe('a crisis', () => {
  const { text, workflow } = readWorkflow('crisis.yml');
  const { send, site } = workflow.jobs;

  it('starts when an incident or the pause is merged, or when somebody names one, and is never cut off', () => {
    expect(workflow.on).toMatchObject({
      push: { branches: ['main'], paths: ['content/incidents/**', 'content/pause.yml'] },
      workflow_dispatch: { inputs: { incident: { required: true } } },
    });
    expect(workflow.concurrency).toEqual({ group: 'crisis', 'cancel-in-progress': false });
  });

  it('tells everyone before it touches the site, with the secrets of publishing and for the same channels', () => {
    expect(send?.environment).toBe('publishing');
    const secrets = (of: string) => [...of.matchAll(/AAGAHI_CHANNEL_\w+: .*/g)].map(([line]) => line);
    expect(secrets(text)).toEqual([...new Set(secrets(readWorkflow('publish.yml').text))]);
    expect(JSON.stringify(site)).not.toContain('secrets.');
    expect(site).toMatchObject({ needs: 'send', if: expect.stringContaining('!cancelled()') });
  });

  it('puts alerts into what Deploy kept', () => {
    const kept = readWorkflow('deploy.yml').workflow.jobs.build?.steps.find(({ uses }) =>
      uses?.startsWith('actions/cache/save@'),
    );
    const taken = site?.steps.find(({ id }) => id === 'site');
    expect(taken?.with?.path).toBe(kept?.with?.path);
    expect(String(kept?.with?.key).startsWith(String(taken?.with?.['restore-keys']))).toBe(true);
  });
});

describe('looking after sources', () => {
  const { text, workflow } = readWorkflow('sources.yml');

  it('is no part of a pull request or a deployment, and has no secret', () => {
    expect(Object.keys(workflow.on)).toEqual(['schedule', 'workflow_dispatch']);
    expect(text).not.toContain('secrets.');
  });

  it('comes round before GitHub throws its results away, and away from the full hour', () => {
    const [schedule] = workflow.on.schedule as { cron: string }[];
    expect(schedule?.cron).toBe('41 3 * * 3,6');
    expect(workflow.concurrency).toEqual({ group: 'sources', 'cancel-in-progress': false });
  });

  it('keeps what it learnt, also when something broke', () => {
    const [restore, save] = ['restore', 'save'].map((kind) =>
      workflow.jobs.sources?.steps.find(({ uses }) => uses?.startsWith(`actions/cache/${kind}@`)),
    );
    expect(save?.with).toEqual({ path: restore?.with?.path, key: restore?.with?.key });
    expect(save?.if).toMatch(/^\$\{\{ !cancelled\(\) \}\}$/);
  });
});

describe('linters', () => {
  let linters: LintWorkflow[] = [];

  beforeAll(async () => {
    linters = [await openActionlint(), await openLanguageService()];
  });

  it.each(files)('find nothing in %s', async (file) => {
    for (const lint of linters) expect(await lint(readWorkflow(file).text, file)).toEqual([]);
  });

  it('would find a misspelt key and an unknown context', async () => {
    const text = readWorkflow('check.yml')
      .text.replace('timeout-minutes', 'timeout-minuts')
      .replace('github.ref', 'githup.ref');
    for (const lint of linters) expect((await lint(text, 'broken.yml')).length).toBeGreaterThanOrEqual(2);
  });
});

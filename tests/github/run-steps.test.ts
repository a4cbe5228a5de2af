import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clone, cloneCheckout } from '../support/clone.ts';
import { runWorkflowSteps } from '../support/run-workflow-steps.ts';
import { type Job, readWorkflow } from '../support/workflow.ts';

const POST = 'content/campaigns/clean-hands/posts/hands-plain-soap/en.mdx';
let clone: Clone;
let base = '';

beforeAll(() => {
  clone = cloneCheckout();
  base = clone.git('rev-parse', 'HEAD');
});
afterAll(() => clone.remove());

function edit(file: string, change: (text: string) => string): void {
  const full = path.join(clone.folder, file);
  writeFileSync(full, change(readFileSync(full, 'utf8')));
}

function jobOf(file: string, name: string): Job {
  const job = readWorkflow(file).workflow.jobs[name];
  if (!job) throw new Error(`${file} has no job ${name}`);
  return job;
}

describe('the steps of check.yml', () => {
  const job = jobOf('check.yml', 'content');

  it('show a changed post as it will be sent, and build the site', async () => {
    edit(POST, (text) =>
      text.replace(/(\n---\n\n)[\s\S]*$/, '$1Plain soap is enough &lt;b&gt;really&lt;/b&gt;. @everyone #CleanHands\n'),
    );
    clone.commit('change a post');
    const result = await runWorkflowSteps(job, clone.folder, { 'github.event.pull_request.base.sha': base });
    expect(result.steps.map(({ name, code, output }) => `${name}: ${code}${code === 0 ? '' : output}`)).toEqual([
      'Install: 0',
      'Check the content: 0',
      'Hold the code owners against the roster: 0',
      'Show the posts that this changes: 0',
      'Draw the cards and build the site: 0',
    ]);
    expect(result.summary).toContain('### hands-plain-soap <small>(clean-hands)</small>');
    expect(result.summary).toContain(
      '<bdi dir="ltr" lang="en">Plain soap is enough &lt;b&gt;really&lt;/b&gt;. &#64;everyone #CleanHands</bdi>',
    );
    expect(result.summary).toMatch(/<td>bluesky, Bluesky<br>en<\/td><td>changed<\/td><td>\d+ of 300<\/td>/);
    expect(result.summary).not.toContain('hands-twenty-seconds');
    expect(readFileSync(path.join(clone.folder, 'dist/en/campaigns/clean-hands/index.html'), 'utf8')).toContain(
      'og:image',
    );
  });

  it('annotate a mistake at its line, show the summary all the same, and build nothing', async () => {
    edit(POST, (text) => text.replace('headline:', 'headlin:'));
    clone.commit('make a mistake');
    const result = await runWorkflowSteps(job, clone.folder, { 'github.event.pull_request.base.sha': base });
    expect(result.steps.map(({ name, code }) => `${name}: ${code}`)).toEqual([
      'Install: 0',
      'Check the content: 1',
      'Hold the code owners against the roster: 0',
      'Show the posts that this changes: 0',
    ]);
    const line =
      readFileSync(path.join(clone.folder, POST), 'utf8')
        .split('\n')
        .indexOf(
          readFileSync(path.join(clone.folder, POST), 'utf8')
            .split('\n')
            .find((text) => text.startsWith('headlin:')) ?? '',
        ) + 1;
    expect(result.steps[1]?.output).toContain(
      `::error file=${POST},line=${line},col=1,title=field/unknown::Unexpected field \`headlin\`; did you mean \`headline\`?`,
    );
    expect(result.summary).toContain('items with mistakes are not shown here');
    clone.git('checkout', '--quiet', base, '--', 'content');
  });
});

describe('the steps of deploy.yml', () => {
  const job = jobOf('deploy.yml', 'build');
  let server: Server;
  let builtAt = '';

  beforeAll(async () => {
    server = createServer((_request, response) => response.end(JSON.stringify({ builtAt })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it('build on a merge', async () => {
    const result = await runWorkflowSteps(job, clone.folder, { 'github.event_name': 'push' });
    expect(result.outputs.due).toBe('true');
    expect(result.steps.at(-1)).toMatchObject({ name: 'Draw the cards and build the site', code: 0 });
  });

  it('build on a schedule where the last deployment cannot be asked', async () => {
    // The demonstration's address is reserved: nobody answers there.
    expect((await runWorkflowSteps(job, clone.folder, { 'github.event_name': 'schedule' })).outputs.due).toBe('true');
  });

  it.each([
    [
      '2026-11-30T23:59:00+05:00',
      '2026-12-01T00:00:30+05:00',
      'true',
      'world-aids-day begins (2026-12-01T00:00:00+05:00)',
    ],
    [
      '2026-12-01T23:00:00+05:00',
      '2026-12-02T01:00:00+05:00',
      'true',
      'world-aids-day is over (2026-12-02T00:00:00+05:00)',
    ],
    [
      '2026-12-02T01:00:00+05:00',
      '2026-12-02T09:00:00+05:00',
      'false',
      'nothing has begun or ended since 2026-12-02T01:00:00+05:00',
    ],
  ])('ask between %s and %s whether a date has passed: %s', async (last, now, due, why) => {
    builtAt = last;
    const { port } = server.address() as AddressInfo;
    // The server answers while the command runs, so this process must not wait for it.
    const { spawn } = await import('node:child_process');
    const child = spawn(
      process.execPath,
      ['scripts/boundary.ts', '--deployed', `http://127.0.0.1:${port}/`, '--now', now],
      { cwd: clone.folder },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text;
      });
    await new Promise((resolve) => child.on('close', resolve));
    expect(output).toContain(`due=${due}\n`);
    expect(output).toContain(why);
  });
});

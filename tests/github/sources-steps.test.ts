import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clone, cloneCheckout } from '../support/clone.ts';
import { deskFiles } from '../support/desk-files.ts';
import { type GithubServer, startGithubServer } from '../support/github-server.ts';
import { type MisbehavingSite, startMisbehavingSite } from '../support/misbehaving-site.ts';
import { type JobResult, runWorkflowSteps } from '../support/run-workflow-steps.ts';
import { type SourceRegisters, startSourceRegisters } from '../support/source-registers.ts';
import { readWorkflow } from '../support/workflow.ts';

let clone: Clone;
let github: GithubServer;
let site: MisbehavingSite;
let registers: SourceRegisters;

beforeAll(async () => {
  [github, site, registers] = await Promise.all([startGithubServer(), startMisbehavingSite(), startSourceRegisters()]);
  clone = cloneCheckout();
  // The workflow does not know that it is tested: this machine is allowed in the script itself.
  edit('scripts/sources.ts', /('allow-loopback': \{ type: 'boolean', default: )false/, '$1true');
  rmSync(path.join(clone.folder, 'content'), { recursive: true });
  for (const [name, text] of Object.entries(deskFiles(false))) {
    const file = path.join(clone.folder, 'content', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll('https://www.who.int/news-room/fact-sheets', `${site.secure('who')}/facts`));
  }
  writeFileSync(path.join(clone.folder, 'authority.pem'), site.ca);
});
afterAll(async () => {
  clone.remove();
  await Promise.all([github.stop(), site.stop(), registers.stop()]);
});

function edit(file: string, from: string | RegExp, to: string): void {
  const full = path.join(clone.folder, file);
  writeFileSync(full, readFileSync(full, 'utf8').replace(from, to));
}

function run(variables: Record<string, string> = {}): Promise<JobResult> {
  const { workflow } = readWorkflow('sources.yml');
  const job = workflow.jobs.sources;
  if (!job) throw new Error('sources.yml has no job');
  return runWorkflowSteps(
    job,
    clone.folder,
    { 'github.token': github.token },
    {
      GITHUB_REPOSITORY: github.repository,
      GITHUB_API_URL: github.origin,
      NODE_EXTRA_CA_CERTS: path.join(clone.folder, 'authority.pem'),
      AAGAHI_TEST_REGISTERS: registers.origin,
      NO_COLOR: '1',
      ...variables,
    },
  );
}

const codes = ({ steps }: JobResult) => steps.map(({ name, code }) => `${name}: ${code}`);

describe('the steps of sources.yml', () => {
  it('open no issue for what is only to be looked at, and show it in the summary', async () => {
    const result = await run();
    expect(codes(result)).toEqual(['Install: 0', 'Ask: 0']);
    expect(github.issues).toEqual([]);
    expect(result.summary).toMatch(/^````text\ncontent\/sources\/who\.yml:5:6\n {2}warning Missing copy of/);
    expect(result.summary).toMatch(/1 source and 1 address: 1 warning; 2 questions asked\n````\n$/);
  });

  it('open one issue for what is to be mended, and do not fail for it', async () => {
    edit('content/sources/who.yml', '/facts', '/gone');
    const result = await run();
    expect(codes(result)).toEqual(['Install: 0', 'Ask: 0']);
    expect(github.issues).toMatchObject([{ title: 'Sources need a person', state: 'open' }]);
    expect(result.summary).toContain('1 source and 2 addresses: 1 error; 2 questions asked');
  });

  it('close it when it is mended', async () => {
    edit('content/sources/who.yml', '/gone', '/facts');
    expect(codes(await run())).toEqual(['Install: 0', 'Ask: 0']);
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
  });

  it('fail where GitHub does not take the issue, and never show the token', async () => {
    edit('content/sources/who.yml', '/facts', '/removed');
    const result = await run({ GITHUB_REPOSITORY: 'sehat/other' });
    expect(codes(result)).toEqual(['Install: 0', 'Ask: 1']);
    expect(JSON.stringify(result)).not.toContain(github.token);
  });
});

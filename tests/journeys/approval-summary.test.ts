import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneCheckout } from '../support/clone.ts';
import { startGithubServer } from '../support/github-server.ts';
import {
  type OpenPull,
  personFile,
  postFiles,
  type ReviewedDesk,
  reviewedDesk,
  reviewedFiles,
} from '../support/reviewed-desk.ts';
import { scriptPath } from '../support/run-script.ts';
import { runWorkflowSteps } from '../support/run-workflow-steps.ts';
import { readWorkflow } from '../support/workflow.ts';

const NOW = ['--now', '2026-11-21T10:00:00+05:00'];
const HEAD =
  'Whoever is named here agrees by approving this pull request. A review counts for the words that were looked at; when they change, it is asked for again.\n\n<table><tr><th>What</th><th>Risk</th><th>Still needed, and from whom</th><th>Agreed</th></tr>';

/** The section of a pull request as the workflow prints it: with what would be merged checked out. */
async function sectionOf(desk: ReviewedDesk, { pull }: OpenPull, token = desk.github.token): Promise<string> {
  const checkout = path.join(desk.folder, '../origin');
  const base = desk.git('rev-parse', 'main');
  desk.git('checkout', '--quiet', '--detach', 'main');
  desk.git('merge', '--quiet', '--no-ff', '-m', 'as it would be merged', pull.head);
  const { repository, origin } = desk.github;
  const child = spawn(
    process.execPath,
    [scriptPath('summary'), '--base', base, '--pull', String(pull.number), '--only', 'approvals', ...NOW],
    {
      cwd: checkout,
      env: { ...process.env, GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: origin },
    },
  );
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      out += text;
    });
  await once(child, 'close');
  expect({ code: child.exitCode, out }).toMatchObject({ code: 0 });
  desk.git('checkout', '--quiet', 'main');
  return out;
}

const cells = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const section = (...rows: string[]) => `## Approvals\n\n${HEAD}${rows.join('')}</table>\n`;

const EDITORS = '<strong>an editor</strong>: sana (<code>Sana-Edits</code>) or omar (<code>omar-both</code>)';
const CLINICIANS = '<strong>a clinician</strong>: hina (<code>hina-md</code>) or omar (<code>omar-both</code>)';

describe('the approvals of a pull request', () => {
  it('are shown as they come: what is needed, from whom, and who has agreed', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(postFiles({ id: 'soap', text: 'Wash your hands.', urdu: 'ہاتھ دھوئیں۔' }));
    const what = '<strong>soap</strong><br>en, ur';
    // In the order of the roster's files.
    const editors = EDITORS.replace(/: (.*) or (.*)$/, ': $2 or $1');
    expect(await sectionOf(desk, pull)).toBe(section(cells(what, 'health-claim', `${editors}<br>${CLINICIANS}`, '–')));
    pull.review('sana-edits', 'APPROVED');
    expect(await sectionOf(desk, pull)).toBe(section(cells(what, 'health-claim', CLINICIANS, 'sana, as an editor')));
    pull.review('hina-md', 'APPROVED');
    expect(await sectionOf(desk, pull)).toBe(
      section(cells(what, 'health-claim', 'nothing', 'sana, as an editor<br>hina, as a clinician')),
    );
    const seen = pull.pull.head.slice(0, 7);
    pull.commit({
      'campaigns/clean-hands/posts/soap/en.mdx':
        postFiles({ id: 'soap', text: 'Wash your feet.' })['campaigns/clean-hands/posts/soap/en.mdx'] ?? null,
    });
    const other = (id: string) => `<em>${id} approved #1 with other words, page or sources (commit ${seen})</em>`;
    expect(await sectionOf(desk, pull)).toBe(
      section(cells(what, 'health-claim', `${editors}<br>${CLINICIANS}<br>${other('sana')}<br>${other('hina')}`, '–')),
    );
    pull.review('kamran-duty', 'CHANGES_REQUESTED');
    expect(await sectionOf(desk, pull)).toContain(
      '<td><strong>kamran</strong> <a href="https://github.com/sehat/desk/pull/1#pullrequestreview-1002">asks for changes</a><br>',
    );
  });

  it('name nobody who wrote it, nobody whom it appoints, and nobody out of reach', async () => {
    const desk = await reviewedDesk();
    const urduOnly = '  - role: editor\n    startsOn: 2025-01-06\n    scope:\n      languages: [ur]\n';
    desk.push({ 'people/sana.yml': personFile('sana', 'Sana-Edits', [urduOnly]) });
    const pull = desk.open(
      {
        ...postFiles({ id: 'soap', text: 'Wash your hands.' }),
        'people/mallory.yml': personFile('mallory', 'mallory', ['editor', 'clinician']),
      },
      { by: 'omar-both' },
    );
    pull.review('mallory', 'APPROVED');
    expect(await sectionOf(desk, pull)).toBe(
      section(
        cells(
          '<strong>soap</strong><br>en',
          'health-claim',
          '<strong>an editor</strong>: nobody in the roster may, besides those who wrote it<br><strong>a clinician</strong>: hina (<code>hina-md</code>)<br><em>mallory approved #1, and was not an editor or a clinician before it</em>',
          '–',
        ),
      ).replace(
        '## Approvals\n\n',
        '## Approvals\n\n> This changes people or policy. Until it is merged, those of the base count: nobody appoints their own approver.\n\n',
      ),
    );
  });

  it('are asked for where only the page or a source changes, and where only the file of the page is touched', async () => {
    const desk = await reviewedDesk();
    desk.push(postFiles({ id: 'soap', text: 'Wash your hands.', link: 'page' }));
    const source = desk.open({
      'sources/who.yml': (reviewedFiles()['sources/who.yml'] ?? '').replace('Facts on hands', 'Facts on feet'),
    });
    expect(await sectionOf(desk, source)).toContain('<td><strong>soap</strong><br>en</td>');
    const page = reviewedFiles()['campaigns/clean-hands/en.mdx'] ?? '';
    const touched = desk.open({
      'campaigns/clean-hands/en.mdx': page.replace('lastReviewedOn: 2026-11-01', 'lastReviewedOn: 2026-11-15'),
    });
    expect(await sectionOf(desk, touched)).toContain(
      '<td><strong>soap</strong><br>en<br><em>the same words: needed where they were not approved for this occurrence</em></td>',
    );
    const other = desk.open({
      'organisation.yml': (reviewedFiles()['organisation.yml'] ?? '').replace('desk@desk', 'write@desk'),
    });
    expect(await sectionOf(desk, other)).toContain('Nothing that this changes needs an approval.\n');
  });

  it('are told of without reviews where GitHub cannot be read', async () => {
    const desk = await reviewedDesk();
    const pull = desk.open(postFiles({ id: 'soap', text: 'Wash your hands.' }));
    pull.review('sana-edits', 'APPROVED');
    desk.github.readsPulls = false;
    const text = await sectionOf(desk, pull);
    expect(text).toContain(
      '> Who has agreed already is not shown: GitHub does not let the desk read reviews (403); GITHUB_TOKEN needs `pull-requests: read`.\n',
    );
    expect(text).toContain(CLINICIANS);
  });
});

describe('the steps of approvals.yml', () => {
  it('print it into the summary of the run', async () => {
    const clone = cloneCheckout();
    const github = await startGithubServer();
    try {
      const base = clone.git('rev-parse', 'HEAD');
      const post = 'content/campaigns/clean-hands/posts/hands-plain-soap/en.mdx';
      const { readFileSync, writeFileSync } = await import('node:fs');
      const file = path.join(clone.folder, post);
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/(\n---\n\n)[\s\S]*$/, '$1Plain soap is enough. #CleanHands\n'),
      );
      const head = clone.commit('change a post');
      github.pulls.push({
        number: 5,
        author: 'a-writer',
        into: 'main',
        head,
        state: 'open',
        mergedAt: null,
        mergeCommit: null,
        landed: [],
        commits: [],
        reviews: [],
      });
      const job = readWorkflow('approvals.yml').workflow.jobs.approvals;
      if (!job) throw new Error('approvals.yml has no such job');
      const result = await runWorkflowSteps(
        job,
        clone.folder,
        {
          'github.token': github.token,
          'github.event.pull_request.base.sha': base,
          'github.event.pull_request.number': '5',
        },
        { GITHUB_REPOSITORY: github.repository, GITHUB_API_URL: github.origin },
      );
      expect(result.steps.map(({ name, code, output }) => `${name}: ${code}${code === 0 ? '' : output}`)).toEqual([
        'Install: 0',
        'Show who still has to agree: 0',
      ]);
      expect(result.summary).toContain(
        '<strong>hands-plain-soap</strong><br>en</td><td>health-claim</td><td><strong>an editor</strong>: Sana Namoona',
      );
      expect(result.summary).not.toContain('is not shown');
    } finally {
      clone.remove();
      await github.stop();
    }
  });
});

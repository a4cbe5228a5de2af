import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskFiles } from '../support/desk-files.ts';
import { type GithubServer, startGithubServer } from '../support/github-server.ts';
import { type MisbehavingSite, startMisbehavingSite } from '../support/misbehaving-site.ts';
import { runBeside, startBeside } from '../support/run-beside.ts';
import { type Ran, runScript } from '../support/run-script.ts';
import { type SourceRegisters, startSourceRegisters } from '../support/source-registers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DOI = '10.1038/nature12060';
const PAPER = 'content/sources/dengue.yml';
const RESULTS = '.aagahi/sources.jsonl';

let root: string;
let site: MisbehavingSite;
let registers: SourceRegisters;

beforeEach(async () => {
  root = temporaryFolder();
  [site, registers] = await Promise.all([startMisbehavingSite(), startSourceRegisters()]);
  writeDesk(false);
  writeFileSync(path.join(root, 'authority.pem'), site.ca);
  registers.works.set(DOI, { title: ['The global distribution and burden of dengue'] });
  registers.entries.set('23563266', { title: 'The global distribution and burden of dengue.', pubtype: [] });
  registers.copies.set(`${site.secure('who')}/facts`, '20240303101500');
});
afterEach(async () => {
  await Promise.all([site.stop(), registers.stop()]);
});

/** A desk whose source and call to action are pages of the site, and whose paper the registers know. */
function writeDesk(isDemonstration: boolean): void {
  const files = {
    ...deskFiles(isDemonstration),
    'sources/dengue.yml': `# Asked for by the ministry.
id:   dengue
kind: peer-reviewed
title: 'The global distribution and burden of dengue'
publisher: Nature

url: https://doi.org/${DOI}
language: en
publishedOn: 2013-04-07   # online first
accessedOn: 2026-11-23
doi: ${DOI}
pmid: "23563266"
`,
  };
  for (const [name, text] of Object.entries(files))
    write(
      `content/${name}`,
      text.replaceAll('https://www.who.int/news-room/fact-sheets', `${site.secure('who')}/facts`),
    );
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const change = (file: string, from: string | RegExp, to: string) => write(file, read(file).replace(from, to));

const environment = () => ({
  NODE_EXTRA_CA_CERTS: path.join(root, 'authority.pem'),
  AAGAHI_TEST_REGISTERS: registers.origin,
});

async function sources(...args: string[]): Promise<Ran> {
  const ran = await runBeside('sources', ['--allow-loopback', ...args], root, environment());
  return { ...ran, stdout: ran.stdout.replaceAll(/localhost:\d+/g, 'localhost') };
}

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];

describe('npm run sources', () => {
  it('finds nothing where everything is there, and says how much it asked', async () => {
    expect(await sources()).toMatchObject({
      code: 0,
      stdout: '2 sources and 1 address: no problems; 4 questions asked\n',
    });
    expect(site.asked).toEqual(['GET who.localhost/robots.txt', 'HEAD who.localhost/facts']);
    expect(registers.asked).toHaveLength(3);
  });

  it('says what is to be mended, and where', async () => {
    change('content/sources/who.yml', '/facts', '/gone');
    registers.copies.set(`${site.secure('who')}/gone`, '20240303101500');
    registers.works.set(DOI, {
      title: ['The global distribution and burden of dengue'],
      'updated-by': [{ DOI: '10.1038/notice', type: 'retraction', updated: { 'date-parts': [[2026, 11, 2]] } }],
    });
    const { code, stdout } = await sources();
    expect(code).toBe(1);
    expect(stdout).toBe(`content/sources/dengue.yml:11:6
  error   Unexpected source \`${DOI}\`: Crossref lists it as retracted (2026-11-02)
          → take it out of every page that cites it; read the notice at \`https://doi.org/10.1038/notice\`
          11 │ doi: ${DOI}
          retraction/retracted

content/sources/who.yml:5:6
  error   Unexpected address \`https://who.localhost/gone\`: its site answers 404, there is no such page
          → write where the page is now, or another source; the Internet Archive has it as of 2024-03-03: \`https://web.archive.org/web/20240303101500/https://who.localhost/gone\`
          5 │ url: https://who.localhost/gone
          link/dead

2 sources and 2 addresses: 2 errors; 5 questions asked
`);
  });

  it('succeeds with warnings alone', async () => {
    registers.copies.clear();
    const { code, stdout } = await sources();
    expect(code).toBe(0);
    expect(stdout).toContain('warning Missing copy of `https://who.localhost/facts` in the Internet Archive');
    expect(stdout).toMatch(/: 1 warning; 4 questions asked\n$/);
  });

  it('writes one object a line for programs', async () => {
    change('content/sources/who.yml', '/facts', '/gone');
    const { code, stdout } = await sources('--json', ...NOW);
    expect(code).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        file: 'content/sources/who.yml',
        line: 5,
        column: 6,
        ruleId: 'link/dead',
        severity: 'error',
        message: 'Unexpected address `https://who.localhost/gone`: its site answers 404, there is no such page',
        hint: 'write where the page is now, or another source',
        checkedAt: '2026-11-23T07:00:00.000Z',
      },
    ]);
  });

  it('asks nobody twice in a week, and everybody when told to', async () => {
    await sources();
    const before = [site.asked.length, registers.asked.length];
    expect((await sources()).stdout).toBe('2 sources and 1 address: no problems; 0 questions asked\n');
    expect([site.asked.length, registers.asked.length]).toEqual(before);
    expect((await sources('--max-age-days', '0')).stdout).toMatch(/; 4 questions asked\n$/);
  });

  it('keeps its results where it is told to', async () => {
    await sources('--results', 'elsewhere/results.jsonl');
    expect(read('elsewhere/results.jsonl').trimEnd().split('\n')).toHaveLength(4);
    expect(existsSync(path.join(root, RESULTS))).toBe(false);
  });

  it('ends when its time is over, and says what is left', async () => {
    expect(await sources('--time-limit-minutes', '0')).toMatchObject({
      code: 0,
      stdout: '2 sources and 1 address: no problems; 0 questions asked, 4 left for the next run\n',
    });
    expect([...site.asked, ...registers.asked]).toEqual([]);
  });

  it('does not call in order what nobody has asked yet', () => {
    const { code, stdout } = runScript('sources', ['--offline-report', ...NOW], root);
    expect([code, stdout]).toEqual([
      0,
      '2 sources and 1 address: no problems; 1 of them never asked: run it without --offline-report\n',
    ]);
  });

  it('tells what is known without asking anybody', async () => {
    change('content/sources/who.yml', '/facts', '/gone');
    await sources();
    const before = [site.asked.length, registers.asked.length];
    const { code, stdout } = runScript('sources', ['--offline-report', ...NOW], root);
    expect(code).toBe(1);
    expect(stdout).toContain('its site answers 404, there is no such page');
    expect(stdout).toMatch(/2 sources and 2 addresses: 1 error\n$/);
    expect([site.asked.length, registers.asked.length]).toEqual(before);
  });

  it('says who it is, and whom to write to', async () => {
    await sources();
    const agent = 'Aagahi/0.1.0 (test-desk; +https://desk.example/awareness/; mailto:desk@desk.example)';
    expect([...new Set(registers.userAgents)]).toEqual([agent]);
    expect(site.headers.map((headers) => headers['user-agent'])).toEqual([agent, agent]);
    expect(registers.asked.filter((asked) => asked.includes('desk%40desk.example'))).toHaveLength(2);
  });

  it('gives no address for a demonstration, where nobody reads mail', async () => {
    writeDesk(true);
    await sources();
    expect([...new Set(registers.userAgents)]).toEqual(['Aagahi/0.1.0 (test-desk; +https://desk.example/awareness/)']);
    expect(registers.asked.join()).not.toContain('desk.example');
  });

  it('killed at any moment loses what was under way, and nothing else', async () => {
    change('content/campaigns/clean-hands/en.mdx', /url: .*/, `url: ${site.secure('other')}/silent`);
    const { child, ran } = startBeside('sources', ['--allow-loopback'], root, environment());
    await expect
      .poll(() => site.asked.includes('HEAD other.localhost/silent') && linesOf(RESULTS) === 4, { timeout: 30_000 })
      .toBe(true);
    child.kill('SIGKILL');
    await ran;
    write(RESULTS, `${read(RESULTS)}{"check":"addr`);
    change('content/campaigns/clean-hands/en.mdx', /url: .*/, `url: ${site.secure('other')}/page`);
    const before = [site.asked.length, registers.asked.length];
    expect((await sources()).stdout).toBe('2 sources and 2 addresses: no problems; 1 question asked\n');
    expect(site.asked.slice(before[0])).toEqual(['GET other.localhost/robots.txt', 'HEAD other.localhost/page']);
    expect(registers.asked).toHaveLength(before[1] ?? 0);
    expect(linesOf(RESULTS)).toBe(5);
  });

  it('learns nothing on a machine without a network', async () => {
    await sources();
    const before = read(RESULTS);
    const closed = { ...environment(), AAGAHI_TEST_REGISTERS: 'http://127.0.0.1:1' };
    for (const file of ['sources/who.yml', 'campaigns/clean-hands/en.mdx', 'campaigns/clean-hands/ur.mdx'])
      change(`content/${file}`, /url: .*/, 'url: https://who.localhost:1/facts');
    expect(await runBeside('sources', ['--allow-loopback', '--max-age-days', '0'], root, closed)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Nobody could be reached. Is this machine on a network?\n'),
    });
    expect(read(RESULTS)).toBe(before);
  });
});

function linesOf(file: string): number {
  return existsSync(path.join(root, file)) ? read(file).trimEnd().split('\n').length : 0;
}

describe('npm run sources -- --record', () => {
  const BLOCK = 'retraction:\n  status: not-listed\n  lookedUpOn: 2026-11-23\n  lookedUpIn: Crossref and PubMed\n';

  it('writes what the registers say, and leaves every other byte', async () => {
    const [paper, page] = [read(PAPER), read('content/sources/who.yml')];
    const before = runScript('check', [...NOW, '--json'], root);
    expect(await sources('--record', ...NOW)).toMatchObject({
      code: 0,
      stdout: `2 sources and 1 address: no problems; 4 questions asked\n${PAPER}: not-listed (Crossref and PubMed, 2026-11-23)\n`,
    });
    expect(read(PAPER)).toBe(`${paper}${BLOCK}`);
    expect(read('content/sources/who.yml')).toBe(page);
    expect(runScript('check', [...NOW, '--json'], root)).toEqual(before);
  });

  it('renews what it wrote, from what is known already', async () => {
    await sources('--record', ...NOW);
    change(PAPER, 'lookedUpOn: 2026-11-23', 'lookedUpOn: 2026-01-01');
    change(PAPER, 'lookedUpIn: Crossref and PubMed', 'lookedUpIn: Crossref   # by Amina');
    write(PAPER, `${read(PAPER)}# The end.\n`);
    const before = read(PAPER);
    runScript('sources', ['--record', '--offline-report', ...NOW], root);
    expect(read(PAPER)).toBe(before.replace(/retraction:[\s\S]*?(?=# The end)/, BLOCK));
  });

  it.each<[what: string, form: (text: string) => string, expected: (text: string) => string]>([
    [
      'line ends of Windows',
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => `${text}${BLOCK.replaceAll('\n', '\r\n')}`,
    ],
    ['no line end at its end', (text) => text.trimEnd(), (text) => `${text}\n${BLOCK}`],
    ['a byte-order mark', (text) => `\uFEFF${text}`, (text) => `${text}${BLOCK}`],
    ['a line of hyphens at its start', (text) => `---\n${text}`, (text) => `${text}${BLOCK}`],
    [
      'remarks at its end',
      (text) => `${text}\n# Read again in May.\n`,
      (text) => text.replace('"23563266"\n', `"23563266"\n${BLOCK}`),
    ],
    [
      'the field in the middle',
      (text) =>
        text.replace(
          'language:',
          `retraction:\n  status: not-listed\n\n  lookedUpOn: 2026-01-01\n  lookedUpIn: Crossref\nlanguage:`,
        ),
      (text) => text.replace(/retraction:[\s\S]*?(?=language)/, BLOCK),
    ],
  ])('keeps %s', async (_what, form, expected) => {
    write(PAPER, form(read(PAPER)));
    const before = read(PAPER);
    await sources('--record', ...NOW);
    expect(read(PAPER)).toBe(expected(before));
  });

  it('names the notice', async () => {
    registers.works.set(DOI, {
      title: ['The global distribution and burden of dengue'],
      'updated-by': [{ DOI: '10.1038/notice', type: 'expression_of_concern' }],
    });
    expect((await sources('--record', ...NOW)).code).toBe(1);
    expect(read(PAPER)).toContain(
      'retraction:\n  status: expression-of-concern\n  lookedUpOn: 2026-11-23\n  lookedUpIn: Crossref and PubMed\n  notice: https://doi.org/10.1038/notice\n',
    );
    expect((await sources(...NOW)).code).toBe(0);
  });

  it('leaves what a person wrote who knew more, and says so', async () => {
    write(PAPER, `${read(PAPER)}${BLOCK.replace('not-listed', 'retracted')}`);
    const before = read(PAPER);
    expect((await sources('--record', ...NOW)).stdout).toContain('warning Unexpected `retracted` for');
    expect(read(PAPER)).toBe(before);
  });

  it('leaves a file that only a person can add to, and says so', async () => {
    const braces = `{ id: dengue, kind: peer-reviewed, title: 'The global distribution and burden of dengue', publisher: Nature, url: 'https://doi.org/${DOI}', language: en, publishedOn: 2013-04-07, accessedOn: 2026-11-23, doi: '${DOI}' }\n`;
    write(PAPER, braces);
    expect((await sources('--record', ...NOW)).stdout).toContain(
      `${PAPER}: is written in a way that only a person can add to\n`,
    );
    expect(read(PAPER)).toBe(braces);
  });

  it('writes nothing where nobody could be asked', async () => {
    registers.meddle(() => (_request, response) => response.writeHead(503).end());
    const before = read(PAPER);
    await sources('--record', ...NOW);
    expect(read(PAPER)).toBe(before);
  });
});

describe('npm run sources -- --issue', () => {
  let github: GithubServer;
  beforeEach(async () => {
    github = await startGithubServer();
  });
  afterEach(() => github.stop());

  const issue = (...args: string[]) =>
    runBeside('sources', ['--allow-loopback', '--issue', '--max-age-days', '0', ...args], root, {
      ...environment(),
      GITHUB_TOKEN: github.token,
      GITHUB_REPOSITORY: github.repository,
      GITHUB_API_URL: github.origin,
    });

  it('opens one issue, renews it, and closes it when nothing is left to mend', async () => {
    expect((await issue()).stderr).toContain('nothing to tell\n');
    change('content/sources/who.yml', '/facts', '/gone');
    expect((await issue(...NOW)).stderr).toContain('opened https://github.com/sehat/desk/issues/1\n');
    expect(github.issues).toMatchObject([
      { title: 'Sources need a person', labels: [{ name: 'sources' }], state: 'open' },
    ]);
    expect(github.issues[0]?.body).toMatch(
      /^<!-- aagahi: sources -->\n\nSomething that this desk cites .*\n\n### To be mended\n\n- \*\*`content\/sources\/who\.yml:5`\*\* Unexpected address /,
    );
    expect((await issue(...NOW)).stderr).toContain('unchanged https://github.com/sehat/desk/issues/1\n');
    change('content/sources/who.yml', '/gone', '/removed');
    expect((await issue(...NOW)).stderr).toContain('renewed https://github.com/sehat/desk/issues/1\n');
    change('content/sources/who.yml', '/removed', '/facts');
    expect(await issue(...NOW)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('closed https://github.com/'),
    });
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
  });

  it('says when GitHub does not take it', async () => {
    github.hasIssues = false;
    expect(await issue()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('GitHub did not take the issue (410).\n'),
    });
  });

  it('asks nobody where it could tell nobody', () => {
    const { code, stderr } = runScript('sources', ['--issue'], root);
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      'GITHUB_TOKEN and GITHUB_REPOSITORY are not set: this is for workflows.',
    ]);
    expect([...site.asked, ...registers.asked]).toEqual([]);
  });
});

describe('npm run sources, called wrongly', () => {
  it.each<[args: string[], told: string]>([
    [[...NOW], '--now would note a day on which nobody asked; leave it out, or use --offline-report.'],
    [['--max-age-days', 'soon'], '--max-age-days is a number, such as 7; it is soon.'],
    [['--max-age-days', ''], '--max-age-days is a number, such as 7; it is empty.'],
    [['--time-limit-minutes=-1'], '--time-limit-minutes is a number, such as 7; it is -1.'],
    [
      ['--allow-loopback'],
      '--allow-loopback is for tests; it needs AAGAHI_TEST_REGISTERS, an address such as http://127.0.0.1:4000.',
    ],
    [
      ['--content', 'nowhere', '--offline-report'],
      "There is no folder nowhere; name the content's folder with --content DIR.",
    ],
  ])('says what to write: %j', (args, told) => {
    const { code, stderr } = runScript('sources', args, root);
    expect([code, stderr.split('\n')[0]]).toEqual([2, told]);
    expect([...site.asked, ...registers.asked]).toEqual([]);
  });

  it('says that the organisation’s file comes first', () => {
    change('content/organisation.yml', 'id: test-desk', 'id: 7');
    expect(runScript('sources', ['--offline-report'], root)).toMatchObject({
      code: 1,
      stderr: 'The organisation’s file has mistakes; mend them first (npm run check).\n',
    });
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyOfDesk, type Ran, runScript, scriptPath } from '../support/run-script.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];
const PAGE = 'content/campaigns/clean-water/en.mdx';

let root: string;
beforeEach(() => {
  root = copyOfDesk();
});

describe('npm run check, on a desk without a mistake', () => {
  it('says how much it read, and succeeds', () => {
    const { code, stdout, stderr } = check();
    expect(stdout).toMatch(/^13 files read, no problems, \d+\.\d s\n$/);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('prints nothing for programs', () => {
    expect(check('--json')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(check('--format', 'github')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

it('npm run check finds what only the text of a page says', () => {
  change(PAGE, 'Water that looks clean', '53 percent of water that looks clean');
  change(PAGE, ' can carry germs.<Source id="who-water" />', ' can carry germs.');
  change('content/organisation.yml', 'contact:', 'policy: { promotion: true }\ncontact:');
  change(
    PAGE,
    'hashtags:',
    `risk: promotion
promotion: { fullRiskInformation: "https://nindova.example/risks" }
promoted: { brand: Nindova, generic: snoozeline, indication: for adults, benefits: [sleep], risks: [harm] }
hashtags:`,
  );
  change(PAGE, '## Boil it', 'With snoozeline you sleep.\n\n## Boil it');
  const problems = check('--json')
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ file }) => file === PAGE);
  expect(problems.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual([
    '27 claim/unsourced',
    '29 promotion/indication-missing',
    '29 promotion/link-missing',
    '29 promotion/risk-missing',
  ]);
});

describe('npm run check, on a desk with mistakes', () => {
  beforeEach(() => {
    change(PAGE, 'mainMessage:', 'mainMesage:');
    change(PAGE, '## Boil it', '#### Boil it');
  });

  it('shows people the place, the mistake, what to write, the line and the rule', () => {
    const { code, stdout } = check();
    expect(code).toBe(1);
    expect(stdout.replace(/\d+\.\d s/, '0.1 s')).toBe(
      `${PAGE}:15:1
  error   Unexpected field \`mainMesage\`
          → did you mean \`mainMessage\`?
          15 │ mainMesage: Boil water for one minute before you drink it.
          field/unknown

${PAGE}:26:1
  warning Unexpected heading of level 4 after level 1: screen readers announce a gap
          → write \`## Boil it\`
          26 │ #### Boil it
          mdx/heading-skipped

13 files read, 1 error and 1 warning, 0.1 s
`,
    );
  });

  it('writes one object a line for programs, with the fields of a Problem', () => {
    const { code, stdout } = check('--json');
    expect(code).toBe(1);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        file: PAGE,
        line: 15,
        column: 1,
        ruleId: 'field/unknown',
        severity: 'error',
        message: 'Unexpected field `mainMesage`',
        hint: 'did you mean `mainMessage`?',
      },
      {
        file: PAGE,
        line: 26,
        column: 1,
        ruleId: 'mdx/heading-skipped',
        severity: 'warning',
        message: 'Unexpected heading of level 4 after level 1: screen readers announce a gap',
        hint: 'write `## Boil it`',
      },
    ]);
  });

  it('annotates a pull request', () => {
    expect(check('--format', 'github')).toEqual({
      code: 1,
      stdout:
        `::error file=${PAGE},line=15,col=1,title=field/unknown::Unexpected field \`mainMesage\`; did you mean \`mainMessage\`?\n` +
        `::warning file=${PAGE},line=26,col=1,title=mdx/heading-skipped::Unexpected heading of level 4 after level 1: screen readers announce a gap; write \`## Boil it\`\n`,
      stderr: '',
    });
  });
});

describe('npm run check, on what would break its output', () => {
  it('escapes what GitHub takes for the end of a property or a line', () => {
    mkdirSync(path.join(root, 'content/a,b:50%'));
    writeFileSync(path.join(root, 'content/a,b:50%/c.txt'), 'x');
    change(PAGE, 'author: amina', 'risk: "100%\\nsure"\nauthor: amina');
    expect(check('--format', 'github').stdout).toBe(
      '::error file=content/a%2Cb%3A50%25/c.txt,line=1,col=1,title=file/unexpected-folder::Unexpected folder `a,b:50%25`; content has the folders `people`, `channels`, `sources`, `campaigns`, `incidents`, `myths`, `questions`, `events`, `series`, `studies` and `pages`\n' +
        `::error file=${PAGE},line=9,col=7,title=field/value::Unexpected \`100%25%0Asure\` for \`risk\`; write \`routine\`, \`health-claim\`, \`crisis\` or \`promotion\`\n`,
    );
  });

  it('obeys no escape that a faulty file holds', () => {
    change(PAGE, '## Boil it', '\u001b[2J## Boil it');
    const { stdout } = check();
    expect(stdout).toContain('26 │ \uFFFD[2J## Boil it');
    expect(stdout).not.toContain('\u001b');
  });

  it('shows nothing of what stands in a picture', async () => {
    const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#0b4f55' } });
    await picture
      .withExif({ IFD0: { Artist: 'S. Iqbal' } })
      .jpeg()
      .toFile(path.join(root, 'content/campaigns/clean-water/well.jpg'));
    const { stdout } = check();
    expect(stdout).toContain('its file holds the name of the camera’s owner\n');
    expect(stdout).not.toContain('Iqbal');
    expect(stdout).not.toContain('1 │');
  });

  it('shows of a long line what stands around the mistake', () => {
    change(PAGE, 'Boiling does not remove chemicals.', `${'word '.repeat(100)}<b>x</b>${' word'.repeat(100)}`);
    expect(check().stdout).toContain(
      '39 │ …ord word word word word word word word <b>x</b> word word word word word word word word …',
    );
  });

  it('ends quietly when nobody reads on', async () => {
    writeFileSync(path.join(root, PAGE), `${read(PAGE)}\n${'<b>x</b>\n\n'.repeat(15_000)}`);
    const child = spawn(process.execPath, [scriptPath('check'), '--json'], { cwd: root });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    const [first] = await once(createInterface(child.stdout), 'line');
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    expect(JSON.parse(first)).toMatchObject({ ruleId: 'mdx/unknown-component', line: 47 });
    // How far it is, which a slow machine gets to see, is all that it may say.
    expect([code, stderr.replaceAll(/^.* \d+\/\d+\n/gm, '')]).toEqual([1, '']);
  });

  it('tells of many thousand mistakes', () => {
    writeFileSync(path.join(root, PAGE), `${read(PAGE)}\n${'<b>x</b>\n\n'.repeat(15_000)}`);
    const { code, stdout } = check();
    expect(code).toBe(1);
    expect(stdout).toContain(`\n${PAGE}:30045:1\n`);
    expect(stdout).toMatch(/\n13 files read, 15000 errors, /);
  });
});

describe('npm run check, called wrongly', () => {
  it.each([
    [['--formt', 'json'], 'Unknown option --formt; did you mean --format?'],
    [
      ['--verbose'],
      'Unknown option --verbose; the options are --content, --now, --help, --format, --json, --changed-since, --watch.',
    ],
    [['--format', 'xml'], 'Unknown format xml; write human, json or github.'],
    [
      ['content'],
      'Unexpected content; options start with --: --content, --now, --help, --format, --json, --changed-since, --watch.',
    ],
    [['--content', 'contents'], "There is no folder contents; name the content's folder with --content DIR."],
    [
      ['--content', 'content/organisation.yml'],
      "There is no folder content/organisation.yml; name the content's folder with --content DIR.",
    ],
    [
      ['--now', '2026-11-23T12:00:00'],
      '--now: Unexpected date and time 2026-11-23T12:00:00 without a time zone; write for example 2026-11-23T12:00:00+05:00',
    ],
  ])('%j: says what to write, and how it is used', (args, said) => {
    const { code, stdout, stderr } = runScript('check', args, root);
    expect(stderr.split('\n')[0]).toBe(said);
    expect(stderr).toContain('npm run check -- [--content DIR]');
    expect([code, stdout]).toEqual([2, '']);
  });

  it('explains itself on request', () => {
    const { code, stdout } = check('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^npm run check -- /);
  });

  it('is told of an empty folder, which is no desk', () => {
    rmSync(path.join(root, 'content'), { recursive: true });
    mkdirSync(path.join(root, 'content'));
    const { code, stdout } = check();
    expect(stdout).toMatch(/^content\/organisation\.yml:1:1\n {2}error {3}Missing file `organisation\.yml`: /);
    expect(code).toBe(1);
  });
});

function check(...args: string[]): Ran {
  return runScript('check', [...NOW, ...args], root);
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function change(file: string, from: string, to: string): void {
  expect(read(file)).toContain(from);
  writeFileSync(
    path.join(root, file),
    read(file).replace(from, () => to),
  );
}

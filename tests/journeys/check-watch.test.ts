import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { copyOfDesk, scriptPath } from '../support/run-script.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];
const PAGE = 'content/campaigns/clean-water/en.mdx';
const IN_URDU = 'content/campaigns/clean-water/ur.mdx';
const TERMS = 'terms:\n  - { language: ur, say: کیڑے, dontSay: [Nobody], reason: آسان لفظ۔ }\n';

let root: string;
beforeEach(() => {
  root = copyOfDesk();
});

describe('npm run check -- --watch', () => {
  it('reports everything once, and then what each edit has brought and taken away', async () => {
    change(IN_URDU, '## ابالیں', '#### ابالیں');
    put('content/terms.yml', TERMS);
    const watch = startWatch();
    expect(await watch.until('Ctrl-C ends it\n')).toBe(`${IN_URDU}:26:1
  warning Unexpected heading of level 4 after level 1: screen readers announce a gap
          → write \`## ابالیں\`
          26 │ #### ابالیں
          mdx/heading-skipped

9 files, 1 warning, 0.1 s
Watching content; Ctrl-C ends it
`);

    change(IN_URDU, 'translator:', 'translater:');
    expect(await watch.until(' s\n')).toBe(`${IN_URDU}:12:1
  error   Unexpected field \`translater\`
          → did you mean \`translator\`?
          12 │ translater: amina
          field/unknown

9 files, 1 error and 1 warning, 0.1 s
`);

    change(IN_URDU, 'translater:', 'translator:');
    expect(await watch.until(' s\n')).toBe(
      `gone    ${IN_URDU}:12 Unexpected field \`translater\` field/unknown\n\n9 files, 1 warning, 0.1 s\n`,
    );

    // All below moves down by two lines, and is not told again.
    change(IN_URDU, 'صاف نظر آنے', 'پہلے ہاتھ دھوئیں۔\n\nصاف نظر آنے');
    expect(await watch.until(' s\n')).toBe('9 files, 1 warning, 0.1 s\n');

    change('content/terms.yml', TERMS, TERMS.replace('Nobody', 'پہلے ہاتھ دھوئیں'));
    expect(await watch.until(' s\n')).toContain('words/term\n\n9 files, 2 warnings, 0.1 s\n');
    expect(await watch.stop('SIGINT')).toEqual({ code: 0, stderr: '' });
  });

  it('follows an editor that puts a new file in the place of the old one', async () => {
    const watch = startWatch();
    await watch.until('Ctrl-C ends it\n');
    for (const [from, to, said] of [
      ['mainMessage:', 'mainMesage:', '9 files, 1 error, 0.1 s\n'],
      ['mainMesage:', 'mainMessage:', '9 files, no problems, 0.1 s\n'],
    ] as const) {
      const text = readFileSync(path.join(root, PAGE), 'utf8').replace(from, () => to);
      const beside = path.join(root, 'content/campaigns/clean-water/.en.mdx.tmp');
      writeFileSync(beside, text);
      renameSync(beside, path.join(root, PAGE));
      expect(await watch.until(' s\n')).toContain(said);
    }
    await watch.stop('SIGTERM');
  });

  it('follows one that writes into the file, in however many steps', async () => {
    const watch = startWatch();
    await watch.until('Ctrl-C ends it\n');
    const text = readFileSync(path.join(root, PAGE), 'utf8').replace('mainMessage:', 'mainMesage:');
    writeFileSync(path.join(root, PAGE), text.slice(0, 100));
    writeFileSync(path.join(root, PAGE), text);
    await watch.until('→ did you mean `mainMessage`?');
    expect(await watch.until('1 error, 0.1 s\n')).toContain('field/unknown');
    await watch.stop('SIGINT');
  });

  it('sees files and folders come, go and move', async () => {
    const watch = startWatch();
    await watch.until('Ctrl-C ends it\n');
    mkdirSync(path.join(root, 'content/campaigns/more'), { recursive: true });
    put('content/campaigns/more/en.mdx', 'no fields\n');
    expect(await watch.until('1 error, 0.1 s\n')).toContain('frontmatter/missing');
    renameSync(path.join(root, 'content/campaigns/more'), path.join(root, 'content/campaigns/less'));
    const moved = await watch.until('1 error, 0.1 s\n');
    expect(moved).toContain('gone    content/campaigns/more/en.mdx:1');
    expect(moved).toContain('content/campaigns/less/en.mdx:1:1\n  error');
    rmSync(path.join(root, 'content/campaigns/less'), { recursive: true });
    expect(await watch.until('no problems, 0.1 s\n')).toContain('gone    content/campaigns/less/en.mdx:1');
    await watch.stop('SIGINT');
  });

  it('judges everything again when the organisation’s file changes', async () => {
    const watch = startWatch();
    await watch.until('Ctrl-C ends it\n');
    change(
      'content/organisation.yml',
      'country: PK\ncontact',
      'country: PK\npolicy: { rules: { words/term: offf } }\ncontact',
    );
    expect(await watch.until(' s\n')).toContain('did you mean `off`?');
    change('content/organisation.yml', 'offf', 'error');
    expect(await watch.until(' s\n')).toContain('gone    content/organisation.yml:');
    put('content/terms.yml', 'terms:\n  - { language: en, say: tap water, dontSay: [Water], reason: Which water. }\n');
    expect(await watch.until(' s\n')).toMatch(/ {2}error {3}Unexpected `Water`: Which water\n/);
    await watch.stop('SIGINT');
  });

  it('waits for a folder that goes away', async () => {
    const watch = startWatch();
    await watch.until('Ctrl-C ends it\n');
    renameSync(path.join(root, 'content'), path.join(root, 'away'));
    expect(await watch.until('waiting for it\n')).toContain('There is no folder content; waiting for it\n');
    renameSync(path.join(root, 'away'), path.join(root, 'content'));
    await watch.until('9 files, no problems, 0.1 s\n');
    change(PAGE, 'mainMessage:', 'mainMesage:');
    expect(await watch.until(' s\n')).toContain('field/unknown');
    await watch.stop('SIGINT');
  });

  it('tells programs line by line', async () => {
    const watch = startWatch('--json');
    expect(await watch.until('}\n')).toEqual(
      expect.stringMatching(/^{"change":"checked","files":\d+,"errors":0,"warnings":0}\n$/),
    );
    change(PAGE, 'mainMessage:', 'mainMesage:');
    const lines = (await watch.until('"checked"')).trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ change: 'new', file: PAGE, line: 15, ruleId: 'field/unknown' });
    await watch.stop('SIGINT');
  });

  it('ends when nobody reads any more', async () => {
    const watch = startWatch();
    await watch.until('Ctrl-C ends it\n');
    watch.child.stdout.destroy();
    change(PAGE, 'mainMessage:', 'mainMesage:');
    expect(await watch.ended).toEqual({ code: 0, stderr: '' });
  });
});

/** A watch of the desk in `root`. What it prints is waited for; files in it are 9, and times 0.1 s. */
function startWatch(...args: string[]) {
  const child = spawn(process.execPath, [scriptPath('check'), '--watch', ...NOW, ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, AAGAHI_DEBUG: undefined },
  });
  let printed = '';
  let stderr = '';
  let wake = () => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed = (printed + text).replace(/\d+ files, (.*) \d+\.\d s\n/g, '9 files, $1 0.1 s\n');
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, stderr }));
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    ended,
    /** What was printed up to and with `end`, from where the last wait has ended. */
    async until(end: string): Promise<string> {
      while (!printed.includes(end))
        await Promise.race([
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          ended.then(() => {
            throw new Error(`it has ended after\n${printed}${stderr}`);
          }),
        ]);
      const at = printed.indexOf(end) + end.length;
      const text = printed.slice(0, at);
      printed = printed.slice(at);
      return text;
    },
    async stop(signal: NodeJS.Signals) {
      child.kill(signal);
      return ended;
    },
  };
}

function change(file: string, from: string, to: string): void {
  const target = path.join(root, file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(from);
  put(
    file,
    text.replace(from, () => to),
  );
}

/** Writes a file in one step, so that one check follows. */
function put(file: string, text: string): void {
  const beside = path.join(root, 'written');
  writeFileSync(beside, text);
  renameSync(beside, path.join(root, file));
}

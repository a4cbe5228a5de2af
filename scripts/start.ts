import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { toInstantText } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { buildFingerprint } from './build-fingerprint.ts';
import { checkedContent } from './checked-content.ts';
import { BUILT_FROM, OUTBOX_FOLDER, SCHEMAS_FOLDER, SITE_FOLDER } from './desk-folders.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { OUTBOX_PATH, serveDesk } from './serve-desk.ts';
import { writeSchemas } from './write-schemas.ts';

const USAGE = `npm start -- [--port NUMBER] [--no-serve] [--content DIR] [--now INSTANT]

Checks the content, draws the cards, builds the site, sends what is due to the outbox, and shows the result on this machine.`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    port: { type: 'string', default: '4321' },
    'no-serve': { type: 'boolean', default: false },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${values.port}: write a number from 0 to 65535.`);
  const root = process.cwd();
  const now = momentOf(values.now);

  step('Checking the content');
  const { content, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  process.stdout.write(formatProblems(problems, 'human', root));
  if (isRefused || !content) {
    process.stderr.write(`${countProblems(problems)}; mend them and start again\n`);
    return 1;
  }
  await writeSchemas(path.join(root, SCHEMAS_FOLDER));
  const { organisation, channels } = content;
  const instant = toInstantText(now, organisation.timeZone);
  const common = ['--content', values.content, '--now', instant];

  const fingerprint = buildFingerprint(root, values.content, now, organisation.timeZone);
  if (wasBuiltFrom(root, fingerprint)) {
    step('The site is built already');
  } else {
    step('Drawing cards and building the site');
    const code = await runScript('build.ts', common);
    if (code !== 0) return code;
    writeFileSync(path.join(root, BUILT_FROM), fingerprint);
  }

  const outboxes = [...channels.values()].filter(({ network }) => network === 'outbox');
  if (outboxes.length > 0) {
    step('Sending what is due to the outbox');
    const code = await runScript('send.ts', [...common, ...outboxes.flatMap(({ id }) => ['--channel', id])]);
    // What went wrong has been told, and there is still a site to look at.
    if (code !== 0 && values['no-serve']) return code;
  }
  if (values['no-serve']) return 0;

  mkdirSync(path.join(root, OUTBOX_FOLDER), { recursive: true });
  const base = new URL(organisation.url).pathname.replace(/\/?$/, '/');
  const server = await serveDesk(
    { site: path.join(root, SITE_FOLDER), base, outbox: path.join(root, OUTBOX_FOLDER) },
    port,
  );
  process.stdout.write(
    `\n  Site      ${styleText('bold', `${server.origin}${base}`)}\n  Outbox    ${styleText('bold', `${server.origin}${OUTBOX_PATH}`)}\n  Handbook  ${server.origin}${base}handbook/\n\nCtrl-C stops it.\n`,
  );
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
  return 0;
});

function step(text: string): void {
  process.stdout.write(`${styleText('bold', text)}\n`);
}

function wasBuiltFrom(root: string, fingerprint: string): boolean {
  const file = path.join(root, BUILT_FROM);
  return (
    existsSync(path.join(root, SITE_FOLDER, 'index.html')) &&
    existsSync(file) &&
    readFileSync(file, 'utf8') === fingerprint
  );
}

/** Runs another command of the desk and gives its exit code. */
function runScript(name: string, words: readonly string[]): Promise<0 | 1 | 2> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, name), ...words], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 || code === 1 ? code : 2));
  });
}

// Runs on the Node a fresh machine has (20 or newer), before anything is installed: plain JavaScript, no packages.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.made-from');
const lock = path.join(root, '.aagahi', 'set-up.lock');

await setUp();

/** Installs what package-lock.json names, unless node_modules was made from exactly that. */
async function setUp() {
  const wanted = fingerprint();
  if (isSetUp(wanted)) return;
  refuseLink();
  const release = await claim(wanted);
  if (!release) return;
  try {
    process.stderr.write('Setting up: installing packages (once, about a minute)\n');
    rmSync(stamp, { force: true });
    await install();
    writeFileSync(stamp, wanted);
  } finally {
    release();
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** The stamp is written last, so an installation that was cut off is done again. */
function isSetUp(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** npm would empty the folder that a link leads to, which belongs to another checkout. */
function refuseLink() {
  if (!lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  process.stderr.write(
    'node_modules is a link to packages of another state; set up where it leads, or remove the link.\n',
  );
  process.exit(2);
}

function install() {
  const startedAt = Date.now();
  const npm = process.env.npm_execpath;
  const [command, prefix] = npm ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(command, [...prefix, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !npm && process.platform === 'win32',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said = (said + text).slice(-20_000);
    });
  }
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const clock = setInterval(() => process.stderr.write(`  still installing, ${seconds()} s\n`), 10_000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(clock);
      if (code === 0) {
        process.stderr.write(`  installed in ${seconds()} s\n`);
        resolve();
        return;
      }
      process.stderr.write(`${said}\n`);
      const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(said);
      process.stderr.write(
        isOffline
          ? 'The packages could not be fetched: this machine reaches no package registry. Try again with a network.\n'
          : 'The packages could not be installed; npm’s own words are above.\n',
      );
      process.exit(2);
    });
  });
}

/** Waits while another set-up runs. Gives nothing where that one has done the work. */
async function claim(wanted) {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 500));
    if (isSetUp(wanted)) return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch {
    return false;
  }
}

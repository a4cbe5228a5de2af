import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clone, cloneCheckout } from '../support/clone.ts';

// `npm start` as a newcomer would type it, on a small desk of its own.

const NOW = ['--now', '2027-03-18T10:00:00+05:00'];

let clone: Clone;
beforeAll(() => {
  clone = cloneCheckout();
  rmSync(path.join(clone.folder, 'content'), { recursive: true });
  cpSync(path.resolve('tests/fixtures/desk'), path.join(clone.folder, 'content'), { recursive: true });
});
afterAll(() => clone.remove());

interface Started {
  child: ChildProcess;
  /** What it has printed so far. */
  printed(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

function start(...words: string[]): Started {
  const child = spawn(process.execPath, ['scripts/start.ts', ...words], {
    cwd: clone.folder,
    env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (piece) => {
      text += piece;
    });
  return { child, printed: () => text, ended: once(child, 'close').then(([code]) => code) };
}

/** The address printed after a word, as soon as it is. */
async function addressAfter(label: string, { printed, ended }: Started): Promise<string> {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  for (;;) {
    const [, address] = new RegExp(`^ *${label} +(http://\\S+)$`, 'm').exec(printed()) ?? [];
    if (address) return address;
    if (isOver) throw new Error(`ended early:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function ledgerEntries(): string[] {
  const ledger = path.join(clone.folder, '.aagahi/ledger');
  return readdirSync(ledger).flatMap((name) => readFileSync(path.join(ledger, name), 'utf8').trim().split('\n'));
}

describe('npm start', () => {
  it('checks, draws, builds and sends to the outbox', async () => {
    const run = start('--no-serve', ...NOW);
    expect(await run.ended, run.printed()).toBe(0);
    for (const told of [
      'Checking the content\n',
      'Drawing cards and building the site\n',
      'Sending what is due to the outbox\n',
      'sent     boil-water  outbox, en: Boil water for one minute before you drink it. #CleanWater …\n',
      'sent     boil-water  outbox, ur: ',
      '2 sent, 0 held, 0 skipped',
    ])
      expect(run.printed()).toContain(told);
    expect(existsSync(path.join(clone.folder, 'dist/en/campaigns/clean-water/index.html'))).toBe(true);
    expect(readFileSync(path.join(clone.folder, '.aagahi/outbox/index.html'), 'utf8')).toContain('boil-water');
    expect(existsSync(path.join(clone.folder, 'dist/outbox'))).toBe(false);
  });

  it('builds and sends nothing the second time, and shows the site and the outbox where it says, on a free port', async () => {
    const before = ledgerEntries();
    const neighbour = createServer((_request, response) => response.end('somebody else'));
    const taken = await listen(neighbour);
    const run = start('--port', String(taken), ...NOW);
    const site = await addressAfter('Site', run);
    const outbox = await addressAfter('Outbox', run);
    expect(run.printed()).toContain('The site is built already\n');
    expect(run.printed()).toContain('0 sent, 0 held, 0 skipped');
    expect(ledgerEntries()).toEqual(before);
    expect(new URL(site).port).not.toBe(String(taken));

    const page = await fetch(new URL('ur/campaigns/clean-water/', site));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html lang="ur" dir="rtl"');
    const home = await fetch(new URL('/', site));
    expect([home.status, home.url]).toEqual([200, site]);
    const timeline = await (await fetch(outbox)).text();
    expect(timeline).toContain('<h2>boil-water');
    const [, picture = ''] = /<img src="([^"]+)"/.exec(timeline) ?? [];
    expect((await fetch(new URL(picture, outbox))).headers.get('content-type')).toBe('image/png');
    expect((await fetch(new URL('no-such-page/', site))).status).toBe(404);
    expect((await fetch(new URL('..%2f..%2fpackage.json', outbox))).status).toBe(404);

    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await expect(fetch(site)).rejects.toThrow();
    neighbour.close();
  });

  it('builds again when another build has been there since', async () => {
    const page = path.join(clone.folder, 'dist/en/campaigns/clean-water/index.html');
    const build = spawn(process.execPath, ['scripts/build.ts', '--now', '2027-06-01T10:00:00+05:00'], {
      cwd: clone.folder,
      stdio: 'ignore',
    });
    expect((await once(build, 'close'))[0]).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('Coming next');
    const run = start('--no-serve', ...NOW);
    expect(await run.ended, run.printed()).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('On now');
  });

  it('tells every fault, and builds and sends nothing', async () => {
    const before = ledgerEntries();
    appendFileSync(path.join(clone.folder, 'content/campaigns/clean-water/en.mdx'), '\n<Script />\n');
    const run = start('--no-serve', ...NOW);
    expect(await run.ended).toBe(1);
    expect(run.printed()).toMatch(/content\/campaigns\/clean-water\/en\.mdx:\d+:1\n {2}error /);
    expect(run.printed()).toContain('1 error; mend them and start again\n');
    expect(run.printed()).not.toContain('Drawing');
    expect(ledgerEntries()).toEqual(before);
  });

  it('ends with 2 where it is called wrongly', async () => {
    const run = start('--port', 'many');
    expect(await run.ended).toBe(2);
    expect(run.printed()).toContain('--port many: write a number from 0 to 65535.\n');
  });
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

// Bluesky's reference server with a directory of identities, in one process on loopback. Started by bluesky-server.ts, which
// gives two free ports; prints one line of JSON when an account is there, and ends when its standard input does.
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Both servers would listen on every interface of the machine.
const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...rest.filter((argument) => typeof argument === 'function'))
    : listen.call(this, port, ...rest);
};

const [port, directoryPort, handle, password] = process.argv.slice(2);
const { Database, PlcServer } = await import('@did-plc/server');
const { PDS } = await import('@atproto/pds');

const folder = await mkdtemp(path.join(tmpdir(), 'aagahi-bluesky-'));
const blobs = path.join(folder, 'blobs');
await mkdir(blobs);
const directory = PlcServer.create({ db: Database.mock(), port: Number(directoryPort) });
await directory.start();
const url = `http://localhost:${port}`;
const pds = await PDS.fromEnv({
  devMode: true,
  port: Number(port),
  hostname: 'localhost',
  dataDirectory: folder,
  blobstoreDiskLocation: blobs,
  adminPassword: randomBytes(16).toString('hex'),
  jwtSecret: randomBytes(16).toString('hex'),
  didPlcUrl: `http://localhost:${directoryPort}`,
  serviceHandleDomains: ['.test'],
  plcRotationKeyK256PrivateKeyHex: randomBytes(32).toString('hex'),
  inviteRequired: false,
  disableSsrfProtection: true,
  rateLimitsEnabled: false,
});
await pds.start();

const answer = await fetch(`${url}/xrpc/com.atproto.server.createAccount`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email: 'desk@desk.example', handle, password }),
});
const account = await answer.json();
if (!answer.ok) throw new Error(`no account: ${answer.status} ${JSON.stringify(account)}`);
process.stdout.write(`${JSON.stringify({ url, did: account.did })}\n`);

process.stdin.resume();
process.stdin.on('end', async () => {
  await Promise.allSettled([pds.destroy(), directory.destroy()]);
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
});

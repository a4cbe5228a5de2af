import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFolderLedger } from '../../src/ledger/folder-ledger.ts';
import { verifyLedger } from '../../src/ledger/verify-ledger.ts';
import { sampleEntries, writeSegments } from '../support/sample-ledger.ts';

/**
 * Time and memory of opening ledgers that grow ten-fold, 10,000 entries a year: `node tests/bench/ledger.ts [ENTRIES…]`.
 * Each measurement is a process of its own.
 */
const [task, ...words] = process.argv.slice(2);
const started = performance.now();

if (task === 'open') {
  openFolderLedger(words[0] ?? '').close();
  report(`open`);
} else if (task === 'verify') {
  console.log(JSON.stringify(verifyLedger(words[0] ?? '')));
  report(`verify`);
} else {
  for (const count of (task === undefined ? ['10000', '100000', '1000000'] : [task, ...words]).map(Number)) {
    const directory = mkdtempSync(path.join(tmpdir(), 'aagahi-bench-'));
    const days = (count / 10_000) * 365;
    writeSegments(directory, sampleEntries(Math.round(count / 3), days, '2026-01-01T00:00:00Z', 780));
    console.log(`${count} entries`);
    // The first reads all and writes the checkpoint.
    for (const each of ['open', 'open', 'open', 'verify'])
      spawnSync(process.execPath, [import.meta.filename, each, directory], { stdio: 'inherit' });
    console.log(`checkpoint ${statSync(path.join(directory, 'checkpoint.json')).size} bytes`);
    rmSync(directory, { recursive: true });
  }
}

function report(what: string): void {
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${what} ${Math.round(performance.now() - started)} ms, ${memory} MB at most`);
}

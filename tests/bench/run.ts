// Every bench one after the other, or those that are named.
//   npm run bench [-- checker cards …]
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const BENCHES = [
  'checker',
  'prose',
  'cards',
  'send',
  'plan',
  'publish',
  'incident',
  'ledger',
  'build',
  'privacy',
  'lighthouse',
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !BENCHES.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench ${unknown}; there are ${BENCHES.join(', ')}.\n`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : BENCHES) {
  const program = path.join(import.meta.dirname, `${name}.ts`);
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(process.execPath, [program], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

import { verifyLedger } from '../src/ledger/verify-ledger.ts';
import { readArguments, runCommand } from './arguments.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { LEDGER_USAGE, ledgerFolder, openLedger } from './open-ledger.ts';

const USAGE = `npm run verify -- [${LEDGER_USAGE}]

Reads the whole ledger from its first entry and says whether it is what was written: nothing edited, removed from the
middle or moved. Exit code 0: it is; 2: it is not, and where.`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ ledger: { type: 'string', default: LEDGER_FOLDER } });
  const root = process.cwd();
  // A branch is fetched first, and nobody writes there meanwhile.
  const opened = values.ledger.startsWith('git:') ? await openLedger(root, values.ledger, false) : undefined;
  try {
    const result = verifyLedger(ledgerFolder(root, values.ledger));
    if (result.kind === 'fault') {
      process.stderr.write(`${result.message}\n`);
      return 2;
    }
    process.stdout.write(`${result.entries} entries, each as it was written.\n`);
    return 0;
  } finally {
    opened?.close();
  }
});

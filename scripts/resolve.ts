import { type LedgerRecord, subjectText, type Transition } from '../src/ledger/entry.ts';
import { suggest } from '../src/model/suggest.ts';
import { toInstantText } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { LEDGER_FOLDER } from './desk-folders.ts';
import { LEDGER_USAGE, openLedger } from './open-ledger.ts';

const USAGE = `npm run resolve -- SUBJECT --as confirmed|absent|gone|released --by PERSON [--uri URI] [--url URL] [${LEDGER_USAGE}]
               [--content DIR] [--now INSTANT]

Writes into the ledger what PERSON has seen. SUBJECT is a name as \`npm run status\` prints it, for example
post/wash-hands/2026/telegram/ur/1 or pin/bluesky.
  confirmed  it is there: nothing is sent again. --url: where readers see it; --uri: the network’s own name of it
  absent     it is not there: it is sent when it is still due
  gone       it was there and was taken away by hand: it never comes back
  released   the profile is yours again: the desk goes on from what it shows now
Exit code 0: written; 2: wrong usage, or the ledger says otherwise.`;

const ANSWERS = ['confirmed', 'absent', 'gone', 'released'] as const;
type Answer = (typeof ANSWERS)[number];

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments(
    {
      as: { type: 'string' },
      by: { type: 'string' },
      uri: { type: 'string' },
      url: { type: 'string' },
      ledger: { type: 'string', default: LEDGER_FOLDER },
    },
    true,
  );
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError('Name one subject, as `npm run status` prints it.');
  const answer = ANSWERS.find((one) => one === values.as);
  if (!answer) throw new UsageError(`Say what you saw: --as ${ANSWERS.join(', --as ')}.`);
  if (values.by === undefined) throw new UsageError('Say who has looked: --by PERSON.');
  const root = process.cwd();
  const now = momentOf(values.now);
  const { content } = await checkedContent({ root, contentDir: values.content, now });
  if (!content?.people.has(values.by))
    throw new UsageError(
      `There is no person ${values.by}; the people are ${[...(content?.people.keys() ?? [])].join(', ')}.`,
    );
  const ledger = await openLedger(root, values.ledger, false);
  try {
    const record = ledger.state().get(name);
    if (!record) {
      const near = suggest(
        name,
        [...ledger.state().values()].map(({ subject }) => subjectText(subject)),
      );
      throw new UsageError(`The ledger knows nothing of ${name}${near ? `; did you mean ${near}?` : '.'}`);
    }
    if (record.subject.action === 'message')
      throw new UsageError(`${name} is a note of what left: there is nothing to settle.`);
    const transition = transitionTo(answer, record, values.by, values);
    ledger.append(transition, record.subject, toInstantText(now, content.organisation.timeZone), values.by);
    await ledger.publish('facts');
    process.stdout.write(`${name}: ${transition.state}, says ${values.by}\n`);
    return 0;
  } finally {
    ledger.close();
  }
});

function transitionTo(
  answer: Answer,
  { last, sending, subject, confirmed }: LedgerRecord,
  by: string,
  { uri, url }: { uri?: string | undefined; url?: string | undefined },
): Transition {
  const isOpen = last.state === 'sending' || last.state === 'unknown' || last.state === 'handed';
  const name = subjectText(subject);
  switch (answer) {
    case 'confirmed':
    case 'absent':
      if (!isOpen) throw new UsageError(`${name} is ${last.state}: there is nothing to settle.`);
      if (answer === 'absent')
        return {
          state: 'failed',
          reason: `${by} looked, and it was not there`,
          words: sending?.words ?? '',
          again: true,
        };
      return subject.action === 'withdraw'
        ? { state: 'tombstoned', reason: sending?.words ?? 'taken away by hand' }
        : { state: 'confirmed', uri: uri ?? url ?? `by-hand:${name}`, ...(url !== undefined && { url }) };
    case 'gone':
      if (subject.action !== 'post' || (!isOpen && !confirmed))
        throw new UsageError(`${name} is ${last.state}: it never was with readers.`);
      return { state: 'tombstoned', reason: `${by} took it away by hand` };
    case 'released':
      if (subject.action !== 'pin' && subject.action !== 'banner')
        throw new UsageError(`${name} is no profile: only pins and banners are released.`);
      return { state: 'released', reason: `${by} takes the profile as it is` };
  }
}

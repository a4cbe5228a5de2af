import { z } from 'zod';
import { publicAddress } from '../src/model/addresses.ts';
import { boundariesBetween } from '../src/model/date-boundaries.ts';
import { instant, toEpochMs, toInstantText } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand } from './arguments.ts';
import { checkedContent } from './checked-content.ts';

const USAGE = `npm run boundary -- [--event NAME] [--deployed URL] [--content DIR] [--now INSTANT]

Prints due=true when the site has to be deployed again: for any event but schedule, or when a date in the content has passed
since the last deployment. Where that cannot be found out, it is due.`;

const deployedSchema = z.object({ builtAt: instant });
const PATIENCE_MS = 20_000;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ event: { type: 'string', default: 'schedule' }, deployed: { type: 'string' } });
  if (values.event !== 'schedule') return answer(true, `deployed for ${values.event}`);
  const now = momentOf(values.now);
  const { content } = await checkedContent({ root: process.cwd(), contentDir: values.content, now });
  if (!content) return answer(true, 'the organisation’s file has mistakes: the build will say which');
  const address = values.deployed ?? publicAddress(content.organisation, 'deployed.json');
  const builtAt = await lastBuild(address);
  if (builtAt === undefined) return answer(true, `${address} does not say when the site was built`);
  const passed = boundariesBetween(content, toEpochMs(builtAt), now);
  const what = passed.map(({ at, what }) => `${what} (${toInstantText(at, content.organisation.timeZone)})`);
  return answer(passed.length > 0, what.length > 0 ? what.join(', ') : `nothing has begun or ended since ${builtAt}`);
});

async function lastBuild(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store' });
    const parsed = deployedSchema.safeParse(await response.json());
    return response.ok && parsed.success ? parsed.data.builtAt : undefined;
  } catch {
    return undefined;
  }
}

/** For a workflow's outputs on standard output, for people on standard error. */
function answer(isDue: boolean, why: string): 0 {
  process.stdout.write(`due=${isDue}\n`);
  process.stderr.write(`${isDue ? 'Deploy' : 'Nothing to deploy'}: ${why}\n`);
  return 0;
}

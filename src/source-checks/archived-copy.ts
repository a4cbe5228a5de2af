import { z } from 'zod';
import type { Ask } from './outside.ts';
import { askRegister } from './register-json.ts';
import type { Registers } from './registers.ts';
import type { CopyOutcome } from './results.ts';

/**
 * The copy of a page in the Internet Archive that is nearest to the day on which someone read it for the desk, by the
 * Wayback Machine’s availability API. `none` is what the API says of what is not there *or not to be had just now*. May
 * throw a NotNowError.
 *
 * @param near A day such as `2026-11-23`.
 */
export async function findArchivedCopy(
  address: string,
  near: string | undefined,
  { ask, registers }: { ask: Ask; registers: Registers },
): Promise<CopyOutcome> {
  const url = new URL(`${registers.archive}/wayback/available`);
  url.searchParams.set('url', address);
  if (near !== undefined) url.searchParams.set('timestamp', near.replaceAll('-', ''));
  const answer = await askRegister(ask, url, form);
  if (answer.kind === 'failed') return answer;
  if (answer.kind === 'absent') return { kind: 'failed', trouble: { kind: 'status', status: 404 } };
  const copy = answer.json.archived_snapshots.closest;
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})\d{6}$/.exec(copy?.timestamp ?? '') ?? [];
  // A copy of an error page is none.
  if (!copy?.available || !/^2\d\d$/.test(copy.status) || year === undefined) return { kind: 'none' };
  const secure = copy.url.replace(/^http:/, 'https:');
  return URL.canParse(secure) && new URL(secure).hostname === 'web.archive.org'
    ? { kind: 'copy', url: secure, on: `${year}-${month}-${day}` }
    : { kind: 'failed', trouble: { kind: 'unreadable' } };
}

const form = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({ available: z.boolean(), url: z.string(), timestamp: z.string(), status: z.string() })
      .optional(),
  }),
});

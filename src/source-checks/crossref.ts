import { z } from 'zod';
import { doiAddress } from './doi.ts';
import type { Ask } from './outside.ts';
import { askRegister } from './register-json.ts';
import type { Registers } from './registers.ts';
import type { RegisterOutcome } from './results.ts';

/**
 * What Crossref says of a DOI: retractions, expressions of concern and corrections as publishers and Retraction Watch report
 * them (`updated-by` of `/works/{doi}`). A DOI that Crossref does not have is asked for at doi.org, which knows those of
 * all agencies. May throw a NotNowError.
 *
 * @param mailto With an address to write to, requests go to the pool for the polite.
 */
export async function askCrossref(
  doi: string,
  { ask, registers, mailto }: { ask: Ask; registers: Registers; mailto?: string },
): Promise<RegisterOutcome> {
  const url = new URL(`${registers.crossref}/works/${encodeURIComponent(doi)}`);
  if (mailto !== undefined) url.searchParams.set('mailto', mailto);
  const answer = await askRegister(ask, url, workForm);
  switch (answer.kind) {
    case 'failed':
      return answer;
    case 'absent':
      return askForAgency(doi, ask, registers);
    case 'json':
      return outcomeOf(answer.json.message);
  }
}

const updateForm = z.object({
  type: z.string(),
  DOI: z.string().optional().catch(undefined),
  source: z.string().optional().catch(undefined),
  updated: z
    .object({ 'date-parts': z.array(z.array(z.int())) })
    .optional()
    .catch(undefined),
});
type Update = z.infer<typeof updateForm>;

const workForm = z.object({
  message: z.object({
    title: z.array(z.string()).optional(),
    'updated-by': z.array(updateForm).optional(),
    'update-to': z.array(updateForm).optional().catch(undefined),
  }),
});
type Work = z.infer<typeof workForm>['message'];

/** Gravest first. Crossref writes them with `_`, and has written them with `-` and spaces. */
const STATUS_OF = new Map<string, 'retracted' | 'expression-of-concern' | 'corrected'>([
  ['retraction', 'retracted'],
  ['withdrawal', 'retracted'],
  ['removal', 'retracted'],
  ['partial retraction', 'retracted'],
  ['expression of concern', 'expression-of-concern'],
  ['correction', 'corrected'],
  ['corrigendum', 'corrected'],
  ['erratum', 'corrected'],
  ['clarification', 'corrected'],
  ['addendum', 'corrected'],
]);
const GRAVITY = [...STATUS_OF.keys()];

function outcomeOf(work: Work): RegisterOutcome {
  const title = work.title?.[0]?.trim();
  const known = title ? { title } : {};
  const [gravest] = updatesOf(work)
    .filter((update) => STATUS_OF.has(wordFor(update)))
    .toSorted(
      (a, b) =>
        GRAVITY.indexOf(wordFor(a)) - GRAVITY.indexOf(wordFor(b)) || (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''),
    );
  const status = gravest && STATUS_OF.get(wordFor(gravest));
  if (gravest && status) {
    const on = dayOf(gravest);
    return {
      kind: 'listed',
      status,
      as: wordFor(gravest),
      ...(on !== undefined && { on }),
      ...(gravest.DOI !== undefined && { notice: doiAddress(gravest.DOI) }),
      ...known,
    };
  }
  // Publishers that report no notice often mark the title at least.
  if (title !== undefined && (MARKED_TITLE.test(title) || /^\W*retracted article\s*:/i.test(title)))
    return { kind: 'listed', status: 'retracted', as: 'title', title };
  return { kind: 'not-listed', ...known };
}

/** In capitals: a title may well begin with the word. */
const MARKED_TITLE = /^\W*(?:RETRACTED|WITHDRAWN)(?: ARTICLE)?\s*:/;

/**
 * The updates that were made to this work. Some publishers deposit a retraction in both directions, so that the notice
 * itself looks retracted, and by the work that it retracts; where Retraction Watch names this one as the notice and not as
 * what was retracted, it is the notice.
 */
function updatesOf(work: Work): Update[] {
  const of = (update: Update) => `${wordFor(update)} ${update.DOI?.toLowerCase()}`;
  const watched = (updates: Update[] = []) =>
    new Set(updates.filter(({ source }) => source === 'retraction-watch').map(of));
  const made = watched(work['update-to']);
  const suffered = watched(work['updated-by']);
  return (work['updated-by'] ?? []).filter((update) => !made.has(of(update)) || suffered.has(of(update)));
}

function wordFor({ type }: Update): string {
  return type.toLowerCase().replace(/[_\s-]+/g, ' ');
}

/** As much of the day as the register has: `2020`, `2020-06`, `2020-06-05`. */
function dayOf({ updated }: Update): string | undefined {
  const [year, ...rest] = updated?.['date-parts'][0] ?? [];
  if (year === undefined || year < 1000 || year > 9999) return undefined;
  return [String(year), ...rest.slice(0, 2).map((part) => String(part).padStart(2, '0'))].join('-');
}

const agencyForm = z.array(z.object({ RA: z.string().optional(), status: z.string().optional() })).min(1);

/** Which agency registered a DOI, by doi.org’s own service for that. */
async function askForAgency(doi: string, ask: Ask, registers: Registers): Promise<RegisterOutcome> {
  const url = new URL(`${registers.doi}/doiRA${new URL(doiAddress(doi)).pathname}`);
  const answer = await askRegister(ask, url, agencyForm);
  if (answer.kind === 'failed') return answer;
  const read = agencyForm.safeParse(answer.json);
  const found = read.success ? read.data[0] : undefined;
  if (found?.RA !== undefined) return { kind: 'elsewhere', agency: found.RA };
  return /does not exist|invalid/i.test(found?.status ?? '')
    ? { kind: 'unknown' }
    : { kind: 'failed', trouble: { kind: 'unreadable' } };
}

import { z } from 'zod';
import type { Ask } from './outside.ts';
import { askRegister } from './register-json.ts';
import type { Registers } from './registers.ts';
import type { RegisterOutcome } from './results.ts';

/**
 * What PubMed says of a work: its publication types (“Retracted Publication”) and the notices it refers to, by the E-utility
 * ESummary. May throw a NotNowError.
 *
 * @param mailto Address to write to, which NCBI asks every program to give.
 */
export async function askPubmed(
  pmid: string,
  { ask, registers, mailto }: { ask: Ask; registers: Registers; mailto?: string },
): Promise<RegisterOutcome> {
  const url = new URL(`${registers.pubmed}/entrez/eutils/esummary.fcgi`);
  url.searchParams.set('db', 'pubmed');
  url.searchParams.set('id', pmid);
  url.searchParams.set('retmode', 'json');
  url.searchParams.set('tool', 'aagahi');
  if (mailto !== undefined) url.searchParams.set('email', mailto);
  const answer = await askRegister(ask, url, summaryForm);
  if (answer.kind === 'failed') return answer;
  if (answer.kind === 'absent') return { kind: 'failed', trouble: { kind: 'status', status: 404 } };
  const entry = entryForm.safeParse(answer.json.result[pmid]);
  if (!entry.success) return { kind: 'failed', trouble: { kind: 'unreadable' } };
  // There is no status for what is not there: it answers 200 with this.
  if (entry.data.error !== undefined)
    return /cannot get document summary/i.test(entry.data.error)
      ? { kind: 'unknown' }
      : { kind: 'failed', trouble: { kind: 'unreadable' } };
  return outcomeOf(entry.data);
}

// Asked too often, it may answer 200 with an `error` instead of a `result`.
const summaryForm = z.object({ result: z.record(z.string(), z.unknown()) });

const entryForm = z.object({
  error: z.string().optional(),
  title: z.string().optional(),
  pubtype: z.array(z.string()).default([]),
  references: z.array(z.object({ reftype: z.string(), pmid: z.union([z.string(), z.int()]).optional() })).default([]),
});
type Entry = z.infer<typeof entryForm>;

/** Gravest first. */
const NOTICES = [
  { status: 'retracted', as: 'retraction', reference: /^(partial )?retraction in$/i },
  { status: 'expression-of-concern', as: 'expression of concern', reference: /^expression of concern in$/i },
  { status: 'corrected', as: 'correction', reference: /^(erratum|corrected and republished) in$/i },
] as const;

function outcomeOf({ title, pubtype, references }: Entry): RegisterOutcome {
  const known = title ? { title: title.replace(/\.$/, '') } : {};
  for (const { status, as, reference } of NOTICES) {
    const found = references.find(({ reftype }) => reference.test(reftype));
    const isMarked = status === 'retracted' && pubtype.includes('Retracted Publication');
    if (!found && !isMarked) continue;
    const pmid = String(found?.pmid ?? '');
    return {
      kind: 'listed',
      status,
      as,
      ...(/^\d+$/.test(pmid) && { notice: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` }),
      ...known,
    };
  }
  return { kind: 'not-listed', ...known };
}

import type { Source } from '../model/source.ts';
import { dayAt, type EpochMs, toEpochMs } from '../model/time.ts';
import type { SourceReference } from './references.ts';
import type { RegisterOutcome, Results } from './results.ts';

type Status = NonNullable<Source['retraction']>['status'];

/** What the registers say together of a source: the gravest of what each says. */
export interface Verdict {
  status: Status;
  /** The registers that know the work: `Crossref`, `PubMed` or `Crossref and PubMed`. */
  lookedUpIn: string;
  /** When the first of them was asked. */
  lookedUpAt: EpochMs;
  /** The register that lists it. */
  listedIn?: string;
  as?: string;
  on?: string;
  notice?: string;
}

const GRAVITY: readonly Status[] = ['not-listed', 'corrected', 'expression-of-concern', 'retracted'];

/** `undefined` where no register that knows the work could be asked. */
export function judgeRetraction({ doi, pmid }: SourceReference, results: Results): Verdict | undefined {
  const crossref = doi === undefined ? undefined : results.find('crossref', doi);
  const pubmed = pmid === undefined ? undefined : results.find('pubmed', pmid);
  const said = [
    ...(crossref ? [{ register: 'Crossref', ...crossref }] : []),
    ...(pubmed ? [{ register: 'PubMed', ...pubmed }] : []),
  ].flatMap(({ register, checkedAt, outcome }) => {
    const status = statusOf(outcome);
    return status ? [{ register, at: toEpochMs(checkedAt), outcome, status }] : [];
  });
  const [gravest] = said.toSorted(
    (a, b) =>
      GRAVITY.indexOf(b.status) - GRAVITY.indexOf(a.status) ||
      Number('notice' in b.outcome) - Number('notice' in a.outcome),
  );
  if (!gravest) return undefined;
  const { outcome, register } = gravest;
  return {
    status: gravest.status,
    lookedUpIn: said.map((one) => one.register).join(' and '),
    lookedUpAt: Math.min(...said.map(({ at }) => at)),
    ...(outcome.kind === 'listed' && {
      listedIn: register,
      as: outcome.as,
      ...(outcome.on !== undefined && { on: outcome.on }),
      ...(outcome.notice !== undefined && { notice: outcome.notice }),
    }),
  };
}

function statusOf(outcome: RegisterOutcome): Status | undefined {
  switch (outcome.kind) {
    case 'listed':
      return outcome.status;
    case 'not-listed':
      return 'not-listed';
    case 'unknown':
    case 'elsewhere':
    case 'failed':
      return undefined;
  }
}

/** Whether a file already says what the registers say, or something graver. */
export function isRecorded(verdict: Verdict, recorded: Source['retraction']): boolean {
  return recorded !== undefined && GRAVITY.indexOf(recorded.status) >= GRAVITY.indexOf(verdict.status);
}

/**
 * What is to be written as `retraction` into a source’s file; `undefined` where the file is to be left: it says something
 * graver, which a person wrote who knew more than the registers.
 */
export function retractionToRecord(
  verdict: Verdict,
  recorded: Source['retraction'],
  timeZone: string,
): NonNullable<Source['retraction']> | undefined {
  if (recorded && GRAVITY.indexOf(recorded.status) > GRAVITY.indexOf(verdict.status)) return undefined;
  const notice = verdict.notice ?? (recorded?.status === verdict.status ? recorded.notice : undefined);
  return {
    status: verdict.status,
    lookedUpOn: dayAt(verdict.lookedUpAt, timeZone),
    lookedUpIn: verdict.lookedUpIn,
    ...(notice !== undefined && { notice }),
  };
}

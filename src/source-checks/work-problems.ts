import type { Position } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { dayAt } from '../model/time.ts';
import { doiAddress } from './doi.ts';
import { type Finding, quoted, type Told } from './finding.ts';
import type { SourceReference } from './references.ts';
import type { ResultOf, Results } from './results.ts';
import { isRecorded, judgeRetraction, type Verdict } from './retraction.ts';
import { describeTrouble } from './trouble.ts';

/** What the registers say of a source, and what kept them from saying it. */
export function problemsOfSource(reference: SourceReference, results: Results, timeZone: string): Finding[] {
  const { file, source, doi, pmid, places } = reference;
  const at = (place: Position, told: Told): Finding => ({ file, ...place, ...told });
  const crossref = doi === undefined ? undefined : results.find('crossref', doi);
  const pubmed = pmid === undefined ? undefined : results.find('pubmed', pmid);
  const isReviewed = source.kind === 'peer-reviewed';
  const verdict = judgeRetraction(reference, results);
  const place = doi !== undefined ? places.doi : places.pmid;
  const found = [
    ...(verdict ? describeVerdict(verdict, reference).map((told) => at(place, told)) : []),
    ...(verdict && isRecordedOtherwise(verdict, source)
      ? [at(places.retraction, recordedOtherwise(verdict, doi ?? pmid ?? '', timeZone))]
      : []),
    ...(doi === undefined
      ? []
      : problemsOfIdentifier('DOI', doi, crossref, source.title).map((told) => at(places.doi, told))),
    ...(pmid === undefined
      ? []
      : problemsOfIdentifier('PubMed id', pmid, pubmed, source.title).map((told) => at(places.pmid, told))),
  ];
  if (isReviewed && doi === undefined && pmid === undefined) return [...found, at(places.doi, WITHOUT_IDENTIFIER)];
  const unknown = [crossref, pubmed].flatMap((result) => (result && !verdict ? describeGap(result) : []));
  return isReviewed ? [...found, ...unknown.slice(0, 1).map((told) => at(place, told))] : found;
}

/** What is to be said of a DOI that content links to outside its sources. */
export function problemsOfWork(doi: string, result: ResultOf<'crossref'> | undefined): Told[] {
  const { outcome } = result ?? {};
  if (outcome?.kind === 'listed' && outcome.status === 'retracted')
    return [
      {
        ruleId: 'retraction/retracted',
        severity: 'error',
        message: `Unexpected link to ${quoted(doi)}: Crossref lists it as retracted${outcome.on ? ` since ${outcome.on}` : ''}`,
        hint: `remove the link${outcome.notice ? `; the notice is at ${quoted(outcome.notice)}` : ''}`,
      },
    ];
  return problemsOfIdentifier('DOI', doi, result, undefined);
}

function problemsOfIdentifier(
  name: 'DOI' | 'PubMed id',
  value: string,
  result: ResultOf<'crossref' | 'pubmed'> | undefined,
  title: string | undefined,
): Told[] {
  const { outcome, checkedAt } = result ?? {};
  const isDoi = name === 'DOI';
  const seen = checkedAt === undefined ? {} : { checkedAt };
  if (outcome?.kind === 'unknown')
    return [
      {
        ruleId: isDoi ? 'doi/unknown' : 'pmid/unknown',
        severity: 'error',
        message: `Unexpected ${name} ${quoted(value)}: ${isDoi ? 'no agency has registered it, so its address leads nowhere' : 'PubMed has no such record'}`,
        hint: `write it as ${isDoi ? 'it is printed on the work' : 'PubMed shows it below the abstract'}`,
        ...seen,
      },
    ];
  const known = outcome?.kind === 'listed' || outcome?.kind === 'not-listed' ? outcome.title : undefined;
  if (known === undefined || title === undefined || isSameTitle(title, known)) return [];
  return [
    {
      ruleId: isDoi ? 'doi/other-work' : 'pmid/other-work',
      severity: 'warning',
      message: `Unexpected ${name} ${quoted(value)}: ${isDoi ? 'Crossref' : 'PubMed'} knows it as ${quoted(known)}`,
      hint: `write the ${name} of this work, or its title as published`,
      ...seen,
    },
  ];
}

const WITHOUT_IDENTIFIER: Told = {
  ruleId: 'retraction/no-identifier',
  severity: 'warning',
  message: 'Missing `doi` or `pmid`: nobody can look up whether this work was retracted',
  hint: 'write the DOI as it is printed on the work',
};

function describeGap({ check, of, outcome, checkedAt }: ResultOf<'crossref' | 'pubmed'>): Told[] {
  const register = check === 'crossref' ? 'Crossref' : 'PubMed';
  const [why, hint] =
    outcome.kind === 'elsewhere'
      ? [
          `it is registered with ${quoted(outcome.agency)}, and Crossref knows nothing of it`,
          `look for a notice at ${quoted(doiAddress(of))}, and write what you found as \`retraction\``,
        ]
      : outcome.kind === 'failed'
        ? [`${register} could not be asked; ${describeTrouble(outcome.trouble)}`, 'nothing yet; it is asked again']
        : [];
  if (why === undefined || hint === undefined) return [];
  return [
    {
      ruleId: 'retraction/not-looked-up',
      severity: 'warning',
      message: `Missing look-up of ${quoted(of)}: ${why}`,
      hint,
      checkedAt,
    },
  ];
}

function describeVerdict(verdict: Verdict, { doi, pmid, source }: SourceReference): Told[] {
  const { status, notice, on, listedIn = verdict.lookedUpIn } = verdict;
  const isKnown = isRecorded(verdict, source.retraction);
  const work = quoted(doi ?? pmid ?? '');
  const checkedAt = new Date(verdict.lookedUpAt).toISOString();
  const when = on === undefined ? '' : ` (${on})`;
  const read = notice === undefined ? 'look for the notice' : `read the notice at ${quoted(notice)}`;
  if (isRecordedOtherwise(verdict, source)) return [];
  switch (status) {
    case 'not-listed':
      return [];
    case 'retracted':
      return [
        {
          ruleId: 'retraction/retracted',
          severity: 'error',
          message: `Unexpected source ${work}: ${listedIn} lists it as retracted${verdict.as === 'partial retraction' ? ' in part' : ''}${when}`,
          hint: `take it out of every page that cites it; ${read}`,
          checkedAt,
        },
      ];
    case 'expression-of-concern':
      return [
        {
          ruleId: 'retraction/concern',
          severity: isKnown ? 'warning' : 'error',
          message: `Unexpected source ${work}: its journal has expressed concern about it${when}, says ${listedIn}`,
          hint: `${read}, and see whether what cites it still holds${isKnown ? '' : ACKNOWLEDGE}`,
          checkedAt,
        },
      ];
    case 'corrected':
      return isKnown
        ? []
        : [
            {
              ruleId: 'retraction/corrected',
              severity: 'error',
              message: `Unexpected source ${work}: a correction of it was published${when}, says ${listedIn}`,
              hint: `${read}, and see whether what cites it still holds${ACKNOWLEDGE}`,
              checkedAt,
            },
          ];
  }
}

function isRecordedOtherwise({ status }: Verdict, { retraction }: Partial<Source>): boolean {
  return retraction?.status === 'retracted' && status !== 'retracted';
}

/** A person may know of a retraction before the registers do. */
function recordedOtherwise({ lookedUpIn, lookedUpAt }: Verdict, work: string, timeZone: string): Told {
  return {
    ruleId: 'retraction/recorded-otherwise',
    severity: 'warning',
    message: `Unexpected \`retracted\` for ${quoted(work)}: ${lookedUpIn} did not list it so on ${dayAt(lookedUpAt, timeZone)}`,
    hint: 'leave it if you know of the notice; registers may be late',
    checkedAt: new Date(lookedUpAt).toISOString(),
  };
}

const ACKNOWLEDGE = '; then run `npm run sources -- --record`';

/** Whether a work goes by a title, give or take its subtitle, its signs and its language’s small words. */
function isSameTitle(written: string, known: string): boolean {
  const words = (text: string) =>
    new Set(
      text
        .replace(/<[^>]*>/g, '')
        .toLowerCase()
        .match(/\p{L}{4,}|\d+/gu) ?? [],
    );
  const [ours, theirs] = [words(written), words(known)];
  if (ours.size === 0 || theirs.size === 0) return true;
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return shared / Math.min(ours.size, theirs.size) >= 0.5;
}

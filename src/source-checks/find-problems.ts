import { getDomain } from 'tldts';
import { compareProblems, type Position, type Problem, type Severity } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { dayAt, toEpochMs } from '../model/time.ts';
import { doiAddress } from './doi.ts';
import type { AddressReference, Purpose, References, SourceReference } from './references.ts';
import type { AddressOutcome, Hop, Result, ResultOf, Results } from './results.ts';
import { isRecorded, judgeRetraction, type Verdict } from './retraction.ts';
import { describeTrouble, meaningOf, type Trouble } from './trouble.ts';

/** Something that a person should see to, where it stands in the content. */
export type Finding = Problem & {
  /** When it was seen. */
  checkedAt?: string;
};

/** So long, and so often, nobody has answered before it is said that nobody will. */
const SILENT_DAYS = 13;
const SILENT_FAILURES = 3;
const DAY_MS = 86_400_000;

/**
 * What the results mean for the content, in the order of the files. `error`: readers are misled, warned away or let down.
 * `warning`: a person should look, because a program cannot tell. Questions that were not answered yet are no findings.
 *
 * @param timeZone Zone of the desk’s days.
 */
export function findProblems(references: References, results: Results, timeZone: string): Finding[] {
  return [
    ...references.addresses.flatMap((reference) => problemsOfAddress(reference, results, timeZone)),
    ...references.sources.flatMap((reference) => problemsOfSource(reference, results, timeZone)),
    ...references.workLinks.flatMap(({ doi, file, line, column }) =>
      problemsOfWork(doi, results.find('crossref', doi)).map((told) => ({ file, line, column, ...told })),
    ),
  ].toSorted(compareProblems);
}

/** What is wrong, before it is said where. */
interface Told {
  ruleId: string;
  severity: Severity;
  message: string;
  hint: string;
  checkedAt?: string;
}

function problemsOfAddress({ address, uses }: AddressReference, results: Results, timeZone: string): Finding[] {
  const result = results.find('address', address);
  const copy = results.find('archived-copy', address)?.outcome;
  const copyHint = copy?.kind === 'copy' ? `; the Internet Archive has it as of ${copy.on}: ${quoted(copy.url)}` : '';
  return uses.flatMap(({ purpose, ...place }) => {
    const told = result ? describeAddress(address, result, purpose, copyHint, timeZone) : [];
    const isThere = result?.outcome.kind !== 'dead';
    const missing = purpose === 'source' && copy?.kind === 'none' && isThere ? [withoutCopy(address)] : [];
    return [...told, ...missing].map((one) => ({
      ...place,
      ...one,
      ...(result && { checkedAt: result.checkedAt }),
    }));
  });
}

function withoutCopy(address: string): Told {
  return {
    ruleId: 'link/no-copy',
    severity: 'warning',
    message: `Missing copy of ${quoted(address)} in the Internet Archive: if the page goes, nobody can show what it said`,
    hint: `open ${quoted(`https://web.archive.org/save/${address}`)} once in a browser`,
  };
}

const ANOTHER: Readonly<Record<Purpose, string>> = {
  source: 'write where the page is now, or another source',
  notice: 'write where the notice is now',
  institution: 'write where the institution says it now',
  'risk-information': 'write where the full risk information is now',
  'call-to-action': 'write where readers can do it now',
  'help-line': 'write where the help line has its page now',
  link: 'write where the page is now, or remove the link',
};

function describeAddress(
  address: string,
  result: ResultOf<'address'>,
  purpose: Purpose,
  copyHint: string,
  timeZone: string,
): Told[] {
  const { outcome } = result;
  const renew = `${ANOTHER[purpose]}${copyHint}`;
  const dangers = insecureHop(address, outcome.hops);
  switch (outcome.kind) {
    case 'answers':
      return [...dangers, ...describeWay(address, outcome, purpose, renew, dangers.length > 0)];
    case 'dead':
      return [
        ...dangers,
        {
          ruleId: 'link/dead',
          severity: 'error',
          message: `Unexpected address ${quoted(address)}: ${by(outcome.hops)}its site answers ${outcome.status}, ${outcome.status === 410 ? 'the page was taken away for good' : 'there is no such page'}`,
          hint: renew,
        },
      ];
    case 'barred':
      return [...dangers, describeBar(address, outcome, purpose)];
    case 'failed':
      return [...dangers, describeFailure(address, result, outcome, renew, timeZone)];
  }
}

/** What the way to a page says, where there is one. */
function describeWay(
  address: string,
  { hops }: AddressOutcome,
  purpose: Purpose,
  renew: string,
  isToldAlready: boolean,
): Told[] {
  const last = hops.at(-1);
  if (!last) return [];
  const [from, to] = [new URL(address), new URL(last.to)];
  if (domainOf(from) !== domainOf(to)) {
    return [
      {
        ruleId: 'link/other-domain',
        // Elsewhere a short address may be meant to lead away.
        severity:
          purpose === 'source' || purpose === 'institution' || purpose === 'risk-information' ? 'error' : 'warning',
        message: `Unexpected address ${quoted(address)}: it leads to another domain, ${quoted(domainOf(to))} instead of ${quoted(domainOf(from))}`,
        hint: `see who is there; if it is the same institution write ${quoted(last.to)}, else ${renew.replace(/^write /, '')}`,
      },
    ];
  }
  if (to.pathname === '/' && to.search === '' && !isFirstPage(from))
    return [
      {
        ruleId: 'link/first-page',
        severity: 'warning',
        message: `Unexpected address ${quoted(address)}: it leads to the first page of ${quoted(to.hostname)}, so the page itself is probably gone`,
        hint: renew,
      },
    ];
  const isForGood = hops.every(({ status }) => status === 301 || status === 308);
  if (!isForGood || isToldAlready || isAlmost(from, to)) return [];
  return [
    {
      ruleId: 'link/moved',
      severity: 'warning',
      message: `Unexpected address ${quoted(address)}: its site says that the page has moved for good`,
      hint: `write ${quoted(last.to)}`,
    },
  ];
}

function insecureHop(address: string, hops: readonly Hop[]): Told[] {
  const hop = hops.find(({ to }) => to.startsWith('http:'));
  const end = hops.at(-1)?.to;
  if (!hop || end === undefined) return [];
  return [
    {
      ruleId: 'link/insecure',
      severity: 'error',
      message: `Unexpected way of ${quoted(address)}: it leads over ${quoted(hop.to)}, where anyone on the way can change what the reader sees`,
      hint: end.startsWith('https:') ? `write ${quoted(end)}` : 'write an address that stays with `https://`',
    },
  ];
}

function describeBar(address: string, { trouble }: { trouble?: Trouble | undefined }, purpose: Purpose): Told {
  const { hostname } = new URL(address);
  const why = trouble
    ? `its robots.txt cannot be read${trouble.kind === 'status' ? ` (${trouble.status})` : ''}, which counts as a no`
    : `robots.txt of ${quoted(hostname)} asks programs to stay away`;
  return {
    ruleId: 'link/not-looked-at',
    severity: 'warning',
    message: `Missing look at ${quoted(address)}: ${why}`,
    hint: purpose === 'source' ? 'open it in a browser, and renew `accessedOn`' : 'open it in a browser now and then',
  };
}

function describeFailure(
  address: string,
  { failingSince, failures = 1, checkedAt }: Result,
  { trouble, hops }: { trouble: Trouble; hops: readonly Hop[] },
  renew: string,
  timeZone: string,
): Told {
  const why = `${by(hops)}${describeTrouble(trouble)}`;
  switch (meaningOf(trouble)) {
    case 'readers':
      return {
        ruleId: trouble.kind === 'private' ? 'link/private' : 'link/certificate',
        severity: 'error',
        message: `Unexpected address ${quoted(address)}: ${why}`,
        hint: renew,
      };
    case 'closed':
      return {
        ruleId: 'link/closed',
        severity: 'warning',
        message: `Missing look at ${quoted(address)}: ${why}`,
        hint: `open it in a browser; if readers cannot see it, ${renew}`,
      };
    case 'silence': {
      const since = failingSince ?? checkedAt;
      const isForGood = failures >= SILENT_FAILURES && toEpochMs(checkedAt) - toEpochMs(since) >= SILENT_DAYS * DAY_MS;
      return isForGood
        ? {
            ruleId: 'link/silent',
            severity: 'error',
            message: `Unexpected silence of ${quoted(address)} since ${dayAt(toEpochMs(since), timeZone)}, asked ${failures} times: ${why}`,
            hint: renew,
          }
        : {
            ruleId: 'link/unanswered',
            severity: 'warning',
            message: `Missing answer from ${quoted(address)}: ${why}`,
            hint: `nothing yet; it is asked again${hintOfCopy(renew)}`,
          };
    }
  }
}

/** The part of a hint that names the copy. */
function hintOfCopy(renew: string): string {
  return /; the Internet Archive .*$/.exec(renew)?.[0] ?? '';
}

function problemsOfSource(reference: SourceReference, results: Results, timeZone: string): Finding[] {
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
function problemsOfWork(doi: string, result: ResultOf<'crossref'> | undefined): Told[] {
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

/** Where an address leads, as the start of a sentence. */
function by(hops: readonly Hop[]): string {
  const last = hops.at(-1);
  return last ? `it leads to ${quoted(last.to)}, and there ` : '';
}

/** `/`, `/index.html`, `/en/` and their like. */
function isFirstPage({ pathname, search }: URL): boolean {
  return search === '' && /^\/(index\.\w+|home|[a-z]{2}(-[a-z]{2,4})?)?\/?$/i.test(pathname);
}

/** Whether two addresses differ in what is no news: `www.`, and a slash at the end. */
function isAlmost(from: URL, to: URL): boolean {
  const bare = ({ hostname, pathname, search }: URL) =>
    `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
  return bare(from) === bare(to);
}

/** The domain that somebody registered: `who.int` of `www.who.int`. Hosts of one hosting service count apart. */
function domainOf({ hostname }: URL): string {
  return getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;
}

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

/** Something from outside as code, which no reader’s program takes for more than that. */
function quoted(text: string): string {
  const plain = text.replaceAll('`', '’').replaceAll(/\p{Cc}|\p{Cf}/gu, '');
  return `\`${plain.length > 300 ? `${plain.slice(0, 300)}…` : plain}\``;
}

import { getDomain } from 'tldts';
import { dayAt, toEpochMs } from '../model/time.ts';
import { type Finding, quoted, type Told } from './finding.ts';
import type { AddressReference, Purpose } from './references.ts';
import type { AddressOutcome, Hop, Result, ResultOf, Results } from './results.ts';
import { describeTrouble, meaningOf, type Trouble } from './trouble.ts';

/** So long, and so often, nobody has answered before it is said that nobody will. */
const SILENT_DAYS = 13;
const SILENT_FAILURES = 3;
const DAY_MS = 86_400_000;

/** What the last look at an address means wherever it is used. */
export function problemsOfAddress({ address, uses }: AddressReference, results: Results, timeZone: string): Finding[] {
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

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Conduct } from './misbehaving-site.ts';

/*
 * The registers that `npm run sources` asks, on one loopback port: Crossref’s REST API (`/works/{doi}`), NCBI’s ESummary
 * (`/entrez/eutils/esummary.fcgi`), doi.org’s “Which RA?” (`/doiRA/…`) and the Wayback Machine’s availability API
 * (`/wayback/available`). Checked against what could be read of their documentation and of recorded answers, and not
 * against the registers themselves:
 *
 * - Crossref: its pages “Access and authentication” (pools, `mailto`, 429), “Retraction Watch retractions now in the Crossref
 *   API” and the tutorial “Get Retraction Watch metadata” (`updated-by`, `update-to`, `source`), and recorded answers
 *   for 10.1016/s0140-6736(20)31180-6 and its notice: types are written `retraction`, `expression_of_concern`, both
 *   directions may be deposited on both works. 404 is plain text; a single work takes no `select` (400). Stricter than it
 *   is: any parameter but `mailto`, and a second request at a time, are refused.
 * - ESummary: NCBI’s “A General Introduction to the E-utilities” (`tool`, `email`, limits, the error of too many requests) and
 *   recorded answers for PubMed (`pubtype`, `references` with `reftype`, `error` with status 200 for what is not there).
 * - “Which RA?”: recorded answers; the status of an answer on an unknown DOI is assumed.
 * - Availability API: its page at archive.org/help/wayback_api.php.
 */

export interface Update {
  DOI: string;
  type: string;
  label?: string;
  source?: 'publisher' | 'retraction-watch';
  updated?: { 'date-parts': number[][] };
}

export interface CrossrefWork {
  title: string[];
  'updated-by'?: Update[];
  'update-to'?: Update[];
}

export interface PubmedEntry {
  title: string;
  pubtype: string[];
  references?: { refsource: string; reftype: string; pmid: number | string; note: string }[];
}

export interface SourceRegisters {
  origin: string;
  /** By DOI in small letters. */
  works: Map<string, CrossrefWork>;
  /** By PubMed id. */
  entries: Map<string, PubmedEntry>;
  /** Agencies of DOIs that are not Crossref’s. */
  agencies: Map<string, string>;
  /** By address: when it was copied, as `20240303101500`. */
  copies: Map<string, string>;
  /** Path and query of each request. */
  readonly asked: string[];
  readonly userAgents: string[];
  /** What happens to requests for a path from now on; nothing unless it says so. */
  meddle(conductAt: (path: string) => Conduct | undefined): void;
  stop(): Promise<void>;
}

export async function startSourceRegisters(): Promise<SourceRegisters> {
  let meddling: (path: string) => Conduct | undefined = () => undefined;
  let underWay = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    registers.asked.push(request.url ?? '');
    registers.userAgents.push(request.headers['user-agent'] ?? '');
    underWay += 1;
    response.on('close', () => {
      underWay -= 1;
    });
    const conduct = meddling(url.pathname);
    if (conduct) {
      conduct(request, response, 1);
      return;
    }
    // Crossref announces `x-concurrency-limit: 1`; the others share the host here, and the client asks a host one thing at a time.
    const [status, body] = request.method !== 'GET' || underWay > 1 ? TOO_MANY : answerTo(registers, url);
    const isText = typeof body === 'string';
    response.writeHead(status, { 'content-type': isText ? 'text/plain;charset=utf-8' : 'application/json' });
    response.end(isText ? body : JSON.stringify(body));
  });
  const registers: SourceRegisters = {
    origin: '',
    works: new Map(),
    entries: new Map(),
    agencies: new Map(),
    copies: new Map(),
    asked: [],
    userAgents: [],
    meddle(conductAt) {
      meddling = conductAt;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  registers.origin = `http://127.0.0.1:${address.port}`;
  return registers;
}

type Answer = [status: number, body: string | object];

const TOO_MANY: Answer = [429, 'Too Many Requests'];

function answerTo(registers: SourceRegisters, url: URL): Answer {
  const [, work] = /^\/works\/(.+)$/.exec(url.pathname) ?? [];
  if (work !== undefined) return crossref(registers, decodeURIComponent(work), url.searchParams);
  const [, doi] = /^\/doiRA\/(.+)$/.exec(url.pathname) ?? [];
  if (doi !== undefined) return whichAgency(registers, decodeURIComponent(doi), url.searchParams);
  if (url.pathname === '/entrez/eutils/esummary.fcgi') return summary(registers, url.searchParams);
  if (url.pathname === '/wayback/available') return available(registers, url.searchParams);
  return [404, 'Resource not found.'];
}

function crossref({ works }: SourceRegisters, doi: string, parameters: URLSearchParams): Answer {
  const [unknown] = [...parameters.keys()].filter((name) => name !== 'mailto');
  if (unknown !== undefined)
    return [400, { status: 'failed', message: [{ type: 'parameter-not-allowed', value: unknown }] }];
  const found = works.get(doi.toLowerCase());
  if (!found) return [404, 'Resource not found.'];
  return [
    200,
    {
      status: 'ok',
      'message-type': 'work',
      'message-version': '1.0.0',
      message: { DOI: doi.toLowerCase(), type: 'journal-article', source: 'Crossref', ...found },
    },
  ];
}

function whichAgency({ works, agencies }: SourceRegisters, doi: string, parameters: URLSearchParams): Answer {
  if (parameters.size > 0) return [400, 'unknown parameter'];
  const agency = works.has(doi.toLowerCase()) ? 'Crossref' : agencies.get(doi.toLowerCase());
  return [200, [{ DOI: doi, ...(agency === undefined ? { status: 'DOI does not exist' } : { RA: agency }) }]];
}

function summary({ entries }: SourceRegisters, parameters: URLSearchParams): Answer {
  const known = ['db', 'id', 'retmode', 'tool', 'email'];
  const id = parameters.get('id') ?? '';
  const isRight =
    [...parameters.keys()].every((name) => known.includes(name)) &&
    parameters.get('db') === 'pubmed' &&
    parameters.get('retmode') === 'json' &&
    parameters.get('tool') === 'aagahi' &&
    /^\d+$/.test(id);
  if (!isRight) return [400, { error: 'bad request' }];
  const entry = entries.get(id);
  const described = entry
    ? { uid: id, source: 'Lancet', references: [], articleids: [{ idtype: 'pubmed', idtypen: 1, value: id }], ...entry }
    : { uid: id, error: 'cannot get document summary' };
  return [200, { header: { type: 'esummary', version: '0.3' }, result: { uids: [id], [id]: described } }];
}

function available({ copies }: SourceRegisters, parameters: URLSearchParams): Answer {
  const address = parameters.get('url');
  const near = parameters.get('timestamp');
  const isRight =
    [...parameters.keys()].every((name) => name === 'url' || name === 'timestamp') &&
    address !== null &&
    (near === null || /^\d{1,14}$/.test(near));
  if (!isRight) return [400, 'bad request'];
  const timestamp = copies.get(address);
  const url = `http://web.archive.org/web/${timestamp}/${address}`;
  return [
    200,
    {
      url: address,
      archived_snapshots: timestamp ? { closest: { status: '200', available: true, url, timestamp } } : {},
    },
  ];
}

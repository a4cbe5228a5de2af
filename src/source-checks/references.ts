import type { Drafts, ItemDraft, RecordDraft } from '../model/draft.ts';
import type { Position } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { doiOf } from './doi.ts';

/** What an address is there for. */
export type Purpose =
  | 'source'
  | 'notice'
  | 'institution'
  | 'risk-information'
  | 'call-to-action'
  | 'help-line'
  | 'link';

export interface Use extends Position {
  file: string;
  purpose: Purpose;
}

/** An address that content leads readers to. */
export interface AddressReference {
  /** As a browser would ask for it, without its fragment. */
  address: string;
  uses: Use[];
  /** Day on which someone last read it, where it is a source’s. */
  readOn?: string;
}

/** A source’s record as far as registers can say something about it. */
export interface SourceReference {
  file: string;
  source: Partial<Source>;
  /** From `doi`, or from an address of doi.org; in small letters. */
  doi?: string;
  pmid?: string;
  /** Where its fields stand; those that are missing, where they would. */
  places: Record<'doi' | 'pmid' | 'url' | 'retraction', Position>;
}

/** A link to a work by its DOI, outside of the sources. */
export interface WorkLink extends Use {
  doi: string;
}

export interface References {
  addresses: readonly AddressReference[];
  sources: readonly SourceReference[];
  workLinks: readonly WorkLink[];
}

/**
 * Everything outside that content leads to. Left out: pages of the desk’s own site, which the build knows; `appearances` of
 * a myth, which may well be taken down and are linked nowhere; profiles on networks, which let no program in.
 */
export function collectReferences({ records, items }: Drafts): References {
  const site = records.find(({ collection }) => collection === 'organisation')?.fields as { url?: string } | undefined;
  const addresses = new Map<string, AddressReference>();
  const sources: SourceReference[] = [];
  const workLinks: WorkLink[] = [];
  const add = (written: string, use: Use, readOn?: string) => {
    if (!URL.canParse(written) || !/^https:/i.test(written)) return;
    const url = new URL(written);
    url.hash = '';
    if (site?.url && url.href.startsWith(new URL(site.url).href)) return;
    const doi = doiOf(url.href);
    if (doi !== undefined) {
      // Its register says more than the publisher’s page would. Sources are asked for by themselves, and a notice is
      // no evidence: some registers list a notice as retracted by what it retracts.
      if (use.purpose !== 'source' && use.purpose !== 'notice') workLinks.push({ ...use, doi });
      return;
    }
    const known = addresses.get(url.href) ?? { address: url.href, uses: [] };
    known.uses.push(use);
    if (readOn !== undefined) known.readOn = readOn;
    addresses.set(url.href, known);
  };
  for (const draft of records) {
    if (draft.collection === 'sources') sources.push(sourceReference(draft));
    addressesOfRecord(draft, add);
  }
  for (const draft of items) addressesOfItem(draft, add);
  return { addresses: [...addresses.values()], sources, workLinks };
}

type Add = (written: string, use: Use, readOn?: string) => void;

function sourceReference(draft: RecordDraft<'sources'>): SourceReference {
  const { file, fields } = draft;
  const doi = fields.doi?.toLowerCase() ?? doiOf(fields.url ?? '');
  return {
    file,
    source: fields,
    ...(doi !== undefined && { doi }),
    ...(fields.pmid !== undefined && { pmid: fields.pmid }),
    places: {
      doi: draft.locate([fields.doi === undefined ? 'url' : 'doi']),
      pmid: draft.locate(['pmid']),
      url: draft.locate(['url']),
      retraction: draft.locate(['retraction']),
    },
  };
}

function addressesOfRecord(draft: RecordDraft, add: Add): void {
  const { file } = draft;
  switch (draft.collection) {
    case 'sources': {
      const { url, accessedOn, retraction } = draft.fields;
      if (url !== undefined) add(url, { file, purpose: 'source', ...draft.locate(['url']) }, accessedOn);
      if (retraction?.notice !== undefined)
        add(retraction.notice, { file, purpose: 'notice', ...draft.locate(['retraction', 'notice']) });
      return;
    }
    case 'organisation':
      for (const [index, { url }] of (draft.fields.helplines ?? []).entries())
        if (url !== undefined) add(url, { file, purpose: 'help-line', ...draft.locate(['helplines', index, 'url']) });
      return;
    case 'pause':
    case 'terms':
    case 'people':
    case 'channels':
      return;
  }
}

function addressesOfItem(draft: ItemDraft, add: Add): void {
  const { file, body } = draft;
  const fields: Readonly<Record<string, unknown>> = draft.fields;
  const field = (path: readonly string[], purpose: Purpose) => {
    const value = path.reduce<unknown>((within, name) => memberOf(within, name), fields);
    if (typeof value === 'string') add(value, { file, purpose, ...draft.locate(path) });
  };
  field(['callToAction', 'url'], 'call-to-action');
  field(['promotion', 'fullRiskInformation'], 'risk-information');
  field(['institution', 'checkedAt'], 'institution');
  field(['link'], 'link');
  if (typeof body === 'object') {
    for (const { href, position } of linksIn(body.tree))
      add(href, { file, purpose: 'link', ...(position ?? draft.bodyStartsAt) });
  }
}

interface Link {
  href: string;
  position?: Position;
}

/** The links of a page’s tree (hast), in the order of the text. */
function linksIn(node: unknown): Link[] {
  const children = memberOf(node, 'children');
  const href = memberOf(node, 'tagName') === 'a' ? memberOf(memberOf(node, 'properties'), 'href') : undefined;
  const start = memberOf(memberOf(node, 'position'), 'start');
  const [line, column] = [memberOf(start, 'line'), memberOf(start, 'column')];
  const position = typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
  return [
    ...(typeof href === 'string' ? [{ href, ...(position && { position }) }] : []),
    ...(Array.isArray(children) ? children.flatMap(linksIn) : []),
  ];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

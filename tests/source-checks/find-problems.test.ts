import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/source.ts';
import { findProblems } from '../../src/source-checks/find-problems.ts';
import type { References, SourceReference } from '../../src/source-checks/references.ts';
import type { CopyOutcome, RegisterOutcome, Result } from '../../src/source-checks/results.ts';
import { sampleResults } from '../support/sample-results.ts';

// What is found at addresses themselves stands in check-address.test.ts, with the sites that do it.

const FILE = 'content/sources/dengue.yml';
const DOI = '10.1038/nature12060';
const PMID = '23563266';
const PAGE = 'https://www.who.int/page';
const NOTICE = 'https://doi.org/10.1038/notice';
const at = '2026-11-23T07:00:00.000Z';

const crossref = (outcome: RegisterOutcome, of = DOI): Result => ({ check: 'crossref', of, checkedAt: at, outcome });
const pubmed = (outcome: RegisterOutcome): Result => ({ check: 'pubmed', of: PMID, checkedAt: at, outcome });
const copy = (outcome: CopyOutcome): Result => ({ check: 'archived-copy', of: PAGE, checkedAt: at, outcome });
const page = (status: number): Result => ({
  check: 'address',
  of: PAGE,
  checkedAt: at,
  outcome: status === 200 ? { kind: 'answers', status, hops: [] } : { kind: 'dead', status, hops: [] },
});

function referenceTo(source: Partial<Source>, identifiers: { doi?: string; pmid?: string }): SourceReference {
  return {
    file: FILE,
    source: { id: 'dengue', kind: 'peer-reviewed', title: 'The global distribution and burden of dengue', ...source },
    ...identifiers,
    places: {
      doi: { line: 9, column: 6 },
      pmid: { line: 10, column: 7 },
      url: { line: 5, column: 6 },
      retraction: { line: 11, column: 1 },
    },
  };
}

const NO_REFERENCES: References = { addresses: [], sources: [], workLinks: [] };

function told(references: Partial<References>, ...results: Result[]): string[] {
  const found = findProblems({ ...NO_REFERENCES, ...references }, sampleResults(...results), 'Asia/Karachi');
  return found.map(
    ({ line, column, severity, ruleId, message, hint }) =>
      `${line}:${column} ${severity} ${ruleId}: ${message} → ${hint}`,
  );
}

const toldOf = (source: Partial<Source>, ...results: Result[]) =>
  told({ sources: [referenceTo(source, { doi: DOI, pmid: PMID })] }, ...results);

const NOTHING: RegisterOutcome = { kind: 'not-listed' };
const listed = (status: 'corrected' | 'expression-of-concern' | 'retracted', as: string): RegisterOutcome => ({
  kind: 'listed',
  status,
  as,
  on: '2020-06-05',
  notice: NOTICE,
});
const recorded = (status: NonNullable<Source['retraction']>['status']): Partial<Source> => ({
  retraction: { status, lookedUpOn: '2026-11-01', lookedUpIn: 'Crossref' },
});

describe('a work that a register lists', () => {
  it('as retracted is an error as long as it is cited', () => {
    const sentence = `9:6 error retraction/retracted: Unexpected source \`${DOI}\`: Crossref lists it as retracted (2020-06-05) → take it out of every page that cites it; read the notice at \`${NOTICE}\``;
    expect(toldOf({}, crossref(listed('retracted', 'retraction')), pubmed(NOTHING))).toEqual([sentence]);
    expect(toldOf(recorded('retracted'), crossref(listed('retracted', 'retraction')))).toEqual([sentence]);
  });

  it('as retracted in part, or by its title alone, is told so', () => {
    expect(toldOf({}, crossref(listed('retracted', 'partial retraction')))[0]).toContain(
      'Crossref lists it as retracted in part (2020-06-05) →',
    );
    expect(toldOf({}, pubmed({ kind: 'listed', status: 'retracted', as: 'retraction' }))).toEqual([
      `9:6 error retraction/retracted: Unexpected source \`${DOI}\`: PubMed lists it as retracted → take it out of every page that cites it; look for the notice`,
    ]);
  });

  it('with concern is an error until somebody has read the notice', () => {
    const outcome = crossref(listed('expression-of-concern', 'expression of concern'));
    const sentence = `Unexpected source \`${DOI}\`: its journal has expressed concern about it (2020-06-05), says Crossref → read the notice at \`${NOTICE}\`, and see whether what cites it still holds`;
    expect(toldOf({}, outcome)).toEqual([
      `9:6 error retraction/concern: ${sentence}; then run \`npm run sources -- --record\``,
    ]);
    expect(toldOf(recorded('corrected'), outcome)[0]).toMatch(/^9:6 error/);
    expect(toldOf(recorded('expression-of-concern'), outcome)).toEqual([`9:6 warning retraction/concern: ${sentence}`]);
  });

  it('as corrected is an error until somebody has read the correction', () => {
    const outcome = crossref(listed('corrected', 'erratum'));
    expect(toldOf(recorded('not-listed'), outcome)).toEqual([
      `9:6 error retraction/corrected: Unexpected source \`${DOI}\`: a correction of it was published (2020-06-05), says Crossref → read the notice at \`${NOTICE}\`, and see whether what cites it still holds; then run \`npm run sources -- --record\``,
    ]);
    expect(toldOf(recorded('corrected'), outcome)).toEqual([]);
  });

  it('as nothing is no finding, and no proof', () => {
    expect(toldOf({}, crossref(NOTHING), pubmed(NOTHING))).toEqual([]);
    expect(toldOf(recorded('retracted'), crossref(NOTHING), pubmed(NOTHING))).toEqual([
      `11:1 warning retraction/recorded-otherwise: Unexpected \`retracted\` for \`${DOI}\`: Crossref and PubMed did not list it so on 2026-11-23 → leave it if you know of the notice; registers may be late`,
    ]);
  });

  it('and that is linked to in a text is an error where it stands', () => {
    const workLinks = [{ doi: DOI, file: 'content/campaigns/x/en.mdx', line: 30, column: 2, purpose: 'link' as const }];
    expect(told({ workLinks }, crossref(listed('retracted', 'retraction')))).toEqual([
      `30:2 error retraction/retracted: Unexpected link to \`${DOI}\`: Crossref lists it as retracted since 2020-06-05 → remove the link; the notice is at \`${NOTICE}\``,
    ]);
    expect(told({ workLinks }, crossref(NOTHING))).toEqual([]);
    expect(told({ workLinks }, crossref({ kind: 'unknown' }))[0]).toMatch(/^30:2 error doi\/unknown/);
  });
});

describe('a work that cannot be looked up', () => {
  it('for want of an identifier is told of where it is peer-reviewed', () => {
    expect(told({ sources: [referenceTo({}, {})] })).toEqual([
      '9:6 warning retraction/no-identifier: Missing `doi` or `pmid`: nobody can look up whether this work was retracted → write the DOI as it is printed on the work',
    ]);
    expect(told({ sources: [referenceTo({ kind: 'fact-sheet' }, {})] })).toEqual([]);
  });

  it('because its DOI or PubMed id does not exist is an error', () => {
    expect(toldOf({}, crossref({ kind: 'unknown' }), pubmed({ kind: 'unknown' }))).toEqual([
      `9:6 error doi/unknown: Unexpected DOI \`${DOI}\`: no agency has registered it, so its address leads nowhere → write it as it is printed on the work`,
      `10:7 error pmid/unknown: Unexpected PubMed id \`${PMID}\`: PubMed has no such record → write it as PubMed shows it below the abstract`,
    ]);
  });

  it('because another agency has it is for a person, unless PubMed knows it', () => {
    const elsewhere = crossref({ kind: 'elsewhere', agency: 'DataCite' });
    expect(toldOf({}, elsewhere)).toEqual([
      `9:6 warning retraction/not-looked-up: Missing look-up of \`${DOI}\`: it is registered with \`DataCite\`, and Crossref knows nothing of it → look for a notice at \`https://doi.org/${DOI}\`, and write what you found as \`retraction\``,
    ]);
    expect(toldOf({}, elsewhere, pubmed(NOTHING))).toEqual([]);
  });

  it('because the registers do not answer is asked again', () => {
    const trouble = { kind: 'status' as const, status: 503 };
    expect(toldOf({}, crossref({ kind: 'failed', trouble }), pubmed({ kind: 'failed', trouble }))).toEqual([
      `9:6 warning retraction/not-looked-up: Missing look-up of \`${DOI}\`: Crossref could not be asked; its site answers 503: something is broken there → nothing yet; it is asked again`,
    ]);
    expect(toldOf({ kind: 'guideline' }, crossref({ kind: 'failed', trouble }))).toEqual([]);
  });

  it('because nobody has asked yet is no finding', () => {
    expect(toldOf({})).toEqual([]);
  });
});

describe('an identifier of another work', () => {
  const knownAs = (title: string) =>
    toldOf({}, crossref({ kind: 'not-listed', title }), pubmed({ kind: 'not-listed', title }));

  it('is told of', () => {
    expect(knownAs('Ileal-lymphoid-nodular hyperplasia in children')).toEqual([
      `9:6 warning doi/other-work: Unexpected DOI \`${DOI}\`: Crossref knows it as \`Ileal-lymphoid-nodular hyperplasia in children\` → write the DOI of this work, or its title as published`,
      `10:7 warning pmid/other-work: Unexpected PubMed id \`${PMID}\`: PubMed knows it as \`Ileal-lymphoid-nodular hyperplasia in children\` → write the PubMed id of this work, or its title as published`,
    ]);
  });

  it.each([
    'The global distribution and burden of dengue',
    'THE GLOBAL DISTRIBUTION AND BURDEN OF DENGUE.',
    'The <i>global</i> distribution and burden of dengue: a systematic analysis',
    'RETRACTED: The global distribution and burden of dengue',
    'Dengue: global burden',
    '…',
  ])('is none under another form of the title: %s', (title) => {
    expect(knownAs(title)).toEqual([]);
  });
});

describe('a copy in the Internet Archive', () => {
  const use = { file: FILE, line: 5, column: 6, purpose: 'source' as const };
  const addresses = [{ address: PAGE, uses: [use, { ...use, line: 17, purpose: 'link' as const }] }];

  it('is offered where the page is gone', () => {
    const url = `https://web.archive.org/web/20240303101500/${PAGE}`;
    expect(told({ addresses }, page(404), copy({ kind: 'copy', url, on: '2024-03-03' }))[0]).toBe(
      `5:6 error link/dead: Unexpected address \`${PAGE}\`: its site answers 404, there is no such page → write where the page is now, or another source; the Internet Archive has it as of 2024-03-03: \`${url}\``,
    );
  });

  it('is missed for a source while the page is there', () => {
    expect(told({ addresses }, page(200), copy({ kind: 'none' }))).toEqual([
      `5:6 warning link/no-copy: Missing copy of \`${PAGE}\` in the Internet Archive: if the page goes, nobody can show what it said → open \`https://web.archive.org/save/${PAGE}\` once in a browser`,
    ]);
    expect(told({ addresses }, page(404), copy({ kind: 'none' })).filter((line) => line.includes('no-copy'))).toEqual(
      [],
    );
    expect(told({ addresses }, page(200), copy({ kind: 'failed', trouble: { kind: 'late' } }))).toEqual([]);
  });
});

describe('what comes from outside', () => {
  it('can break out of no sentence', () => {
    const title = 'A `title`\n## of @everyone\u001b[31m\u202e and so on';
    const [first] = toldOf({}, crossref({ kind: 'not-listed', title }));
    expect(first).toContain('knows it as `A ’title’## of @everyone[31m and so on` →');
    const long = toldOf({}, crossref({ kind: 'not-listed', title: 'x'.repeat(5000) }))[0] ?? '';
    expect(long.length).toBeLessThan(600);
  });

  it('is reported in the order of the files', () => {
    const use = { file: 'content/a.yml', line: 5, column: 6, purpose: 'source' as const };
    const found = findProblems(
      {
        addresses: [{ address: PAGE, uses: [{ ...use, file: 'content/z.yml' }, use] }],
        sources: [referenceTo({}, {})],
        workLinks: [],
      },
      sampleResults(page(404)),
      'Asia/Karachi',
    );
    expect(found.map(({ file }) => file)).toEqual(['content/a.yml', FILE, 'content/z.yml']);
    expect(found.map(({ checkedAt }) => checkedAt)).toEqual([at, undefined, at]);
  });
});

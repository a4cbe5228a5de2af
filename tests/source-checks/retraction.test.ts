import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/source.ts';
import type { SourceReference } from '../../src/source-checks/references.ts';
import type { RegisterOutcome, Result } from '../../src/source-checks/results.ts';
import { judgeRetraction, retractionToRecord } from '../../src/source-checks/retraction.ts';
import { sampleResults } from '../support/sample-results.ts';

const DOI = '10.1016/s0140-6736(20)31180-6';
const PMID = '32450107';
const place = { line: 1, column: 1 };
const reference: SourceReference = {
  file: 'content/sources/x.yml',
  source: {},
  doi: DOI,
  pmid: PMID,
  places: { doi: place, pmid: place, url: place, retraction: place },
};

const crossref = (outcome: RegisterOutcome, checkedAt = '2026-11-22T20:00:00.000Z'): Result => ({
  check: 'crossref',
  of: DOI,
  checkedAt,
  outcome,
});
const pubmed = (outcome: RegisterOutcome, checkedAt = '2026-11-23T07:00:00.000Z'): Result => ({
  check: 'pubmed',
  of: PMID,
  checkedAt,
  outcome,
});
const NOTHING: RegisterOutcome = { kind: 'not-listed' };
const FAILED: RegisterOutcome = { kind: 'failed', trouble: { kind: 'late' } };
const listed = (status: 'corrected' | 'expression-of-concern' | 'retracted', notice?: string): RegisterOutcome => ({
  kind: 'listed',
  status,
  as: status,
  ...(notice !== undefined && { notice }),
});

const judge = (...results: Result[]) => judgeRetraction(reference, sampleResults(...results));

describe('two registers', () => {
  it('that have nothing against a work say so together, as of the first of them', () => {
    expect(judge(crossref(NOTHING), pubmed(NOTHING))).toEqual({
      status: 'not-listed',
      lookedUpIn: 'Crossref and PubMed',
      lookedUpAt: Date.parse('2026-11-22T20:00:00Z'),
    });
  });

  it('that disagree say the gravest of what they say', () => {
    expect(judge(crossref(NOTHING), pubmed(listed('retracted', 'https://a.example/')))).toMatchObject({
      status: 'retracted',
      listedIn: 'PubMed',
      lookedUpIn: 'Crossref and PubMed',
      notice: 'https://a.example/',
    });
    expect(judge(crossref(listed('expression-of-concern')), pubmed(listed('corrected')))).toMatchObject({
      status: 'expression-of-concern',
      listedIn: 'Crossref',
    });
  });

  it('that agree are quoted by the one that knows the notice', () => {
    expect(judge(crossref(listed('retracted')), pubmed(listed('retracted', 'https://a.example/')))).toMatchObject({
      listedIn: 'PubMed',
      notice: 'https://a.example/',
    });
  });

  it.each<[what: string, outcome: RegisterOutcome]>([
    ['did not answer', FAILED],
    ['does not know the work', { kind: 'unknown' }],
    ['is not the work’s', { kind: 'elsewhere', agency: 'DataCite' }],
  ])('of which one %s are one register', (_what, outcome) => {
    expect(judge(crossref(outcome), pubmed(NOTHING))).toMatchObject({ status: 'not-listed', lookedUpIn: 'PubMed' });
    expect(judge(crossref(outcome))).toBeUndefined();
    expect(judge(crossref(outcome), pubmed(FAILED))).toBeUndefined();
  });

  it('say nothing before they are asked', () => {
    expect(judge()).toBeUndefined();
  });
});

describe('what is written into a source’s file', () => {
  const toRecord = (outcome: RegisterOutcome, inFile?: Source['retraction']) => {
    const verdict = judge(crossref(outcome));
    return verdict && retractionToRecord(verdict, inFile, 'Asia/Karachi');
  };
  const recorded = (status: NonNullable<Source['retraction']>['status'], notice?: string): Source['retraction'] => ({
    status,
    lookedUpOn: '2026-01-01',
    lookedUpIn: 'Crossref',
    ...(notice !== undefined && { notice }),
  });

  it('is the day of the look-up where the desk is', () => {
    expect(toRecord(NOTHING)).toEqual({ status: 'not-listed', lookedUpOn: '2026-11-23', lookedUpIn: 'Crossref' });
  });

  it('is renewed, and graver when the registers are', () => {
    expect(toRecord(NOTHING, recorded('not-listed'))).toMatchObject({ lookedUpOn: '2026-11-23' });
    expect(toRecord(listed('retracted', 'https://a.example/'), recorded('corrected'))).toEqual({
      status: 'retracted',
      lookedUpOn: '2026-11-23',
      lookedUpIn: 'Crossref',
      notice: 'https://a.example/',
    });
  });

  it('keeps a notice that somebody found by hand', () => {
    expect(toRecord(listed('retracted'), recorded('retracted', 'https://hand.example/'))).toMatchObject({
      notice: 'https://hand.example/',
    });
    expect(toRecord(listed('retracted'), recorded('corrected', 'https://hand.example/'))).not.toHaveProperty('notice');
  });

  it('is nothing where a person wrote something graver', () => {
    expect(toRecord(NOTHING, recorded('retracted'))).toBeUndefined();
    expect(toRecord(listed('corrected'), recorded('expression-of-concern'))).toBeUndefined();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askPubmed } from '../../src/source-checks/pubmed.ts';
import type { RegisterOutcome } from '../../src/source-checks/results.ts';
import { type Conduct, reset, status } from '../support/misbehaving-site.ts';
import { type PubmedEntry, type SourceRegisters, startSourceRegisters } from '../support/source-registers.ts';
import { testOutside } from '../support/test-outside.ts';

const PMID = '32450107';

let registers: SourceRegisters;
beforeEach(async () => {
  registers = await startSourceRegisters();
});
afterEach(() => registers.stop());

function ask(pmid: string, mailto?: string): Promise<RegisterOutcome> {
  const { origin } = registers;
  return askPubmed(pmid, {
    ask: testOutside().ask,
    registers: { crossref: origin, pubmed: origin, doi: origin, archive: origin },
    ...(mailto !== undefined && { mailto }),
  });
}

function saysOf(entry: Partial<PubmedEntry>): Promise<RegisterOutcome> {
  registers.entries.set(PMID, { title: 'A registry analysis.', pubtype: ['Journal Article'], ...entry });
  return ask(PMID);
}

const reference = (reftype: string, pmid: number | string = 32511943) => ({
  refsource: 'Lancet. 2020 Jun 13;395(10240):1820',
  reftype,
  pmid,
  note: '',
});

describe('PubMed', () => {
  it('lists nothing against most works', async () => {
    expect(await saysOf({ references: [reference('Comment in')] })).toEqual({
      kind: 'not-listed',
      title: 'A registry analysis',
    });
  });

  it('is asked as NCBI wants to be asked', async () => {
    await ask(PMID, 'desk@desk.example');
    expect(registers.asked).toEqual([
      '/entrez/eutils/esummary.fcgi?db=pubmed&id=32450107&retmode=json&tool=aagahi&email=desk%40desk.example',
    ]);
  });

  it('lists a retracted publication, with its notice where it has one', async () => {
    const pubtype = ['Journal Article', 'Retracted Publication'];
    expect(await saysOf({ pubtype, references: [reference('Erratum in', 1), reference('Retraction in')] })).toEqual({
      kind: 'listed',
      status: 'retracted',
      as: 'retraction',
      notice: 'https://pubmed.ncbi.nlm.nih.gov/32511943/',
      title: 'A registry analysis',
    });
    expect(await saysOf({ pubtype })).not.toHaveProperty('notice');
    expect(await saysOf({ references: [reference('Retraction in', '')] })).toMatchObject({ status: 'retracted' });
  });

  it.each<[reftype: string, status: string, as: string]>([
    ['Expression of concern in', 'expression-of-concern', 'expression of concern'],
    ['Erratum in', 'corrected', 'correction'],
    ['Corrected and republished in', 'corrected', 'correction'],
  ])('lists what is noted: %s', async (reftype, expected, as) => {
    expect(await saysOf({ references: [reference(reftype)] })).toMatchObject({ status: expected, as });
  });

  it.each(['Retraction of', 'Erratum for', 'Comment on', 'Republished in'])(
    'lists nothing against a work that refers to another: %s',
    async (reftype) => {
      const pubtype = ['Retraction of Publication'];
      expect(await saysOf({ pubtype, references: [reference(reftype)] })).toMatchObject({ kind: 'not-listed' });
    },
  );

  it('says of what it does not have that it cannot summarise it', async () => {
    expect(await ask('999999999')).toEqual({ kind: 'unknown' });
  });

  it.each<[what: string, conduct: Conduct, trouble: object]>([
    ['too many requests', status(429), { kind: 'status', status: 429 }],
    [
      'too many requests, with status 200',
      status(200, {}, '{"error":"API rate limit exceeded","count":"4"}'),
      { kind: 'unreadable' },
    ],
    ['another work', status(200, {}, '{"result":{"uids":["1"],"1":{}}}'), { kind: 'unreadable' }],
    ['another error', status(200, {}, `{"result":{"${PMID}":{"error":"busy"}}}`), { kind: 'unreadable' }],
    ['a missing page', status(404), { kind: 'status', status: 404 }],
    ['a broken line', reset, { kind: 'broken-off' }],
  ])('has not said anything after %s', async (_what, own, trouble) => {
    registers.meddle(() => own);
    expect(await ask(PMID)).toEqual({ kind: 'failed', trouble });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askCrossref } from '../../src/source-checks/crossref.ts';
import type { RegisterOutcome } from '../../src/source-checks/results.ts';
import {
  type Conduct,
  cutShort,
  endlessBody,
  garbage,
  gzipBomb,
  hugeHeaders,
  reset,
  silence,
  slowBody,
  status,
} from '../support/misbehaving-site.ts';
import {
  type CrossrefWork,
  type SourceRegisters,
  startSourceRegisters,
  type Update,
} from '../support/source-registers.ts';
import { testOutside } from '../support/test-outside.ts';

const DOI = '10.1016/s0140-6736(20)31180-6';
const NOTICE = '10.1016/s0140-6736(20)31324-6';

let registers: SourceRegisters;
beforeEach(async () => {
  registers = await startSourceRegisters();
});
afterEach(() => registers.stop());

function ask(
  doi: string,
  { mailto, timeoutMs }: { mailto?: string; timeoutMs?: number } = {},
): Promise<RegisterOutcome> {
  const { origin } = registers;
  const { ask: askOutside } = testOutside(timeoutMs === undefined ? {} : { timeoutMs });
  return askCrossref(doi, {
    ask: askOutside,
    registers: { crossref: origin, pubmed: origin, doi: origin, archive: origin },
    ...(mailto !== undefined && { mailto }),
  });
}

function saysOf(work: Partial<CrossrefWork>): Promise<RegisterOutcome> {
  registers.works.set(DOI, { title: ['A registry analysis'], ...work });
  return ask(DOI);
}

const update = (type: string, day: number[], more: Partial<Update> = {}): Update => ({
  DOI: NOTICE,
  type,
  label: type,
  source: 'publisher',
  updated: { 'date-parts': [day] },
  ...more,
});

describe('Crossref', () => {
  it('lists nothing against most works', async () => {
    expect(await saysOf({})).toEqual({ kind: 'not-listed', title: 'A registry analysis' });
  });

  it('is asked for the one work, with an address to write to', async () => {
    await ask(DOI, { mailto: 'desk@desk.example' });
    await ask('10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2');
    expect(registers.asked.filter((path) => path.startsWith('/works'))).toEqual([
      '/works/10.1016%2Fs0140-6736(20)31180-6?mailto=desk%40desk.example',
      '/works/10.1002%2F(SICI)1097-0258(19980815)17%3A15%2F16%3C1661%3A%3AAID-SIM968%3E3.0.CO%3B2-2',
    ]);
    expect(registers.userAgents[0]).toBe('Aagahi/0 (clean-water-desk; +https://desk.example/)');
  });

  it.each<[type: string, status: string]>([
    ['retraction', 'retracted'],
    ['partial_retraction', 'retracted'],
    ['withdrawal', 'retracted'],
    ['removal', 'retracted'],
    ['expression_of_concern', 'expression-of-concern'],
    ['expression-of-concern', 'expression-of-concern'],
    ['Expression of Concern', 'expression-of-concern'],
    ['correction', 'corrected'],
    ['corrigendum', 'corrected'],
    ['erratum', 'corrected'],
  ])('lists %s', async (type, expected) => {
    expect(await saysOf({ 'updated-by': [update(type, [2020, 6, 5])] })).toEqual({
      kind: 'listed',
      status: expected,
      as: type.toLowerCase().replaceAll(/[_-]/g, ' '),
      on: '2020-06-05',
      notice: `https://doi.org/${NOTICE}`,
      title: 'A registry analysis',
    });
  });

  it.each(['new_edition', 'new_version', 'something-new', 'constructor'])(
    'lists %s, which changes nothing',
    async (type) => {
      expect(await saysOf({ 'updated-by': [update(type, [2020])] })).toMatchObject({ kind: 'not-listed' });
    },
  );

  it('lists several updates, of which the gravest counts, and of these the last', async () => {
    expect(
      await saysOf({
        'updated-by': [
          update('correction', [2020, 5, 30]),
          update('retraction', [2020, 6], { DOI: '10.1016/first' }),
          update('expression_of_concern', [2020, 6, 3]),
          update('retraction', [2020, 6, 5], { source: 'retraction-watch' }),
          update('erratum', [2021]),
        ],
      }),
    ).toMatchObject({ status: 'retracted', on: '2020-06-05', notice: `https://doi.org/${NOTICE}` });
  });

  it.each([
    [[2020], '2020'],
    [[2020, 6], '2020-06'],
    [[20], undefined],
    [[], undefined],
  ])('says the day as exactly as it knows it: %j', async (day, on) => {
    const outcome = await saysOf({ 'updated-by': [update('retraction', day)] });
    expect(outcome.kind === 'listed' ? outcome.on : 'not listed').toBe(on);
  });

  it('lists the work where a publisher deposits the retraction in both directions', async () => {
    const both = [update('retraction', [2020, 6, 5])];
    expect(await saysOf({ 'updated-by': both, 'update-to': both })).toMatchObject({ status: 'retracted' });
    const watched = [...both, update('retraction', [2020, 6, 5], { source: 'retraction-watch' })];
    expect(await saysOf({ 'updated-by': watched, 'update-to': both })).toMatchObject({ status: 'retracted' });
    // Where Retraction Watch names both, in doubt the reader is warned.
    expect(await saysOf({ 'updated-by': watched, 'update-to': watched })).toMatchObject({ status: 'retracted' });
  });

  it('does not list the notice for what it retracts', async () => {
    const work = update('retraction', [2020, 6, 5]);
    const watched = { ...work, source: 'retraction-watch' as const };
    expect(await saysOf({ 'update-to': [work] })).toMatchObject({ kind: 'not-listed' });
    expect(await saysOf({ 'update-to': [work, watched], 'updated-by': [work] })).toMatchObject({ kind: 'not-listed' });
  });

  it.each(['RETRACTED: Hands', 'RETRACTED ARTICLE: Hands', 'WITHDRAWN: Hands', '[Retracted article: hands]'])(
    'says it in the title alone: %s',
    async (title) => {
      expect(await saysOf({ title: [title] })).toEqual({ kind: 'listed', status: 'retracted', as: 'title', title });
    },
  );

  it.each(['Retracted: why papers go', 'Withdrawn patients', 'On RETRACTED: a mark', ''])(
    'says nothing of the kind by this title: %s',
    async (title) => {
      expect((await saysOf({ title: [title] })).kind).toBe('not-listed');
    },
  );
});

describe('a DOI that Crossref does not have', () => {
  it('may be another agency’s', async () => {
    registers.agencies.set('10.5281/zenodo.4032609', 'DataCite');
    expect(await ask('10.5281/zenodo.4032609')).toEqual({ kind: 'elsewhere', agency: 'DataCite' });
    expect(registers.asked.at(-1)).toBe('/doiRA/10.5281/zenodo.4032609');
  });

  it('may be nobody’s', async () => {
    expect(await ask('10.1234/nowhere')).toEqual({ kind: 'unknown' });
  });

  it('is nobody’s too where that is said with status 404', async () => {
    const body = '[{"DOI":"10.1234/nowhere","status":"DOI does not exist"}]';
    registers.meddle((path) => (path.startsWith('/doiRA') ? status(404, {}, body) : undefined));
    expect(await ask('10.1234/nowhere')).toEqual({ kind: 'unknown' });
  });

  it('is not called nobody’s where nobody says so', async () => {
    registers.meddle((path) => (path.startsWith('/doiRA') ? status(404, {}, '<html>') : undefined));
    expect(await ask('10.1234/nowhere')).toEqual({ kind: 'failed', trouble: { kind: 'unreadable' } });
  });
});

describe('Crossref, in trouble', () => {
  it.each<[what: string, conduct: Conduct, trouble: object]>([
    ['too many requests', status(429, { 'retry-after': '5' }), { kind: 'status', status: 429 }],
    ['a fault', status(500), { kind: 'status', status: 500 }],
    ['a wrong request', status(400), { kind: 'status', status: 400 }],
    ['no JSON', status(200, {}, '<html>'), { kind: 'unreadable' }],
    ['another JSON', status(200, {}, '{"message":[]}'), { kind: 'unreadable' }],
    ['an empty answer', status(200), { kind: 'unreadable' }],
    ['a broken line', reset, { kind: 'broken-off' }],
    ['half an answer', cutShort, { kind: 'broken-off' }],
    ['an answer without end', endlessBody, { kind: 'unreadable' }],
    ['a packed answer', gzipBomb, { kind: 'unreadable' }],
    ['no HTTP', garbage, { kind: 'no-http' }],
    ['huge headers', hugeHeaders, { kind: 'huge-headers' }],
    ['a way elsewhere', status(302, { location: 'http://10.0.0.7/' }), { kind: 'bad-redirect' }],
    ['a way to nowhere', status(302), { kind: 'bad-redirect' }],
    ['a circle', status(302, { location: '/works/again' }), { kind: 'many-redirects' }],
  ])('has not said anything after %s', async (_what, own, trouble) => {
    registers.meddle(() => own);
    expect(await ask(DOI)).toEqual({ kind: 'failed', trouble });
  });

  it.each<[what: string, conduct: Conduct]>([
    ['silence', silence],
    ['a byte at a time', slowBody],
  ])('is not waited for long: %s', async (_what, own) => {
    registers.meddle(() => own);
    expect(await ask(DOI, { timeoutMs: 400 })).toEqual({ kind: 'failed', trouble: { kind: 'late' } });
  });

  it('is followed to another name of the same work', async () => {
    registers.works.set(DOI, { title: ['A registry analysis'] });
    const location = `/works/${encodeURIComponent(DOI)}`;
    registers.meddle((path) => (path.includes('alias') ? status(301, { location }) : undefined));
    expect(await ask('10.1016/alias')).toMatchObject({ kind: 'not-listed' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findArchivedCopy } from '../../src/source-checks/archived-copy.ts';
import type { CopyOutcome } from '../../src/source-checks/results.ts';
import { type Conduct, status } from '../support/misbehaving-site.ts';
import { type SourceRegisters, startSourceRegisters } from '../support/source-registers.ts';
import { testOutside } from '../support/test-outside.ts';

const PAGE = 'https://www.who.int/news-room/fact-sheets/detail/dengue?a=1&b=2';

let registers: SourceRegisters;
beforeEach(async () => {
  registers = await startSourceRegisters();
});
afterEach(() => registers.stop());

function find(address: string, near?: string): Promise<CopyOutcome> {
  const { origin } = registers;
  return findArchivedCopy(address, near, {
    ask: testOutside().ask,
    registers: { crossref: origin, pubmed: origin, doi: origin, archive: origin },
  });
}

const closest = (more: object) =>
  status(
    200,
    {},
    JSON.stringify({
      archived_snapshots: {
        closest: {
          available: true,
          url: `http://web.archive.org/web/20240303101500/${PAGE}`,
          timestamp: '20240303101500',
          status: '200',
          ...more,
        },
      },
    }),
  );

describe('the Internet Archive', () => {
  it('has a copy, nearest to the day on which it was read', async () => {
    registers.copies.set(PAGE, '20240303101500');
    expect(await find(PAGE, '2024-02-28')).toEqual({
      kind: 'copy',
      url: `https://web.archive.org/web/20240303101500/${PAGE}`,
      on: '2024-03-03',
    });
    expect(registers.asked).toEqual([
      '/wayback/available?url=https%3A%2F%2Fwww.who.int%2Fnews-room%2Ffact-sheets%2Fdetail%2Fdengue%3Fa%3D1%26b%3D2&timestamp=20240228',
    ]);
  });

  it('has none', async () => {
    expect(await find(PAGE)).toEqual({ kind: 'none' });
  });

  it.each<[what: string, conduct: Conduct, expected: CopyOutcome]>([
    ['an error page', closest({ status: '404' }), { kind: 'none' }],
    ['one that is not to be had', closest({ available: false }), { kind: 'none' }],
    ['one of no day', closest({ timestamp: '' }), { kind: 'none' }],
    [
      'one elsewhere',
      closest({ url: 'http://web.archive.org.example/x' }),
      { kind: 'failed', trouble: { kind: 'unreadable' } },
    ],
    ['what cannot be read', status(200, {}, '{}'), { kind: 'failed', trouble: { kind: 'unreadable' } }],
    ['a fault', status(503), { kind: 'failed', trouble: { kind: 'status', status: 503 } }],
    ['no such service', status(404), { kind: 'failed', trouble: { kind: 'status', status: 404 } }],
  ])('has no copy where it gives %s', async (_what, own, expected) => {
    registers.meddle(() => own);
    expect(await find(PAGE)).toEqual(expected);
  });
});

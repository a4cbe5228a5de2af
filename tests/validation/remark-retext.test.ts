import { globSync, readFileSync } from 'node:fs';
import retextEquality from 'retext-equality';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import { describe, expect, it } from 'vitest';
import type { ProseDocument } from '../../src/model/prose.ts';
import { readProse } from '../../src/reading/read-prose.ts';
import { retextCheck } from '../../src/validation/english-tree.ts';
import { remarksByRemark } from '../support/remark-retext.ts';

// The rules on English hand retext the words of the tree that reading has checked. remark, which retext's users have in its
// place, has to come to the same.

const CHECKS = [retextCheck(retextSimplify), retextCheck(retextEquality), retextCheck(retextRepeatedWords)];
const NOTHING: readonly string[] = [];
const PAGES = globSync('content/campaigns/*/en.mdx');
const TEXTS: [name: string, text: string][] = [
  ...PAGES.map((file): [string, string] => [file, readFileSync(file, 'utf8')]),
  ['emphasis and links', 'In *order* to **utilize** the the [it is](https://who.int) an addict.\n'],
  ['lists and headings', '## Numerous things\n\n- in order to\n- utilize\n\n1. the the\n'],
  ['components and notes', '<Callout kind="info">\n\nUtilize it.[^1]\n\n</Callout>\n\n[^1]: In order to.\n'],
];

describe('what retext remarks on in English', () => {
  it('has sample pages to look at', () => {
    expect(PAGES.length).toBeGreaterThanOrEqual(5);
  });

  it.each(TEXTS)('is the same by the tree of the desk and by remark: %s', async (_name, text) => {
    expect(remarksByDesk(text).toSorted()).toEqual((await remarksByRemark(text)).toSorted());
  });

  it('comes to something on these pages', async () => {
    const found = await Promise.all(PAGES.map((file) => remarksByRemark(readFileSync(file, 'utf8'))));
    expect(found.flat().length).toBeGreaterThan(10);
  });

  // A case that no longer fails has been mended in remark-retext: it belongs to those above.
  it('has its right place where remark-retext loses count: behind an escape, an entity, an indented line', async () => {
    const text = 'Now \\* utilise &amp; numerous\n  in order to\n';
    expect(remarksByDesk(text)).toEqual(['1:8 utilise', '1:22 numerous', '2:3 in order to']);
    expect(await remarksByRemark(text)).toEqual(['1:7 utilise', '1:17 numerous', '1:26 in order to']);
  });
});

/** As remark does: no tables, no fields, no words of pictures. */
function remarksByDesk(text: string): string[] {
  const blocks = readProse(text, 'campaigns', {}).filter(({ kind }) =>
    ['paragraph', 'list-item', 'heading'].includes(kind),
  );
  const document: ProseDocument = {
    file: 'en.mdx',
    language: 'en',
    collection: 'campaigns',
    role: 'original',
    fields: {},
    surroundings: { house: { terms: [], allowed: [] } },
    blocks,
  };
  return CHECKS.flatMap((check) =>
    check(NOTHING)(document).map(({ block, offset, actual }) => {
      const { line, column } = block.locate(offset);
      return `${line}:${column} ${actual}`;
    }),
  );
}

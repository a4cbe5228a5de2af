import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fingerprints } from '../../src/model/translation.ts';
import { placeOf } from '../../src/reading/places.ts';
import { readItem } from '../../src/reading/read-item.ts';

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../fixtures/desk/campaigns/clean-water/en.mdx'), 'utf8');
const BODY_AT = PAGE.indexOf('Water that looks');

describe('the fingerprints of an original', () => {
  it('are of its fields of words and of each block, with the line and the first words', () => {
    const { fields, blocks } = fingerprintsOf(PAGE) as Fingerprints;
    expect(Object.keys(fields)).toEqual(['title', 'summary', 'mainMessage', 'callToAction', 'audience', 'hashtags']);
    expect(blocks.map(({ line, words }) => `${line} ${words}`)).toEqual([
      '24 Water that looks clean can carry germs.',
      '26 Boil it',
      '28 One minute of boiling is enough below…',
      '30 <Figure src="./tap.png" alt="A glass is…',
      '32 Water Minutes Tap 1 River 3',
      '37 Boiling does not remove chemicals.',
      '43 <Helplines country="PK" />',
      '45 [^1]: In several languages.',
    ]);
  });

  it('are cut where a word ends, or in the middle of one without spaces', () => {
    const blocks = fingerprintsOf(`${PAGE.slice(0, BODY_AT)}${'آ'.repeat(60)}\n\n${'💧'.repeat(30)}\n`)?.blocks;
    expect(blocks?.map(({ words }) => words)).toEqual([`${'آ'.repeat(39)}…`, `${'💧'.repeat(19)}…`]);
  });

  it('know the address of a link that is named elsewhere', () => {
    const named = (address: string) =>
      fingerprintsOf(`${PAGE.slice(0, BODY_AT)}See [WHO][who].\n\n[who]: ${address}\n\nAnd drink.\n`)?.blocks ?? [];
    const [before, after] = [named('https://www.who.int/'), named('https://www.cdc.gov/')];
    expect(before.map(({ words }) => words)).toEqual(['See WHO.', '[who]: https://www.who.int/', 'And drink.']);
    expect(before.map(({ hash }, index) => hash === after[index]?.hash)).toEqual([true, false, true]);
  });

  it('change with every word of the text', () => {
    const whole = hashesOf(PAGE);
    const words = [...PAGE.matchAll(/[A-Za-z]{4,}/g)].filter(({ index }) => index >= BODY_AT);
    const changed = words.flatMap(({ 0: word, index }) => {
      const hashes = hashesOf(`${PAGE.slice(0, index)}${word.toUpperCase()}x${PAGE.slice(index + word.length)}`);
      return hashes ? [hashes] : [];
    });
    expect(changed.length).toBeGreaterThan(30);
    for (const hashes of changed) expect(hashes).not.toEqual(whole);
  });

  it('do not change with line ends, spaces and empty lines', () => {
    const reflowed = PAGE.replace('Water that looks', 'Water\nthat  looks').replaceAll('\n\n', '\n\n\n');
    expect(hashesOf(reflowed)).toEqual(hashesOf(PAGE));
  });

  it('are not taken where nobody can have translated it, nor of a translation', () => {
    expect(readDraft(PAGE, [])?.fingerprints).toBeUndefined();
    expect(readDraft('---\ntitle: Clean\n---\n\nWater.\n', ['ur.mdx'])?.fingerprints).toBeUndefined();
  });
});

function readDraft(text: string, siblings: string[]) {
  const place = placeOf(['campaigns', 'clean-water', 'en.mdx']);
  if (place.kind !== 'item') throw new TypeError('not an item');
  return readItem({ file: 'en.mdx', text, place, contentDir: 'content', siblings, isOriginalBeside: () => true }).draft;
}

function fingerprintsOf(text: string): Fingerprints | undefined {
  return readDraft(text, ['ur.mdx'])?.fingerprints;
}

function hashesOf(text: string): string[] | undefined {
  return fingerprintsOf(text)?.blocks.map(({ hash }) => hash);
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_WORD, type ProseBlock } from '../../src/model/prose.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { readProse } from '../../src/reading/read-prose.ts';

describe('the words of a page', () => {
  it('come block by block, in their order, without markup', () => {
    const page = [
      'First *words*, with [a link](https://who.int).<Source id="a" /> Then more.',
      '## A heading',
      '- an item\n- another\n  that goes on\n\n  - deeper',
      '| Do | Do not |\n| --- | --- |\n| wash | wait |',
      '<Callout kind="danger">\n\nCall **now**.\n\n</Callout>',
      '> Another said this.',
      '<Figure src="./a.png" alt="A tap" caption="Water" credit="Desk" />',
      '![A pot](./b.png)',
      '```\ncode\n```',
      'A note.[^1]',
      '[^1]: Below the text.',
    ].join('\n\n');
    expect(bodyOf(page).map(shown)).toEqual([
      'paragraph 0: First words, with a link. Then more.',
      'heading 1: A heading',
      'list-item 1: an item',
      'list-item 1: another that goes on',
      'list-item 1: deeper',
      'table-cell 1: Do',
      'table-cell 1: Do not',
      'table-cell 1: wash',
      'table-cell 1: wait',
      'paragraph 1 danger: Call now.',
      'paragraph 1 quoted: Another said this.',
      'alt 1: A tap',
      'caption 1: Water',
      'alt 1: A pot',
      'paragraph 1: A note.',
      'list-item 1: Below the text. ',
    ]);
  });

  it('hold a sign in place of what is no word: an address, code, a blank', () => {
    expect(bodyOf('See https://who.int and `rm` and <Blank name="who" /> first.').map(({ text }) => text)).toEqual([
      `See ${NO_WORD} and ${NO_WORD} and ${NO_WORD} first.`,
    ]);
  });

  it('keep a line break that readers see', () => {
    expect(bodyOf('one\\\ntwo\nthree').map(({ text }) => text)).toEqual(['one\ntwo three']);
  });

  it('of a video are its title, and a transcript that nobody mends', () => {
    const video = '<Video src="https://v.example/1" title="A talk" captions="./t.vtt">\n\nI said so.\n\n</Video>';
    expect(bodyOf(video).map(shown)).toEqual(['caption 0: A talk', 'paragraph 0 quoted: I said so.']);
  });

  it('are the fields alone where the text cannot be compiled, or is longer than any', () => {
    expect(bodyOf('<Callout')).toEqual([]);
    expect(bodyOf('word '.repeat(21_000))).toEqual([]);
  });
});

describe('the words among the fields', () => {
  it('are those of the language: no id, address, day or hashtag', () => {
    const fields = {
      id: 'water',
      title: 'Boil it',
      callToAction: { text: 'Read on', url: 'https://who.int' },
      audience: ['Families', 'Schools'],
      hashtags: ['Water'],
    };
    expect(
      readProse('---\ntitle: x\n---\n', 'campaigns', fields).map(({ path, text }) => [path?.join('.'), text]),
    ).toEqual([
      ['title', 'Boil it'],
      ['callToAction.text', 'Read on'],
      ['audience.0', 'Families'],
      ['audience.1', 'Schools'],
    ]);
  });

  it('of a myth have a claim that stays as it was made', () => {
    const fields = {
      title: 'Water',
      claim: 'Boiled water is dead',
      corrections: [{ on: '2026-01-01', text: 'A number' }],
    };
    expect(readProse('---\n---\n', 'myths', fields).map(shown)).toEqual([
      'field 0: Water',
      'field 0 quoted: Boiled water is dead',
      'field 0: A number',
    ]);
  });
});

describe('the place of a word', () => {
  it.each([
    ['after an escape and an entity', 'a \\* b &amp; c &lt;d&gt; word', 'word'],
    ['after emphasis', '**bold** and *leaning* word', 'word'],
    ['inside emphasis', '**bold *word* bold**', 'word'],
    ['on the next line of a quotation', '> one\n> two word', 'word'],
    ['in a lazy line of an item', '- one\n      two word', 'word'],
    ['after a citation', 'One.<Source id="a" /> Two word.', 'word'],
    ['in a link', 'See [the word](https://who.int).', 'word'],
    ['in a description', '<Figure src="./a.png" caption="x" alt="A &quot;tap&quot; word" />', 'word'],
    ['in a table of Urdu', '| کریں | نہ کریں |\n| --- | --- |\n| پانی | لفظ |', 'لفظ'],
    ['after signs of two units', '😷 😷 word', 'word'],
  ])('is right %s', (_where, page, word) => {
    const [block] = bodyOf(page).filter(({ text }) => text.includes(word));
    expect(block?.locate(block.text.indexOf(word))).toEqual(placeOf(`---\n---\n\n${page}\n`, word));
  });

  it.each([
    ['without quotes', 'title: Some word here', 'Some word here'],
    ['in double quotes with escapes', 'title: "Some \\"quoted\\" word"', 'Some "quoted" word'],
    ['in single quotes', "title: 'It''s a word'", "It's a word"],
    ['folded over lines', 'title: >-\n  Some\n  longer word', 'Some longer word'],
    ['as it is written', 'title: |-\n  Some\n  longer word', 'Some\nlonger word'],
    ['on several lines without a sign', 'title: Some\n  longer word', 'Some longer word'],
  ])('is right in a field %s', (_how, yaml, value) => {
    const text = `---\nid: a\n${yaml}\n---\n`;
    const [block] = readProse(text, 'campaigns', { title: value });
    expect(block?.locate(block.text.indexOf('word'))).toEqual(placeOf(text, 'word'));
  });

  it('is right for every word of the sample content', async () => {
    const { drafts } = await readContent(path.resolve(import.meta.dirname, '../..'));
    const misplaced: string[] = [];
    let words = 0;
    for (const { file, collection, fields } of drafts.items) {
      const text = readFileSync(file, 'utf8');
      const lines = text.split('\n');
      for (const block of readProse(text, collection, fields))
        for (const { 0: word, index } of block.text.matchAll(/[\p{L}\p{N}]+/gu)) {
          const { line, column } = block.locate(index);
          words += 1;
          if (!lines[line - 1]?.startsWith(word, column - 1)) misplaced.push(`${file}:${line}:${column} ${word}`);
        }
    }
    expect(misplaced).toEqual([]);
    expect(words).toBeGreaterThan(readdirSync('content/campaigns').length * 500);
  });
});

function bodyOf(page: string): ProseBlock[] {
  return readProse(`---\n---\n\n${page}\n`, 'campaigns', {});
}

function shown({ kind, text, isQuoted, section, callout }: ProseBlock): string {
  return `${kind} ${section}${isQuoted ? ' quoted' : ''}${callout ? ` ${callout}` : ''}: ${text}`;
}

function placeOf(text: string, word: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sourceSchema } from '../../src/model/source.ts';
import { colour, hashtag, id, line, webAddress } from '../../src/model/text.ts';

function hintFor(schema: z.ZodType, value: string): unknown {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue?.code === 'custom' ? issue.params?.hint : issue?.code;
}

describe('a line of text', () => {
  it('is neither empty nor broken nor padded', () => {
    expect(hintFor(line, 'Wash your hands')).toBeUndefined();
    expect(hintFor(line, '  ')).toBe('write the text, or remove the field');
    expect(hintFor(line, 'Wash\nyour hands')).toBe('write the text on one line');
    expect(hintFor(line, ' Wash your hands')).toBe('write "Wash your hands"');
  });
});

describe('an id', () => {
  it.each(['dengue', 'world-aids-day', 'week-47', '2026'])('may be %s', (value) => {
    expect(hintFor(id, value)).toBeUndefined();
  });

  it.each(['Dengue', 'world_aids', '-a', 'a-', 'a--b', 'a/b', 'ڈینگی', '', 'a'.repeat(65)])(
    'may not be %j',
    (value) => {
      expect(hintFor(id, value)).toMatch(/^write at most 64 small letters/);
    },
  );
});

describe('an address for readers', () => {
  it('is absolute and safe', () => {
    expect(hintFor(webAddress, 'https://www.who.int/news-room/fact-sheets/detail/hiv-aids')).toBeUndefined();
    expect(hintFor(webAddress, 'http://who.int/x')).toBe('write `https://who.int/x`');
    for (const value of ['who.int', 'javascript:alert(1)', '//who.int', 'https://', 'https:who.int']) {
      expect(hintFor(webAddress, value), value).toBe('write a full address that starts with `https://`');
    }
    for (const value of ['https://user@who.int/', 'https://:secret@who.int/']) {
      expect(hintFor(webAddress, value), value).toBe('remove what stands before the `@`');
    }
    expect(hintFor(webAddress, 'https://localhost/')).toBe('write the whole host, for example `www.who.int`');
  });
});

describe('a hashtag', () => {
  it('is written without its sign, in any script', () => {
    expect(hintFor(hashtag, 'ایڈز_کا_عالمی_دن')).toBeUndefined();
    expect(hintFor(hashtag, '#EndAIDS')).toBe('write it without `#`: `EndAIDS`');
    expect(hintFor(hashtag, '2026')).toMatch(/^write letters/);
    expect(hintFor(hashtag, 'End AIDS')).toMatch(/^write letters/);
  });
});

describe('a colour', () => {
  it('has six digits', () => {
    expect(hintFor(colour, '#0B5d5e')).toBeUndefined();
    expect(hintFor(colour, 'teal')).toMatch(/^write six/);
  });
});

describe('the numbers of a source', () => {
  const source = {
    id: 'who-aqg',
    kind: 'guideline',
    title: 'T',
    publisher: 'WHO',
    url: 'https://www.who.int/',
    language: 'en',
    publishedOn: '2021',
    accessedOn: '2026-11-01',
  };
  const accepts = (more: object) => sourceSchema.safeParse({ ...source, ...more }).success;

  it('are checked in form', () => {
    expect(accepts({ isbn: '978-92-4-003422-8' })).toBe(true);
    expect(accepts({ isbn: '978-92-4-003422-9' })).toBe(false);
    expect(accepts({ doi: '10.1016/S0140-6736(21)02724-0' })).toBe(true);
    expect(accepts({ doi: 'https://doi.org/10.1016/S0140-6736(21)02724-0' })).toBe(false);
    expect(accepts({ pmid: '35065702' })).toBe(true);
    expect(accepts({ pmid: 'PMC123' })).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { decodeText, positionIn, positionsIn } from '../../src/reading/decode-text.ts';

describe('the text of a file', () => {
  it('is what stands in it', () => {
    expect(decodeText(Buffer.from('پانی 💧\n'))).toEqual({ text: 'پانی 💧\n' });
  });

  it.each([
    ['a byte-order mark', '\uFEFFa\nb'],
    ['line ends of Windows', 'a\r\nb'],
    ['line ends of old Macs', 'a\rb'],
  ])('is the same with %s', (_, written) => {
    expect(decodeText(Buffer.from(written))).toEqual({ text: 'a\nb' });
  });

  it('keeps joiners and isolates, which Urdu and emoji need', () => {
    const text = 'می\u200cخواهم 👩\u200d⚕️ \u2068WHO\u2069 \u061c';
    expect(decodeText(Buffer.from(text))).toEqual({ text });
  });

  it.each<[string, Buffer, string, [line: number, column: number]]>([
    ['nothing', Buffer.alloc(0), 'file/empty', [1, 1]],
    ['a byte-order mark alone', Buffer.from('\uFEFF'), 'file/empty', [1, 1]],
    ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0, 0x61]), 'file/not-utf8', [1, 1]],
    ['UTF-16 without its mark', Buffer.from('ab', 'utf16le'), 'file/binary', [1, 2]],
    [
      'a byte of Latin-1 after Urdu',
      Buffer.concat([Buffer.from('آب\nاب'), Buffer.from([0xe9, 0x20])]),
      'file/not-utf8',
      [2, 3],
    ],
    [
      'a byte of Latin-1 after an emoji, which counts as two',
      Buffer.concat([Buffer.from('💧'), Buffer.from([0xe9, 0x20])]),
      'file/not-utf8',
      [1, 3],
    ],
    ['half a character at the end', Buffer.from([0x61, 0xd9]), 'file/not-utf8', [1, 2]],
    ['a surrogate on its own', Buffer.from([0x61, 0xed, 0xa0, 0x80]), 'file/not-utf8', [1, 2]],
    ['a zero after line ends of Windows', Buffer.from('a\r\nb\r\n\0'), 'file/binary', [3, 1]],
    ['a form feed', Buffer.from('a\n b\f'), 'file/hidden-character', [2, 3]],
    ['a mark that turns the direction', Buffer.from('ab\u202dc'), 'file/hidden-character', [1, 3]],
    ['more than anyone writes', Buffer.alloc(200_001, 'a'), 'file/too-large', [1, 1]],
  ])('is not %s', (_, bytes, ruleId, [line, column]) => {
    expect(decodeText(bytes)).toMatchObject({ fault: { ruleId }, position: { line, column } });
  });
});

describe('a position', () => {
  const text = 'ab\n\nc💧d\n';
  const places = [
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 1],
    [3, 1],
    [3, 2],
    [3, 3],
    [3, 4],
    [3, 5],
    [4, 1],
  ];

  it('counts lines and UTF-16 code units from 1, as editors do', () => {
    const of = positionsIn(text);
    for (const [offset, [line, column]] of places.entries()) {
      expect(positionIn(text, offset)).toEqual({ line, column });
      expect(of(offset)).toEqual({ line, column });
    }
  });
});

import { describe, expect, it } from 'vitest';
import { captionCues, transcript } from '../../src/reading/captions.ts';

const CAPTIONS = `\uFEFFWEBVTT - a talk

NOTE not said

1
00:00.000 --> 00:04.000 line:90%
<v Amina>Wash your hands,
every time.

01:00:04.500 --> 01:00:08.000
Soap &amp; water.
`;

describe('captionCues', () => {
  it('reads times and words, without numbers, notes, settings and marks', () => {
    expect(captionCues(CAPTIONS)).toEqual([
      { from: 0, until: 4, text: 'Wash your hands, every time.' },
      { from: 3604.5, until: 3608, text: 'Soap & water.' },
    ]);
  });

  it('reads line ends of every kind', () => {
    expect(captionCues(CAPTIONS.replaceAll('\n', '\r\n'))).toEqual(captionCues(CAPTIONS));
  });
});

describe('transcript', () => {
  const cue = (from: number, text: string) => ({ from, until: from + 4, text });

  it('goes on until a sentence ends and there is enough to read', () => {
    const long = 'It is a sentence that goes on for so long that a paragraph may well end after it, as it does.';
    expect(transcript([cue(0, 'Short.'), cue(4, 'Wet your hands under'), cue(8, long), cue(12, 'Next.')])).toEqual([
      { from: 0, text: `Short. Wet your hands under ${long}` },
      { from: 12, text: 'Next.' },
    ]);
  });

  it('knows where a sentence ends in Urdu', () => {
    const long = `${'ہاتھ صابن سے بیس سیکنڈ تک ملیں اور پھر صاف بہتے پانی سے دھو کر خشک کریں '.repeat(2)}۔`;
    expect(transcript([cue(0, long), cue(4, 'کیوں؟')]).map(({ from }) => from)).toEqual([0, 4]);
  });
});

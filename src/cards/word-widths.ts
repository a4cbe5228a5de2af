import { Buffer, Font, shape } from 'harfbuzzjs';
import { FONT_FILES, openFace } from './fonts.ts';

/** Width of a word as a multiple of the font size. */
export type WordWidth = (word: string) => number;

/** More words than a large desk's cards have; from then on they are forgotten. */
const MOST_WORDS = 50_000;

const opened = new Map<string, Promise<WordWidth>>();

/**
 * The widths of words in one weight of a family, shaped by HarfBuzz. It takes a hundredth of what the renderer takes to lay out a
 * text, and is as exact where a line breaks at spaces only.
 */
export function wordWidths(family: string, weight: 400 | 700): Promise<WordWidth> {
  const key = `${family} ${weight}`;
  let widths = opened.get(key);
  if (!widths) {
    widths = readWidths(family, weight);
    opened.set(key, widths);
  }
  return widths;
}

async function readWidths(family: string, weight: 400 | 700): Promise<WordWidth> {
  const parts: { font: Font; upem: number; ranges: readonly [number, number][] }[] = [];
  for (const { path, ranges } of FONT_FILES.filter((file) => file.family === family && file.weight === weight)) {
    const face = await openFace(path);
    parts.push({ font: new Font(face), upem: face.upem, ranges });
  }
  const partOf = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    const found = parts.findIndex(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to));
    return Math.max(0, found);
  };
  const known = new Map<string, number>();
  return (word) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    let width = 0;
    let run = '';
    let at = -1;
    const end = () => {
      const part = parts[at];
      if (part && run !== '') width += widthOf(run, part.font) / part.upem;
      run = '';
    };
    for (const character of word.replace(/[\u2066-\u2069]/g, '')) {
      const next = partOf(character);
      if (next !== at) end();
      at = next;
      run += character;
    }
    end();
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, width);
    return width;
  };
}

function widthOf(text: string, font: Font): number {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  return buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
}

import { readFile } from 'node:fs/promises';

/** What decides where the letters of a font stand, as multiples of the font size. */
export interface FontMeasure {
  /** How wide the sample is, set in one line. */
  width: number;
  ascent: number;
  /** Below the base line, as a positive number. */
  descent: number;
  lineGap: number;
}

/**
 * Shapes `sample` with a woff2 file as a browser would. Nastaliq draws the letters of a word over each other, so its widths
 * follow from shaping alone: no table of the font holds them.
 */
export async function measureFont(file: string, sample: string, language: string): Promise<FontMeasure> {
  const [{ Blob, Buffer, Face, Font, shape }, { convert }] = await Promise.all([
    import('harfbuzzjs'),
    import('fontverter'),
  ]);
  const face = new Face(new Blob(await convert(await readFile(file), 'truetype')));
  const font = new Font(face);
  let width = 0;
  for (const word of sample.split(/(\s+)/)) {
    const buffer = new Buffer();
    buffer.addText(word);
    buffer.guessSegmentProperties();
    buffer.setLanguage(language);
    shape(font, buffer);
    width += buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }
  const { ascender, descender, lineGap } = font.hExtents();
  const { upem } = face;
  return { width: width / upem, ascent: ascender / upem, descent: -descender / upem, lineGap: lineGap / upem };
}

/** What makes one font take the room of another, as the properties of `@font-face` want it. */
export interface Adjustment {
  sizeAdjust: string;
  ascentOverride: string;
  descentOverride: string;
  lineGapOverride: string;
}

/** Makes `own` take the room of `wanted`: as wide over the same sample, its lines as high and its base line where the other's is. */
export function adjustmentTo(wanted: FontMeasure, own: FontMeasure): Adjustment {
  const size = wanted.width / own.width;
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`;
  return {
    sizeAdjust: percent(size),
    ascentOverride: percent(wanted.ascent / size),
    descentOverride: percent(wanted.descent / size),
    lineGapOverride: percent(wanted.lineGap / size),
  };
}

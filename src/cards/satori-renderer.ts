import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import type { CardElement } from './card-tree.ts';
import { FONT_FILES } from './fonts.ts';

/** satori cannot set this script; the conformance suite says why. */
export class ScriptNotSupportedError extends Error {
  override name = 'ScriptNotSupportedError';
}

/** Directions whose scripts the conformance suite found satori to set right. */
const SUPPORTED: ReadonlySet<string> = new Set(['ltr']);

/**
 * The card's tree as SVG, its text as paths: for print and other vector uses. Throws a ScriptNotSupportedError for a
 * script that satori sets wrong; draw it as PNG instead.
 */
export async function toSvg(
  tree: CardElement,
  width: number,
  height: number,
  direction: 'ltr' | 'rtl',
): Promise<string> {
  if (!SUPPORTED.has(direction)) {
    throw new ScriptNotSupportedError(
      'satori shifts the marks of Arabic script upside down and ignores isolates: no SVG is made of right-to-left cards',
    );
  }
  return renderWithSatori(tree, width, height);
}

/** satori's rendering whatever the script: for the suite that finds out which it sets right. */
export function renderWithSatori(tree: CardElement, width: number, height: number): Promise<string> {
  return satori(tree as Parameters<typeof satori>[0], { width, height, fonts: fonts() });
}

let loaded: Font[] | undefined;

// satori reads woff, not woff2, and picks a font by the glyphs that it has.
function fonts(): Font[] {
  loaded ??= FONT_FILES.map(({ family, weight, path }) => ({
    name: family,
    weight,
    style: 'normal',
    data: readFileSync(path.replace(/\.woff2$/, '.woff')),
  }));
  return loaded;
}

import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import type { Direction } from '../model/language.ts';
import { type CardElement, PHOTO } from './card-tree.ts';
import { FONT_FILES } from './fonts.ts';

/** satori cannot set this script; the conformance suite says why. */
export class ScriptNotSupportedError extends Error {
  override name = 'ScriptNotSupportedError';
}

/** Directions whose scripts the conformance suite found satori to set right. */
const SUPPORTED: ReadonlySet<Direction> = new Set(['ltr']);

/** Whether satori sets the scripts of a direction right. */
export function canSetVector(direction: Direction): boolean {
  return SUPPORTED.has(direction);
}

/**
 * The card's tree as SVG, its text as paths: for print and other vector uses. Throws a ScriptNotSupportedError for a
 * script that satori sets wrong; draw it as PNG instead.
 */
export async function toSvg(
  tree: CardElement,
  width: number,
  height: number,
  direction: Direction,
  photo?: Buffer,
): Promise<string> {
  if (!canSetVector(direction)) {
    throw new ScriptNotSupportedError(
      'satori shifts the marks of Arabic script upside down and ignores isolates: no SVG is made of right-to-left cards',
    );
  }
  return renderWithSatori(photo ? withPhoto(tree, photo) : tree, width, height);
}

/** satori takes pictures as addresses only. */
function withPhoto(element: CardElement, photo: Buffer): CardElement {
  const { children, src } = element.props;
  if (src === PHOTO) {
    const address = `data:image/png;base64,${photo.toString('base64')}`;
    return { ...element, props: { ...element.props, src: address } };
  }
  return typeof children === 'string'
    ? element
    : { ...element, props: { ...element.props, children: children.map((child) => withPhoto(child, photo)) } };
}

/** satori's rendering whatever the script: for the suite that finds out which it sets right. */
export function renderWithSatori(tree: CardElement, width: number, height: number): Promise<string> {
  return satori(tree as Parameters<typeof satori>[0], { width, height, fonts: fonts() });
}

let loaded: Font[] | undefined;

// satori reads woff, not woff2. Of several files under one name it takes one and draws boxes for what that lacks; under
// another name it looks into the others too.
function fonts(): Font[] {
  loaded ??= FONT_FILES.map(({ family, weight, path }, index) => {
    const isFirst = FONT_FILES.findIndex((file) => file.family === family && file.weight === weight) === index;
    const data = readFileSync(path.replace(/\.woff2$/, '.woff'));
    return { name: isFirst ? family : `${family} ${index}`, weight, style: 'normal', data };
  });
  return loaded;
}

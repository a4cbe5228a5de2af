import { readFileSync } from 'node:fs';
import satori, { type Font } from 'satori';
import { type CardElement, PHOTO } from './card-tree.ts';
import { FONT_FILES, type FontFile } from './fonts.ts';
import { LATIN } from './typography.ts';

/** satori cannot set this script; the conformance suite says why. */
export class ScriptNotSupportedError extends Error {
  override name = 'ScriptNotSupportedError';
}

/** Fonts whose scripts the conformance suite found satori to set right, with everything that stands beside them. */
const SUPPORTED: ReadonlySet<string> = new Set([LATIN.family]);

/** Whether satori sets the script of a font right. */
export function canSetVector(family: string): boolean {
  return SUPPORTED.has(family);
}

/**
 * The card's tree as SVG, its text as paths: for print and other vector uses. Throws a ScriptNotSupportedError for a
 * script that satori sets wrong; draw it as PNG instead.
 */
export async function toSvg(
  tree: CardElement,
  width: number,
  height: number,
  family: string,
  photo?: Buffer,
): Promise<string> {
  if (!canSetVector(family)) {
    throw new ScriptNotSupportedError(
      `satori shifts the marks of Arabic script upside down and draws isolates as boxes: no SVG is made with ${family}`,
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
export function renderWithSatori(
  tree: CardElement,
  width: number,
  height: number,
  files = FONT_FILES,
): Promise<string> {
  return satori(tree as Parameters<typeof satori>[0], { width, height, fonts: fonts(files) });
}

const loaded = new Map<readonly FontFile[], Font[]>();

// satori reads woff, not woff2. Of several files under one name it takes one and draws boxes for what that lacks; under
// another name it looks into the others too.
function fonts(files: readonly FontFile[]): Font[] {
  const known = loaded.get(files);
  if (known) return known;
  const made = files.map(({ family, weight, path }, index) => {
    const isFirst = files.findIndex((file) => file.family === family && file.weight === weight) === index;
    const data = readFileSync(path.replace(/\.woff2$/, '.woff'));
    return { name: isFirst ? family : `${family} ${index}`, weight, style: 'normal' as const, data };
  });
  loaded.set(files, made);
  return made;
}

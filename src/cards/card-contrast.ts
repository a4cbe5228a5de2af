import type { Card } from './card.ts';
import { wordAreas } from './card-frame.ts';
import { CARD_SIZES } from './card-sizes.ts';
import { type CardElement, cardTree, photoTree, type Setting } from './card-tree.ts';
import { contrastRatio, luminance, mix } from './colours.ts';
import type { TakumiRenderer } from './takumi-renderer.ts';

/** Least contrast of letters against what is behind them (WCAG 2.2, success criterion 1.4.3). */
export const LEAST_CONTRAST = 4.5;

/** Letters against their ground. */
export interface Contrast {
  ratio: number;
  /** Colours as `#rrggbb`. */
  letters: string;
  ground: string;
}

/**
 * The weakest contrast on a card as it is drawn: pixels that have the full colour of letters, against the pixel behind each. It holds
 * for every card of the same template and colours.
 */
export async function weakestContrast(card: Card, setting: Setting, renderer: TakumiRenderer): Promise<Contrast> {
  const { width, height } = CARD_SIZES[card.size];
  const tree = cardTree(card, setting);
  const [drawn, ground] = await Promise.all([
    renderer.drawPixels(tree, width, height, card.language),
    renderer.drawPixels(withoutText(tree), width, height, card.language),
  ]);
  const letters = new Set(letterColours(card).map(toNumber));
  let weakest: Contrast = { ratio: 21, letters: card.brand.text, ground: card.brand.primary };
  const seen = new Set<number>();
  for (let at = 0; at < drawn.length; at += 4) {
    const ink = pixel(drawn, at);
    const behind = pixel(ground, at);
    if (ink === behind || !letters.has(ink)) continue;
    const pair = ink * 0x1000000 + behind;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const ratio = contrastRatio(luminanceOf(ink), luminanceOf(behind));
    if (ratio < weakest.ratio) weakest = { ratio, letters: toColour(ink), ground: toColour(behind) };
  }
  return weakest;
}

/**
 * The weakest contrast that letters can have anywhere on a photograph below its scrim, but for a thousandth of it. It holds for every
 * card of the same template, colours, photograph and size, whatever its words.
 */
export async function weakestOnPhoto(
  card: Card,
  scrim: number,
  photo: Buffer,
  renderer: TakumiRenderer,
): Promise<Contrast> {
  const { width, height } = CARD_SIZES[card.size];
  const ground = await renderer.drawPixels(photoTree(card, scrim), width, height, card.language, photo);
  const levels = new Map<number, { count: number; behind: number }>();
  let few = 0;
  for (const area of wordAreas(card)) {
    few += (area.width * area.height) / 1000;
    for (let y = Math.floor(area.y); y < area.y + area.height; y += 1) {
      for (let x = Math.floor(area.x); x < area.x + area.width; x += 1) {
        const behind = pixel(ground, (y * width + x) * 4);
        const level = Math.round(luminanceOf(behind) * 2000);
        const known = levels.get(level);
        if (known) known.count += 1;
        else levels.set(level, { count: 1, behind });
      }
    }
  }
  const sorted = [...levels].toSorted(([a], [b]) => a - b).map(([, level]) => level);
  const extremes = [sorted, sorted.toReversed()].map((from) => {
    let passed = 0;
    const found = from.find(({ count }) => {
      passed += count;
      return passed > few;
    });
    return found?.behind ?? 0;
  });
  const { brand } = card;
  const onPhoto = [brand.text, brand.accent, mix(brand.primary, brand.text, 0.92)];
  const pairs = onPhoto.flatMap((letters) =>
    extremes.map((behind) => ({
      ratio: contrastRatio(luminanceOf(toNumber(letters)), luminanceOf(behind)),
      letters,
      ground: toColour(behind),
    })),
  );
  return pairs.reduce((weakest, pair) => (pair.ratio < weakest.ratio ? pair : weakest));
}

/** Every colour that letters have on a card. */
function letterColours({ brand }: Card): string[] {
  return [brand.text, brand.accent, brand.secondary, mix(brand.primary, brand.text, 0.92)];
}

/** The tree with its letters invisible: they keep their room. */
function withoutText(element: CardElement): CardElement {
  const { style, children, ...rest } = element.props;
  return typeof children === 'string'
    ? { ...element, props: { ...rest, children, style: { ...style, color: 'rgba(0, 0, 0, 0)' } } }
    : { ...element, props: { ...rest, style, children: children.map(withoutText) } };
}

function pixel(pixels: Buffer, at: number): number {
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

function luminanceOf(colour: number): number {
  return luminance(colour >> 16, (colour >> 8) & 0xff, colour & 0xff);
}

function toNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16);
}

function toColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

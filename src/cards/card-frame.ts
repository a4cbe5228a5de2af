import type { Card } from './card.ts';
import { type Area, CARD_SIZES } from './card-sizes.ts';
import { typographyOf } from './typography.ts';

/** Where the parts of a card stand, in pixels. */
export interface Frame {
  width: number;
  height: number;
  /** Factor of everything that is not fitted: 1 on a card of 1200×630. */
  unit: number;
  /** Room at both sides. */
  margin: number;
  /** Upper edge and height of the line with mark and name; its height is 0 where a profile has both beside the picture. */
  top: number;
  head: number;
  /** Upper edge of the band at the foot, which reaches to the lower edge, and height of its line. */
  band: number;
  line: number;
  /** Most that a headline and a message are set in. */
  headline: number;
  message: number;
  /** Banners are symmetrical: which of their corners is covered follows from the reader's interface. */
  align: 'start' | 'center';
}

/** The frame of a card's size. Everything in it stands within the safe area of that size. */
export function frameOf({ size }: Pick<Card, 'size'>): Frame {
  const { width, height } = CARD_SIZES[size];
  const shared = { width, height, align: 'start' } as const;
  switch (size) {
    case 'landscape':
      return { ...shared, unit: 1, margin: 68, top: 48, head: 64, band: 542, line: 82, headline: 96, message: 38 };
    case 'square':
      return { ...shared, unit: 1.2, margin: 76, top: 68, head: 76, band: 962, line: 118, headline: 128, message: 48 };
    case 'portrait':
      return {
        ...shared,
        unit: 1.26,
        margin: 80,
        top: 80,
        head: 80,
        band: 1218,
        line: 132,
        headline: 138,
        message: 54,
      };
    case 'story':
      return {
        ...shared,
        unit: 1.32,
        margin: 88,
        top: 284,
        head: 84,
        band: 1396,
        line: 138,
        headline: 148,
        message: 58,
      };
    case 'banner':
      return { ...shared, align: 'center', ...BANNER };
    case 'wide-banner':
      return { ...shared, align: 'center', ...doubled(BANNER) };
  }
}

const BANNER = { unit: 1, margin: 120, top: 34, head: 0, band: 322, line: 120, headline: 100, message: 38 };

function doubled(frame: typeof BANNER): typeof BANNER {
  return Object.fromEntries(Object.entries(frame).map(([name, value]) => [name, value * 2])) as typeof BANNER;
}

type Placed = Pick<Card, 'size' | 'language' | 'direction' | 'label' | 'photo'>;

/** How much of a photograph is left to be seen beside the words, or above them: as a share of the width, or of the height. */
const SEEN = { landscape: 0.32, square: 0.26, portrait: 0.33, story: 0.26, banner: 0, 'wide-banner': 0 } as const;

/** Where the words stand between the line of the name and the band at the foot. */
export function middleOf(card: Placed): Area {
  const { size, direction, photo } = card;
  const { width, margin, top, head, band, align } = frameOf(card);
  const { around } = spacingOf(card);
  const inner = width - 2 * margin;
  const from = top + head + (align === 'center' ? 0 : around);
  const seen = photo ? SEEN[size] : 0;
  if (size === 'landscape') {
    const words = inner * (1 - seen);
    return {
      x: direction === 'rtl' ? width - margin - words : margin,
      y: from,
      width: words,
      height: band - around - from,
    };
  }
  const y = from + seen * band;
  return { x: margin, y, width: inner, height: band - around - y };
}

/** The parts of a photograph that words may stand on. */
export function wordAreas(card: Placed): Area[] {
  const { width, margin, top, head, band, align } = frameOf(card);
  const middle = middleOf(card);
  if (align === 'center') return [{ x: 0, y: 0, width, height: band }];
  if (card.size === 'landscape') return [{ x: middle.x, y: 0, width: middle.width, height: band }];
  return [
    { x: margin, y: top, width: width - 2 * margin, height: head },
    { x: margin, y: middle.y, width: middle.width, height: band - middle.y },
  ];
}

/** Room between the parts of a card's middle, in pixels. */
export interface Spacing {
  /** Between the line of the name and the middle, and between the middle and the band. */
  around: number;
  gap: number;
  /** Around the words in a panel. */
  panel: number;
  /** Height of the label with the room below it. */
  label: number;
}

export function spacingOf(card: Pick<Card, 'size' | 'language' | 'direction' | 'label'>): Spacing {
  const { unit } = frameOf(card);
  const type = typographyOf(card);
  return {
    around: (card.size === 'landscape' ? 20 : 28) * unit,
    gap: type.gap * unit,
    panel: 20 * unit,
    label: card.label === undefined ? 0 : labelHeight(card) + type.gap * unit,
  };
}

export const LABEL_SIZE = 26;

export function labelHeight(card: Pick<Card, 'size' | 'language' | 'direction'>): number {
  const type = typographyOf(card);
  return LABEL_SIZE * frameOf(card).unit * type.scale * type.textLeading + 8 * frameOf(card).unit;
}

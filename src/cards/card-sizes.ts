/**
 * Sizes in CSS pixels, which are the image's own. Each is one that networks ask for: a link's preview (Open Graph),
 * a square and an upright post, a story or status, and the top of a profile (X and Mastodon; Bluesky).
 */
export const CARD_SIZES = {
  landscape: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
  portrait: { width: 1080, height: 1350 },
  story: { width: 1080, height: 1920 },
  banner: { width: 1500, height: 500 },
  'wide-banner': { width: 3000, height: 1000 },
} as const;
export type CardSize = keyof typeof CARD_SIZES;
export const CARD_SIZE_NAMES = Object.keys(CARD_SIZES) as CardSize[];

/**
 * Most bytes of a picture of each size. WhatsApp shows none above 300 kB beside a link; Bluesky takes 2,000,000 bytes in a
 * post and 1,000,000 at the top of a profile. The other networks take more.
 */
export const MOST_BYTES: Readonly<Record<CardSize, number>> = {
  landscape: 300_000,
  square: 2_000_000,
  portrait: 2_000_000,
  story: 2_000_000,
  banner: 1_000_000,
  'wide-banner': 1_000_000,
};

/** A part of a picture, in pixels from its upper left corner. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What networks leave of a picture: words stand within `words`, and in none of `covered`.
 *
 * Stories: Meta asks for 14 % above and 20 % below to be left to the name and the field for answers, and 6 % at the sides.
 * Upright posts: Instagram’s profiles show the middle 3:4 of them. Banners: the round picture of the profile covers a lower
 * corner, which one follows from the direction of the reader’s own interface, and narrow screens cut the upper and the lower edge.
 */
export function safeArea(size: CardSize): { words: Area; covered: readonly Area[] } {
  const { width, height } = CARD_SIZES[size];
  const inset = (top: number, side: number, bottom: number): Area => ({
    x: side,
    y: top,
    width: width - 2 * side,
    height: height - top - bottom,
  });
  switch (size) {
    case 'landscape':
    case 'square':
      return { words: inset(16, 16, 16), covered: [] };
    case 'portrait':
      return { words: inset(24, 34, 24), covered: [] };
    case 'story':
      return { words: inset(269, 65, 384), covered: [] };
    case 'banner':
    case 'wide-banner': {
      const corner = { width: width * 0.27, height: height * 0.4, y: height * 0.6 };
      return {
        words: inset(height * 0.06, width * 0.03, height * 0.06),
        covered: [
          { ...corner, x: 0 },
          { ...corner, x: width - corner.width },
        ],
      };
    }
  }
}

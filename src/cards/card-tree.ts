import { CARD_SIZES, type Card, type CardField } from './card.ts';
import { isolate } from './isolate.ts';

/** A card as elements in satori's vocabulary: `div`s with flexbox styles. Text stands alone in its element. */
export interface CardElement {
  type: 'div';
  props: { style: Record<string, string | number>; children: CardElement[] | string };
}

/** How the script of a language is set. Nastaliq hangs from above and needs more room between its lines. */
export interface Typography {
  family: string;
  /** Line height as a multiple of the font size. */
  headlineLeading: number;
  textLeading: number;
  /** Latin letters look larger than Nastaliq at the same size. */
  scale: number;
  /** Room between the kicker and the headline, in pixels: letters reach out of their lines. */
  gap: number;
}

const LATIN: Typography = { family: 'Noto Sans', headlineLeading: 1.16, textLeading: 1.36, scale: 1, gap: 10 };
const NASTALIQ: Typography = {
  family: 'Noto Nastaliq Urdu',
  headlineLeading: 2.2,
  textLeading: 2.3,
  scale: 0.92,
  gap: 26,
};
const NASKH: Typography = { family: 'Noto Naskh Arabic', headlineLeading: 1.6, textLeading: 1.7, scale: 1, gap: 12 };

export function typographyOf({ language, direction }: Pick<Card, 'language' | 'direction'>): Typography {
  if (direction === 'ltr') return LATIN;
  return language === 'ur' || language.startsWith('ur-') || language === 'pa-Arab' ? NASTALIQ : NASKH;
}

/** A text of the card that is set as large as its box allows. */
export interface FittedText {
  field: CardField;
  text: string;
  weight: number;
  leading: number;
  /** Room it has, in pixels. */
  width: number;
  height: number;
  largest: number;
  /** Below this a phone's thumbnail cannot be read. */
  smallest: number;
}

/** Room around the card's content, in pixels: also outside what networks crop or cover. */
export const MARGIN = 72;
const HEAD = 76;
const FOOT = 56;

/** The texts of a card that are fitted to their boxes, the headline first. */
export function fittedTexts(card: Card): FittedText[] {
  const { width, height } = CARD_SIZES[card.size];
  const type = typographyOf(card);
  const room = height - 2 * MARGIN - HEAD - FOOT - (card.kicker ? kickerHeight(type) : 0);
  const inner = width - 2 * MARGIN;
  const isSquare = card.size === 'square';
  const headlineShare = card.message ? 0.56 : 1;
  const headline: FittedText = {
    field: 'headline',
    text: card.headline,
    weight: 700,
    leading: type.headlineLeading,
    width: inner,
    height: room * headlineShare,
    largest: (isSquare ? 132 : 96) * type.scale,
    smallest: 40 * type.scale,
  };
  if (!card.message) return [headline];
  return [
    headline,
    {
      field: 'message',
      text: card.message,
      weight: 400,
      leading: type.textLeading,
      width: inner,
      height: room * (1 - headlineShare),
      largest: (isSquare ? 48 : 38) * type.scale,
      smallest: 26 * type.scale,
    },
  ];
}

/** The card as a tree, its texts at the given sizes in pixels. */
export function cardTree(card: Card, sizes: Readonly<Partial<Record<CardField, number>>>): CardElement {
  const { width, height } = CARD_SIZES[card.size];
  const { brand } = card;
  const texts = fittedTexts(card);
  return box(
    {
      width,
      height,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: MARGIN,
      position: 'relative',
      color: brand.text,
      fontFamily: typographyOf(card).family,
      backgroundImage: `linear-gradient(135deg, ${brand.primary} 0%, ${brand.secondary} 100%)`,
    },
    [
      ...ornament(card),
      head(card),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', width: width - 2 * MARGIN }, [
        ...(card.kicker ? [kicker(card)] : []),
        ...texts.map((text) => fittedElement(card, text, sizes[text.field] ?? text.smallest)),
      ]),
      foot(card),
    ],
  );
}

/** A fitted text as an element by itself: what is measured is what is drawn. */
export function fittedElement(card: Card, text: FittedText, size: number): CardElement {
  return box(
    {
      width: text.width,
      fontSize: size,
      fontWeight: text.weight,
      lineHeight: text.leading,
      fontFamily: typographyOf(card).family,
      ...aligned(card),
      ...(text.field === 'message' ? { opacity: 0.92 } : {}),
    },
    isolate(text.text),
  );
}

function head(card: Card): CardElement {
  const { brand } = card;
  const cross = (style: Record<string, string | number>) =>
    box({ position: 'absolute', backgroundColor: brand.primary, borderRadius: 4, ...style }, []);
  const mark = box({ width: 56, height: 56, borderRadius: 28, backgroundColor: brand.text, position: 'relative' }, [
    cross({ left: 24, top: 13, width: 8, height: 30 }),
    cross({ left: 13, top: 24, width: 30, height: 8 }),
  ]);
  const gap = card.direction === 'rtl' ? { marginRight: 18 } : { marginLeft: 18 };
  const name = box(
    { ...gap, fontSize: 34 * typographyOf(card).scale, fontWeight: 700, lineHeight: smallLeading(card) },
    isolate(card.organisation),
  );
  const label = card.demonstration
    ? [
        box(
          {
            fontSize: 24 * typographyOf(card).scale,
            lineHeight: smallLeading(card),
            paddingLeft: 18,
            paddingRight: 18,
            borderRadius: 26,
            border: `2px solid ${brand.text}`,
          },
          isolate(card.demonstration),
        ),
      ]
    : [];
  return box({ ...row(card), height: HEAD, alignItems: 'center', justifyContent: 'space-between' }, [
    box({ ...row(card), alignItems: 'center' }, [mark, name]),
    ...label,
  ]);
}

function kicker(card: Card): CardElement {
  const type = typographyOf(card);
  return box(
    {
      width: CARD_SIZES[card.size].width - 2 * MARGIN,
      color: card.brand.accent,
      fontSize: kickerSize(type),
      fontWeight: 700,
      lineHeight: type.textLeading,
      marginBottom: type.gap,
      ...aligned(card),
    },
    isolate(card.kicker ?? ''),
  );
}

function foot(card: Card): CardElement {
  const size = 32 * typographyOf(card).scale;
  const tag = card.hashtag ? isolate(`#${card.hashtag}`) : '';
  return box({ ...row(card), height: FOOT, alignItems: 'center', justifyContent: 'space-between', fontSize: size }, [
    box({ color: card.brand.accent, fontWeight: 700, lineHeight: smallLeading(card) }, tag),
    box({ fontFamily: LATIN.family, fontSize: 26, lineHeight: 1.3 }, card.host),
  ]);
}

/** Two quiet rings beyond the corner where no text stands. */
function ornament(card: Card): CardElement[] {
  const side = card.direction === 'rtl' ? 'left' : 'right';
  const { width } = CARD_SIZES[card.size];
  const ring = (diameter: number, offset: number) =>
    box(
      {
        position: 'absolute',
        width: diameter,
        height: diameter,
        bottom: -offset,
        [side]: -offset,
        borderRadius: diameter / 2,
        backgroundColor: 'rgba(255, 255, 255, 0.05)',
      },
      [],
    );
  return [ring(width * 0.55, width * 0.2), ring(width * 0.34, width * 0.12)];
}

function kickerSize(type: Typography): number {
  return 32 * type.scale;
}

function kickerHeight(type: Typography): number {
  return kickerSize(type) * type.textLeading + type.gap;
}

function smallLeading(card: Card): number {
  return typographyOf(card).textLeading;
}

function aligned({ direction }: Card): Record<string, string | number> {
  return { direction, textAlign: direction === 'rtl' ? 'right' : 'left' };
}

function row({ direction }: Card): Record<string, string | number> {
  return { flexDirection: direction === 'rtl' ? 'row-reverse' : 'row' };
}

function box(style: Record<string, string | number>, children: CardElement[] | string): CardElement {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

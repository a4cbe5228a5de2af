import { CARD_SIZES, type Card, type CardField } from './card.ts';
import { isolate } from './isolate.ts';
import { LATIN, typographyOf } from './typography.ts';

/** A card as elements in satori's vocabulary: `div`s with flexbox styles. Text stands alone in its element. */
export interface CardElement {
  type: 'div';
  props: { style: Style; children: CardElement[] | string };
}

type Style = Record<string, string | number>;

/** A text of the card that is set as large as its box allows. */
export interface FittedText {
  field: CardField | 'organisation';
  text: string;
  weight: number;
  leading: number;
  /** Room it has, in pixels. */
  width: number;
  height: number;
  largest: number;
  /** Below this a phone's thumbnail cannot be read. */
  smallest: number;
  isOneLine: boolean;
}

/** How a text is set, in pixels. */
export interface SetText {
  size: number;
  /** Width of its lines; narrower than its room where that makes them of like length. */
  width: number;
  /** Line height as a multiple of the size. */
  leading: number;
  /** How far the lines start inside their room, so that their ink does not leave it. */
  shift: number;
  /** Room to be kept free above and below its box, for ink that leaves it. */
  inkAbove: number;
  inkBelow: number;
}

/** By field: how each text of a card is set. */
export type Setting = Readonly<Partial<Record<FittedText['field'], SetText>>>;

/** Room around the card's content, in pixels: also outside what networks crop or cover. */
export const MARGIN = 64;
const HEAD = 76;
const FOOT = 56;
/** Room between head, middle and foot. */
const SECTION_GAP = 18;
const LABEL_WIDTH = 240;

/** The texts of a card that are fitted to their boxes. */
export function fittedTexts(card: Card): FittedText[] {
  const { width, height } = CARD_SIZES[card.size];
  const type = typographyOf(card);
  const { gap, scale, textLeading, headlineLeading } = type;
  const inner = width - 2 * MARGIN;
  const isSquare = card.size === 'square';
  const kickerHeight = 34 * scale * textLeading;
  const kickerRoom = card.kicker === undefined ? 0 : kickerHeight + gap;
  const room = height - 2 * MARGIN - HEAD - FOOT - 2 * SECTION_GAP - kickerRoom - (card.message ? gap : 0);
  const headlineShare = card.message ? 0.58 : 1;
  const oneLine = (
    field: FittedText['field'],
    text: string | undefined,
    lineWidth: number,
    largest: number,
    smallest: number,
  ): FittedText[] =>
    text === undefined
      ? []
      : [
          {
            field,
            text,
            weight: 700,
            leading: textLeading,
            width: lineWidth,
            height: largest * scale * textLeading,
            largest: largest * scale,
            smallest: smallest * scale,
            isOneLine: true,
          },
        ];
  return [
    ...oneLine('kicker', card.kicker, inner, 34, 22),
    {
      field: 'headline',
      text: card.headline,
      weight: 700,
      leading: headlineLeading,
      width: inner,
      height: room * headlineShare,
      largest: (isSquare ? 132 : 100) * scale,
      smallest: 40 * scale,
      isOneLine: false,
    },
    ...(card.message === undefined
      ? []
      : [
          {
            field: 'message' as const,
            text: card.message,
            weight: 400,
            leading: textLeading,
            width: inner,
            height: room * (1 - headlineShare),
            largest: (isSquare ? 48 : 38) * scale,
            smallest: 26 * scale,
            isOneLine: false,
          },
        ]),
    ...oneLine('hashtag', card.hashtag && `#${card.hashtag}`, inner * 0.62, 32, 18),
    ...oneLine('organisation', card.organisation, inner - 74 - (card.demonstration ? LABEL_WIDTH : 0), 34, 14),
  ];
}

/** The card as a tree, its texts set as `setting` says. */
export function cardTree(card: Card, setting: Setting): CardElement {
  const { width, height } = CARD_SIZES[card.size];
  const { brand } = card;
  const texts = new Map(fittedTexts(card).map((text) => [text.field, text]));
  const set = (field: FittedText['field'], style: Style = {}): CardElement[] => {
    const text = texts.get(field);
    return text ? [fittedElement(card, text, setting[field] ?? plainSetting(text), style)] : [];
  };
  const { gap } = typographyOf(card);
  const above = (field: FittedText['field']) => ({ marginTop: gap + (setting[field]?.inkAbove ?? 0) });
  const inkBelow = { marginBottom: setting.headline?.inkBelow ?? 0 };
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
      head(card, set('organisation')),
      box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center', width: width - 2 * MARGIN }, [
        ...set('kicker', { color: brand.accent }),
        ...set('headline', { ...(card.kicker === undefined ? {} : above('headline')), ...inkBelow }),
        ...set('message', { ...above('message'), opacity: 0.92 }),
      ]),
      foot(card, set('hashtag', { color: brand.accent })),
    ],
  );
}

/** A text set in its whole room, at the smallest size it may have if none is said. */
export function plainSetting({ smallest, width, leading }: FittedText, size: number = smallest): SetText {
  return { size, width, leading, shift: 0, inkAbove: 0, inkBelow: 0 };
}

/** A fitted text as an element by itself: what is measured is what is drawn. */
export function fittedElement(card: Card, text: FittedText, set: SetText, style: Style = {}): CardElement {
  const { size, width, leading, shift } = set;
  const rest = text.width - width - shift;
  const [before, after] = card.direction === 'rtl' ? ['marginRight', 'marginLeft'] : ['marginLeft', 'marginRight'];
  return box(
    {
      width,
      ...(text.isOneLine ? {} : { [before]: shift, [after]: Math.max(0, rest) }),
      fontSize: size,
      fontWeight: text.weight,
      lineHeight: leading,
      fontFamily: typographyOf(card).family,
      direction: card.direction,
      textAlign: card.direction === 'rtl' ? 'right' : 'left',
      ...style,
    },
    isolate(text.text),
  );
}

function head(card: Card, name: readonly CardElement[]): CardElement {
  const { brand } = card;
  const cross = (style: Style) =>
    box({ position: 'absolute', backgroundColor: brand.primary, borderRadius: 4, ...style }, []);
  const mark = box({ width: 56, height: 56, borderRadius: 28, backgroundColor: brand.text, position: 'relative' }, [
    cross({ left: 24, top: 13, width: 8, height: 30 }),
    cross({ left: 13, top: 24, width: 30, height: 8 }),
  ]);
  const type = typographyOf(card);
  const label = card.demonstration
    ? [
        box(
          {
            fontSize: 24 * type.scale,
            lineHeight: type.textLeading,
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
    box({ ...row(card), alignItems: 'center' }, [mark, box({ width: 18 }, []), ...name]),
    ...label,
  ]);
}

function foot(card: Card, tag: readonly CardElement[]): CardElement {
  return box({ ...row(card), height: FOOT, alignItems: 'center', justifyContent: 'space-between' }, [
    ...(tag.length > 0 ? tag : [box({}, [])]),
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

function row({ direction }: Card): Style {
  return { flexDirection: direction === 'rtl' ? 'row-reverse' : 'row' };
}

function box(style: Style, children: CardElement[] | string): CardElement {
  // The engines differ in what they take for the default.
  return { type: 'div', props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children } };
}

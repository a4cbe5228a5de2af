import type { Card, CardField } from './card.ts';
import { frameOf, LABEL_SIZE, labelHeight, middleOf, spacingOf } from './card-frame.ts';
import { mix, withOpacity } from './colours.ts';
import { isolate } from './isolate.ts';
import { LATIN, typographyOf } from './typography.ts';

/** A card as elements in satori's vocabulary: boxes with flexbox styles, and pictures. Text stands alone in its element. */
export interface CardElement {
  type: 'div' | 'img';
  props: {
    style: Style;
    children: CardElement[] | string;
    /** Of a picture: an address that holds it (`data:`), or `PHOTO` for the card's photograph. */
    src?: string;
  };
  /** Which text of the card this is. */
  field?: FittedField;
}

type Style = Record<string, string | number>;

/** In place of an address: the photograph, cut to the card's size. */
export const PHOTO = 'photo';

export type FittedField = CardField | 'organisation' | 'host' | 'label' | 'detailLabel' | 'demonstration';

/** A text of the card that is set as large as its box allows. */
export interface FittedText {
  field: FittedField;
  text: string;
  weight: 400 | 700;
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
export type Setting = Readonly<Partial<Record<FittedField, SetText>>>;

/** Texts of more than one line, in their order from above. */
const FLOWING = ['headline', 'message', 'detail'] as const;
type Flowing = (typeof FLOWING)[number];

/**
 * The texts of a card that are fitted to their boxes. The headline, the message and what stands below them share the middle of
 * the card: each gets as much of it as its words ask for.
 *
 * @param lean How much of the middle the headline is given beyond its share, from -1 to 1.
 */
export function fittedTexts(card: Card, lean = 0): FittedText[] {
  const frame = frameOf(card);
  const type = typographyOf(card);
  const { unit, width, margin } = frame;
  const { gap, panel, label } = spacingOf(card);
  const whole = width - 2 * margin;
  const { width: inner, height } = middleOf(card);
  const isBanner = frame.align === 'center';
  const minimum = isBanner ? unit * 1.1 : 1;
  const line = (
    field: FittedField,
    text: string | undefined,
    lineWidth: number,
    largest: number,
    smallest: number,
    { weight = 700, typography = type }: { weight?: 400 | 700; typography?: typeof type } = {},
  ): FittedText[] =>
    text === undefined
      ? []
      : [
          {
            field,
            text,
            weight,
            leading: typography.textLeading,
            width: lineWidth,
            height: largest * typography.scale * typography.textLeading,
            largest: largest * typography.scale,
            smallest: Math.min(largest, smallest) * typography.scale,
            isOneLine: true,
          },
        ];
  const beside = isKickerBesideLabel(card);
  const kicker = line('kicker', card.kicker, beside ? inner - labelWidth(card) : inner, 33 * unit, 22 * minimum);
  const credit = line('credit', card.credit, inner, 20 * unit, 15 * minimum, { weight: 400 });
  const panelWidth = inner - (hasPanel(card) ? 2 * panel : 0);
  const detailLabel = line('detailLabel', card.detailLabel, panelWidth, 25 * unit, 18 * minimum);

  // A fact and a verdict are whole sentences; other headlines are a few words.
  const isLong = card.template === 'fact' || card.template === 'myth';
  const rooms: Record<Flowing, { text: string | undefined; width: number; largest: number; smallest: number }> = {
    headline: {
      text: card.headline,
      width: inner - barRoom(card),
      largest: frame.headline * type.scale * (isLong ? 0.82 : 1),
      smallest: (isLong ? 34 : 40) * minimum * type.scale,
    },
    message: {
      text: card.message,
      width: inner,
      largest: frame.message * type.scale,
      smallest: 26 * minimum * type.scale,
    },
    detail: {
      text: card.detail,
      width: panelWidth,
      largest: (card.template === 'fact' ? 28 : 38) * unit * type.scale,
      smallest: 24 * minimum * type.scale,
    },
  };
  const taken =
    (beside ? Math.max(label, heightWithGap(kicker, gap)) : label + heightWithGap(kicker, gap)) +
    heightWithGap(credit, gap) +
    (card.message === undefined ? 0 : gap) +
    (card.detail === undefined ? 0 : gap * 2 + (hasPanel(card) ? 2 * panel : 0) + heightWithGap(detailLabel, 0)) +
    (card.template === 'episode' && !isBanner ? TIMELINE * unit + gap : 0);
  const middle = height - taken;
  const heights = shareOut(
    middle,
    FLOWING.flatMap((field) => {
      const { text, ...room } = rooms[field];
      const leading = field === 'headline' ? type.headlineLeading : type.textLeading;
      return text === undefined ? [] : [{ field, ...needs(text, room, leading, type.letterWidth) }];
    }),
    lean,
  );
  return [
    ...line('label', card.label, inner * 0.8, LABEL_SIZE * unit, 18 * minimum),
    ...kicker,
    ...FLOWING.flatMap((field): FittedText[] => {
      const { text, ...room } = rooms[field];
      const leading = field === 'headline' ? type.headlineLeading : type.textLeading;
      const weight = field === 'headline' ? 700 : 400;
      return text === undefined
        ? []
        : [{ field, text, weight, leading, height: heights.get(field) ?? 0, isOneLine: false, ...room }];
    }),
    ...detailLabel,
    ...credit,
    ...line(
      'hashtag',
      card.hashtag && `#${card.hashtag}`,
      isBanner ? width * 0.44 : whole * 0.6,
      32 * unit,
      18 * minimum,
    ),
    ...line('host', card.host, isBanner ? width * 0.26 : whole * 0.37, 26 * unit, 12 * minimum, {
      weight: 400,
      typography: LATIN,
    }),
    ...(isBanner ? [] : line('organisation', card.organisation, nameRoom(card, whole), 34 * unit, 14)),
    ...line('demonstration', card.demonstration, 190 * unit, 22 * unit, 12, { weight: 400 }),
  ];
}

/** The card as a tree, its texts set as `setting` says. */
export function cardTree(card: Card, setting: Setting, scrim = 0.8): CardElement {
  const frame = frameOf(card);
  const { width, height } = frame;
  const { brand } = card;
  const { around, gap } = spacingOf(card);
  const isBanner = frame.align === 'center';
  const texts = new Map(fittedTexts(card).map((text) => [text.field, text]));
  const set: SetField = (field, style = {}) => {
    const text = texts.get(field);
    return text ? [fittedElement(card, text, setting[field] ?? plainSetting(text), style)] : [];
  };
  const ink = (field: FittedField) => ({
    marginTop: setting[field]?.inkAbove ?? 0,
    marginBottom: setting[field]?.inkBelow ?? 0,
  });
  const place = middleOf(card);
  const headline = set('headline', ink('headline'));
  const middle = box(
    {
      position: 'absolute',
      left: place.x,
      top: place.y,
      width: place.width,
      height: place.height,
      flexDirection: 'column',
      justifyContent: 'center',
      alignItems: isBanner ? 'center' : isRightToLeft(card) ? 'flex-end' : 'flex-start',
    },
    [
      ...labelAndKicker(card, set),
      ...(barRoom(card) > 0 ? [barred(card, headline)] : headline),
      ...spaced(set('message', { color: mix(brand.primary, brand.text, 0.92), ...ink('message') }), { marginTop: gap }),
      ...(card.template === 'episode' && !isBanner ? [timeline(card, gap)] : []),
      ...detailPanel(card, set, ink('detail')),
    ],
  );
  return box(
    {
      width,
      height,
      position: 'relative',
      color: brand.text,
      fontFamily: typographyOf(card).family,
      backgroundColor: brand.primary,
      overflow: 'hidden',
    },
    [
      ...(card.photo ? photograph(card, scrim) : ornament(card)),
      box(
        {
          position: 'absolute',
          left: 0,
          top: frame.band,
          width,
          height: height - frame.band,
          backgroundColor: brand.secondary,
        },
        [],
      ),
      ...(isBanner ? [] : [head(card, set)]),
      middle,
      ...set('credit', {
        position: 'absolute',
        left: place.x,
        top: frame.band - around * 0.6 - (texts.get('credit')?.height ?? 0),
        color: brand.text,
      }),
      isBanner ? bannerFoot(card, set) : foot(card, set),
    ],
  );
}

/** What letters on the photograph of a card stand on: the photograph below its scrim, and nothing else. */
export function photoTree(card: Card, scrim: number): CardElement {
  const { width, height } = frameOf(card);
  return box({ width, height, position: 'relative', backgroundColor: card.brand.primary }, photograph(card, scrim));
}

type SetField = (field: FittedField, style?: Style) => CardElement[];

/** A text set in its whole room, at the smallest size it may have if none is said. */
export function plainSetting({ smallest, width, leading }: FittedText, size: number = smallest): SetText {
  return { size, width, leading, shift: 0, inkAbove: 0, inkBelow: 0 };
}

/** A fitted text as an element by itself: what is measured is what is drawn. */
export function fittedElement(card: Card, text: FittedText, set: SetText, style: Style = {}): CardElement {
  const { size, width, leading, shift } = set;
  const isCentred = frameOf(card).align === 'center';
  const side = isRightToLeft(card) ? 'marginRight' : 'marginLeft';
  const element = box(
    {
      width,
      ...(text.isOneLine || isCentred ? {} : { [side]: shift }),
      fontSize: size,
      fontWeight: text.weight,
      lineHeight: leading,
      fontFamily: text.field === 'host' ? LATIN.family : typographyOf(card).family,
      direction: text.field === 'host' ? 'ltr' : card.direction,
      textAlign: isCentred ? 'center' : isRightToLeft(card) ? 'right' : 'left',
      ...style,
    },
    text.field === 'host' ? text.text : isolate(text.text),
  );
  return { ...element, field: text.field };
}

/** What each text asks for: its height at its largest and at its smallest size, by and large. */
function needs(
  text: string,
  { width, largest, smallest }: { width: number; largest: number; smallest: number },
  leading: number,
  letterWidth: number,
): { most: number; least: number } {
  const heightAt = (size: number) =>
    Math.max(1, Math.ceil((text.length * letterWidth * size) / width)) * size * leading;
  return { most: heightAt(largest), least: heightAt(smallest) };
}

/** A headline is read at any size; what stands below it has to be large enough. */
const FAVOUR = 1.5;

/** The height of each text: in proportion to what it would like, but the small ones never less than they need. */
function shareOut(
  room: number,
  asked: readonly { field: Flowing; most: number; least: number }[],
  lean: number,
): Map<Flowing, number> {
  const all = asked.reduce((sum, { most }) => sum + most, 0);
  const heights = new Map<Flowing, number>();
  let left = room;
  for (const { field, most, least } of asked.toReversed()) {
    if (field === 'headline') heights.set(field, Math.max(1, left));
    else {
      const fair = Math.min(most, Math.max((most / all) * room * FAVOUR, least * 1.1));
      const height = Math.max(1, Math.min(fair * (1 - lean), room * 0.7));
      heights.set(field, height);
      left -= height;
    }
  }
  return heights;
}

function heightWithGap(texts: readonly FittedText[], gap: number): number {
  return texts.reduce((sum, { height }) => sum + height + gap, 0);
}

function isRightToLeft({ direction }: Card): boolean {
  return direction === 'rtl';
}

function hasPanel({ template, detail }: Card): boolean {
  return detail !== undefined && template !== 'fact';
}

/** Room at the start of a fact's words for the bar beside them. */
function barRoom(card: Card): number {
  const { align, unit } = frameOf(card);
  return card.template === 'fact' && align === 'start' ? 40 * unit : 0;
}

function nameRoom(card: Card, inner: number): number {
  const { unit } = frameOf(card);
  return inner - 80 * unit - (card.demonstration === undefined ? 0 : 240 * unit);
}

function spaced(elements: CardElement[], style: Style): CardElement[] {
  return elements.map((element) => {
    const own = element.props.style;
    const added = Object.fromEntries(
      Object.entries(style).map(([name, value]) => [name, Number(value) + Number(own[name] ?? 0)]),
    );
    return { ...element, props: { ...element.props, style: { ...own, ...added } } };
  });
}

function labelAndKicker(card: Card, set: SetField): CardElement[] {
  const { unit } = frameOf(card);
  const { gap } = spacingOf(card);
  const below = { marginBottom: gap };
  const kicker = set('kicker', { color: card.brand.accent });
  const chip = set('label', { color: card.brand.secondary }).map((words) =>
    box(
      {
        height: labelHeight(card),
        paddingLeft: 18 * unit,
        paddingRight: 18 * unit,
        borderRadius: 8 * unit,
        alignItems: 'center',
        backgroundColor: card.brand.accent,
      },
      [asWideAsItsWords(words)],
    ),
  );
  if (!isKickerBesideLabel(card)) return [...spaced(chip, below), ...spaced(kicker, below)];
  return [box({ ...row(card), ...below, alignItems: 'center' }, [...chip, box({ width: 18 * unit }, []), ...kicker])];
}

/** Room for the label, what is around it included; by and large, for nothing is measured here. */
function labelWidth(card: Card): number {
  const { unit } = frameOf(card);
  const { letterWidth, scale } = typographyOf(card);
  return (card.label?.length ?? 0) * letterWidth * 1.25 * LABEL_SIZE * unit * scale + 60 * unit;
}

function isKickerBesideLabel(card: Card): boolean {
  if (card.label === undefined || card.kicker === undefined) return false;
  const { letterWidth, scale } = typographyOf(card);
  const wish = card.kicker.length * letterWidth * 33 * frameOf(card).unit * scale;
  return wish <= middleOf(card).width - labelWidth(card);
}

function asWideAsItsWords(element: CardElement): CardElement {
  const { width: _width, ...style } = element.props.style;
  return { ...element, props: { ...element.props, style } };
}

/** A bar at the start of a fact, as beside a quotation. */
function barred(card: Card, headline: CardElement[]): CardElement {
  const { unit } = frameOf(card);
  const bar = box(
    { width: 10 * unit, borderRadius: 5 * unit, alignSelf: 'stretch', backgroundColor: card.brand.accent },
    [],
  );
  return box({ ...row(card), width: middleOf(card).width }, [
    bar,
    box({ width: barRoom(card) - 10 * unit }, []),
    ...headline,
  ]);
}

function detailPanel(card: Card, set: SetField, ink: Style): CardElement[] {
  const { unit } = frameOf(card);
  const { gap, panel } = spacingOf(card);
  const text = set('detail', { color: card.brand.text, ...ink });
  if (text.length === 0) return [];
  const isPanel = hasPanel(card);
  return [
    box(
      {
        flexDirection: 'column',
        width: middleOf(card).width,
        marginTop: gap * 2,
        alignItems: frameOf(card).align === 'center' ? 'center' : isRightToLeft(card) ? 'flex-end' : 'flex-start',
        ...(isPanel && { padding: panel, borderRadius: 16 * unit, backgroundColor: card.brand.secondary }),
      },
      [...set('detailLabel', { color: card.brand.accent }), ...text],
    ),
  ];
}

const TIMELINE = 28;

/** An episode's time runs from left to right in every script, as on players (Material Design, bidirectionality). */
function timeline(card: Card, gap: number): CardElement {
  const { unit } = frameOf(card);
  const { width: inner } = middleOf(card);
  const bar = (style: Style) => box({ position: 'absolute', borderRadius: 14 * unit, ...style }, []);
  return box({ position: 'relative', width: inner, height: TIMELINE * unit, marginTop: gap }, [
    bar({
      left: 0,
      top: 10 * unit,
      width: inner,
      height: 8 * unit,
      backgroundColor: mix(card.brand.primary, card.brand.text, 0.25),
    }),
    bar({ left: 0, top: 10 * unit, width: inner * 0.32, height: 8 * unit, backgroundColor: card.brand.accent }),
    bar({
      left: inner * 0.32 - 14 * unit,
      top: 0,
      width: 28 * unit,
      height: 28 * unit,
      backgroundColor: card.brand.accent,
    }),
  ]);
}

function head(card: Card, set: SetField): CardElement {
  const frame = frameOf(card);
  const { unit } = frame;
  return box(
    {
      ...row(card),
      position: 'absolute',
      left: frame.margin,
      top: frame.top,
      width: frame.width - 2 * frame.margin,
      height: frame.head,
      alignItems: 'center',
      justifyContent: 'space-between',
    },
    [
      box({ ...row(card), alignItems: 'center' }, [mark(card), box({ width: 18 * unit }, []), ...set('organisation')]),
      ...demonstrationPill(card, set),
    ],
  );
}

function mark({ brand, ...card }: Card): CardElement {
  const { unit } = frameOf(card);
  const side = 56 * unit;
  if (brand.mark !== undefined) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="200" height="200"><path d="${brand.mark}" fill="${brand.text}"/></svg>`;
    const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    return { type: 'img', props: { src, style: { width: side, height: side }, children: [] } };
  }
  const bar = (style: Style) =>
    box({ position: 'absolute', backgroundColor: brand.primary, borderRadius: 4 * unit, ...style }, []);
  return box({ width: side, height: side, borderRadius: side / 2, backgroundColor: brand.text, position: 'relative' }, [
    bar({ left: 24 * unit, top: 13 * unit, width: 8 * unit, height: 30 * unit }),
    bar({ left: 13 * unit, top: 24 * unit, width: 30 * unit, height: 8 * unit }),
  ]);
}

function demonstrationPill(card: Card, set: SetField): CardElement[] {
  const { unit } = frameOf(card);
  return set('demonstration').map((words) =>
    box(
      {
        paddingLeft: 16 * unit,
        paddingRight: 16 * unit,
        borderRadius: 26 * unit,
        ...(card.photo && { backgroundColor: card.brand.primary }),
        border: `${2 * unit}px solid ${mix(card.brand.primary, card.brand.text, 0.6)}`,
      },
      [asWideAsItsWords(words)],
    ),
  );
}

function foot(card: Card, set: SetField): CardElement {
  const frame = frameOf(card);
  const tag = set('hashtag', { color: card.brand.accent });
  return box(
    {
      ...row(card),
      position: 'absolute',
      left: frame.margin,
      top: frame.band,
      width: frame.width - 2 * frame.margin,
      height: frame.line,
      alignItems: 'center',
      justifyContent: 'space-between',
    },
    [...(tag.length > 0 ? tag : [box({}, [])]), ...set('host').map(asWideAsItsWords)],
  );
}

function bannerFoot(card: Card, set: SetField): CardElement {
  const frame = frameOf(card);
  const { unit } = frame;
  const host = set('host').map(asWideAsItsWords);
  const pill = demonstrationPill(card, set);
  return box(
    {
      position: 'absolute',
      left: frame.width * 0.28,
      top: frame.band,
      width: frame.width * 0.44,
      height: frame.line,
      flexDirection: 'column',
      alignItems: 'center',
      justifyContent: 'center',
    },
    [
      ...set('hashtag', { color: card.brand.accent }).map(asWideAsItsWords),
      box({ ...row(card), alignItems: 'center' }, [
        ...host,
        ...(pill.length > 0 ? [box({ width: 20 * unit }, []), ...pill] : []),
      ]),
    ],
  );
}

/** A quiet round beyond the corner where no text starts. */
function ornament(card: Card): CardElement[] {
  const { width, band, align } = frameOf(card);
  const diameter = band * (align === 'center' ? 1.5 : 0.82);
  const side = isRightToLeft(card) ? 'left' : 'right';
  return [
    box(
      {
        position: 'absolute',
        width: diameter,
        height: diameter,
        top: band - diameter * 0.62,
        [side]: align === 'center' ? width * 0.5 - diameter / 2 : -diameter * 0.34,
        borderRadius: diameter / 2,
        backgroundColor: mix(card.brand.primary, card.brand.text, 0.055),
      },
      [],
    ),
  ];
}

/** The photograph, and the ground's colour over it where words stand: beside them it is seen as it is. */
function photograph(card: Card, scrim: number): CardElement[] {
  const { width, band, top, head, align } = frameOf(card);
  const over = { position: 'absolute', left: 0, top: 0, width, height: band };
  const middle = middleOf(card);
  const stop = (opacity: number, share: number) =>
    `${withOpacity(card.brand.primary, opacity)} ${Math.round(share * 1000) / 10}%`;
  const sideways = isRightToLeft(card) ? 'to left' : 'to right';
  const end = (frameOf(card).margin + middle.width) / width;
  const gradient =
    align === 'center'
      ? ['to right', stop(scrim, 0), stop(scrim, 1)]
      : card.size === 'landscape'
        ? [sideways, stop(scrim, 0), stop(scrim, end), stop(CLEAR, Math.min(1, end + 0.2))]
        : [
            'to bottom',
            stop(scrim, 0),
            stop(scrim, (top + head) / band),
            stop(CLEAR, (top + head) / band + 0.05),
            stop(CLEAR, middle.y / band - 0.08),
            stop(scrim, middle.y / band),
            stop(scrim, 1),
          ];
  return [
    { type: 'img', props: { src: PHOTO, style: { ...over, objectFit: 'cover' }, children: [] } },
    box({ ...over, backgroundImage: `linear-gradient(${gradient.join(', ')})` }, []),
  ];
}

/** What is left of the ground's colour where the photograph is seen. */
const CLEAR = 0.06;

function row({ direction }: Card): Style {
  return { flexDirection: direction === 'rtl' ? 'row-reverse' : 'row' };
}

function box(style: Style, children: CardElement[] | string): CardElement {
  // The engines differ in what they take for the default.
  return { type: 'div', props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children } };
}

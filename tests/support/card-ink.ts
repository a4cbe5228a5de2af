import type { Card } from '../../src/cards/card.ts';
import { CARD_SIZES } from '../../src/cards/card-sizes.ts';
import { type CardElement, cardTree, type FittedField } from '../../src/cards/card-tree.ts';
import { fitCard } from '../../src/cards/fit-card.ts';
import { openTakumi } from '../../src/cards/takumi-renderer.ts';

/** The pixels with ink of a card's texts, or of one of them alone. Throws where the card's words have no room. */
export async function inkOf(card: Card, only?: FittedField): Promise<[x: number, y: number][]> {
  const renderer = await openTakumi();
  const { setting } = await fitCard(card, renderer);
  if (!setting) throw new TypeError(`${card.headline} does not fit`);
  const { width, height } = CARD_SIZES[card.size];
  const pixels = await renderer.drawPixels(textOnly(cardTree(card, setting), only), width, height, card.language);
  const ink: [number, number][] = [];
  for (let at = 0; at < width * height; at += 1)
    if ((pixels[at * 4 + 3] ?? 0) >= 128) ink.push([at % width, Math.floor(at / width)]);
  return ink;
}

/** The tree with nothing but its texts, those that are not wanted invisible. */
function textOnly({ type, field, props }: CardElement, only: FittedField | undefined): CardElement {
  const { backgroundImage: _image, backgroundColor: _colour, border: _border, ...style } = props.style;
  if (type === 'img') return { type: 'div', props: { style, children: [] } };
  const { children } = props;
  if (typeof children !== 'string')
    return { type, props: { style, children: children.map((child) => textOnly(child, only)) } };
  const isShown = only === undefined || field === only;
  return { type, props: { style: { ...style, color: isShown ? '#000000' : 'rgba(0,0,0,0)' }, children } };
}

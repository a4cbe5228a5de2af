import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { CARD_SIZES } from '../../../src/cards/card-sizes.ts';
import { cardTree } from '../../../src/cards/card-tree.ts';
import { fitCard } from '../../../src/cards/fit-card.ts';
import { openTakumi } from '../../../src/cards/takumi-renderer.ts';
import { task } from './bench-cards.ts';

// The floor: pixels that are there already become PNG files at sharp's own settings, and nothing is drawn.
const { folder, cards } = task();
const [card] = cards;
if (!card) throw new RangeError('no card');
const { width, height } = CARD_SIZES[card.size];
const renderer = await openTakumi();
const { setting } = await fitCard(card, renderer);
if (!setting) throw new TypeError('the card has no room for its words');
const pixels = await renderer.drawPixels(cardTree(card, setting), width, height, card.language);
for (const index of cards.keys()) {
  const png = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  await writeFile(path.join(folder, `${index}.png`), png);
}

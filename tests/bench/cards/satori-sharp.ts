import path from 'node:path';
import sharp from 'sharp';
import { CARD_SIZES } from '../../../src/cards/card.ts';
import { cardTree, fittedTexts, plainSetting } from '../../../src/cards/card-tree.ts';
import { toSvg } from '../../../src/cards/satori-renderer.ts';
import { task } from './bench-cards.ts';

// The same tree at fixed sizes: it fits nothing, which is less work than the desk does.
const { folder, cards } = task();
for (const [index, card] of cards.entries()) {
  const { width, height } = CARD_SIZES[card.size];
  const setting = Object.fromEntries(
    fittedTexts(card).map((text) => [text.field, plainSetting(text, text.field === 'headline' ? 72 : text.largest)]),
  );
  const svg = await toSvg(cardTree(card, setting), width, height, 'Noto Sans');
  await sharp(Buffer.from(svg))
    .png()
    .toFile(path.join(folder, `${index}.png`));
}

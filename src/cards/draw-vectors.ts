import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Card, cardFileName } from './card.ts';
import { CARD_SIZES } from './card-sizes.ts';
import { cardTree } from './card-tree.ts';
import { CardDrawing, type ReadyCard } from './draw-card.ts';
import { canSetVector, toSvg } from './satori-renderer.ts';
import { openTakumi } from './takumi-renderer.ts';
import { typographyOf } from './typography.ts';

export interface DrawnVectors {
  drawn: number;
  /** Cards whose words have no room. */
  skipped: number;
}

/**
 * Writes cards as SVG into a folder, each under the name of its picture. It is the same tree with the same sizes: what was
 * fitted for the picture is drawn.
 */
export async function drawVectors(
  cards: readonly Card[],
  directory: string,
  root = process.cwd(),
): Promise<DrawnVectors> {
  await mkdir(directory, { recursive: true });
  const drawing = new CardDrawing(await openTakumi(), root);
  const result: DrawnVectors = { drawn: 0, skipped: 0 };
  for (const card of cards) {
    const { ready } = await drawing.ready(card);
    if (!ready) {
      result.skipped += 1;
      continue;
    }
    await writeFile(path.join(directory, cardFileName(card).replace(/\w+$/, 'svg')), await cardVector(ready));
    result.drawn += 1;
  }
  return result;
}

/** A card as SVG, its text as paths: by satori in the scripts that it sets right, by takumi in the others. */
export async function cardVector({ card, setting, photo }: ReadyCard): Promise<string> {
  const { width, height } = CARD_SIZES[card.size];
  const tree = cardTree(card, setting, photo?.scrim);
  const { family } = typographyOf(card);
  if (canSetVector(family)) return toSvg(tree, width, height, family, photo?.bytes);
  return (await openTakumi()).drawSvg(tree, width, height, card.language, photo?.bytes);
}

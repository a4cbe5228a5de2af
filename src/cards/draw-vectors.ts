import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CARD_SIZES, type Card, cardFileName } from './card.ts';
import { fitCard } from './fit-card.ts';
import { canSetVector, toSvg } from './satori-renderer.ts';
import { openTakumi } from './takumi-renderer.ts';

export interface DrawnVectors {
  drawn: number;
  /** Cards in scripts that cannot be set as vectors, or with a text that fits nowhere. */
  skipped: number;
}

/**
 * Writes cards as SVG into a folder, each under the name of its picture. It is the same tree with the same sizes: what was
 * fitted for the picture is drawn.
 */
export async function drawVectors(cards: readonly Card[], directory: string): Promise<DrawnVectors> {
  await mkdir(directory, { recursive: true });
  const renderer = await openTakumi();
  const result: DrawnVectors = { drawn: 0, skipped: 0 };
  for (const card of cards) {
    const fitted = canSetVector(card.direction) ? await fitCard(card, renderer) : undefined;
    if (!fitted?.tree) {
      result.skipped += 1;
      continue;
    }
    const { width, height } = CARD_SIZES[card.size];
    const svg = await toSvg(fitted.tree, width, height, card.direction);
    await writeFile(path.join(directory, cardFileName(card).replace(/png$/, 'svg')), svg);
    result.drawn += 1;
  }
  return result;
}

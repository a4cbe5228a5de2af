import path from 'node:path';
import { type Card, cardFileName } from './card.ts';
import { type CardFault, findCardFaults } from './fit-card.ts';
import { openTakumi } from './takumi-renderer.ts';
import { isWholePng } from './whole-png.ts';

/**
 * What stands in the way of drawing these cards. Those whose picture is in the folder were drawn, and are not looked at
 * again.
 */
export async function checkCards(
  cards: readonly Card[],
  directory: string,
): Promise<{ card: Card; fault: CardFault }[]> {
  const unknown = new Map<string, Card>();
  for (const card of cards) {
    const name = cardFileName(card);
    if (!unknown.has(name) && !(await isWholePng(path.join(directory, name)))) unknown.set(name, card);
  }
  if (unknown.size === 0) return [];
  const renderer = await openTakumi();
  const found = await Promise.all(
    [...unknown.values()].map(async (card) => (await findCardFaults(card, renderer)).map((fault) => ({ card, fault }))),
  );
  return found.flat();
}

import path from 'node:path';
import { type Card, cardFileName } from './card.ts';
import { CardDrawing } from './draw-card.ts';
import { type CardFault, findCardFaults } from './fit-card.ts';
import { openSoundCards, type SoundCards } from './sound-cards.ts';
import { openTakumi } from './takumi-renderer.ts';
import { isWholePicture } from './whole-picture.ts';

/**
 * What stands in the way of drawing these cards. Those whose picture is in the folder were drawn, and are not looked at
 * again; neither are those that are known to be sound.
 *
 * @param root The project's root, from which photographs are found.
 */
export async function checkCards(
  cards: readonly Card[],
  directory: string,
  sound: SoundCards = openSoundCards(),
  root = process.cwd(),
): Promise<{ card: Card; fault: CardFault }[]> {
  const unknown = new Map<string, Card>();
  for (const card of cards) {
    const name = cardFileName(card);
    if (sound.has(name) || unknown.has(name) || (await isWholePicture(path.join(directory, name)))) continue;
    unknown.set(name, card);
  }
  const found: { card: Card; fault: CardFault }[] = [];
  if (unknown.size === 0) return found;
  const renderer = await openTakumi();
  const drawing = new CardDrawing(renderer, root);
  const waiting = [...unknown];
  while (waiting.length > 0) {
    const batch = waiting.splice(0, AT_ONCE);
    const faults = await Promise.all(
      batch.map(async ([, card]) => [
        ...(await findCardFaults(card, renderer)),
        ...((await drawing.contrastFaultOf(card)) ?? []),
      ]),
    );
    for (const [index, [, card]] of batch.entries())
      for (const fault of faults[index] ?? []) found.push({ card, fault });
    sound.add(batch.flatMap(([name], index) => (faults[index]?.length === 0 ? [name] : [])));
  }
  return found;
}

/** Enough to keep the renderer busy; the trees of all cards of a large desk together have no room. */
const AT_ONCE = 200;

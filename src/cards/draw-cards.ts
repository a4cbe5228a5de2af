import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Card, cardFileName } from './card.ts';
import { CardDrawing } from './draw-card.ts';
import type { CardFault } from './fit-card.ts';
import { openTakumi } from './takumi-renderer.ts';
import { isWholePicture } from './whole-picture.ts';

export interface DrawOptions {
  /** Folder of the pictures that are there already; made if need be. */
  directory: string;
  /** The project's root, from which photographs are found; left out, the working directory. */
  root?: string;
  onProgress?: (done: number, total: number) => void;
}

export interface Drawn {
  drawn: number;
  /** Pictures that were there already. */
  reused: number;
  faults: { card: Card; fault: CardFault }[];
}

/** Cards in the making at once: takumi draws outside the main thread, and more would only wait. */
const AT_ONCE = 4;

/**
 * Draws the cards that are not in the folder yet. A card's name follows from what it shows, so a picture is drawn once
 * and never goes stale; one that was cut off is drawn again. Killed half-way, it leaves whole pictures only.
 */
export async function drawCards(
  cards: readonly Card[],
  { directory, root = process.cwd(), onProgress }: DrawOptions,
): Promise<Drawn> {
  await mkdir(directory, { recursive: true });
  const wanted = new Map(cards.map((card) => [cardFileName(card), card]));
  const missing: [string, Card][] = [];
  for (const [name, card] of wanted) {
    if (!(await isWholePicture(path.join(directory, name)))) missing.push([name, card]);
  }
  const result: Drawn = { drawn: 0, reused: wanted.size - missing.length, faults: [] };
  if (missing.length === 0) return result;
  const drawing = new CardDrawing(await openTakumi(), root);
  const total = missing.length;
  let done = 0;
  const work = async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const [name, card] = next;
      const faults = await drawCard(card, path.join(directory, name), drawing);
      if (faults.length === 0) result.drawn += 1;
      result.faults.push(...faults.map((fault) => ({ card, fault })));
      done += 1;
      onProgress?.(done, total);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, total) }, work));
  return result;
}

/** The picture of one card, which is drawn if it is not in the folder. */
export async function cardPicture(card: Card, directory: string, root?: string): Promise<Buffer> {
  await drawCards([card], { directory, ...(root !== undefined && { root }) });
  return readFile(path.join(directory, cardFileName(card)));
}

async function drawCard(card: Card, file: string, drawing: CardDrawing): Promise<CardFault[]> {
  const { ready, faults } = await drawing.ready(card);
  if (!ready) return faults;
  const drawn = await drawing.draw(ready);
  if ('fault' in drawn) return [drawn.fault];
  const partial = `${file}.${randomUUID()}.part`;
  await writeFile(partial, drawn.bytes);
  await rename(partial, file);
  return [];
}

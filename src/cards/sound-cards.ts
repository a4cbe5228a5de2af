import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Names of cards in which nothing stood in the way of drawing them. A name follows from everything that is drawn, so that
 * what was found once holds for good. It only saves time: what the disk has lost is looked at again, and what it refuses
 * is done without.
 */
export interface SoundCards {
  has(name: string): boolean;
  add(names: readonly string[]): void;
}

const NAME = /^[0-9a-f]{16}\.(?:png|jpg)$/;
/** More than a few desks have together: from then on it starts anew. */
const MOST = 500_000;

/** @param file Where they are kept from one run to the next; left out, they are not. */
export function openSoundCards(file?: string): SoundCards {
  const names = new Set(file === undefined ? [] : namesIn(file));
  if (names.size > MOST) names.clear();
  return {
    has: (name) => names.has(name),
    add(added) {
      for (const name of added) names.add(name);
      if (file === undefined || added.length === 0) return;
      try {
        mkdirSync(path.dirname(file), { recursive: true });
        appendFileSync(file, `\n${added.join('\n')}\n`);
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
      }
    },
  };
}

/** A name that was cut off in the middle is none. */
function namesIn(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((name) => NAME.test(name));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return [];
  }
}

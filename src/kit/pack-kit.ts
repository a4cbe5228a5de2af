import path from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import type { Card } from '../cards/card.ts';
import { CardDrawing } from '../cards/draw-card.ts';
import { cardVector } from '../cards/draw-vectors.ts';
import { openTakumi } from '../cards/takumi-renderer.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import type { KitFile } from './press-kit.ts';

export interface PackedKit {
  /** The archive (ZIP). */
  bytes: Uint8Array;
  /** Paths in it, sorted. */
  paths: string[];
  /** Cards that could not be drawn, and why: they are not in it, and its README says so. */
  left: { path: string; card: Card; reason: string }[];
}

/** ZIP has no zone, and years from 1980: a fixed day, so that the same content makes the same bytes everywhere. */
const DAY = () => new Date(2000, 0, 1);

/** Draws a press kit and packs it. @param root The project's root, from which photographs are found. */
export async function packKit(
  title: string,
  files: readonly KitFile[],
  organisation: Organisation,
  root: string,
  onProgress?: (done: number, total: number) => void,
): Promise<PackedKit> {
  const drawing = new CardDrawing(await openTakumi(), root);
  const packed = new Map<string, Uint8Array>();
  const left: PackedKit['left'] = [];
  for (const [index, file] of files.entries()) {
    if (file.kind === 'text') packed.set(file.path, Buffer.from(file.text));
    else {
      const { ready, faults } = await drawing.ready(file.card);
      const drawn = ready ? await drawing.draw(ready) : undefined;
      const fault = faults?.[0] ?? (drawn && 'fault' in drawn ? drawn.fault : undefined);
      if (fault || !ready || !drawn || 'fault' in drawn)
        left.push({ path: file.path, card: file.card, reason: `${fault?.message}; ${fault?.hint}` });
      else {
        packed.set(`${file.path}.${file.card.photo ? 'jpg' : 'png'}`, drawn.bytes);
        packed.set(`${file.path}.svg`, Buffer.from(await cardVector(ready)));
      }
    }
    onProgress?.(index + 1, files.length);
  }
  packed.set('README.txt', Buffer.from(readme(title, [...packed.keys()], left, organisation)));
  const paths = [...packed.keys()].toSorted();
  const folder = path.posix.join(title);
  const entries: Zippable = {};
  for (const name of paths) {
    const isPacked = /\.(png|jpg)$/.test(name);
    entries[`${folder}/${name}`] = [packed.get(name) ?? new Uint8Array(), { level: isPacked ? 0 : 9, mtime: DAY() }];
  }
  return { bytes: zipSync(entries), paths: paths.map((name) => `${folder}/${name}`), left };
}

function readme(
  title: string,
  paths: readonly string[],
  left: PackedKit['left'],
  { name, contact, languages, demonstration }: Organisation,
): string {
  const [first] = languages;
  const who = first ? inLanguage(name, first.tag) : '';
  const has = (ending: string) => paths.filter((one) => one.endsWith(ending)).length;
  return `${title}: press kit of ${who}
${demonstration ? 'This is a demonstration: the organisation and its people are made up.\n' : ''}
In a folder for each language:
  cards/                  pictures (${has('.png') + has('.jpg')}) and the same as vectors for print (${has('.svg')}, their text as paths)
  posts.txt               the texts of the posts, for each network
  alternative-texts.txt   the words in place of each picture, for those who cannot see it: please use them
For all languages:
  sources.txt             where the facts come from
  licence.txt             what you may do with all this

Sizes: 1200x630 previews of links; 1080x1080, 1080x1350 posts; 1080x1920 stories and statuses; 1500x500 headers on Mastodon and X;
3000x1000 on Bluesky.

Vectors of scripts written from left to right are set by satori; it misplaces the marks of Arabic script, so that those are set by
takumi, which also makes the pictures.
${left.length > 0 ? `\nLeft out, because their words have no room:\n${left.map(({ path: place, reason }) => `  ${place}: ${reason}\n`).join('')}` : ''}
Questions: ${contact.email}
`;
}

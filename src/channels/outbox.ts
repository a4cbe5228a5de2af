import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardFileName } from '../cards/card.ts';
import { keyText, type PostKey } from '../model/post-key.ts';
import type { CardStore, ChannelPort, PostRequest, SendOutcome } from '../publishing/ports.ts';
import { outboxTimeline } from './outbox-timeline.ts';

const RECORDS = 'records';
const IMAGES = 'images';
const FONT = 'noto-nastaliq-urdu.woff2';
const FONT_SOURCE = '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2';

/**
 * The embedded channel: posts become files in a folder, and a page shows them as each network would. Nothing leaves the
 * machine. A post's file name follows from its identity, so writing it again changes nothing.
 */
export function openOutbox(directory: string, cards: CardStore): ChannelPort {
  const recordFile = (key: PostKey) =>
    path.join(directory, RECORDS, `${createHash('sha256').update(keyText(key)).digest('hex').slice(0, 24)}.json`);
  return {
    async open() {
      await mkdir(path.join(directory, RECORDS), { recursive: true });
      await mkdir(path.join(directory, IMAGES), { recursive: true });
      await copyFile(fileURLToPath(import.meta.resolve(FONT_SOURCE)), path.join(directory, FONT));
      await writeTimeline(directory);
      return { kind: 'open' };
    },
    async send(request) {
      for (const { attachment } of [request.post, ...request.previews]) {
        if (attachment.kind === 'nothing') continue;
        await writeWhole(
          path.join(directory, IMAGES, cardFileName(attachment.card)),
          await cards.picture(attachment.card),
        );
      }
      await writeWhole(recordFile(request.key), `${JSON.stringify(request, undefined, 2)}\n`);
      await writeTimeline(directory);
      return confirmed(request);
    },
    async find(request) {
      const isThere = await access(recordFile(request.key)).then(
        () => true,
        () => false,
      );
      return isThere ? confirmed(request) : { kind: 'absent' };
    },
  };
}

function confirmed({ key }: PostRequest): Extract<SendOutcome, { kind: 'confirmed' }> {
  return { kind: 'confirmed', uri: `outbox:${keyText(key)}` };
}

async function writeTimeline(directory: string): Promise<void> {
  const names = (await readdir(path.join(directory, RECORDS))).filter((name) => name.endsWith('.json'));
  const records = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(directory, RECORDS, name), 'utf8')) as PostRequest),
  );
  records.sort((a, b) => compare(b.createdAt, a.createdAt) || compare(keyText(a.key), keyText(b.key)));
  await writeWhole(path.join(directory, 'index.html'), outboxTimeline(records, { images: IMAGES, font: FONT }));
}

async function writeWhole(file: string, data: string | Buffer): Promise<void> {
  const partial = `${file}.${process.pid}.part`;
  await writeFile(partial, data);
  await rename(partial, file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

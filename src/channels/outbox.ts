import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
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
  /** By file name. Read once; nobody else writes while a run has the ledger. */
  let records = new Map<string, PostRequest>();
  return {
    async open() {
      await mkdir(path.join(directory, RECORDS), { recursive: true });
      await mkdir(path.join(directory, IMAGES), { recursive: true });
      await copyFile(fileURLToPath(import.meta.resolve(FONT_SOURCE)), path.join(directory, FONT));
      records = await readRecords(directory);
      await writeTimeline(directory, records);
      return { kind: 'open' };
    },
    async send(request) {
      for (const { attachment } of [request.post, ...request.previews]) {
        if (attachment.kind === 'nothing') continue;
        const picture = await cards.picture(attachment.card).catch(() => undefined);
        if (!picture)
          return { kind: 'refused', reason: 'its picture could not be drawn; `npm run cards` says why', again: true };
        await writeWhole(path.join(directory, IMAGES, cardFileName(attachment.card)), picture);
      }
      const name = recordName(request.key);
      await writeWhole(path.join(directory, RECORDS, name), `${JSON.stringify(request, undefined, 2)}\n`);
      records.set(name, request);
      await writeTimeline(directory, records);
      return confirmed(request);
    },
    async find(request) {
      return records.has(recordName(request.key)) ? confirmed(request) : { kind: 'absent' };
    },
  };
}

function confirmed({ key }: PostRequest): Extract<SendOutcome, { kind: 'confirmed' }> {
  return { kind: 'confirmed', uri: `outbox:${keyText(key)}` };
}

function recordName(key: PostKey): string {
  return `${createHash('sha256').update(keyText(key)).digest('hex').slice(0, 24)}.json`;
}

async function readRecords(directory: string): Promise<Map<string, PostRequest>> {
  const names = (await readdir(path.join(directory, RECORDS))).filter((name) => name.endsWith('.json'));
  const read = await Promise.all(
    names.map(
      async (name) => [name, parseRecord(await readFile(path.join(directory, RECORDS, name), 'utf8'))] as const,
    ),
  );
  return new Map(read.flatMap(([name, record]) => (record ? [[name, record]] : [])));
}

/** A file that somebody damaged counts as not there: it must not keep the others from being shown. */
function parseRecord(text: string): PostRequest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'key' in value && 'post' in value
      ? (value as PostRequest)
      : undefined;
  } catch {
    return undefined;
  }
}

async function writeTimeline(directory: string, records: ReadonlyMap<string, PostRequest>): Promise<void> {
  const newestFirst = [...records.values()].toSorted(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || compare(keyText(a.key), keyText(b.key)),
  );
  await writeWhole(path.join(directory, 'index.html'), outboxTimeline(newestFirst, { images: IMAGES, font: FONT }));
}

/** Whoever reads the file sees the former one or the whole new one, also after a power cut. */
async function writeWhole(file: string, data: string | Buffer): Promise<void> {
  const partial = `${file}.${process.pid}.part`;
  await writeFile(partial, data, { flush: true });
  await rename(partial, file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

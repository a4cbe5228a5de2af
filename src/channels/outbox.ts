import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cardFileName } from '../cards/card.ts';
import { keyText, type PostKey } from '../model/post-key.ts';
import type {
  ActionRequest,
  ChannelPort,
  Finding,
  PictureStore,
  PostRequest,
  Ref,
  SendOutcome,
} from '../publishing/ports.ts';
import { outboxTimeline } from './outbox-timeline.ts';

const RECORDS = 'records';
const IMAGES = 'images';
const PROFILE = 'profile.json';
const FONT = 'noto-nastaliq-urdu.woff2';
const FONT_SOURCE = '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2';

/** A post in the outbox, as it is there now. */
export interface OutboxRecord extends PostRequest {
  isEdited?: true;
  /** Why it was taken away. */
  withdrawn?: string;
}

/** What the top of the outbox shows: the pinned post's name, and the banner's file among the pictures. */
export interface OutboxProfile {
  pin: string | null;
  banner: string | null;
}

/**
 * The embedded channel: posts become files in a folder, and a page shows them as each network would. Nothing leaves the
 * machine. A post's file name follows from its identity, so writing it again changes nothing.
 */
export function openOutbox(directory: string, pictures: PictureStore): ChannelPort {
  /** By file name. Read once; nobody else writes while a run has the ledger. */
  let records = new Map<string, OutboxRecord>();
  let profile: OutboxProfile = { pin: null, banner: null };
  const show = () => writeTimeline(directory, records, profile);
  const store = async (record: OutboxRecord): Promise<void> => {
    const name = recordName(record.key);
    await writeWhole(path.join(directory, RECORDS, name), `${JSON.stringify(record, undefined, 2)}\n`);
    records.set(name, record);
    await show();
  };
  const storeProfile = async (change: Partial<OutboxProfile>): Promise<void> => {
    profile = { ...profile, ...change };
    await writeWhole(path.join(directory, PROFILE), `${JSON.stringify(profile)}\n`);
    await show();
  };
  const recordAt = ({ uri }: Ref) => [...records.values()].find(({ key }) => uriOf(key) === uri);
  return {
    async open() {
      await mkdir(path.join(directory, RECORDS), { recursive: true });
      await mkdir(path.join(directory, IMAGES), { recursive: true });
      await copyFile(fileURLToPath(import.meta.resolve(FONT_SOURCE)), path.join(directory, FONT));
      records = await readRecords(directory);
      profile = await readProfile(directory);
      await show();
      return { kind: 'open' };
    },
    async send(request) {
      switch (request.action) {
        case 'post':
        case 'edit': {
          const shown = request.action === 'post' ? [request.post, ...request.previews] : [request.post];
          if (!(await storePictures(shown, directory, pictures)))
            return { kind: 'refused', reason: 'its picture could not be drawn; `npm run cards` says why', again: true };
          if (request.action === 'post') {
            await store(request);
            return confirmed(request.key);
          }
          const record = recordAt(request.target);
          if (!record) return { kind: 'refused', reason: 'the outbox has no such post', again: false };
          await store({ ...record, post: request.post, previews: [], isEdited: true });
          return { kind: 'confirmed', uri: request.target.uri };
        }
        case 'withdraw': {
          const record = recordAt(request.target);
          if (record) await store({ ...record, withdrawn: request.reason });
          return { kind: 'confirmed', uri: request.target.uri };
        }
        case 'pin': {
          const uri = request.set?.uri ?? null;
          await storeProfile({ pin: uri });
          return { kind: 'confirmed', uri: uri ?? '' };
        }
        case 'banner': {
          const bytes = request.set && (await pictures.banner(request.set).catch(() => undefined));
          if (bytes === undefined)
            return { kind: 'refused', reason: 'the banner’s picture cannot be had', again: true };
          const banner = bytes && bannerName(bytes);
          if (bytes && banner) await writeWhole(path.join(directory, IMAGES, banner), bytes);
          await storeProfile({ banner });
          return { kind: 'confirmed', uri: banner ?? '' };
        }
      }
    },
    async find(request) {
      return find(request, { records, profile, recordAt, pictures });
    },
    async profile() {
      const { pin, banner } = profile;
      return { kind: 'profile', profile: { pin: pin === null ? null : { uri: pin }, banner } };
    },
    async bannerPicture() {
      return profile.banner === null
        ? undefined
        : readFile(path.join(directory, IMAGES, profile.banner)).catch(() => undefined);
    },
  };
}

interface Shown {
  records: ReadonlyMap<string, OutboxRecord>;
  profile: OutboxProfile;
  recordAt(ref: Ref): OutboxRecord | undefined;
  pictures: PictureStore;
}

async function find(request: ActionRequest, { records, profile, recordAt, pictures }: Shown): Promise<Finding> {
  switch (request.action) {
    case 'post':
      return records.has(recordName(request.key)) ? confirmed(request.key) : { kind: 'absent' };
    case 'edit': {
      const isDone = recordAt(request.target)?.post.text === request.post.text;
      return isDone ? { kind: 'confirmed', uri: request.target.uri } : { kind: 'absent' };
    }
    case 'withdraw': {
      const record = recordAt(request.target);
      return record && record.withdrawn === undefined
        ? { kind: 'absent' }
        : { kind: 'confirmed', uri: request.target.uri };
    }
    case 'pin':
      return profile.pin === (request.set?.uri ?? null)
        ? { kind: 'confirmed', uri: profile.pin ?? '' }
        : { kind: 'absent' };
    case 'banner': {
      const bytes = request.set && (await pictures.banner(request.set).catch(() => undefined));
      if (bytes === undefined) return { kind: 'absent' };
      return profile.banner === (bytes && bannerName(bytes))
        ? { kind: 'confirmed', uri: profile.banner ?? '' }
        : { kind: 'absent' };
    }
  }
}

async function storePictures(
  posts: readonly PostRequest['post'][],
  directory: string,
  pictures: PictureStore,
): Promise<boolean> {
  for (const { attachment } of posts) {
    if (attachment.kind === 'nothing') continue;
    const picture = await pictures.picture(attachment.card).catch(() => undefined);
    if (!picture) return false;
    await writeWhole(path.join(directory, IMAGES, cardFileName(attachment.card)), picture);
  }
  return true;
}

function confirmed(key: PostKey): Extract<SendOutcome, { kind: 'confirmed' }> {
  return { kind: 'confirmed', uri: uriOf(key) };
}

function uriOf(key: PostKey): string {
  return `outbox:${keyText(key)}`;
}

function recordName(key: PostKey): string {
  return `${createHash('sha256').update(keyText(key)).digest('hex').slice(0, 24)}.json`;
}

function bannerName(bytes: Buffer): string {
  return `banner-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.png`;
}

async function readRecords(directory: string): Promise<Map<string, OutboxRecord>> {
  const names = (await readdir(path.join(directory, RECORDS))).filter((name) => name.endsWith('.json'));
  const read = await Promise.all(
    names.map(
      async (name) => [name, parseRecord(await readFile(path.join(directory, RECORDS, name), 'utf8'))] as const,
    ),
  );
  return new Map(read.flatMap(([name, record]) => (record ? [[name, record]] : [])));
}

/** A file that somebody damaged counts as not there: it must not keep the others from being shown. */
function parseRecord(text: string): OutboxRecord | undefined {
  const value = parse(text);
  return typeof value === 'object' && value !== null && 'key' in value && 'post' in value
    ? (value as OutboxRecord)
    : undefined;
}

async function readProfile(directory: string): Promise<OutboxProfile> {
  const value = parse(await readFile(path.join(directory, PROFILE), 'utf8').catch(() => ''));
  const text = (name: string) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
    return typeof found === 'string' ? found : null;
  };
  return { pin: text('pin'), banner: text('banner') };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function writeTimeline(
  directory: string,
  records: ReadonlyMap<string, OutboxRecord>,
  profile: OutboxProfile,
): Promise<void> {
  const newestFirst = [...records.values()].toSorted(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || compare(keyText(a.key), keyText(b.key)),
  );
  const pinned = newestFirst.find(({ key, withdrawn }) => uriOf(key) === profile.pin && withdrawn === undefined);
  const shown = pinned ? [pinned, ...newestFirst.filter((record) => record !== pinned)] : newestFirst;
  const page = outboxTimeline(shown, { pinned, banner: profile.banner }, { images: IMAGES, font: FONT });
  await writeWhole(path.join(directory, 'index.html'), page);
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

import { readFile, stat } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { findPictureFault, PICTURE_END_BYTES, PICTURE_START_BYTES } from '../src/reading/check-picture.ts';
import { metadataKinds, metadataWords } from '../src/reading/picture-metadata.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { replaceFile } from './replace-file.ts';

const USAGE = `npm run clean-picture -- FILE…

Rewrites pictures (png, jpg, webp, avif) so that their files hold the picture and nothing else: no place, no names, no
serial numbers. A picture that only a note of the camera’s turned upright is turned itself. Keep the original elsewhere if
you need it: it is not kept here.`;

/** High, so that the picture stays as it was to the eye: what pages show is made smaller anyway. */
const QUALITY = 92;

await runCommand(USAGE, async () => {
  const { positionals } = readArguments({}, true);
  if (positionals.length === 0) throw new UsageError('Say which pictures: npm run clean-picture -- FILE');
  for (const file of positionals) process.stdout.write(`${await clean(file)}\n`);
  return 0;
});

/** Rewrites one picture, and says what it told before. */
async function clean(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`There is no file ${file}.`);
  const before = await readFile(file);
  const ends = { start: before.subarray(0, PICTURE_START_BYTES), end: before.subarray(-PICTURE_END_BYTES) };
  const fault = findPictureFault({ ...ends, size: before.length });
  if (fault) throw new UsageError(`${file}: ${fault.message}; ${fault.hint}.`);
  const told = metadataKinds(inMemory(before));
  if (told.length === 0) return `${file}: holds nothing but the picture`;
  const picture = sharp(before, { animated: true });
  const { format } = await readable(file, picture.metadata());
  const after = await readable(file, encoded(picture.autoOrient().keepIccProfile(), format).toBuffer());
  const left = metadataKinds(inMemory(after));
  if (left.length > 0)
    throw new Error(`${file} still holds ${metadataWords(left)}; export it anew from a picture program`);
  await replaceFile(file, after);
  return `${file}: took out ${metadataWords(told)} (${kilobytes(before)} → ${kilobytes(after)})`;
}

function encoded(picture: Sharp, format: string): Sharp {
  switch (format) {
    case 'jpeg':
      return picture.jpeg({ quality: QUALITY, mozjpeg: true });
    case 'webp':
      return picture.webp({ quality: QUALITY });
    case 'heif':
      return picture.avif({ quality: QUALITY });
    default:
      return picture.png();
  }
}

async function readable<T>(file: string, work: Promise<T>): Promise<T> {
  return work.catch((cause) => {
    throw new UsageError(`${file} cannot be read as a picture; copy the whole file again.`, { cause });
  });
}

function inMemory(bytes: Buffer) {
  return { size: bytes.length, read: (from: number, length: number) => bytes.subarray(from, from + length) };
}

function kilobytes({ length }: Buffer): string {
  return `${Math.ceil(length / 1000).toLocaleString('en')} kB`;
}

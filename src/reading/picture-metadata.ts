import type { Fault, Severity } from '../model/problem.ts';
import { listed } from '../model/suggest.ts';
import { exifTags } from './exif-tags.ts';
import { type MetadataBlock, metadataBlocks, type PictureBytes } from './picture-blocks.ts';

/** What a picture's file tells beside the picture, in the order of how much harm it can do. */
export const METADATA_KINDS = [
  'location',
  'people',
  'owner',
  'serial',
  'moment',
  'thumbnail',
  'pictures',
  'comment',
  'notes',
] as const;
export type MetadataKind = (typeof METADATA_KINDS)[number];

/** The kinds that a picture's file tells. Never what it tells. */
export function metadataKinds(picture: PictureBytes): MetadataKind[] {
  const kinds = new Set(metadataBlocks(picture).flatMap(kindsIn));
  return METADATA_KINDS.filter((kind) => kinds.has(kind));
}

/**
 * What is wrong with a picture that tells more than it shows. A camera writes most of it without being asked.
 *
 * @param isSentAsIs Whether it goes out as it is; from pictures of pages the build takes all of it.
 */
export function metadataFaults(
  kinds: readonly MetadataKind[],
  file: string,
  isSentAsIs = false,
): { fault: Fault; severity: Severity }[] {
  const clean = `run \`npm run clean-picture -- ${file}\`, or export it anew without metadata`;
  if (kinds.includes('location')) {
    const message = 'Unexpected location in this picture: its file says where it was taken';
    return [{ fault: { ruleId: 'image/location', message, hint: clean }, severity: 'error' }];
  }
  if (kinds.includes('people')) {
    const message = 'Unexpected names in this picture: its file says who is in it';
    return [{ fault: { ruleId: 'image/metadata', message, hint: clean }, severity: 'error' }];
  }
  if (kinds.length === 0) return [];
  const message = `Unexpected metadata in this picture: its file holds ${metadataWords(kinds)}`;
  return [{ fault: { ruleId: 'image/metadata', message, hint: clean }, severity: isSentAsIs ? 'error' : 'warning' }];
}

const WORDS: Readonly<Record<MetadataKind, string>> = {
  location: 'the place where it was taken',
  people: 'names of who is in it',
  owner: 'the name of the camera’s owner',
  serial: 'a serial number',
  moment: 'the moment it was taken',
  thumbnail: 'a small copy from before it was edited',
  pictures: 'further pictures',
  comment: 'words that somebody wrote about it',
  notes: 'notes of the camera’s maker',
};

/** The kinds in words: `the moment it was taken and a serial number`. */
export function metadataWords(kinds: readonly MetadataKind[]): string {
  return listed(
    kinds.map((kind) => WORDS[kind]),
    'and',
  ).replaceAll('`', '');
}

function kindsIn({ form, bytes }: MetadataBlock): MetadataKind[] {
  switch (form) {
    case 'exif':
      return kindsInExif(bytes);
    case 'xmp':
      return kindsInXmp(bytes.toString('utf8'));
    case 'iptc':
      return kindsInIptc(bytes);
    case 'comment':
      return ['comment'];
    case 'pictures':
      return ['pictures'];
  }
}

/** Tags of Exif 3.0 (CIPA DC-008) and TIFF 6.0, and of Windows’ own. */
const EXIF_TAGS: Readonly<Record<number, MetadataKind>> = {
  270: 'comment',
  315: 'owner',
  36867: 'moment',
  36868: 'moment',
  37500: 'notes',
  37510: 'comment',
  40091: 'comment',
  40092: 'comment',
  40093: 'owner',
  40094: 'comment',
  40095: 'comment',
  42016: 'serial',
  42032: 'owner',
  42033: 'serial',
  42037: 'serial',
  42038: 'comment',
  42039: 'owner',
  42040: 'owner',
};
/** Latitude, longitude, destination, and the name of the area; not the version or the satellites’ clock. */
const GPS_PLACES = new Set([1, 2, 3, 4, 0x13, 0x14, 0x15, 0x16, 0x1c]);

function kindsInExif(bytes: Buffer): MetadataKind[] {
  const { image, photo, gps, thumbnail } = exifTags(bytes);
  const kinds = [...image, ...photo].flatMap((tag) => EXIF_TAGS[tag] ?? []);
  if (gps.some((tag) => GPS_PLACES.has(tag))) kinds.push('location');
  if (thumbnail.length > 0) kinds.push('thumbnail');
  return kinds;
}

const XMP_FIELDS: readonly (readonly [MetadataKind, RegExp])[] = [
  [
    'location',
    /\bGPSL(?:at|ong)itude\b|\bgeo:lat\b|photoshop:City\b|Iptc4xmpCore:Location\b|Iptc4xmpExt:Location(?:Created|Shown)\b/,
  ],
  ['people', /Iptc4xmpExt:PersonInImage|mwg-rs:Name\b|MPReg:PersonDisplayName/],
  ['owner', /aux:OwnerName|exifEX:CameraOwnerName|dc:creator\b|photoshop:AuthorsPosition/],
  ['serial', /SerialNumber\b/],
  ['moment', /exif:DateTimeOriginal|photoshop:DateCreated/],
  ['thumbnail', /xmp:Thumbnails|xapGImg:image/],
  [
    'comment',
    /dc:description\b|exif:UserComment|photoshop:Headline|photoshop:Instructions|lr:weightedFlatSubject|dc:subject\b/,
  ],
];

function kindsInXmp(xmp: string): MetadataKind[] {
  return XMP_FIELDS.flatMap(([kind, field]) => (field.test(xmp) ? [kind] : []));
}

/** Datasets of record 2 of the IPTC’s information interchange model: `1C 02`, the dataset, two bytes of length. */
const IPTC_DATASETS: Readonly<Record<number, MetadataKind>> = {
  25: 'comment',
  55: 'moment',
  80: 'owner',
  90: 'location',
  92: 'location',
  105: 'comment',
  118: 'owner',
  120: 'comment',
  122: 'owner',
};

/** In a JPEG it stands among the resources of Photoshop, which has a small copy of the picture there, too. */
function kindsInIptc(bytes: Buffer): MetadataKind[] {
  const resources = photoshopResources(bytes);
  if (resources.length === 0) return kindsInDatasets(bytes);
  return resources.flatMap(({ id, data }): MetadataKind[] => {
    if (id === IPTC_RESOURCE) return kindsInDatasets(data);
    return THUMBNAIL_RESOURCES.includes(id) ? ['thumbnail'] : [];
  });
}

const IPTC_RESOURCE = 0x0404;
const THUMBNAIL_RESOURCES = [0x0409, 0x040c];

/** Photoshop’s file format, “Image resource blocks”: `8BIM`, an id, a name, a length, the data; names and data are of even length. */
function photoshopResources(bytes: Buffer): { id: number; data: Buffer }[] {
  const resources: { id: number; data: Buffer }[] = [];
  let at = bytes.indexOf('8BIM', 0, 'latin1');
  while (at >= 0 && at + 12 <= bytes.length && bytes.toString('latin1', at, at + 4) === '8BIM') {
    const nameLength = bytes[at + 6] ?? 0;
    const lengthAt = at + 6 + even(nameLength + 1);
    if (lengthAt + 4 > bytes.length) break;
    const length = bytes.readUInt32BE(lengthAt);
    resources.push({ id: bytes.readUInt16BE(at + 4), data: bytes.subarray(lengthAt + 4, lengthAt + 4 + length) });
    at = lengthAt + 4 + even(length);
  }
  return resources;
}

function even(length: number): number {
  return length + (length % 2);
}

function kindsInDatasets(bytes: Buffer): MetadataKind[] {
  const kinds: MetadataKind[] = [];
  let at = bytes.indexOf('\x1c\x02', 0, 'latin1');
  while (at >= 0 && at + 5 <= bytes.length) {
    const kind = IPTC_DATASETS[bytes[at + 2] ?? 0];
    if (kind && bytes.readUInt16BE(at + 3) > 0) kinds.push(kind);
    at = bytes.indexOf('\x1c\x02', at + 5, 'latin1');
  }
  return kinds;
}

import exifReader from 'exif-reader';
import fc from 'fast-check';
import sharp, { type Exif, type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { exifTags } from '../../src/reading/exif-tags.ts';
import { metadataBlocks } from '../../src/reading/picture-blocks.ts';
import { metadataFaults, metadataKinds } from '../../src/reading/picture-metadata.ts';

const FORMATS = ['jpeg', 'png', 'webp', 'avif'] as const;
type Format = (typeof FORMATS)[number];

const PLACE: Exif = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 32/1 59/1', GPSLongitudeRef: 'E', GPSLongitude: '74/1 20/1 37/1' },
};
const OWNER: Exif = {
  IFD0: { Artist: 'S. Iqbal', ImageDescription: 'Ward 4' },
  IFD2: { DateTimeOriginal: '2026:03:02 10:00:00', BodySerialNumber: '00412' },
};
const XMP_OF_PLACE = xmp('exif:GPSLatitude="31,32.98N" exif:GPSLongitude="74,20.6E"');

describe.each(FORMATS)('what a picture tells beside itself: %s', (format) => {
  it('is nothing where nobody wrote anything', async () => {
    expect(metadataKinds(inMemory(await picture(format)))).toEqual([]);
  });

  it('is the place where a camera noted it', async () => {
    expect(metadataKinds(inMemory(await picture(format, (made) => made.withExif(PLACE))))).toContain('location');
  });

  it('is the place where a program noted it as XMP', async () => {
    expect(metadataKinds(inMemory(await picture(format, (made) => made.withXmp(XMP_OF_PLACE))))).toEqual(['location']);
  });

  it('is its owner, a serial number, the moment and a comment', async () => {
    const kinds = metadataKinds(inMemory(await picture(format, (made) => made.withExif(OWNER))));
    expect(kinds).toEqual(['owner', 'serial', 'moment', 'comment']);
  });

  it('is who is in it, where a program has noted names', async () => {
    const named = xmp(
      '',
      '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>X</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>',
    );
    expect(metadataKinds(inMemory(await picture(format, (made) => made.withXmp(named))))).toEqual(['people']);
  });

  it('is read without the picture', async () => {
    const whole = await picture(format, (made) => made.withExif(PLACE));
    let bytesRead = 0;
    metadataKinds({
      size: whole.length,
      read(from, length) {
        const part = whole.subarray(from, from + length);
        bytesRead += part.length;
        return part;
      },
    });
    expect(bytesRead).toBeLessThan(8000);
    expect(whole.length).toBeGreaterThan(20_000);
  });

  it('is looked for in whatever the bytes are, and nothing is thrown', async () => {
    const whole = await picture(format, (made) => made.withExif(OWNER).withXmp(XMP_OF_PLACE));
    const header = Math.min(whole.length, 3000);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(header - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        fc.nat(whole.length),
        fc.boolean(),
        (changes, length, isCut) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          const kinds = metadataKinds(inMemory(isCut ? bytes.subarray(0, length) : bytes));
          expect(kinds).toEqual([...new Set(kinds)]);
        },
      ),
      { numRuns: 400, seed: 17 },
    );
  });
});

describe('what a JPEG tells beside itself', () => {
  let plain: Buffer;
  beforeAll(async () => {
    plain = await picture('jpeg');
  });

  it.each([
    ['a comment', segment(0xfe, 'Taken by S.'), ['comment']],
    ['a city of the IPTC', segment(0xed, photoshop(0x0404, dataset(90, 'Multan'))), ['location']],
    ['a caption of the IPTC', segment(0xed, photoshop(0x0404, dataset(120, 'Ward 4'))), ['comment']],
    ['a small copy of Photoshop’s', segment(0xed, photoshop(0x040c, 'xx')), ['thumbnail']],
    ['further pictures of a phone', segment(0xe2, 'MPF\0xxxx'), ['pictures']],
    ['a colour profile, which tells nothing', segment(0xe2, 'ICC_PROFILE\0xxxx'), []],
  ])('is %s', (_, part, kinds) => {
    expect(metadataKinds(inMemory(Buffer.concat([plain.subarray(0, 2), part, plain.subarray(2)])))).toEqual(kinds);
  });

  it('is a small copy from before it was edited', () => {
    // A directory with one entry, and a second one, which is the thumbnail's.
    const directory = (next: number) => Buffer.concat([u16(1), u16(0x0103), u16(3), u32(1), u16(6), u16(0), u32(next)]);
    const exif = Buffer.concat([Buffer.from('MM\0*'), u32(8), directory(26), directory(0)]);
    const part = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif]));
    expect(metadataKinds(inMemory(Buffer.concat([plain.subarray(0, 2), part, plain.subarray(2)])))).toEqual([
      'thumbnail',
    ]);
  });
});

describe('what a PNG tells beside itself', () => {
  it.each([
    ['tEXt', Buffer.from('Comment\0Ward 4'), ['comment']],
    ['tEXt', Buffer.from('Software\0a program'), []],
    ['iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\0\0\0\0'), Buffer.from(XMP_OF_PLACE)]), ['location']],
  ])('stands in a chunk %s', async (type, data, kinds) => {
    const plain = await picture('png');
    const chunk = Buffer.concat([u32(data.length), Buffer.from(type), data, u32(0)]);
    expect(metadataKinds(inMemory(Buffer.concat([plain.subarray(0, 33), chunk, plain.subarray(33)])))).toEqual(kinds);
  });
});

describe('the tags of Exif', () => {
  it('are those that another reader finds', async () => {
    const whole = await picture('webp', (made) => made.withExif({ ...OWNER, ...PLACE }));
    const [block] = metadataBlocks(inMemory(whole));
    const known = exifReader(block?.bytes ?? Buffer.alloc(0));
    const { image, photo, gps } = exifTags(block?.bytes ?? Buffer.alloc(0));
    expect(Object.keys(known.GPSInfo ?? {})).toHaveLength(gps.length);
    expect(Object.keys(known.Image ?? {})).toHaveLength(image.length);
    expect(Object.keys(known.Photo ?? {})).toHaveLength(photo.length);
    expect(gps).toEqual(expect.arrayContaining([1, 2, 3, 4]));
  });

  it.each(['', 'II', 'II*\0', 'MM\0*\0\0\0\x08', 'GIF89a-and-more-of-it'])('are none in %j', (bytes) => {
    expect(exifTags(Buffer.from(bytes, 'latin1'))).toEqual({ image: [], photo: [], gps: [], thumbnail: [] });
  });
});

describe('what is said of such a picture', () => {
  it.each([
    [[], []],
    [
      ['location', 'owner'],
      [
        'error image/location Unexpected location in this picture: its file says where it was taken → run `npm run clean-picture -- a.jpg`, or export it anew without metadata',
      ],
    ],
    [
      ['people'],
      [
        'error image/metadata Unexpected names in this picture: its file says who is in it → run `npm run clean-picture -- a.jpg`, or export it anew without metadata',
      ],
    ],
    [
      ['owner', 'moment', 'thumbnail'],
      [
        'warning image/metadata Unexpected metadata in this picture: its file holds the name of the camera’s owner, the moment it was taken and a small copy from before it was edited → run `npm run clean-picture -- a.jpg`, or export it anew without metadata',
      ],
    ],
  ] as const)('%j', (kinds, said) => {
    const faults = metadataFaults(kinds, 'a.jpg');
    expect(faults.map(({ severity, fault }) => `${severity} ${fault.ruleId} ${fault.message} → ${fault.hint}`)).toEqual(
      said,
    );
  });
});

function picture(format: Format, add: (made: Sharp) => Sharp = (made) => made): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
  const made = sharp({ create: { width: 300, height: 300, channels: 3, background: 'red', noise } });
  return add(made)
    .toFormat(format, { quality: 90, effort: format === 'avif' ? 0 : 4 })
    .toBuffer();
}

function inMemory(bytes: Buffer) {
  return { size: bytes.length, read: (from: number, length: number) => bytes.subarray(from, from + length) };
}

function xmp(attributes: string, inner = ''): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function segment(marker: number, data: string | Buffer): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  return Buffer.concat([Buffer.from([0xff, marker]), u16(bytes.length + 2), bytes]);
}

function photoshop(id: number, data: string | Buffer): Buffer {
  const bytes = Buffer.from(data as string, 'latin1');
  const padding = Buffer.alloc(bytes.length % 2);
  return Buffer.concat([
    Buffer.from('Photoshop 3.0\x008BIM', 'latin1'),
    u16(id),
    u16(0),
    u32(bytes.length),
    bytes,
    padding,
  ]);
}

function dataset(number: number, value: string): Buffer {
  return Buffer.concat([Buffer.from([0x1c, 2, number]), u16(value.length), Buffer.from(value)]);
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CARD_TEMPLATES, type CardPhoto, cardFileName } from '../../src/cards/card.ts';
import { LEAST_CONTRAST, weakestContrast } from '../../src/cards/card-contrast.ts';
import { checkCards } from '../../src/cards/check-cards.ts';
import { contrastRatio, luminance } from '../../src/cards/colours.ts';
import { CardDrawing } from '../../src/cards/draw-card.ts';
import { drawCards } from '../../src/cards/draw-cards.ts';
import { fitCard } from '../../src/cards/fit-card.ts';
import { openTakumi } from '../../src/cards/takumi-renderer.ts';
import { CARD_ORGANISATION, sampleCard } from '../support/sample-cards.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { brand } = CARD_ORGANISATION;

describe('contrast', () => {
  it('is that of WCAG: 21 of black on white, 1 of a colour on itself', () => {
    expect(contrastRatio(luminance(0, 0, 0), luminance(255, 255, 255))).toBeCloseTo(21);
    expect(contrastRatio(luminance(9, 80, 90), luminance(9, 80, 90))).toBe(1);
    // The example of WCAG's understanding document: #777777 on white just fails.
    expect(contrastRatio(luminance(0x77, 0x77, 0x77), luminance(255, 255, 255))).toBeCloseTo(4.48, 2);
  });

  it.each(CARD_TEMPLATES)('is enough in the colours of the sample organisation: %s', async (template) => {
    const renderer = await openTakumi();
    const card = sampleCard(template, 'landscape', 'en');
    const { setting } = await fitCard(card, renderer);
    if (!setting) throw new TypeError('does not fit');
    expect((await weakestContrast(card, setting, renderer)).ratio).toBeGreaterThan(LEAST_CONTRAST);
  });

  it('is told of with both colours where it is too little, and nothing is drawn', async () => {
    const card = sampleCard('post', 'landscape', 'en', { brand: { ...brand, primary: '#9fd8c4' } });
    const directory = temporaryFolder();
    const { drawn, faults } = await drawCards([card], { directory });
    expect(drawn).toBe(0);
    expect(faults.map(({ fault }) => fault)).toEqual([
      {
        field: 'brand',
        ruleId: 'card/contrast',
        message:
          'Unexpected contrast of 1.11:1 between letters (#ffd166) and their ground (#9fd8c4) on the post card: too little to read, WCAG 2.2 asks for 4.5:1',
        hint: 'choose colours further apart: `text` and `accent` light where `primary` and `secondary` are dark',
      },
    ]);
    expect((await checkCards([card], directory)).map(({ fault }) => fault)).toEqual(faults.map(({ fault }) => fault));
  });

  it('of letters on the label counts as well', async () => {
    const card = sampleCard('event', 'landscape', 'en', { brand: { ...brand, accent: '#40648c' } });
    const { faults } = await drawCards([card], { directory: temporaryFolder() });
    expect(faults.map(({ fault }) => fault.message)).toEqual([
      expect.stringMatching(/^Unexpected contrast of \d\.\d\d:1 between letters \(#\w+\)/),
    ]);
  });
});

describe('a photograph', () => {
  it.each(['white', 'black', 'noise'] as const)('leaves letters enough contrast: %s', async (kind) => {
    const root = temporaryFolder();
    const photo = await photoIn(root, kind);
    const drawing = new CardDrawing(await openTakumi(), root);
    for (const size of ['landscape', 'portrait', 'banner'] as const)
      expect(await drawing.contrastFaultOf(sampleCard('post', size, 'en', { photo })), size).toBeUndefined();
  });

  it('is seen beside the words, on the side at which lines end', async () => {
    const root = temporaryFolder();
    const photo = await photoIn(root, 'white');
    for (const [language, side] of [
      ['en', 1150],
      ['ur', 50],
    ] as const) {
      const card = sampleCard('post', 'landscape', language, { photo });
      const directory = temporaryFolder();
      await drawCards([card], { directory, root });
      const { data, info } = await sharp(readFileSync(path.join(directory, cardFileName(card))))
        .raw()
        .toBuffer({ resolveWithObject: true });
      const brightness = (x: number) => data[(300 * info.width + x) * info.channels] ?? 0;
      expect(brightness(side), language).toBeGreaterThan(200);
      expect(brightness(1200 - side), language).toBeLessThan(100);
    }
  });

  it('makes a JPEG that WhatsApp shows, even of noise', async () => {
    const root = temporaryFolder();
    const card = sampleCard('campaign', 'landscape', 'ur', { photo: await photoIn(root, 'noise') });
    const directory = temporaryFolder();
    expect(await drawCards([card], { directory, root })).toEqual({ drawn: 1, reused: 0, faults: [] });
    const bytes = readFileSync(path.join(directory, cardFileName(card)));
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
    expect(bytes.length).toBeLessThan(300_000);
    expect((await drawCards([card], { directory, root })).reused).toBe(1);
  });

  it('that changes gives its card another name, and other words in its place do not', () => {
    const photo = { file: 'a.jpg', revision: '1', credit: 'A', alt: 'A tap' };
    const name = (different: Partial<CardPhoto>) =>
      cardFileName(sampleCard('post', 'landscape', 'en', { photo: { ...photo, ...different } }));
    expect(name({ revision: '2' })).not.toBe(name({}));
    expect(name({ credit: 'B' })).not.toBe(name({}));
    expect(name({ alt: 'A pump', file: 'b.jpg' })).toBe(name({}));
  });
});

async function photoIn(root: string, kind: 'white' | 'black' | 'noise'): Promise<CardPhoto> {
  const side = 1200;
  const create = { width: side, height: side, channels: 3 as const };
  const picture =
    kind === 'noise'
      ? sharp({ create: { ...create, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
      : sharp({ create: { ...create, background: kind } });
  await picture.jpeg().toFile(path.join(root, `${kind}.jpg`));
  return { file: `${kind}.jpg`, revision: kind, credit: 'A. Namoona', alt: 'A picture' };
}

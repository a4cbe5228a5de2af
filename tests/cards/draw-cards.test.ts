import { mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { allCards, CARD_SIZES, type Card, campaignCard, cardFileName, postCard } from '../../src/cards/card.ts';
import { cardPicture, drawCards } from '../../src/cards/draw-cards.ts';
import { drawVectors } from '../../src/cards/draw-vectors.ts';
import { ScriptNotSupportedError, toSvg } from '../../src/cards/satori-renderer.ts';
import {
  sampleCampaign,
  sampleContent,
  sampleOrganisation,
  samplePost,
  sampleWords,
} from '../support/sample-content.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const organisation = sampleOrganisation();

describe('drawing cards', () => {
  it('makes a picture of each page and post, in each language and size', async () => {
    const directory = temporaryFolder();
    const cards = allCards(sampleContent());
    expect(await drawCards(cards, { directory })).toEqual({ drawn: 4, reused: 0, faults: [] });
    for (const card of cards) {
      const { format, width, height, size } = await sharp(
        readFileSync(path.join(directory, cardFileName(card))),
      ).metadata();
      expect({ format, width, height }).toEqual({ format: 'png', ...CARD_SIZES[card.size] });
      // Beyond 300 kB WhatsApp shows no picture beside a link.
      expect(size).toBeLessThan(300_000);
    }
  });

  it('draws nothing the second time, and leaves the files as they are', async () => {
    const directory = temporaryFolder();
    const cards = allCards(sampleContent());
    await drawCards(cards, { directory });
    for (const name of readdirSync(directory)) utimesSync(path.join(directory, name), 1, 1);
    expect(await drawCards(cards, { directory })).toEqual({ drawn: 0, reused: 4, faults: [] });
  });

  it('draws the same picture to the byte', async () => {
    const card = cardWith({ headline: 'Wash your hands' });
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    expect((await cardPicture(card, one)).equals(await cardPicture(card, other))).toBe(true);
  });

  it.each([
    ['is empty', 0],
    ['was cut off', 2000],
  ])('draws a picture again that %s', async (_, bytes) => {
    const directory = temporaryFolder();
    const card = cardWith({ headline: 'Wash your hands' });
    const whole = await cardPicture(card, directory);
    truncateSync(path.join(directory, cardFileName(card)), bytes);
    expect((await cardPicture(card, directory)).equals(whole)).toBe(true);
  });

  it('leaves whole pictures only when two runs draw the same at once', async () => {
    const directory = temporaryFolder();
    const cards = allCards(sampleContent());
    await Promise.all([drawCards(cards, { directory }), drawCards(cards, { directory })]);
    expect(readdirSync(directory).toSorted()).toEqual([...new Set(cards.map(cardFileName))].toSorted());
  });

  it('passes over what a killed run left', async () => {
    const directory = temporaryFolder();
    mkdirSync(directory, { recursive: true });
    const card = cardWith({ headline: 'Wash your hands' });
    writeFileSync(path.join(directory, `${cardFileName(card)}.1.part`), 'half');
    expect((await drawCards([card], { directory })).drawn).toBe(1);
  });

  it('tells how far it is', async () => {
    const told: string[] = [];
    await drawCards(allCards(sampleContent()), {
      directory: temporaryFolder(),
      onProgress: (done, total) => told.push(`${done}/${total}`),
    });
    expect(told.at(-1)).toBe('4/4');
  });
});

describe('a text that cannot be drawn', () => {
  it('is told of with its character, and not drawn as a box', async () => {
    const directory = temporaryFolder();
    const { faults, drawn } = await drawCards([cardWith({ headline: 'Hände waschen 手' })], { directory });
    expect(drawn).toBe(0);
    expect(readdirSync(directory)).toEqual([]);
    expect(faults.map(({ fault }) => fault)).toEqual([
      {
        field: 'headline',
        ruleId: 'card/missing-glyph',
        message: 'Unexpected character `手` (U+624B): the card’s font Noto Sans cannot draw it',
        hint: 'write it with letters of the language; a language in another script needs a font in src/cards/fonts.ts',
      },
    ]);
  });

  it('may hold an emoji in a post, but not on its card', async () => {
    const { faults } = await drawCards([cardWith({ headline: 'Wash your hands 🧼' })], {
      directory: temporaryFolder(),
    });
    expect(faults.map(({ fault }) => fault.hint)).toEqual(['leave the picture character out of the card’s words']);
  });

  it('is told of when it is too long, with how much of it fits', async () => {
    const headline = 'Wash your hands with soap and water before you eat. '.repeat(12).trim();
    const { faults } = await drawCards([cardWith({ headline })], { directory: temporaryFolder() });
    const [told] = faults;
    expect(told?.fault.message).toBe(
      'Unexpected length: this text of 623 characters does not fit on the card of 1200×630',
    );
    const [, few] = /to (\d+) or fewer/.exec(told?.fault.hint ?? '') ?? [];
    const shorter = headline.slice(0, Number(few));
    expect((await drawCards([cardWith({ headline: shorter })], { directory: temporaryFolder() })).faults).toEqual([]);
  });

  it.each([
    [
      'a word that no line holds',
      'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(2),
      'headline',
    ],
    ['a title too long for the line above a headline', 'A title that goes on and on '.repeat(8), 'kicker'],
  ])('is told of: %s', async (_, text, field) => {
    const card = field === 'headline' ? cardWith({ headline: text }) : cardWith({ headline: 'Short', title: text });
    const { faults } = await drawCards([card], { directory: temporaryFolder() });
    expect(faults.map(({ fault }) => [fault.field, fault.ruleId])).toEqual([[field, 'card/too-long']]);
  });
});

describe('a card as vectors', () => {
  it('is the same as its picture', async () => {
    const directory = temporaryFolder();
    const card = cardWith({ headline: 'Wash your hands with soap, for 20 seconds' });
    const picture = await cardPicture(card, directory);
    expect(await drawVectors([card], directory)).toEqual({ drawn: 1, skipped: 0 });
    const svg = readFileSync(path.join(directory, cardFileName(card).replace('png', 'svg')), 'utf8');
    expect(await meanDifference(picture, new Resvg(svg).render().asPng())).toBeLessThan(4);
  });

  it('is made by the other engine in a script that satori sets wrong', async () => {
    const directory = temporaryFolder();
    const card = cardWith({ headline: 'ہاتھ دھوئیں' }, 'ur');
    expect(await drawVectors([card], directory)).toEqual({ drawn: 1, skipped: 0 });
    const svg = readFileSync(path.join(directory, cardFileName(card).replace('png', 'svg')), 'utf8');
    expect(await meanDifference(await cardPicture(card, directory), new Resvg(svg).render().asPng())).toBeLessThan(4);
    expect(svg).not.toContain('<text');
    const tree = { type: 'div' as const, props: { style: {}, children: '' } };
    await expect(toSvg(tree, 10, 10, 'Noto Nastaliq Urdu')).rejects.toThrow(ScriptNotSupportedError);
  });
});

describe('the words of a card', () => {
  it.each(['en', 'ur'])('stand out from their ground: %s', async (language) => {
    const card = cardWith({ headline: language === 'en' ? 'Wash' : 'دھوئیں' }, language);
    const { data } = await sharp(await cardPicture(card, temporaryFolder()))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const levels = Array.from({ length: data.length / 3 }, (_, at) =>
      luminance(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0),
    );
    const sorted = Float64Array.from(levels).sort();
    const ground = sorted[Math.floor(sorted.length * 0.9)] ?? 0;
    const words = sorted.at(-1) ?? 0;
    // WCAG 2.2, success criterion 1.4.6: at least 7 to 1, against the lightest of the ground.
    expect((words + 0.05) / (ground + 0.05)).toBeGreaterThan(7);
  });
});

function cardWith({ headline, title }: { headline: string; title?: string }, language = 'en'): Card {
  const post = samplePost({
    versions: { [language]: { ...sampleWords(language, 'Text'), headline } as never },
  });
  const campaign = sampleCampaign();
  const words = campaign.versions[language];
  if (!words) throw new RangeError(language);
  const titled = {
    ...campaign,
    versions: { ...campaign.versions, [language]: { ...words, title: title ?? words.title } },
  };
  return title === undefined && language === 'none'
    ? campaignCard(titled, language, 'landscape', organisation)
    : postCard(post, titled, language, 'landscape', organisation);
}

async function meanDifference(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((png) => sharp(png).removeAlpha().raw().toBuffer()));
  if (!a || !b || a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

/** Relative luminance (WCAG 2.2). */
function luminance(...channels: [number, number, number]): number {
  const [r, g, b] = channels.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

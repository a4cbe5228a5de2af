import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { packKit } from '../../src/kit/pack-kit.ts';
import { isActive, type KitFile, pressKit } from '../../src/kit/press-kit.ts';
import type { Campaign, Content } from '../../src/model/content.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { sampleCampaign, sampleChannel, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';

const content = { ...sampleContent(), channels: new Map([['bluesky', sampleChannel('bluesky', 'bluesky')]]) };

describe('a press kit', () => {
  it('has the campaign in six sizes and each post in four, in each language', () => {
    const paths = kit().flatMap((file) => (file.kind === 'card' ? [file.path] : []));
    expect(paths.filter((path) => path.startsWith('en/'))).toEqual([
      ...['1200x630', '1080x1080', '1080x1350', '1080x1920', '1500x500', '3000x1000'].map(
        (size) => `en/cards/campaign-${size}`,
      ),
      ...['1200x630', '1080x1080', '1080x1350', '1080x1920'].map((size) => `en/cards/post-${postId()}-${size}`),
    ]);
    expect(paths.filter((path) => path.startsWith('ur/'))).toHaveLength(10);
  });

  it('has the texts of posts as networks get them, with their length', () => {
    expect(text('en/posts.txt')).toMatch(/== \S+, Bluesky \(\d+ of 300\) ==\n/);
  });

  it('has the words in place of every picture', () => {
    const words = text('en/alternative-texts.txt');
    for (const file of kit())
      if (file.kind === 'card' && file.path.startsWith('en/')) expect(words).toContain(`${file.card.alt}\n`);
  });

  it('has the facts of the page as cards with their source', () => {
    const tree = {
      type: 'root',
      children: [
        {
          type: 'mdxJsxFlowElement',
          name: 'Fact',
          attributes: [{ name: 'source', value: 'who-hands' }],
          children: [{ type: 'element', children: [{ type: 'text', value: 'Soap takes off\nwhat water leaves.' }] }],
        },
      ],
    };
    const source = {
      title: 'Hands',
      publisher: 'WHO',
      publishedOn: '2025-05',
      accessedOn: '2026-01-01',
      url: 'https://who.int/',
    };
    const files = pressKit(withTree(tree), { ...content, sources: new Map([['who-hands', source as never]]) });
    const facts = files.flatMap((file) =>
      file.kind === 'card' && file.path.startsWith('en/cards/fact-1') ? [file.card] : [],
    );
    expect(facts.map(({ size }) => size)).toEqual(['landscape', 'square', 'portrait', 'story']);
    expect(facts[0]).toMatchObject({
      template: 'fact',
      headline: 'Soap takes off what water leaves.',
      detail: 'WHO, Hands, 2025',
      detailLabel: 'Source',
    });
  });

  it('leaves out posts that were withdrawn', () => {
    const campaign = sampleCampaign({
      posts: [samplePost({ withdrawn: { at: '2026-01-01T00:00:00Z', reason: 'wrong' } } as never)],
    });
    expect(kit(campaign).filter(({ path }) => path.includes('post-'))).toEqual([]);
  });

  it('says what may be done with it, or whom to ask', () => {
    expect(text('licence.txt')).toMatch(/^Ask desk@desk\.example before/);
    const licence = { en: 'Use it freely.' };
    const licensed = pressKit(sampleCampaign(), { ...content, organisation: { ...content.organisation, licence } });
    expect(textIn(licensed, 'licence.txt')).toMatch(/^Test Desk: Use it freely\.\n/);
  });
});

describe('packing a kit', () => {
  it('makes the same bytes of the same content, and holds what it says', async () => {
    const few = kit().filter(({ kind, path }) => kind === 'text' || /campaign-1200x630|campaign-1500x500/.test(path));
    const [one, other] = [await pack(few), await pack(few)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    const files = unzipSync(one.bytes);
    expect(Object.keys(files)).toEqual(one.paths);
    expect(one.paths).toEqual([
      'hands/README.txt',
      'hands/en/alternative-texts.txt',
      'hands/en/cards/campaign-1200x630.png',
      'hands/en/cards/campaign-1200x630.svg',
      'hands/en/cards/campaign-1500x500.png',
      'hands/en/cards/campaign-1500x500.svg',
      'hands/en/posts.txt',
      'hands/licence.txt',
      'hands/sources.txt',
      'hands/ur/alternative-texts.txt',
      'hands/ur/cards/campaign-1200x630.png',
      'hands/ur/cards/campaign-1200x630.svg',
      'hands/ur/cards/campaign-1500x500.png',
      'hands/ur/cards/campaign-1500x500.svg',
      'hands/ur/posts.txt',
    ]);
    for (const language of ['en', 'ur']) {
      const { width, height } = await sharp(files[`hands/${language}/cards/campaign-1500x500.png`]).metadata();
      expect([width, height]).toEqual([1500, 500]);
      // Text as paths: whoever opens it needs no font.
      const svg = Buffer.from(files[`hands/${language}/cards/campaign-1500x500.svg`] ?? []).toString();
      expect(svg).toMatch(/^<svg[^>]+1500/);
      expect(svg).not.toMatch(/<text|font-family/);
    }
  });

  it('leaves out what has no room for its words, and says so', async () => {
    const headline = 'Wash your hands with soap and water before you eat. '.repeat(20).trim();
    const versions = { en: { ...sampleWords('en', 'Text'), headline } } as never;
    const files = kit(sampleCampaign({ posts: [samplePost({ versions })] })).filter(({ path }) =>
      path.includes('post-'),
    );
    const { paths, bytes, left } = await pack(files);
    expect(paths).toEqual(['hands/README.txt']);
    expect(left).toHaveLength(4);
    expect(Buffer.from(unzipSync(bytes)['hands/README.txt'] ?? []).toString()).toMatch(
      /Left out, because their words have no room:\n {2}en\/cards\/post-\S+-1200x630: Unexpected length: this text of \d+ characters/,
    );
  });
});

describe('a campaign', () => {
  const yearly = (startsOn: string, endsOn: string): Pick<Campaign, 'schedule'> => ({
    schedule: { kind: 'yearly', startsOn, endsOn },
  });
  it.each([
    ['on its first day in its zone', yearly('12-01', '12-07'), '2026-11-30T20:00:00Z', true],
    ['not on the day before', yearly('12-01', '12-07'), '2026-11-30T18:00:00Z', false],
    ['on its last day', yearly('12-01', '12-07'), '2026-12-07T12:00:00Z', true],
    ['over the turn of the year', yearly('12-20', '01-10'), '2027-01-05T12:00:00Z', true],
  ])('takes place %s', (_, campaign, now, expected) => {
    expect(isActive(campaign, toEpochMs(now), 'Asia/Karachi')).toBe(expected);
  });
});

function kit(campaign: Campaign = sampleCampaign()): KitFile[] {
  return pressKit(campaign, content);
}

function text(path: string): string {
  return textIn(kit(), path);
}

function textIn(files: readonly KitFile[], path: string): string {
  const file = files.find((one) => one.path === path);
  if (file?.kind !== 'text') throw new TypeError(`no text ${path}`);
  return file.text;
}

function postId(): string {
  return sampleCampaign().posts[0]?.id ?? '';
}

function withTree(tree: unknown): Campaign {
  const campaign = sampleCampaign({ posts: [] });
  const versions = Object.entries(campaign.versions).map(([language, version]) => [
    language,
    { ...version, body: { ...version.body, tree } },
  ]);
  return { ...campaign, versions: Object.fromEntries(versions) as Content['campaigns'][number]['versions'] };
}

function pack(files: readonly KitFile[]) {
  return packKit('hands', files, content.organisation, process.cwd());
}

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { cardFileName } from '../../src/cards/card.ts';
import { openOutbox } from '../../src/channels/outbox.ts';
import type { PictureStore, PostRequest } from '../../src/publishing/ports.ts';
import { sampleWords } from '../support/sample-content.ts';
import { sampleRequest } from '../support/sample-request.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PICTURE = Buffer.from('the picture');
const cards: PictureStore = { picture: async () => PICTURE, banner: async () => Buffer.from('banner') };

/** An open outbox that these were sent to. */
async function outboxWith(...requests: PostRequest[]) {
  const folder = path.join(temporaryFolder(), 'outbox');
  const channel = openOutbox(folder, cards);
  expect(await channel.open()).toEqual({ kind: 'open' });
  for (const request of requests) expect(await channel.send(request)).toMatchObject({ kind: 'confirmed' });
  return { folder, channel, page: () => readFileSync(path.join(folder, 'index.html'), 'utf8') };
}

function worded(text: string, language = 'en'): PostRequest {
  return sampleRequest('outbox', {
    language,
    post: { attach: 'nothing', link: 'none', versions: { [language]: sampleWords(language, text) } },
  });
}

describe('the outbox', () => {
  it('is a page even when nothing was sent', async () => {
    const { page } = await outboxWith();
    expect(page()).toContain('<p>Nothing has been due yet.</p>');
  });

  it('confirms what it has and finds it again, also after it was opened anew', async () => {
    const request = sampleRequest('outbox');
    const { folder, channel } = await outboxWith(request);
    const confirmed = { kind: 'confirmed', uri: 'outbox:wash-hands/2026/outbox/en/1' };
    expect(await channel.find(request)).toEqual(confirmed);
    expect(await channel.find(worded('x', 'ur'))).toEqual({ kind: 'absent' });
    const again = openOutbox(folder, cards);
    await again.open();
    expect(await again.find(request)).toEqual(confirmed);
  });

  it('has a post once, however often it is sent', async () => {
    const { folder, page } = await outboxWith(sampleRequest('outbox'), sampleRequest('outbox'));
    expect(readdirSync(path.join(folder, 'records'))).toHaveLength(1);
    expect(page().match(/<article>/g)).toHaveLength(1);
  });

  it('leaves whole files only, each with its pictures beside it', async () => {
    const request = sampleRequest('outbox', { previewOn: ['bluesky', 'instagram'] });
    const { folder, page } = await outboxWith(request);
    const names = [request.post, ...request.previews].flatMap(({ attachment }) =>
      attachment.kind === 'nothing' ? [] : [cardFileName(attachment.card)],
    );
    expect(new Set(names).size).toBe(2);
    expect(readdirSync(path.join(folder, 'images')).toSorted()).toEqual([...new Set(names)].toSorted());
    for (const name of readdirSync(path.join(folder, 'images')))
      expect(readFileSync(path.join(folder, 'images', name))).toEqual(PICTURE);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) expect(name).not.toMatch(/\.part$/);
    for (const [, source] of page().matchAll(/<img src="([^"]+)"/g))
      expect(statSync(path.join(folder, source ?? '')).isFile()).toBe(true);
  });

  it('never shows half a page: the new one takes the old one’s place whole', async () => {
    const { folder, channel } = await outboxWith(worded('First'));
    const before = statSync(path.join(folder, 'index.html')).ino;
    await channel.send(worded('دوسرا', 'ur'));
    expect(statSync(path.join(folder, 'index.html')).ino).not.toBe(before);
  });

  it('keeps a post back whose picture cannot be drawn', async () => {
    const broken: PictureStore = {
      ...cards,
      async picture() {
        throw new Error('no font');
      },
    };
    const folder = temporaryFolder();
    const channel = openOutbox(folder, broken);
    await channel.open();
    expect(await channel.send(sampleRequest('outbox'))).toEqual({
      kind: 'refused',
      reason: 'its picture could not be drawn; `npm run cards` says why',
      again: true,
    });
    expect(readdirSync(path.join(folder, 'records'))).toEqual([]);
  });

  it('goes on where a record was damaged, as if that post had not come', async () => {
    const request = worded('Damaged');
    const { folder } = await outboxWith(request);
    const [name = ''] = readdirSync(path.join(folder, 'records'));
    writeFileSync(path.join(folder, 'records', name), '');
    mkdirSync(path.join(folder, 'images'), { recursive: true });
    const channel = openOutbox(folder, cards);
    expect(await channel.open()).toEqual({ kind: 'open' });
    expect(await channel.find(request)).toEqual({ kind: 'absent' });
    expect(await channel.send(request)).toMatchObject({ kind: 'confirmed' });
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain('Damaged');
  });
});

describe('the outbox’s timeline', () => {
  it('shows what was sent last first', async () => {
    const at = (createdAt: string, language: string) => sampleRequest('outbox', { createdAt, language });
    const { page } = await outboxWith(at('2026-12-01T10:00:00+05:00', 'en'), at('2026-12-01T06:00:00Z', 'ur'));
    expect([...page().matchAll(/<time datetime="([^"]+)"/g)].map(([, time]) => time)).toEqual([
      '2026-12-01T06:00:00Z',
      '2026-12-01T10:00:00+05:00',
    ]);
  });

  it('shows a post as each of its networks would, with its count', async () => {
    const { page } = await outboxWith(sampleRequest('outbox', { previewOn: ['bluesky', 'mastodon'] }));
    expect([...page().matchAll(/<section aria-label="([^"]+)">/g)].map(([, name]) => name)).toEqual([
      'Bluesky',
      'Mastodon',
    ]);
    expect(page()).toContain('<span class="count within">68 / 300</span>');
    expect(page()).not.toContain('class="count over"');
  });

  it('marks a count over the limit', async () => {
    const request = worded('Wash. '.repeat(900));
    const { page } = await outboxWith(request);
    expect(page()).toContain(`<span class="count over">${request.post.count} / 5000</span>`);
  });

  it('shows Urdu from the right, in its language, and addresses from the left', async () => {
    const { page } = await outboxWith(sampleRequest('outbox', { language: 'ur' }));
    expect(page()).toContain('<div class="text" lang="ur" dir="rtl">');
    expect(page()).toContain('<bdi class="tag">#صاف_ہاتھ</bdi>');
    expect(page()).toMatch(/<bdi dir="ltr">https:\/\/desk\.example\/awareness\/ur\/[^<]+<\/bdi>/);
  });

  it('shows the alternative text, not only carries it', async () => {
    const { page } = await outboxWith(sampleRequest('outbox'));
    expect(page()).toMatch(/<img [^>]*alt="Clean hands\. Soap first\. Test Desk"/);
    expect(page()).toContain(
      '<dl><dt>Alternative text</dt><dd lang="en" dir="ltr">Clean hands. Soap first. Test Desk</dd></dl>',
    );
  });

  it('opens pages of the desk’s own site here, and leaves other addresses as they are', async () => {
    const { page } = await outboxWith(
      sampleRequest('outbox', {
        post: {
          versions: {
            en: sampleWords(
              'en',
              'See https://www.who.int/a?b=1&c=2 and https://desk.example/awareness/en/?q=1#part or https://desk.example/awareness-day/ at https://desk.example.org/awareness/',
            ),
          },
        },
      }),
    );
    const links = [...page().matchAll(/<a href="([^"]+)" title="([^"]+)">/g)].map(([, href, title]) => [href, title]);
    expect(links).toEqual([
      ['https://www.who.int/a?b=1&amp;c=2', 'https://www.who.int/a?b=1&amp;c=2'],
      ['/awareness/en/?q=1#part', 'https://desk.example/awareness/en/?q=1#part'],
      ['https://desk.example/awareness-day/', 'https://desk.example/awareness-day/'],
      ['https://desk.example.org/awareness/', 'https://desk.example.org/awareness/'],
      ['/awareness/en/campaigns/clean-hands/', 'https://desk.example/awareness/en/campaigns/clean-hands/'],
    ]);
  });

  it('is not led astray by an address that looks like a path', async () => {
    const request = sampleRequest('outbox', {
      post: { link: 'none', versions: { en: sampleWords('en', 'https://desk.example//elsewhere.example/') } },
    });
    const { page } = await outboxWith({ ...request, site: 'https://desk.example' });
    expect(page()).toContain('<a href="https://desk.example//elsewhere.example/"');
  });

  it('keeps quotation marks of an alternative text inside it', async () => {
    const words = { ...sampleWords('en', 'Look.'), alt: 'A "glass" of water\' onerror="x' };
    const { page } = await outboxWith(sampleRequest('outbox', { post: { versions: { en: words } } }));
    const [image] = nodesOf(page()).filter(({ nodeName }) => nodeName === 'img');
    expect(image?.attrs?.map(({ name }) => name)).toEqual(['src', 'width', 'height', 'alt', 'lang', 'loading']);
    expect(image?.attrs?.find(({ name }) => name === 'alt')?.value).toBe(words.alt);
  });

  it('keeps a link card whole: picture, title, summary, and where it leads', async () => {
    const { page } = await outboxWith(sampleRequest('outbox', { post: { attach: 'link-card' } }));
    expect(page()).toMatch(
      /<a class="card" href="\/awareness\/en\/campaigns\/clean-hands\/" lang="en" dir="ltr"><img [^>]+><strong>Clean hands<\/strong><span>Soap and water stop many illnesses\.<\/span><\/a>/,
    );
  });

  it('shows words as words, whatever they look like', async () => {
    const nasty = `</div><script>alert(1)</script> & "quoted" 'single' <img src=x onerror=alert(1)> #<b> &amp;`;
    const request = worded(nasty);
    const { page } = await outboxWith(request);
    expect(textOf(page())).toContain(nasty);
    expect(elementsOf(page())).not.toContain('script');
    expect(page()).not.toContain('<img');
  });

  it('has no script and takes nothing from elsewhere', async () => {
    const { page } = await outboxWith(sampleRequest('outbox', { previewOn: ['bluesky'] }));
    expect(elementsOf(page()).filter((name) => ['script', 'link', 'iframe', 'object'].includes(name))).toEqual([]);
    for (const [, source = ''] of page().matchAll(/(?:src=|url\()"([^"]+)"/g))
      expect(source).not.toMatch(/^[a-z]*:?\/\//);
  });
});

interface HtmlNode {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: HtmlNode[];
}

/** Every node, as a browser would read the page. */
function nodesOf(html: string): HtmlNode[] {
  const nodes: HtmlNode[] = [parse(html) as HtmlNode];
  for (const node of nodes) nodes.push(...(node.childNodes ?? []));
  return nodes;
}

function elementsOf(html: string): string[] {
  return nodesOf(html).map(({ nodeName }) => nodeName);
}

function textOf(html: string): string {
  return nodesOf(html)
    .map(({ nodeName, value }) => (nodeName === '#text' ? value : ''))
    .join('');
}

import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../src/model/organisation.ts';
import type { Source } from '../../src/model/source.ts';
import { checkPage } from '../../src/reading/check-page.ts';
import { compileMdx } from '../../src/reading/compile-mdx.ts';
import { renderBody } from '../../src/reading/render-body.ts';
import { sampleOrganisation } from '../support/sample-content.ts';

const who: Source = {
  id: 'who-dengue',
  kind: 'fact-sheet',
  title: 'Dengue',
  publisher: 'World Health Organization',
  url: 'https://www.who.int/dengue',
  language: 'en',
  publishedOn: '2024-04-23',
  accessedOn: '2026-11-01',
};

describe('renderBody', () => {
  it('links a citation to its source, by the number of its first mention', () => {
    expect(html('a<Source id="other" /> b<Source id="who-dengue" /> c<Source id="other" />')).toBe(
      '<p>a<sup class="citation"><a href="#source-other" aria-label="Source 1: other">1</a></sup> ' +
        'b<sup class="citation"><a href="#source-who-dengue" aria-label="Source 2: World Health Organization">2</a></sup> ' +
        'c<sup class="citation"><a href="#source-other" aria-label="Source 1: other">1</a></sup></p>',
    );
  });

  it('names the source under a fact', () => {
    expect(html('<Fact source="who-dengue">\n\nMany fall ill.\n\n</Fact>')).toBe(
      '<div class="fact"><p>Many fall ill.</p><p class="fact-source">Source: <a href="#source-who-dengue"><bdi>World Health Organization, 2024</bdi></a></p></div>',
    );
  });

  it('labels a call-out in the language of the page', () => {
    expect(html('<Callout kind="danger">\n\nx\n\n</Callout>', 'ur')).toBe(
      '<div class="callout callout-danger" role="note"><p class="callout-label">خطرہ</p><p>x</p></div>',
    );
  });

  it('lists the help lines of one country, to be called at a touch', () => {
    expect(html('<Helplines country="PK" />')).toBe(
      '<ul class="helplines"><li><a class="helpline-number" href="tel:+92421166" aria-label="Call +92 (42) 1166, Health">' +
        '<bdi dir="ltr">+92 (42) 1166</bdi></a> <span class="helpline-name">Health</span><span class="helpline-hours">Day and night</span></li></ul>',
    );
  });

  it('fills a blank with the organisation’s words in the language of the page', () => {
    const blanks = { 'answer-hours': { en: 'two hours', ur: 'دو گھنٹے' } };
    expect(html('Within <Blank name="answer-hours" />.', 'en', blanks)).toBe('<p>Within two hours.</p>');
    expect(html('<Blank name="answer-hours" /> میں۔', 'ur', blanks)).toBe('<p>دو گھنٹے میں۔</p>');
    expect(html('Soon:\n\n<Blank name="answer-hours" />', 'en', blanks)).toBe('<p>Soon:</p>\n<p>two hours</p>');
  });

  it('shows a gap with its name where a blank has no words, and none of another language', () => {
    const gap = (label: string) =>
      `<p>Ask <mark class="gap">[${label}: <bdi dir="ltr">press-officer</bdi>]</mark>.</p>`;
    expect(html('Ask <Blank name="press-officer" />.')).toBe(gap('not filled in yet'));
    expect(html('Ask <Blank name="press-officer" />.', 'ur', { 'press-officer': { en: 'Amina' } })).toBe(
      gap('ابھی لکھنا باقی ہے'),
    );
  });

  it('keeps addresses and numbers in a blank in their order, to be touched where one can write or call', () => {
    const blanks = {
      duty: { ur: 'کامران، 051-000-0000، duty@desk.example' },
      trained: { ur: '2026-11-24 کو' },
      'day-first': { ur: '01-07-2026 کو' },
      short: { ur: '1122' },
    };
    expect(html('<Blank name="duty" />', 'ur', blanks)).toBe(
      '<p>کامران، <a href="tel:0510000000"><bdi dir="ltr">051-000-0000</bdi></a>، ' +
        '<a href="mailto:duty@desk.example"><bdi dir="ltr">duty@desk.example</bdi></a></p>',
    );
    expect(html('<Blank name="trained" />', 'ur', blanks)).toBe('<p><bdi dir="ltr">2026-11-24</bdi> کو</p>');
    expect(html('<Blank name="day-first" />', 'ur', blanks)).toBe('<p><bdi dir="ltr">01-07-2026</bdi> کو</p>');
    expect(html('<Blank name="short" />', 'ur', blanks)).toBe('<p>1122</p>');
  });

  it('puts no link into a link', () => {
    const blanks = { press: { en: 'press@desk.example' } };
    expect(html('[Ask <Blank name="press" /><Source id="other" />](https://e.com)', 'en', blanks)).toBe(
      '<p><a href="https://e.com" rel="external noopener">Ask <bdi dir="ltr">press@desk.example</bdi>' +
        '<sup class="citation">1</sup></a></p>',
    );
  });

  it('marks a picture for Astro, and names its file once', () => {
    const body = render(
      '<Figure src="./a b.png" alt="A &amp; B" caption="Where" credit="Desk" />\n\n![c](./a%20b.png)',
      'en',
    );
    expect(body.images).toEqual(['./a b.png']);
    expect(body.html).toContain('<figcaption>Where <small>Picture: Desk</small></figcaption>');
    const markers = [...body.html.matchAll(/__ASTRO_IMAGE_="([^"]+)"/g)].map(([, json]) =>
      JSON.parse((json ?? '').replaceAll('&#x22;', '"').replaceAll('&#x26;', '&')),
    );
    expect(markers).toMatchObject([
      { src: './a b.png', index: 0, loading: 'lazy' },
      { src: './a b.png', alt: 'c', index: 1 },
    ]);
  });

  it('offers a video by a link and its transcript, and loads nothing', () => {
    expect(
      html('<Video src="https://video.example/w/1" title="Boil it" captions="./boil.en.vtt">\n\nBoil it.\n\n</Video>'),
    ).toBe(
      '<figure class="video"><p><a class="video-link" href="https://video.example/w/1" rel="external noopener">Watch the video: Boil it</a> ' +
        '<bdi class="video-host" dir="ltr">video.example</bdi></p><details><summary>What is said in the video</summary><p>Boil it.</p></details></figure>',
    );
  });

  it('turns the alignment of a column into a class, and writes no style', () => {
    const table = html('| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |');
    expect(table).toContain(
      '<th class="align-start">a</th>\n<th class="align-end">b</th>\n<th class="align-center">c</th>',
    );
    expect(table).not.toContain('style=');
    expect(table).toMatch(/^<div class="table" role="group" tabindex="0" aria-label="Table"><table>/);
  });

  it('heads footnotes in the language of the page and keeps the id their links describe', () => {
    const footnotes = html('a[^1]\n\n[^1]: b', 'ur');
    expect(footnotes).toContain('<h2 class="sr-only" id="footnote-label">حواشی</h2>');
    expect(footnotes).toContain('aria-describedby="footnote-label"');
    expect(footnotes).toContain('aria-label="متن پر واپس، حاشیہ 1"');
  });

  it('gives a heading the id that its contents list has', () => {
    expect(html('## Same\n\n## Same')).toBe('<h2 id="same">Same</h2>\n<h2 id="same-1">Same</h2>');
  });

  it('says of a link that leaves the site that it does', () => {
    expect(html('[a](https://e.com) [b](#c)')).toBe(
      '<p><a href="https://e.com" rel="external noopener">a</a> <a href="#c">b</a></p>',
    );
  });

  it('shows a task as a picture with a name, not as a field that cannot be used', () => {
    expect(html('- [x] a')).toContain('<span class="task task-done" role="img" aria-label="Done"></span>');
  });

  it('escapes what is text', () => {
    expect(html('a \\<b> `<i>` &amp; "c"')).toBe('<p>a &#x3C;b> <code>&#x3C;i></code> &#x26; "c"</p>');
  });

  it('leaves the tree as it was, so that a second rendering is the same', () => {
    const body = bodyOf('## a\n\n| b |\n|:--|\n| c |\n\n![d](./e.png)');
    const context = { language: 'en', organisation: organisation(), sources: new Map() };
    expect(renderBody(body, context)).toEqual(renderBody(body, context));
  });

  it('refuses a component that the reader should have refused', () => {
    expect(() => html('<Nope />')).toThrow(new TypeError('<Nope> is not a component of this desk'));
  });

  it('names the language that nobody has written the labels in', () => {
    expect(() => html('a', 'fr')).toThrow(
      new RangeError(
        'The site has no words for its own labels in `fr`; add them to src/reading/interface-words.ts, or remove the language from content/organisation.yml',
      ),
    );
  });
});

function html(markdown: string, language = 'en', blanks: Organisation['blanks'] = {}): string {
  return render(markdown, language, blanks).html;
}

function render(markdown: string, language: string, blanks: Organisation['blanks'] = {}) {
  const context = { language, organisation: { ...organisation(), blanks }, sources: new Map([[who.id, who]]) };
  return renderBody(bodyOf(markdown), context);
}

function bodyOf(markdown: string) {
  const { tree } = compileMdx(markdown);
  if (!tree) throw new Error('the example is faulty');
  return checkPage(tree, markdown).body;
}

function organisation() {
  return sampleOrganisation({
    helplines: [
      { id: 'a', country: 'PK', name: { en: 'Health' }, number: '+92 (42) 1166', hours: { en: 'Day and night' } },
      { id: 'b', country: 'IN', name: { en: 'Elsewhere' }, number: '104' },
    ],
  });
}

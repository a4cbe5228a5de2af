import { CARD_SIZES, cardFileName } from '../cards/card.ts';
import { NETWORK } from '../model/network.ts';
import type { ComposedPost } from '../posts/compose-post.ts';
import type { Segment } from '../posts/segment.ts';
import type { OutboxRecord } from './outbox.ts';

interface Places {
  /** Folder of the pictures and name of the font, beside the page. */
  images: string;
  font: string;
}

/** The top of the outbox. */
interface Top {
  pinned: OutboxRecord | undefined;
  /** File among the pictures. */
  banner: string | null;
}

/** The outbox as a page: every post as each of its networks would show it. No scripts, nothing from elsewhere. */
export function outboxTimeline(records: readonly OutboxRecord[], { pinned, banner }: Top, places: Places): string {
  const posts = records.map((record) => onePost(record, record === pinned, places)).join('\n');
  const picture =
    banner === null
      ? ''
      : `<img class="banner" src="${places.images}/${toHtml(banner)}" alt="The banner that profiles show now">\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Outbox</title>
<style>${style(places.font)}</style>
</head>
<body>
${picture}<header>
<h1>Outbox</h1>
<p>What the desk would have posted, as each network would show it. This page stays on this machine.</p>
</header>
<main>
${posts || '<p>Nothing has been due yet.</p>'}
</main>
</body>
</html>
`;
}

function onePost(record: OutboxRecord, isPinned: boolean, places: Places): string {
  const { key, post, previews, site, replyTo, isCorrection, isEdited, withdrawn } = record;
  const shown = previews.length > 0 ? previews : [post];
  const notes = [
    ...(isPinned ? ['Pinned.'] : []),
    ...(isCorrection ? ['Corrects what it answers.'] : replyTo ? [`Part ${key.part} of a thread.`] : []),
    ...(isEdited ? ['Edited.'] : []),
    ...(withdrawn === undefined ? [] : [`Withdrawn: ${withdrawn}.`]),
  ];
  if (withdrawn !== undefined) return `<article class="gone">\n${heading(record, notes)}\n</article>`;
  return `<article>
${heading(record, notes)}
<div class="previews">
${shown.map((preview) => onePreview(preview, site, places)).join('\n')}
</div>
</article>`;
}

function heading({ key, createdAt }: OutboxRecord, notes: readonly string[]): string {
  const told = notes.map((note) => `<strong>${toHtml(note)}</strong> `).join('');
  const when = toHtml(createdAt);
  return `<h2>${toHtml(key.item)} <small>${toHtml(key.language)}, ${toHtml(key.occurrence)}</small></h2>
<p class="when">${told}Sent to the outbox <time datetime="${when}">${when.replace('T', ' ')}</time></p>`;
}

function onePreview(post: ComposedPost, site: string, places: Places): string {
  const direction = directionOf(post);
  const network = NETWORK[post.network];
  const state = post.count > post.limit ? 'over' : 'within';
  return `<section aria-label="${toHtml(network.title)}">
<h3><span>${toHtml(network.title)}</span> <span class="count ${state}">${post.count} / ${post.limit}</span></h3>
${post.warning === undefined ? '' : `<p class="warning" lang="${toHtml(post.language)}" dir="${direction}">${toHtml(post.warning)}</p>\n`}<div class="text" lang="${toHtml(post.language)}" dir="${direction}">${paragraphs(post.segments, site)}</div>
${attachment(post, site, places, direction)}
</section>`;
}

function paragraphs(segments: readonly Segment[], site: string): string {
  const html = segments.map((segment) => piece(segment, site)).join('');
  return html
    .split('\n\n')
    .map((text) => `<p>${text.replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function piece(segment: Segment, site: string): string {
  switch (segment.kind) {
    case 'text':
      return toHtml(segment.text);
    case 'hashtag':
      return `<bdi class="tag">${toHtml(segment.shown)}</bdi>`;
    case 'link':
      return `<a href="${toHtml(localAddress(segment.href, site))}" title="${toHtml(segment.href)}"><bdi dir="ltr">${toHtml(segment.shown)}</bdi></a>`;
  }
}

function attachment(
  { attachment: shown, language }: ComposedPost,
  site: string,
  { images }: Places,
  direction: string,
): string {
  if (shown.kind === 'nothing') return '';
  const { width, height } = CARD_SIZES[shown.card.size];
  const image = `<img src="${images}/${toHtml(cardFileName(shown.card))}" width="${width}" height="${height}" alt="${toHtml(shown.alt)}" lang="${toHtml(language)}" loading="lazy">`;
  const alt = `<dl><dt>Alternative text</dt><dd lang="${toHtml(language)}" dir="${direction}">${toHtml(shown.alt)}</dd></dl>`;
  if (shown.kind === 'card') return `${image}\n${alt}`;
  return `<a class="card" href="${toHtml(localAddress(shown.href, site))}" lang="${toHtml(language)}" dir="${direction}">${image}<strong>${toHtml(shown.title)}</strong><span>${toHtml(shown.description)}</span></a>\n${alt}`;
}

/** A page of the desk's own site is opened where this machine serves it; any other address stays as it is. */
function localAddress(address: string, site: string): string {
  const base = new URL(site.endsWith('/') ? site : `${site}/`);
  const { origin, pathname, search, hash } = new URL(address);
  const isOwn = origin === base.origin && pathname.startsWith(base.pathname) && !pathname.startsWith('//');
  return isOwn ? pathname + search + hash : address;
}

function directionOf({ attachment: shown, text }: ComposedPost): 'ltr' | 'rtl' {
  if (shown.kind !== 'nothing') return shown.card.direction;
  return /^[^\p{L}]*\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr';
}

function toHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function style(font: string): string {
  return `
@font-face { font-family: "Noto Nastaliq Urdu"; src: url("${font}") format("woff2"); font-display: swap; }
:root { color-scheme: light dark; --ground: light-dark(#f3f6f6, #0e1a1c); --sheet: light-dark(#fff, #16272a); --ink: light-dark(#12262a, #e8f1f1);
  --quiet: light-dark(#4b6166, #a9bfc2); --line: light-dark(#d5e0e1, #2b4145); --link: light-dark(#0b5f68, #7fd6de); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header, main { max-inline-size: 72rem; margin-inline: auto; padding: 1.5rem; }
h1 { margin: 0; font-size: 2rem; }
header p, .when, small { color: var(--quiet); }
header p { margin-block: .25rem 0; }
.banner { display: block; inline-size: 100%; max-block-size: 20rem; object-fit: cover; }
.warning { font-weight: bold; }
article { margin-block-end: 2.5rem; }
h2 { margin: 0; font-size: 1.2rem; }
small { font-weight: normal; }
.when { margin-block: 0 .75rem; font-size: .9rem; }
.previews { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; max-inline-size: 36rem; }
h3 { display: flex; justify-content: space-between; gap: 1rem; margin: 0 0 .5rem; font-size: .95rem; }
.count { font-variant-numeric: tabular-nums; font-weight: normal; color: var(--quiet); }
.over { color: light-dark(#a61b1b, #ff9d9d); font-weight: bold; }
.text p { margin-block: 0 .75rem; overflow-wrap: anywhere; }
[lang="ur"] { font-family: "Noto Nastaliq Urdu", serif; line-height: 2.2; }
a, .tag { color: var(--link); }
img { display: block; inline-size: 100%; block-size: auto; border-radius: .5rem; }
.card { display: grid; gap: .25rem; text-decoration: none; border: 1px solid var(--line); border-radius: .6rem; padding: .5rem; }
.card span { color: var(--quiet); font-size: .9rem; }
dl { margin-block: .5rem 0; font-size: .9rem; color: var(--quiet); }
dd { margin: 0; }
`;
}

import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { listedPage, sitemap } from '../../src/feeds/sitemap.ts';

const PAGE = `<html><head><link rel="canonical" href="https://desk.example/en/?a=1&amp;b=2"><link rel="alternate" hreflang="ur" href="https://desk.example/ur/"><meta property="article:modified_time" content="2026-11-01"></head><body><link rel="canonical" href="https://evil.example/"></body></html>`;

describe('listedPage', () => {
  it('takes from a page what it says of itself', () => {
    expect(listedPage(PAGE)).toEqual({
      address: 'https://desk.example/en/?a=1&b=2',
      alternates: [{ language: 'ur', address: 'https://desk.example/ur/' }],
      changedAt: '2026-11-01',
    });
  });

  it('leaves out a page that asks for it, and one without an address', () => {
    expect(listedPage(PAGE.replace('<head>', '<head><meta name="robots" content="noindex">'))).toBeUndefined();
    expect(listedPage('<html><head></head><body></body></html>')).toBeUndefined();
  });
});

describe('sitemap', () => {
  it('is read by another program with its languages and days', () => {
    const page = listedPage(PAGE);
    const xml = sitemap(page ? [page, { address: 'https://desk.example/', alternates: [], changedAt: undefined }] : []);
    const { urlset } = new XMLParser({ ignoreAttributes: false, htmlEntities: true }).parse(xml);
    expect(urlset.url).toEqual([
      { loc: 'https://desk.example/' },
      {
        loc: 'https://desk.example/en/?a=1&b=2',
        lastmod: '2026-11-01',
        'xhtml:link': { '@_rel': 'alternate', '@_hreflang': 'ur', '@_href': 'https://desk.example/ur/' },
      },
    ]);
  });
});

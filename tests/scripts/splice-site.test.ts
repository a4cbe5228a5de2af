import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SpliceError, spliceSite } from '../../scripts/splice-site.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const region = (said: string) =>
  `<div id="alerts"><div class="x"></div><script type="application/json">{"said":"${said} $& $1"}</script></div>`;
const page = (language: string, said: string, text = 'Text') =>
  `<!doctype html><html lang="${language}" dir="ltr"><body>\n${region(said)}<main><div>${text}</div></main></body></html>\n`;

const OLD = {
  'index.html': page('en', 'old'),
  'en/index.html': page('en', 'old'),
  'en/campaigns/dengue/index.html': page('en', 'old', 'Dengue'),
  'ur/index.html': page('ur', 'پرانا'),
  'handbook/index.html': '<!doctype html><html lang="en"><body>No alerts here</body></html>\n',
  'en/alerts/index.html': page('en', 'old', 'None'),
  'en/alerts/gone/index.html': page('en', 'old', 'Taken out of the content'),
  'alerts.json': '{"alerts":[]}',
  '_astro/old.css': 'old',
  'deployed.json': '{"builtAt":"then"}',
};
const FRESH = {
  'index.html': page('en', 'new'),
  'en/index.html': page('en', 'new', 'No campaigns'),
  'ur/index.html': page('ur', 'نیا'),
  'en/alerts/index.html': page('en', 'new', 'A flood'),
  'en/alerts/flood/index.html': page('en', 'its own', 'The flood'),
  'en/alerts/feed.atom': '<feed/>',
  'alerts/flood/flood-1.cap.xml': '<alert/>',
  'alerts.json': '{"alerts":["flood"]}',
  '_astro/old.css': 'never taken: its name says what is in it',
  '_astro/new.css': 'new',
  'cards/flood.png': 'png',
};

describe('a site that was built before', () => {
  it('says of alerts what the fresh build says, and of everything else what it said', () => {
    const site = written(OLD);
    expect(spliceSite(site, written(FRESH))).toEqual({ files: 8, pages: 4 });
    expect(read(site)).toEqual({
      'index.html': page('en', 'new'),
      'en/index.html': page('en', 'new'),
      'en/campaigns/dengue/index.html': page('en', 'new', 'Dengue'),
      'ur/index.html': page('ur', 'نیا'),
      'handbook/index.html': OLD['handbook/index.html'],
      'en/alerts/index.html': FRESH['en/alerts/index.html'],
      'en/alerts/flood/index.html': FRESH['en/alerts/flood/index.html'],
      'en/alerts/feed.atom': '<feed/>',
      'alerts/flood/flood-1.cap.xml': '<alert/>',
      'alerts.json': FRESH['alerts.json'],
      '_astro/old.css': 'old',
      '_astro/new.css': 'new',
      'cards/flood.png': 'png',
      'deployed.json': OLD['deployed.json'],
    });
  });

  it('is left alone by a second splice', () => {
    const [site, fresh] = [written(OLD), written(FRESH)];
    spliceSite(site, fresh);
    expect(spliceSite(site, fresh)).toEqual({ files: 0, pages: 0 });
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    [
      'has no place for alerts',
      { 'index.html': '<html lang="en">' },
      FRESH,
      'no page of the last site has a place for alerts',
    ],
    [
      'has a language that is new to the build',
      { ...OLD, 'ar/index.html': page('ar', 'old') },
      FRESH,
      'ar/index.html is in `ar`, of which nothing is known',
    ],
    [
      'meets a build that does not agree with itself',
      OLD,
      { ...FRESH, 'en/myths/index.html': page('en', 'third') },
      'en/myths/index.html says something else of alerts than other pages in `en`',
    ],
  ])('that %s is to be built whole, and nothing of it is changed', (_, old, fresh, message) => {
    const site = written(old);
    expect(() => spliceSite(site, written(fresh))).toThrow(new SpliceError(message));
    expect(read(site)).toEqual(old);
  });
});

function written(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function read(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file), readFileSync(file, 'utf8')];
    }),
  );
}

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { interfaceWords } from '../reading/interface-words.ts';
import { type Adjustment, adjustmentTo, measureFont } from './measure-font.ts';
import { ARABIC_CHARACTERS, subsetFont, URDU_CHARACTERS } from './subset-font.ts';

export interface Theme {
  /** Absolute path of the style sheet: colours of the brand and the fonts of the site. */
  styles: string;
  /** Absolute paths of fonts that a page in the language asks for at once. */
  nastaliq: string;
  naskh: string;
}

/** What `content/organisation.yml` says before anybody has checked it. */
export interface RawOrganisation {
  brand?: unknown;
  languages?: unknown;
}

const NASTALIQ = '@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2';
const NASKH = '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2';

/** Names under which phones have Naskh themselves: whole ones, and as PostScript calls it. */
const NASKH_NAMES = [
  'Noto Naskh Arabic',
  'Noto Naskh Arabic Regular',
  'NotoNaskhArabic-Regular',
  'Noto Naskh Arabic UI',
  'NotoNaskhArabicUI-Regular',
];
/** Where Arabic letters, their signs, and the spaces and digits between them are. */
const ARABIC_RANGE = 'U+20-22,U+27-29,U+2C-2F,U+30-3B,U+A0,U+600-6FF,U+200B-200F,U+2013-201D,U+2066-2069,U+FB50-FDFF';

/**
 * Writes the part of the styles that follows from the organisation and the fonts into `folder`, and returns where it is. It is
 * a file and no `<style>` element, so that pages can forbid every style that stands in them. One weight of Nastaliq takes
 * almost all that a first view may weigh: bold is made of it by the browser.
 *
 * Until Nastaliq has arrived, a phone shows its own Naskh, drawn in the size that takes the same room (measured by shaping
 * the site's own words in both), so that next to nothing moves when it does.
 */
export async function writeTheme(organisation: RawOrganisation | undefined, folder: string): Promise<Theme> {
  await mkdir(folder, { recursive: true });
  const [nastaliq, naskh] = await Promise.all([
    subsetFont(NASTALIQ, folder, URDU_CHARACTERS),
    subsetFont(NASKH, folder, ARABIC_CHARACTERS),
  ]);
  const fallback = await naskhInPlaceOfNastaliq(nastaliq, folder);
  const css = `${colours(organisation?.brand)}
@font-face{font-family:"Noto Nastaliq Urdu";font-display:swap;src:${url(nastaliq)}}
@font-face{font-family:"Naskh in place of Nastaliq";src:${local(NASKH_NAMES)};unicode-range:${ARABIC_RANGE};size-adjust:${fallback.sizeAdjust};ascent-override:${fallback.ascentOverride};descent-override:${fallback.descentOverride};line-gap-override:${fallback.lineGapOverride}}
@font-face{font-family:"Naskh of the site";font-display:swap;src:${url(naskh)}}
${(await languageNames(organisation?.languages, folder)).join('\n')}
`;
  const styles = path.join(folder, `theme-${hashOf(css)}.css`);
  await put(styles, css);
  return { styles, nastaliq, naskh };
}

/**
 * Every page names the site's languages, each in its own letters: a font of those few letters, so that a page in English
 * need not load all of Nastaliq for one word.
 */
async function languageNames(languages: unknown, folder: string): Promise<string[]> {
  const listed: { tag?: unknown; name?: unknown }[] = Array.isArray(languages) ? languages : [];
  const faces = listed.map(async ({ tag, name }) => {
    // Every machine has letters of its own for the others.
    if (tag !== 'ur' || typeof name !== 'string') return [];
    const file = await subsetFont(NASTALIQ, folder, [...new Set(name)].toSorted().join(''));
    return [
      `@font-face{font-family:"Name of ${tag}";font-display:swap;src:${url(file)}}`,
      `html:not([lang=${tag}]) .languages a:lang(${tag}){font-family:"Name of ${tag}","Noto Naskh Arabic","Geeza Pro",serif}`,
    ];
  });
  return (await Promise.all(faces)).flat();
}

function colours(brand: unknown): string {
  const { primary, secondary, accent, text } = (brand ?? {}) as Record<string, unknown>;
  const names = { '--brand': primary, '--brand-deep': secondary, '--brand-accent': accent, '--brand-text': text };
  const written = Object.entries(names)
    // What is no colour is refused by the reader, at its line.
    .filter(([, value]) => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value))
    .map(([name, value]) => `${name}:${value}`);
  return `:root:root{${written.join(';')}}`;
}

async function naskhInPlaceOfNastaliq(nastaliq: string, folder: string): Promise<Adjustment> {
  const naskh = createRequire(import.meta.url).resolve(NASKH);
  const sample = urduSample();
  const name = hashOf(
    path.basename(nastaliq),
    sample,
    await readFile(path.join(import.meta.dirname, 'measure-font.ts')),
  );
  const kept = path.join(folder, `fallback-${name}.json`);
  const known = await readFile(kept, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as Adjustment;
  const measured = adjustmentTo(await measureFont(nastaliq, sample, 'ur'), await measureFont(naskh, sample, 'ur'));
  await put(kept, JSON.stringify(measured));
  return measured;
}

/** Words as they follow each other on the site: its own. */
function urduSample(): string {
  const found: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value === 'string') found.push(...(value.match(/[\u0600-\u06ff]+/g) ?? []));
    else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) visit(one);
  };
  visit(interfaceWords('ur'));
  return found.join(' ');
}

function local(names: readonly string[]): string {
  return names.map((name) => `local("${name}")`).join(',');
}

function url(file: string): string {
  return `url("./${path.basename(file)}") format("woff2")`;
}

function hashOf(...parts: (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex').slice(0, 16);
}

/** Written aside and moved into place: two builds may do so at once. */
async function put(file: string, text: string): Promise<void> {
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
}

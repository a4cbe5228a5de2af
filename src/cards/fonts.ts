import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convert } from 'fontverter';
import { Blob, Face } from 'harfbuzzjs';

/** One file of a font: the characters of a `unicodeRange` in one weight. */
export interface FontFile {
  family: string;
  weight: 400 | 700;
  path: string;
  /** Inclusive ranges of code points that this file serves. */
  ranges: [number, number][];
}

/** Latin letters, digits, marks and signs: also beside other scripts, whose files lack them. */
export const LATIN_AND_MORE: [number, number][] = [
  [0x0000, 0x05ff],
  [0x1e00, 0x206f],
  [0x2070, 0x2bff],
];
const LATIN_EXTENDED: [number, number][] = [
  [0x0100, 0x02ff],
  [0x1e00, 0x1eff],
  [0x20a0, 0x20c0],
];
const ARABIC: [number, number][] = [
  [0x0600, 0x06ff],
  [0x0750, 0x077f],
  [0x0870, 0x08ff],
  [0x200c, 0x200e],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfefc],
];

/** Devanagari and Bengali, with the marks that join and part their letters. */
export const INDIC: [number, number][] = [
  [0x0900, 0x09ff],
  [0x200c, 0x200d],
  [0x25cc, 0x25cc],
  [0xa830, 0xa8ff],
];

/** A package of @fontsource: the family's name, the package's, and which characters each of its subsets serves. */
export interface FontPackage {
  family: string;
  name: string;
  subsets: Readonly<Record<string, [number, number][]>>;
}

const PACKAGES: readonly FontPackage[] = [
  { family: 'Noto Sans', name: 'noto-sans', subsets: { latin: LATIN_AND_MORE, 'latin-ext': LATIN_EXTENDED } },
  { family: 'Noto Nastaliq Urdu', name: 'noto-nastaliq-urdu', subsets: { arabic: ARABIC, latin: LATIN_AND_MORE } },
  { family: 'Noto Naskh Arabic', name: 'noto-naskh-arabic', subsets: { arabic: ARABIC, latin: LATIN_AND_MORE } },
];

/** The files of font packages that are installed, in both weights of cards. */
export function fontFiles(packages: readonly FontPackage[]): FontFile[] {
  return packages.flatMap(({ family, name, subsets }) =>
    Object.entries(subsets).flatMap(([subset, ranges]) =>
      ([400, 700] as const).map((weight) => ({
        family,
        weight,
        ranges,
        path: fileURLToPath(import.meta.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`)),
      })),
    ),
  );
}

/** The fonts cards are set in. Their files come with the packages, so nothing is fetched. */
export const FONT_FILES: readonly FontFile[] = fontFiles(PACKAGES);

const coverage = new Map<string, Promise<ReadonlySet<number>>>();
const faces = new Map<string, Promise<Face>>();
let lastReading: Promise<unknown> = Promise.resolve();

/** The face in a file of a font, for HarfBuzz, which does not take woff2. */
export function openFace(path: string): Promise<Face> {
  let face = faces.get(path);
  if (!face) {
    // One after the other: the converter's memory is shared, and two conversions at once spoil each other.
    face = lastReading.then(async () => new Face(new Blob(await convert(readFileSync(path), 'truetype'))));
    lastReading = face.catch(() => undefined);
    faces.set(path, face);
  }
  return face;
}

/**
 * Characters of a text for which a family has no glyph: they would be drawn as empty boxes. Marks that only steer
 * (`\p{Cf}`), spaces and line ends are not drawn at all.
 */
export async function uncovered(text: string, family: string): Promise<string[]> {
  let covered = coverage.get(family);
  if (!covered) {
    covered = readCoverage(family);
    coverage.set(family, covered);
  }
  const known = await covered;
  return [...new Set(text)].filter(
    (character) => !/[\p{Cf}\s]/u.test(character) && !known.has(character.codePointAt(0) ?? 0),
  );
}

async function readCoverage(family: string): Promise<ReadonlySet<number>> {
  const files = FONT_FILES.filter((file) => file.family === family && file.weight === 400);
  const codes = new Set<number>();
  for (const { path, ranges } of files) {
    const face = await openFace(path);
    for (const code of face.collectUnicodes()) {
      if (ranges.some(([from, to]) => code >= from && code <= to)) codes.add(code);
    }
  }
  return codes;
}

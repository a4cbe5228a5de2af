import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Characters of a page in Urdu: its alphabet with the Arabic letters that names and loanwords bring, vowel marks, both
 * rows of digits, punctuation, and the invisible signs that join and part letters. Latin comes from the reader's own
 * fonts.
 */
export const URDU_CHARACTERS =
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱٹپچڈڑژکگںھہۂۃۆۇیۓےە' +
  '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0657\u0658\u0670' +
  '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،؛؟۔٪٫٬؍؎؏ؐؑؒؓؔ' +
  ' !"\'()[]{}«»‘’“”.,:;/-–—…٭%+=*&@#0123456789' +
  '\u00a0\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\ufdfa\ufdf2\ufd3e\ufd3f';

/** Characters of a page in Arabic. */
export const ARABIC_CHARACTERS =
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱپچڤگ' +
  '\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670' +
  '٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬' +
  ' !"\'()[]{}«»‘’“”.,:;/-–—…%+=*&@#0123456789' +
  '\u00a0\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\ufdfa\ufdf2\ufd3e\ufd3f';

/**
 * A copy of an installed font with only `characters` in it, kept in `folder` under a name that follows from both.
 * Returns its path. Shaping is the same as the whole font's: the rules that join letters are kept.
 */
export async function subsetFont(specifier: string, folder: string, characters: string): Promise<string> {
  const whole = await readFile(createRequire(import.meta.url).resolve(specifier));
  const name = createHash('sha256').update(whole).update(characters).digest('hex').slice(0, 16);
  const file = path.join(folder, `${name}.woff2`);
  if (await exists(file)) return file;
  // The shaper takes a tenth of a second to load, and most builds find the copy there.
  const { default: subset } = await import('subset-font');
  const small = await subset(whole, characters, { targetFormat: 'woff2' });
  await mkdir(folder, { recursive: true });
  // Written aside and moved into place, so that a build that is stopped leaves no half a font under this name.
  await writeFile(`${file}.${process.pid}`, small);
  await rename(`${file}.${process.pid}`, file);
  return file;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, LaunchOptions } from 'playwright-core';

/**
 * A real Chromium from npm alone, without the system's packages. It takes up to four seconds the first time. The only letters
 * it has by itself are Latin; `fonts` are files of fonts (TrueType) that its machine has besides, as a phone has some.
 */
export async function launchBrowser({
  fonts = {},
  args = [],
  ...options
}: LaunchOptions & { fonts?: Readonly<Record<string, Uint8Array>> } = {}): Promise<Browser> {
  // Read while the package loads: it decides which system libraries are unpacked beside the browser.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const [{ default: chromium }, playwright] = await Promise.all([
    import('@sparticuz/chromium'),
    import('playwright-core'),
  ]);
  return playwright.chromium.launch({
    executablePath: await chromium.executablePath(),
    // In one process, a page that closes takes the whole browser with it.
    args: [...chromium.args.filter((argument) => argument !== '--single-process'), ...args],
    headless: true,
    ...(Object.keys(fonts).length > 0 && { env: { ...process.env, FONTCONFIG_FILE: machineFonts(fonts) } }),
    ...options,
  });
}

/** What the browser finds its fonts by: those that came with it, and these. */
function machineFonts(fonts: Readonly<Record<string, Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'fonts-'));
  mkdirSync(path.join(folder, 'files'));
  for (const [name, font] of Object.entries(fonts)) writeFileSync(path.join(folder, 'files', name), font);
  const file = path.join(folder, 'fonts.conf');
  const folders = [path.join(tmpdir(), 'fonts'), path.join(folder, 'files')].map((dir) => `<dir>${dir}</dir>`);
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders.join('')}<cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}

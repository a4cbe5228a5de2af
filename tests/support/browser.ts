import type { Browser } from 'playwright-core';

/** A real Chromium from npm alone, without the system's packages. It takes up to four seconds the first time. */
export async function launchBrowser(): Promise<Browser> {
  // Read while the package loads: it decides which system libraries are unpacked beside the browser.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const [{ default: chromium }, playwright] = await Promise.all([
    import('@sparticuz/chromium'),
    import('playwright-core'),
  ]);
  return playwright.chromium.launch({
    executablePath: await chromium.executablePath(),
    // In one process, a page that closes takes the whole browser with it.
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    headless: true,
  });
}

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { allCards, cardFileName } from '../src/cards/card.ts';
import { toInstantText } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { buildSite } from './build-site.ts';
import { checkedContent } from './checked-content.ts';
import { CARD_FOLDER, SITE_FOLDER } from './desk-folders.ts';
import { drawContentCards } from './draw-content-cards.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { SpliceError, spliceSite } from './splice-site.ts';

const USAGE = `npm run splice -- [--site DIR] [--content DIR] [--now INSTANT] [--json]

Brings what a built site (dist/, or DIR) says of alerts up to date without building the rest: the pages of incidents, the feeds, the CAP
files and alerts.json, and in every page the part on alerts. All else stays as it is. Campaigns are not read. What npm run build
writes there is the same to the byte. Exit code 0: done; 1: content is at fault; 2: the site has to be built whole.`;

const WORK = '.aagahi/splice';

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    site: { type: 'string', default: SITE_FOLDER },
    json: { type: 'boolean', default: false },
  });
  const root = process.cwd();
  const now = momentOf(values.now);
  const startedAt = performance.now();
  const site = path.resolve(root, values.site);
  if (!existsSync(path.join(site, 'deployed.json')))
    throw new UsageError(`There is no built site in ${values.site}; npm run build makes one.`);
  const contentDir = path.join(WORK, 'content');
  const fresh = path.join(WORK, 'site');
  rmSync(path.join(root, fresh), { recursive: true, force: true });
  layOut(path.resolve(root, values.content), path.join(root, contentDir));
  const { content, drafts, problems, isRefused } = await checkedContent({ root, contentDir, now });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(problems)}; nothing is built from faulty content\n`);
    return 1;
  }
  const cards = await drawContentCards(root, content, drafts, () => {});
  if (cards.problems.length > 0) {
    process.stdout.write(formatProblems(cards.problems, values.json ? 'json' : 'human', root));
    return 1;
  }
  await buildSite({ root, out: fresh, contentDir, now: toInstantText(now, 'UTC') });
  await mkdir(path.join(root, fresh, 'cards'), { recursive: true });
  for (const name of new Set(allCards({ ...content, myths: [] }).map(cardFileName)))
    await copyFile(path.join(root, CARD_FOLDER, name), path.join(root, fresh, 'cards', name));
  try {
    const { files, pages } = spliceSite(site, path.join(root, fresh));
    const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1));
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ site: values.site, files, pages, seconds })}\n`
        : `${files} files of alerts and the part on alerts of ${pages} pages in ${values.site}/, ${seconds} s\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof SpliceError)) throw error;
    process.stderr.write(`The last site does not fit: ${error.message}. Build it whole: npm run build.\n`);
    return 2;
  }
});

/** The content without its campaigns: a copy, for Astro knows one folder of content. */
function layOut(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from))
    if (name !== 'campaigns') cpSync(path.join(from, name), path.join(to, name), { recursive: true });
  const channels = path.join(to, 'channels');
  if (!existsSync(channels)) return;
  for (const name of readdirSync(channels).filter((one) => one.endsWith('.yml'))) {
    // The default pin is a post of a campaign; pages do not show it.
    const file = path.join(channels, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^defaultPin:.*\n?/m, ''));
  }
}

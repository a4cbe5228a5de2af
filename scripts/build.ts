import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { allCards, cardFileName } from '../src/cards/card.ts';
import { toInstantText } from '../src/model/time.ts';
import { momentOf, readArguments, runCommand } from './arguments.ts';
import { buildSite } from './build-site.ts';
import { checkedContent } from './checked-content.ts';
import { BUILT_FROM, CARD_FOLDER, SITE_FOLDER } from './desk-folders.ts';
import { drawContentCards } from './draw-content-cards.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { showProgress } from './progress.ts';
import { writeSitemap } from './write-sitemap.ts';

const USAGE = `npm run build -- [--out DIR] [--content DIR] [--now INSTANT] [--json]

Checks the content, draws the cards that are missing and builds the site into dist/ (or DIR).`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    out: { type: 'string', default: SITE_FOLDER },
    json: { type: 'boolean', default: false },
  });
  const root = process.cwd();
  const now = momentOf(values.now);
  const startedAt = performance.now();
  const { content, drafts, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
  if (isRefused || !content) {
    process.stderr.write(`${countProblems(problems)}; nothing is built from faulty content\n`);
    return 1;
  }

  const progress = showProgress('Drawing cards');
  const cards = await drawContentCards(root, content, drafts, progress.update);
  progress.end(`${cards.drawn} cards drawn, ${cards.reused} were there already`);
  if (cards.problems.length > 0) {
    process.stdout.write(formatProblems(cards.problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(cards.problems)}; nothing is built without its cards\n`);
    return 1;
  }

  process.stderr.write('Building the site\n');
  // From here on, until `npm start` says so again, nobody knows what stands there: this may be cut off.
  if (path.resolve(root, values.out) === path.join(root, SITE_FOLDER))
    await rm(path.join(root, BUILT_FROM), { force: true });
  await buildSite({ root, out: values.out, contentDir: values.content, now: toInstantText(now, 'UTC') });
  const out = path.resolve(root, values.out);
  await writeSitemap(out);
  const names = new Set(allCards(content).map(cardFileName));
  await mkdir(path.join(out, 'cards'), { recursive: true });
  for (const name of names) await copyFile(path.join(root, CARD_FOLDER, name), path.join(out, 'cards', name));

  // The next scheduled run asks this file whether a date has passed since.
  const deployed = { builtAt: toInstantText(now, content.organisation.timeZone), revision: revisionOf(root) };
  await writeFile(path.join(out, 'deployed.json'), `${JSON.stringify(deployed)}\n`);

  const pages = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html')).length;
  const seconds = Number(((performance.now() - startedAt) / 1000).toFixed(1));
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ out: values.out, pages, cardsDrawn: cards.drawn, cardsReused: cards.reused, seconds })}\n`
      : `${pages} pages and ${names.size} cards in ${values.out}/, ${seconds} s\n`,
  );
  return 0;
});

/** The commit this is built from; `null` outside a repository. */
function revisionOf(root: string): string | null {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
}

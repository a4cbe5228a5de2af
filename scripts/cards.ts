import path from 'node:path';
import { allCards } from '../src/cards/card.ts';
import { drawVectors } from '../src/cards/draw-vectors.ts';
import { momentOf, readArguments, runCommand } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { drawContentCards } from './draw-content-cards.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { showProgress } from './progress.ts';

const USAGE = `npm run cards -- [--svg DIR] [--content DIR] [--now INSTANT] [--json]

Draws the card image of every page and post, in each language and size, that is not drawn yet.

  --svg DIR   writes them as SVG too, for print, their text as paths`;

await runCommand(USAGE, async () => {
  const { values } = readArguments({ json: { type: 'boolean', default: false }, svg: { type: 'string' } });
  const root = process.cwd();
  const format = values.json ? 'json' : 'human';
  const { content, drafts, problems, isRefused } = await checkedContent({
    root,
    contentDir: values.content,
    now: momentOf(values.now),
  });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, format, root));
    process.stderr.write(`${countProblems(problems)}; no card is drawn from faulty content\n`);
    return 1;
  }
  const startedAt = performance.now();
  const progress = showProgress('Drawing cards');
  const cards = await drawContentCards(root, content, drafts, progress.update);
  progress.end(
    `${cards.drawn} cards drawn, ${cards.reused} were there already, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
  );
  process.stdout.write(formatProblems(cards.problems, format, root));
  if (values.svg !== undefined) {
    const { drawn, skipped } = await drawVectors(allCards(content), path.resolve(root, values.svg), root);
    process.stderr.write(
      `${drawn} SVG files in ${values.svg}${skipped > 0 ? `; ${skipped} cards have no room for their words` : ''}\n`,
    );
  }
  return cards.problems.length > 0 ? 1 : 0;
});

import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packKit } from '../src/kit/pack-kit.ts';
import { isActive, pressKit } from '../src/kit/press-kit.ts';
import { publishedCampaigns } from '../src/model/incident-campaign.ts';
import { suggest } from '../src/model/suggest.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { checkedContent } from './checked-content.ts';
import { KIT_FOLDER } from './desk-folders.ts';
import { countProblems, formatProblems } from './print-problems.ts';
import { showProgress } from './progress.ts';

const USAGE = `npm run kit -- ID… [--active] [--out DIR] [--content DIR] [--now INSTANT] [--json]

Packs the press kit of a campaign: its cards in every size and language as pictures and as vectors, the texts of its posts, the words
in place of pictures, the sources, and what may be done with it all. The same content makes the same file, to the byte.

  --active    the kits of all campaigns that take place now
  --out DIR   where to; left out, ${KIT_FOLDER}`;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments(
    {
      active: { type: 'boolean', default: false },
      out: { type: 'string', default: KIT_FOLDER },
      json: { type: 'boolean', default: false },
    },
    true,
  );
  if (values.active === positionals.length > 0)
    throw new UsageError('Name campaigns by their ids, or write --active for those that take place now.');
  const root = process.cwd();
  const now = momentOf(values.now);
  const { content, problems, isRefused } = await checkedContent({ root, contentDir: values.content, now });
  if (isRefused || !content) {
    process.stdout.write(formatProblems(problems, values.json ? 'json' : 'human', root));
    process.stderr.write(`${countProblems(problems)}; no kit is packed from faulty content\n`);
    return 1;
  }
  const all = publishedCampaigns(content);
  const { organisation } = content;
  const chosen = values.active
    ? all.filter((campaign) => isActive(campaign, now, organisation.timeZone))
    : positionals.map((id) => {
        const found = all.find((campaign) => campaign.id === id);
        if (found) return found;
        const ids = all.map((campaign) => campaign.id);
        const near = suggest(id, ids);
        throw new UsageError(
          `There is no campaign ${id}; ${near ? `did you mean ${near}?` : `the campaigns are ${ids.join(', ')}.`}`,
        );
      });
  const folder = path.resolve(root, values.out);
  await mkdir(folder, { recursive: true });
  for (const campaign of chosen) {
    const progress = showProgress(`Packing ${campaign.id}`);
    const kit = await packKit(campaign.id, pressKit(campaign, content), organisation, root, progress.update);
    const file = path.join(folder, `${campaign.id}.zip`);
    await writeFile(`${file}.part`, kit.bytes);
    await rename(`${file}.part`, file);
    progress.end(`${campaign.id}: ${kit.paths.length} files`);
    const shown = path.relative(root, file);
    process.stdout.write(
      values.json
        ? `${JSON.stringify({ id: campaign.id, file: shown, files: kit.paths.length, bytes: kit.bytes.length, left: kit.left.map(({ path: place, reason }) => ({ path: place, reason })) })}\n`
        : `${shown}: ${kit.paths.length} files, ${(kit.bytes.length / 1e6).toFixed(1)} MB\n${kit.left.map(({ path: place, reason }) => `  left out ${place}: ${reason}\n`).join('')}`,
    );
  }
  if (chosen.length === 0) process.stderr.write('No campaign takes place now.\n');
  return 0;
});

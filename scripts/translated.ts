import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ItemDraft } from '../src/model/draft.ts';
import type { Fingerprints } from '../src/model/translation.ts';
import { readContent } from '../src/reading/read-content.ts';
import { readArguments, runCommand, UsageError } from './arguments.ts';
import { replaceFile } from './replace-file.ts';
import { withTranslationOf } from './translation-note.ts';

const USAGE = `npm run translated -- FILE… [--content DIR]

Writes into each translation what it was made from: run it when a translation says what its original says now.`;

await runCommand(USAGE, async () => {
  const { values, positionals } = readArguments({}, true);
  if (positionals.length === 0)
    throw new UsageError('Name the translations, for example content/campaigns/dengue/en.mdx.');
  const root = process.cwd();
  const { drafts } = await readContent(root, values.content);
  const changes = await Promise.all(
    positionals.map(async (name) => {
      const file = path.relative(root, path.resolve(root, name)).split(path.sep).join('/');
      const { original, made } = findOriginal(drafts.items, file);
      const before = await readFile(path.resolve(root, file), 'utf8');
      return { file, original, after: withTranslationOf(before, original.language, made) };
    }),
  );
  for (const { file, original, after } of changes) {
    await replaceFile(path.resolve(root, file), after);
    process.stdout.write(`${file}: a translation of ${path.posix.basename(original.file)} as it is now\n`);
  }
  return 0;
});

function findOriginal(items: readonly ItemDraft[], file: string): { original: ItemDraft; made: Fingerprints } {
  const own = items.find((item) => item.file === file);
  if (!own)
    throw new UsageError(
      `${file} is no language file of the content, or its fields cannot be read; npm run check says more.`,
    );
  const others = items.filter((item) => item.folder === own.folder && item.file !== file && item.role === 'original');
  const [original] = others;
  if (own.role === 'original') {
    throw new UsageError(
      `${file} has an id of its own, so it is the original; a translation has none of the original's fields.`,
    );
  }
  if (!original)
    throw new UsageError(`${own.folder} has no original: one language file has an id and no translationOf.`);
  if (others.length > 1)
    throw new UsageError(
      `${own.folder} has several originals: ${others.map((item) => item.file).join(', ')}; keep the id in one.`,
    );
  if (!original.whole || !original.fingerprints)
    throw new UsageError(`${original.file} has mistakes; mend them first (npm run check).`);
  return { original, made: original.fingerprints };
}

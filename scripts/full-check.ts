import path from 'node:path';
import type { SoundCards } from '../src/cards/sound-cards.ts';
import { openSoundCards } from '../src/cards/sound-cards.ts';
import { checkProse } from '../src/checking/check-prose.ts';
import { openProseCache, type ProseCache } from '../src/checking/prose-cache.ts';
import { proseFingerprint } from '../src/checking/prose-fingerprint.ts';
import { compareProblems, type Problem } from '../src/model/problem.ts';
import type { EpochMs } from '../src/model/time.ts';
import type { KeptReads } from '../src/reading/kept-reads.ts';
import { PROSE_RULES } from '../src/validation/prose-rules.ts';
import { todayOf } from '../src/validation/rule.ts';
import { suppressionUnused } from '../src/validation/rules/suppression-unused.ts';
import { unusedSuppressions } from '../src/validation/suppressions.ts';
import { underPolicy } from '../src/validation/validate-content.ts';
import { checkedContent } from './checked-content.ts';
import { PROSE_FOLDER, SOUND_CARDS } from './desk-folders.ts';
import { checkContentCards } from './draw-content-cards.ts';

/** What one check leaves for the next, on the disk or in the memory of a process that checks again and again. */
export interface CheckMemory {
  kept?: KeptReads;
  prose: ProseCache;
  sound: SoundCards;
}

export interface FullCheck {
  /** Language files and records that could be read. */
  files: number;
  problems: Problem[];
}

/** Opens what earlier checks of this desk have left on the disk. */
export async function openCheckMemory(root: string): Promise<CheckMemory> {
  return {
    prose: openProseCache(path.join(root, PROSE_FOLDER), await proseFingerprint()),
    sound: openSoundCards(path.join(root, SOUND_CARDS)),
  };
}

/**
 * Everything that is to be said of the content: by reading, by the rules, by the room on cards, and by the rules on words.
 * The last are for editors: they are asked by `npm run check` alone, and nothing that builds or sends waits for them.
 */
export async function fullCheck(options: {
  root: string;
  contentDir: string;
  now: EpochMs;
  touched?: ReadonlySet<string>;
  memory: CheckMemory;
  onProgress?: (done: number, total: number) => void;
}): Promise<FullCheck> {
  const { root, contentDir, now, touched, memory, onProgress } = options;
  const { content, drafts, problems } = await checkedContent({
    root,
    contentDir,
    now,
    ...(touched && { touched }),
    reading: { keepsTrees: false, ...(memory.kept && { kept: memory.kept }) },
  });
  const [cards, prose] = await Promise.all([
    // A text that has no room on its card stops a build: what is accepted here is built.
    content ? checkContentCards(root, content, drafts, problems, memory.sound) : [],
    checkProse(drafts, { root, cache: memory.prose, ...(onProgress && { onProgress }) }),
  ]);
  const name = path.relative(root, path.resolve(root, contentDir)).split(path.sep).join('/') || '.';
  const unused = unusedSuppressions(drafts, {
    found: prose.problems,
    rules: new Set(PROSE_RULES.map(({ id }) => id)),
    today: todayOf(drafts, now),
    contentDir: name,
  });
  const onWords = underPolicy([...prose.problems, ...unused], [...PROSE_RULES, suppressionUnused], drafts, {
    now,
    contentDir: name,
    ...(touched && { touched }),
  });
  return {
    files: drafts.items.length + drafts.records.length,
    problems: [...problems, ...cards, ...onWords].toSorted(compareProblems),
  };
}

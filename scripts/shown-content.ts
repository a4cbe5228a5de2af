import { assembleContent } from '../src/model/assemble-content.ts';
import type { Content } from '../src/model/content.ts';
import type { EpochMs } from '../src/model/time.ts';
import { checkedContent } from './checked-content.ts';

export interface ShownContent {
  /** The content that is whole, without the files whose lines must not be shown again. */
  content: Content | undefined;
  errors: number;
}

/** The content as a summary may show it: what ties somebody to an illness is not repeated in a pull request. */
export async function shownContent(options: { root: string; contentDir: string; now: EpochMs }): Promise<ShownContent> {
  const { drafts, problems } = await checkedContent({ ...options, reading: { keepsTrees: false } });
  const hidden = new Set(problems.filter(({ hidesLine }) => hidesLine).map(({ file }) => file));
  const items = drafts.items.map((draft) => (hidden.has(draft.file) ? { ...draft, whole: false } : draft));
  return {
    content: assembleContent({ ...drafts, items }),
    errors: problems.filter(({ severity }) => severity === 'error').length,
  };
}

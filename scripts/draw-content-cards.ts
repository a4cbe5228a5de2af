import path from 'node:path';
import { allCards, type Card } from '../src/cards/card.ts';
import { checkCards } from '../src/cards/check-cards.ts';
import { drawCards } from '../src/cards/draw-cards.ts';
import type { CardFault } from '../src/cards/fit-card.ts';
import { openSoundCards, type SoundCards } from '../src/cards/sound-cards.ts';
import type { Content } from '../src/model/content.ts';
import type { Drafts } from '../src/model/draft.ts';
import { compareProblems, type Problem } from '../src/model/problem.ts';
import { CARD_FOLDER, SOUND_CARDS } from './desk-folders.ts';

export interface ContentCards {
  drawn: number;
  reused: number;
  /** Texts that do not fit, characters that cannot be drawn: each at its field. */
  problems: Problem[];
}

/** Draws every card of the content that is not drawn yet. */
export async function drawContentCards(
  root: string,
  content: Content,
  drafts: Drafts,
  onProgress?: (done: number, total: number) => void,
): Promise<ContentCards> {
  const directory = path.join(root, CARD_FOLDER);
  const { drawn, reused, faults } = await drawCards(allCards(content), {
    directory,
    root,
    ...(onProgress && { onProgress }),
  });
  return { drawn, reused, problems: problemsOf(faults, drafts) };
}

/**
 * What would stand in the way of drawing the content's cards. Nothing is drawn. Files that have an error in them are left
 * aside: their cards may not even make sense.
 */
export async function checkContentCards(
  root: string,
  content: Content,
  drafts: Drafts,
  problems: readonly Problem[],
  sound: SoundCards = openSoundCards(path.join(root, SOUND_CARDS)),
): Promise<Problem[]> {
  const faulty = new Set(problems.flatMap(({ file, severity }) => (severity === 'error' ? [file] : [])));
  const cards = allCards({
    ...content,
    campaigns: content.campaigns.map((campaign) => ({
      ...withoutFaulty(campaign, faulty),
      posts: campaign.posts.map((post) => withoutFaulty(post, faulty)),
    })),
    events: content.events.map((event) => ({
      ...withoutFaulty(event, faulty),
      posts: event.posts.map((post) => withoutFaulty(post, faulty)),
    })),
    myths: content.myths.map((myth) => withoutFaulty(myth, faulty)),
  });
  return problemsOf(await checkCards(cards, path.join(root, CARD_FOLDER), sound, root), drafts);
}

type InLanguages = { versions: Readonly<Record<string, { file: string }>> };

function withoutFaulty<T extends InLanguages>(item: T, faulty: ReadonlySet<string>): T {
  return {
    ...item,
    versions: Object.fromEntries(Object.entries(item.versions).filter(([, { file }]) => !faulty.has(file))),
  };
}

function problemsOf(faults: readonly { card: Card; fault: CardFault }[], drafts: Drafts): Problem[] {
  const byFile = new Map(drafts.items.map((draft) => [draft.file, draft]));
  const organisation = drafts.records.find(({ collection }) => collection === 'organisation');
  const problems = faults.map(({ card: { origin }, fault: { field, ...fault } }): Problem => {
    if (field === 'brand') {
      if (!organisation) throw new TypeError('content has no organisation');
      return { file: organisation.file, ...organisation.locate(['brand']), severity: 'error', ...fault };
    }
    const at = origin[field];
    if (!at) throw new TypeError(`a card's ${field} comes from no field`);
    const position = byFile.get(at.file)?.locate(at.field) ?? { line: 1, column: 1 };
    return { file: at.file, ...position, severity: 'error', ...fault };
  });
  return strictest(problems);
}

/** One problem for each field: that of the size with the least room, which comes last among equals. */
function strictest(problems: readonly Problem[]): Problem[] {
  const byField = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.file}:${problem.line}:${problem.column}:${problem.ruleId}`;
    const before = byField.get(key);
    if (!before || roomOf(problem) < roomOf(before)) byField.set(key, problem);
  }
  return [...byField.values()].toSorted(compareProblems);
}

function roomOf({ hint }: Problem): number {
  return Number(/to (\d+) or fewer/.exec(hint)?.[1] ?? Number.POSITIVE_INFINITY);
}

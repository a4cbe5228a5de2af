import type { Paragraph, Root } from 'nlcst';
import retextEnglish from 'retext-english';
import { type Plugin, unified } from 'unified';
import type { ProseBlock, ProseDocument } from '../model/prose.ts';
import { oncePerDocument, ownBlocks } from './prose-rule.ts';

/** A place in a document's words. */
export interface BlockPlace {
  block: ProseBlock;
  offset: number;
}

export interface EnglishText {
  /** All sentences in one paragraph. */
  tree: Root;
  /** The block that an offset of the tree stands in. */
  placeOf(offset: number): BlockPlace | undefined;
}

const parser = unified().use(retextEnglish).freeze();

/**
 * The document's own words as retext reads English. The words come from the tree that reading has checked, not from a
 * second parser: remark with remark-retext takes 3.5 ms more for a page of 700 words, and says the same (a test compares
 * the two). All sentences are put into one paragraph, because the plugins make an index of all their phrases for each
 * paragraph anew: that took 30 ms a page, and takes 5.
 */
export const englishText = oncePerDocument((document: ProseDocument): EnglishText => {
  const starts: { start: number; block: ProseBlock }[] = [];
  let joined = '';
  for (const block of ownBlocks(document)) {
    starts.push({ start: joined.length, block });
    joined += `${block.text}\n\n`;
  }
  const parsed = parser.parse(joined) as Root;
  const sentences = parsed.children.flatMap((child) =>
    child.type === 'ParagraphNode' ? child.children.filter((inner) => inner.type === 'SentenceNode') : [],
  );
  const paragraph: Paragraph = { type: 'ParagraphNode', children: [...sentences] };
  return {
    tree: { type: 'RootNode', children: [paragraph] },
    placeOf(offset) {
      const found = starts.findLast(({ start }) => start <= offset);
      return found && { block: found.block, offset: offset - found.start };
    },
  };
});

/** What a plugin of retext remarks on. */
export interface Remark extends BlockPlace {
  /** As it is written. */
  actual: string;
  /** What it proposes instead: nothing, where the words can go. */
  expected: readonly string[];
}

/** What a plugin of retext remarks on in a document's own words, in their order. */
export type RetextCheck = (document: ProseDocument) => Remark[];

/**
 * A plugin of retext as a function that knows words to pass over: those that are built in, and a desk's own. Setting one up
 * takes time: it is done once for the same list.
 */
export function retextCheck(
  plugin: Plugin<[{ ignore: readonly string[] }?], Root>,
  builtIn: readonly string[] = [],
): (ignore: readonly string[]) => RetextCheck {
  let last: { ignore: readonly string[]; check: RetextCheck } | undefined;
  return (ignore) => {
    if (last?.ignore !== ignore) last = { ignore, check: setUp(plugin, [...builtIn, ...ignore]) };
    return last.check;
  };
}

function setUp(plugin: Plugin<[{ ignore: readonly string[] }?], Root>, ignore: readonly string[]): RetextCheck {
  let remarks: Remark[] = [];
  let document: EnglishText;
  const processor = unified()
    .use(plugin, { ignore })
    .use(() => (_tree, { messages }) => {
      remarks = messages
        .flatMap(({ place, actual = '', expected = [] }) => {
          const start = place && 'start' in place ? place.start.offset : undefined;
          const found = start === undefined ? undefined : document.placeOf(start);
          return start === undefined || !found ? [] : [{ start, ...found, actual, expected }];
        })
        .toSorted((a, b) => a.start - b.start);
    })
    .freeze();
  return (judged) => {
    document = englishText(judged);
    processor.runSync(document.tree);
    return remarks;
  };
}

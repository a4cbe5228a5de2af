import { createHash } from 'node:crypto';
import { ITEM_SCHEMAS, type ItemCollection } from '../model/collection.ts';
import type { PageBody } from '../model/content.ts';
import type { ItemDraft, Mention, UncitedClaim } from '../model/draft.ts';
import { findStatistic } from '../model/find-statistic.ts';
import { mayHoldPersonalData } from '../model/personal-data/find-personal-data.ts';
import type { PlacedText } from '../model/personal-data/kinds.ts';
import type { Position, Problem } from '../model/problem.ts';
import { wordFields } from '../model/word-fields.ts';
import { bodyClaims } from './body-claims.ts';
import { bodyTexts } from './body-texts.ts';
import { checkFields, isFields, noFields } from './check-fields.ts';
import { checkPage } from './check-page.ts';
import { checkPost } from './check-post.ts';
import { compileMdx } from './compile-mdx.ts';
import type { ExplainUnknown, FieldFault } from './describe-issue.ts';
import { FILE_START, problemAt } from './file-problem.ts';
import { fingerprintOriginal } from './fingerprint.ts';
import { splitFrontmatter } from './frontmatter.ts';
import type { MdxRoot } from './mdx-tree.ts';
import { ownText } from './own-text.ts';
import type { Place } from './places.ts';
import { readYaml } from './read-yaml.ts';
import { recordingMentions } from './recording-mentions.ts';
import { sensitiveMentions } from './sensitive-mentions.ts';

export interface LanguageFile {
  file: string;
  text: string;
  place: Extract<Place, { kind: 'item' }>;
  /** The content folder, from the project's root. */
  contentDir: string;
  /** Other language files of the same item. */
  siblings: readonly string[];
  /** Whether one of them has an id. Asked only of a file that does not say itself what it is. */
  isOriginalBeside(): boolean;
  /** Whether the body keeps a way to its tree; left out, it does. */
  keepsTrees?: boolean;
  /** The file's text once more, for a body that does not keep it. */
  readAnew?(): string | undefined;
}

/** Reads one language file of an item: its fields and its body, every mistake of either. */
export function readItem(source: LanguageFile): { draft?: ItemDraft; problems: Problem[] } {
  const { file, text, place } = source;
  const split = splitFrontmatter(text);
  if (split.fault) return { problems: [problemAt(file, split.position, split.fault)] };
  const yaml = readYaml({ file, text: split.yaml, firstLine: 2 });
  const { data } = yaml;
  const { locate, writtenAt } = yaml.places;
  const body = readBody(source);
  const problems = [...yaml.problems, ...body.problems];
  if (!isFields(data)) {
    if (data !== undefined) problems.push(problemAt(file, FILE_START, noFields(data)));
    return { problems };
  }
  const role = roleOf(data, source);
  const checked = checkFields(ITEM_SCHEMAS[place.collection][role], data, {
    explainUnknown: explainIn(place.collection, role, source),
    writtenAt,
  });
  for (const fault of checked.faults) {
    problems.push(problemAt(file, locate(fault.path, fault.part), { ...fault, hint: hintFor(fault, file) }));
  }
  const draft = {
    collection: place.collection,
    role,
    file,
    folder: [source.contentDir, ...place.parts].join('/'),
    slug: place.slug,
    ...(place.parts.length > 2 && { parentFolder: [source.contentDir, ...place.parts.slice(0, 2)].join('/') }),
    language: place.language,
    revision: createHash('sha256').update(text).digest('hex').slice(0, 16),
    fields: checked.fields,
    ...(body.body !== undefined && { body: body.body }),
    ...(role === 'original' &&
      source.siblings.length > 0 &&
      body.tree && {
        fingerprints: fingerprintOriginal({
          collection: place.collection,
          fields: checked.fields,
          tree: body.tree,
          text,
          bodyStartsOnLine: split.bodyStartsOnLine,
        }),
      }),
    bodyStartsAt: firstWords(text, split.bodyStartsOnLine),
    mentions: [
      ...sensitiveMentions(text, split.bodyStartsOnLine, wordFields(place.collection, checked.fields), locate),
      ...body.mentions,
      ...recordingMentions(checked.fields, locate),
    ],
    suspects: body.suspects,
    uncited: body.uncited ?? [],
    whole: !problems.some(({ severity }) => severity === 'error'),
    locate,
  };
  return { draft: draft as ItemDraft, problems };
}

/**
 * A file is a translation if it says so. One that has neither `translationOf` nor `id` is a translation where another
 * file has the id, or where it has no field that only an original has.
 */
function roleOf(data: object, { place, siblings, isOriginalBeside }: LanguageFile): 'original' | 'translation' {
  if (Object.hasOwn(data, 'translationOf')) return 'translation';
  if (Object.hasOwn(data, 'id') || siblings.length === 0) return 'original';
  if (isOriginalBeside()) return 'translation';
  const { original, translation } = ITEM_SCHEMAS[place.collection];
  const isOriginals = (name: string) => Object.hasOwn(original.shape, name) && !Object.hasOwn(translation.shape, name);
  return Object.keys(data).some(isOriginals) ? 'original' : 'translation';
}

/** Nobody writes `translationOf` by hand. */
function hintFor({ path, ruleId, hint }: FieldFault, file: string): string {
  const said =
    path[0] === 'translationOf' && ruleId !== 'translation/missing'
      ? 'do not write this by hand: `npm run translated -- FILE` writes it'
      : hint;
  return said.replace('-- FILE`', () => `-- ${file}\``);
}

/** A field of the original in a translation is no slip of the pen: it belongs elsewhere. */
function explainIn(
  collection: ItemCollection,
  role: 'original' | 'translation',
  { siblings }: LanguageFile,
): ExplainUnknown {
  return (name, path) => {
    if (role === 'original' || path.length > 0 || !Object.hasOwn(ITEM_SCHEMAS[collection].original.shape, name))
      return undefined;
    const where = siblings.length === 1 ? `\`${siblings[0]}\`` : 'the original';
    return {
      ruleId: 'translation/foreign-field',
      message: `Unexpected field \`${name}\` in a translation: the original alone decides it`,
      hint: `remove it here, and change it in ${where}`,
    };
  };
}

function readBody({ file, text, place, keepsTrees = true, readAnew = () => undefined }: LanguageFile): {
  body?: PageBody | string;
  tree?: MdxRoot;
  uncited?: UncitedClaim[];
  mentions: Mention[];
  suspects: PlacedText[];
  problems: Problem[];
} {
  const compiled = compileMdx(text);
  if (compiled.fault)
    return { mentions: [], suspects: [], problems: [problemAt(file, compiled.position, compiled.fault)] };
  const suspects = bodyTexts(compiled.tree, text).filter(({ text: words, where }) => mayHoldPersonalData(words, where));
  if (place.collection === 'posts') {
    const { text: words, faults } = checkPost(compiled.tree);
    return {
      body: words,
      tree: compiled.tree,
      mentions: [],
      suspects,
      problems: faults.map(({ position, fault }) => problemAt(file, position, fault)),
    };
  }
  const { body, mentions, faults } = checkPage(compiled.tree, text);
  // The tree of a page is twenty times as large as its text: few rules look at it, and a check of thousands has no room for all.
  const { tree: _tree, ...bare } = body;
  return {
    body: withTree(bare, keepsTrees ? keptText(text) : textAgain(readAnew, text.length)),
    tree: compiled.tree,
    // Told while the tree is at hand: a rule that compiled it again would take as long as the whole reading.
    uncited: uncitedClaims(compiled.tree),
    mentions,
    suspects,
    problems: faults.map(({ position, fault, severity }) => problemAt(file, position, fault, severity)),
  };
}

function uncitedClaims(tree: MdxRoot): UncitedClaim[] {
  return bodyClaims(tree).flatMap(({ isCited, text, positionAt }) =>
    isCited || !findStatistic(text) ? [] : [{ text: ownText(text), positionAt }],
  );
}

function withTree(body: PageBody, textOf: () => string): PageBody {
  return {
    ...body,
    get tree() {
      const text = textOf();
      if (last?.text !== text) last = { text, tree: compileMdx(text).tree ?? NO_WORDS };
      return last.tree;
    },
  };
}

// Each in a function of its own: a closure keeps all that any closure beside it uses, and so the text.
function keptText(text: string): () => string {
  return () => text;
}

/** What is said of a file that has changed since it was read is said when it is read again. */
function textAgain(readAnew: () => string | undefined, length: number): () => string {
  return () => {
    const text = readAnew();
    return text?.length === length ? text : '';
  };
}

const NO_WORDS = { type: 'root', children: [] };

/** Who looks at a tree once often looks again at once. */
let last: { text: string; tree: unknown } | undefined;

function firstWords(text: string, fromLine: number): Position {
  const lines = text.split('\n');
  const index = lines.findIndex((line, at) => at >= fromLine - 1 && line.trim() !== '');
  return index < 0 ? { line: Math.min(fromLine, lines.length), column: 1 } : { line: index + 1, column: 1 };
}

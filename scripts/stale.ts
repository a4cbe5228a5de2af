import { styleText } from 'node:util';
import type { Content } from '../src/model/content.ts';
import type { ItemDraft } from '../src/model/draft.ts';
import type { BlockMove } from '../src/model/moved-since.ts';
import { ownersOf } from '../src/model/roster.ts';
import { type StaleTranslation, staleTranslations } from '../src/validation/stale-translations.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { personNamed, rosterContent } from './roster-content.ts';

const USAGE = `npm run stale -- [--language TAG] [--owner PERSON] [--json] [--content DIR] [--now INSTANT]

Translations that fell behind their originals, for each language and each person who sees to it (the translator, else the
author): which fields and which parts of the text moved since. --json prints one object a line.`;

const VERBS: Readonly<Record<BlockMove['kind'] | 'field', string>> = {
  field: 'changed',
  changed: 'changed',
  added: 'added',
  relocated: 'moved',
  removed: 'removed',
};

await runCommand(USAGE, async () => {
  const { values } = readArguments({
    language: { type: 'string' },
    owner: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const read = await rosterContent({
    root: process.cwd(),
    contentDir: values.content,
    now: momentOf(values.now),
    format: values.json ? 'json' : 'human',
  });
  if (!read) return 1;
  const { content, drafts, today } = read;
  const owner = values.owner === undefined ? undefined : personNamed(values.owner, content);
  const language = values.language === undefined ? undefined : languageNamed(values.language, content);
  const authors = new Map(
    drafts.items.flatMap(({ folder, fields }) => ('author' in fields ? [[folder, fields.author]] : [])),
  );
  const entries = staleTranslations(drafts)
    .map((stale) => entryOf(stale, ownersOf(namedIn(stale.translation, authors), content.people, today)))
    .filter((entry) => language === undefined || entry.language === language)
    .filter((entry) => owner === undefined || entry.owners.includes(owner));
  if (values.json) for (const entry of entries) process.stdout.write(`${JSON.stringify(entry)}\n`);
  else
    process.stdout.write(entries.length === 0 ? 'No translation is behind its original.\n' : listed(entries, content));
  return 0;
});

function languageNamed(tag: string, { organisation }: Content): string {
  const tags = organisation.languages.map((language) => language.tag);
  if (tags.includes(tag)) return tag;
  throw new UsageError(`There is no language ${tag}; the organisation has ${tags.join(', ')}.`);
}

/** Who could see to a translation, first the translator; a post's author is its campaign's. */
function namedIn(translation: ItemDraft, authors: ReadonlyMap<string, string | undefined>): (string | undefined)[] {
  const translator = translation.role === 'translation' ? translation.fields.translator : undefined;
  return [translator, authors.get(translation.folder) ?? authors.get(translation.parentFolder ?? '')];
}

interface Part {
  kind: BlockMove['kind'] | 'field';
  /** Name of the field, or first words of the part; of what was removed, of the part before it. */
  words?: string;
  /** Line of the original; missing where what was removed stood first, or a field was. */
  line?: number;
}

interface Entry {
  language: string;
  owners: readonly string[];
  file: string;
  original: string;
  parts: Part[];
}

function entryOf({ translation, original, moved }: StaleTranslation, owners: readonly string[]): Entry {
  const fields = moved.fields.map((name): Part => {
    const isThere = name in original.fields;
    return { kind: 'field', words: name, ...(isThere && { line: original.locate([name], 'key').line }) };
  });
  const blocks = moved.blocks.map((move): Part => {
    const block = move.kind === 'removed' ? move.after : move.block;
    return { kind: move.kind, ...(block && { words: block.words, line: block.line }) };
  });
  return {
    language: translation.language,
    owners,
    file: translation.file,
    original: original.file,
    parts: [...fields, ...blocks],
  };
}

function listed(entries: readonly Entry[], { organisation }: Content): string {
  const languages = organisation.languages.filter(({ tag }) => entries.some(({ language }) => language === tag));
  const sections = languages.flatMap(({ tag, name }) => {
    const groups = Map.groupBy(
      entries.filter(({ language }) => language === tag),
      ({ owners }) => owners.join(', ') || 'nobody who works here',
    );
    return [...groups].map(
      ([owner, group]) => `${styleText('bold', `${name} (${tag}), ${owner}`)}\n${group.map(shown).join('')}`,
    );
  });
  const count = entries.length === 1 ? 'A translation is' : `${entries.length} translations are`;
  return `${sections.join('\n')}\n${count} behind; bring each up to date, then run npm run translated -- FILE\n`;
}

function shown({ file, original, parts }: Entry): string {
  return `  ${file}\n${parts.map((part) => `    ${describe(part, original)}\n`).join('')}`;
}

function describe({ kind, words, line }: Part, original: string): string {
  const place = line === undefined ? original : `${original}:${line}`;
  const verb = VERBS[kind].padEnd(8);
  if (kind === 'field') return `${verb} ${place}  ${words}`;
  if (kind !== 'removed') return `${verb} ${place}  “${words}”`;
  return words === undefined ? `${verb} ${place}  what stood first` : `${verb} ${place}  what stood after “${words}”`;
}

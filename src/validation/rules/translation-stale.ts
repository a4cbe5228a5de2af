import path from 'node:path';
import type { BlockMove, Moved } from '../../model/moved-since.ts';
import { listed } from '../../model/suggest.ts';
import { PAGE, PAGE_IN_URDU, POST, POST_IN_URDU } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { staleTranslations } from '../stale-translations.ts';

const id = 'translation/stale';

export const translationStale: Rule = {
  id,
  level: 'warning',
  why: 'Readers of a translation that fell behind are told what the desk has put right for others.',
  from: 'Aagahi',
  check(drafts) {
    return staleTranslations(drafts).map(({ translation, original, moved }) => {
      const fault = {
        ruleId: id,
        message: `Unexpected translation of older words of ${path.posix.basename(original.file)}: since then ${describeMoved(moved)}`,
        hint: `say it here too, then run \`npm run translated -- ${translation.file}\``,
      };
      return problemAtField(translation, ['translationOf'], fault, { part: 'key', severity: 'warning' });
    });
  },
  examples: [
    { name: 'a translation of the words that stand there', said: [] },
    {
      name: 'an original whose lines were broken elsewhere',
      changes: { [PAGE]: ['Water that looks clean', 'Water\nthat looks clean'] },
      said: [],
    },
    {
      name: 'a field and a paragraph that were changed',
      changes: {
        [PAGE]: [
          'title: Clean water, every glass\nsummary: Boil water that may not be clean before you drink it.',
          'title: Clean water\nsummary: Boil water before you drink it.',
        ],
        [POST]: ['Boil water for', 'Boil it for'],
      },
      said: [
        `${PAGE_IN_URDU}:2:1 warning Unexpected translation of older words of en.mdx: since then \`title\` and \`summary\` were changed → say it here too, then run \`npm run translated -- content/${PAGE_IN_URDU}\``,
        `${POST_IN_URDU}:2:1 warning Unexpected translation of older words of en.mdx: since then 1 part of the text was changed (line 13: “Boil it for one minute before you drink…”) → say it here too, then run \`npm run translated -- content/${POST_IN_URDU}\``,
      ],
    },
    {
      name: 'parts of the text that were changed, added and removed',
      changes: {
        [PAGE]: [
          'Water that looks clean can carry germs.<Source id="who-water" />\n\n## Boil it\n\nOne minute',
          'Keep it covered.\n\nWater can carry germs.<Source id="who-water" />\n\nTwo minutes',
        ],
      },
      said: [
        `${PAGE_IN_URDU}:2:1 warning Unexpected translation of older words of en.mdx: since then 3 parts of the text were changed (line 24: “Keep it covered.”) → say it here too, then run \`npm run translated -- content/${PAGE_IN_URDU}\``,
      ],
    },
    {
      name: 'a warning that was taken out and a footnote that was put right',
      changes: {
        [PAGE]: [
          '<Callout kind="warning">\n\nBoiling does not remove chemicals.\n\n</Callout>\n\n<Helplines country="PK" />\n\n[^1]: In several languages.',
          '<Helplines country="PK" />\n\n[^1]: In six languages.',
        ],
      },
      said: [
        `${PAGE_IN_URDU}:2:1 warning Unexpected translation of older words of en.mdx: since then 1 part of the text was removed (after line 32: “Water Minutes Tap 1 River 3”), 1 part of the text was changed (line 39: “[^1]: In six languages.”) → say it here too, then run \`npm run translated -- content/${PAGE_IN_URDU}\``,
      ],
    },
    {
      name: 'an original with a mistake, which is told of there',
      changes: { [PAGE]: ['title: Clean water, every glass', 'titel: Clean water'] },
      said: [],
    },
  ],
};

/** What moved, in words: fields by name, parts of the text by how many, with where the first of each kind stands. */
function describeMoved({ fields, blocks }: Moved): string {
  const kinds = Map.groupBy(blocks, ({ kind }) => kind);
  const told = [...kinds].map(([kind, moves]) => {
    const [first] = moves;
    const were = moves.length === 1 ? '1 part of the text was' : `${moves.length} parts of the text were`;
    return `${were} ${VERBS[kind]}${first ? ` (${placeOf(first)})` : ''}`;
  });
  const names = fields.length > 0 ? [`${listed(fields, 'and')} ${fields.length === 1 ? 'was' : 'were'} changed`] : [];
  return [...names, ...told].join(', ');
}

const VERBS: Readonly<Record<BlockMove['kind'], string>> = {
  changed: 'changed',
  added: 'added',
  relocated: 'put elsewhere',
  removed: 'removed',
};

function placeOf(move: BlockMove): string {
  if (move.kind !== 'removed') return `line ${move.block.line}: “${move.block.words}”`;
  return move.after ? `after line ${move.after.line}: “${move.after.words}”` : 'at the start';
}

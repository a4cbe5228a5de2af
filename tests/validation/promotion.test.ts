import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContentCards } from '../../scripts/draw-content-cards.ts';
import type { Drafts, ItemDraft } from '../../src/model/draft.ts';
import { readContent } from '../../src/reading/read-content.ts';
import { BLUESKY, ORGANISATION } from '../../src/validation/example-desk.ts';
import {
  A_MEDICINE,
  A_MEDICINE_IN_URDU,
  MEDICINE,
  MEDICINE_IN_URDU,
  MEDICINE_POST,
} from '../../src/validation/example-medicine.ts';
import { RULES } from '../../src/validation/rules.ts';
import { validateContent } from '../../src/validation/validate-content.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NOW = Date.parse('2026-11-23T12:00:00+05:00');
const PROMISE =
  'Nindova (snoozeline): fall asleep faster. Is for adults with insomnia, not for children. Can cause sleepwalking that can kill and trouble breathing';

/** The medicine's page, with a summary that claims, and the handbook's post, with a headline that does. */
const POST = handbookPost().replace(/^headline: .*$/m, () => `headline: "${PROMISE}"`);
const DESK = {
  [ORGANISATION]: readFileSync(path.join(ROOT, 'tests/fixtures/desk', ORGANISATION), 'utf8').replace(
    'contact:',
    'policy: { promotion: true }\ncontact:',
  ),
  'channels/bluesky.yml': BLUESKY,
  [MEDICINE]: A_MEDICINE.replace('summary: Ask your doctor about sleep.', () => `summary: "${PROMISE}"`),
  [MEDICINE_IN_URDU]: A_MEDICINE_IN_URDU,
  [MEDICINE_POST]: POST,
};

describe('a campaign under the promotion profile', () => {
  it('passes every rule with a page, a preview, a post of less than 300 characters and a card that say all they have to', async () => {
    const desk = deskWith({});
    const { content, drafts, problems } = await readContent(desk);
    const judged = validateContent(drafts, { now: NOW });
    if (!content) throw new TypeError('the desk is not whole');
    const onCards = await checkContentCards(desk, content, drafts, problems);
    expect([...problems, ...judged, ...onCards].filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  const post = 'this post says `sleep through the night` of Nindova';
  const card = 'the card (`headline`, below the campaign’s `title`) says `fall asleep faster` of Nindova';
  const page = 'this page says `sleep through the night` of Nindova';
  const preview = 'the link preview (`title` and `summary`) says `fall asleep faster` of Nindova';
  const atText = `${MEDICINE_POST}:14:1`;
  const atHeadline = `${MEDICINE_POST}:10:11`;
  const atBody = `${MEDICINE}:24:1`;
  const atSummary = `${MEDICINE}:11:10`;
  const atTitle = `${MEDICINE}:10:8`;

  it.each<[what: string, file: string, change: readonly [string, string], said: string[]]>([
    [
      'a risk in the post',
      MEDICINE_POST,
      [', and trouble breathing. All', '. All'],
      [`${atText} promotion/risk-missing Missing risk \`trouble breathing\`: ${post}`],
    ],
    [
      'the generic name in the post',
      MEDICINE_POST,
      ['Nindova (snoozeline) can', 'Nindova can'],
      [
        `${atText} promotion/generic-missing Missing generic name \`snoozeline\` beside \`Nindova\`: this post gives the brand alone`,
      ],
    ],
    [
      'the link of the post',
      MEDICINE_POST,
      ['link: https://nindova.example/risks', 'link: page'],
      [
        `${atText} promotion/link-missing Missing link to the full risk information: ${post}`,
        `${atHeadline} promotion/link-missing Missing link to the full risk information: ${card}`,
      ],
    ],
    [
      'the indication in the post',
      MEDICINE_POST,
      ['It is for adults with insomnia, not', 'It is not'],
      [`${atText} promotion/indication-missing Missing indication \`for adults with insomnia\`: ${post}`],
    ],
    [
      'the limit in the post',
      MEDICINE_POST,
      ['It is for adults with insomnia, not for children', 'It is for adults with insomnia'],
      [`${atText} promotion/indication-missing Missing limit \`not for children\`: ${post}`],
    ],
    [
      'the risks on the card',
      MEDICINE_POST,
      ['. Can cause sleepwalking that can kill and trouble breathing"', '"'],
      [
        `${atHeadline} promotion/risk-missing Missing risks \`sleepwalking that can kill\` and \`trouble breathing\`: ${card}`,
      ],
    ],
    [
      'the indication and its limit on the card',
      MEDICINE_POST,
      [' Is for adults with insomnia, not for children.', ''],
      [
        `${atHeadline} promotion/indication-missing Missing indication \`for adults with insomnia\` with its limit \`not for children\`: ${card}`,
      ],
    ],
    [
      'a risk on the page',
      MEDICINE,
      ['sleepwalking that can kill, and trouble', 'trouble'],
      [`${atBody} promotion/risk-missing Missing risk \`sleepwalking that can kill\`: ${page}`],
    ],
    [
      'the generic name in the page’s title',
      MEDICINE,
      ['title: Nindova (snoozeline)', 'title: Nindova'],
      [
        'this page',
        'the link preview (`title` and `summary`)',
        'the card (`title` and `mainMessage`)',
        'the card (`headline`, below the campaign’s `title`)',
      ].map(
        (where) =>
          `${atTitle} promotion/generic-missing Missing generic name \`snoozeline\` beside \`Nindova\`: ${where} gives the brand alone`,
      ),
    ],
    [
      'the link on the page',
      MEDICINE,
      ['(https://nindova.example/risks)\n', '(https://nindova.example/)\n'],
      [`${atBody} promotion/link-missing Missing link to the full risk information: ${page}`],
    ],
    [
      'the indication on the page',
      MEDICINE,
      ['Nindova is for adults with insomnia, not', 'Nindova is not'],
      [`${atBody} promotion/indication-missing Missing indication \`for adults with insomnia\`: ${page}`],
    ],
    [
      'a risk in the preview',
      MEDICINE,
      [' and trouble breathing"', '"'],
      [`${atSummary} promotion/risk-missing Missing risk \`trouble breathing\`: ${preview}`],
    ],
    [
      'the indication in the preview',
      MEDICINE,
      [' Is for adults with insomnia, not', ' Is not'],
      [`${atSummary} promotion/indication-missing Missing indication \`for adults with insomnia\`: ${preview}`],
    ],
    [
      'its risk class',
      MEDICINE,
      ['risk: promotion', 'risk: health-claim'],
      [
        `${MEDICINE}:3:7 promotion/undeclared Unexpected risk class \`health-claim\`: this campaign promotes Nindova, so a lawyer has to agree`,
      ],
    ],
  ])('is refused without %s', async (_what, file, change, said) => {
    expect(await saidOf({ [file]: change })).toEqual(said);
  });

  it('is refused where the benefit stands in larger letters than its risks', async () => {
    const risks = ' can cause sleepwalking that can kill, and trouble breathing';
    const changes = {
      [MEDICINE]: ['title: Nindova (snoozeline)', `title: Nindova (snoozeline)${risks}`],
      [MEDICINE_POST]: ['. Can cause sleepwalking that can kill and trouble breathing"', '"'],
    } as const;
    expect(await saidOf(changes)).toEqual([
      `${atHeadline} promotion/card-risk-size Unexpected smaller letters for the risks \`sleepwalking that can kill\` and \`trouble breathing\`: ${card} in letters that can be larger`,
    ]);
  });
});

describe('a desk without the profile', () => {
  it('is told of what it declares, and has no text looked at', async () => {
    const { drafts } = await readContent(deskWith({ [ORGANISATION]: ['promotion: true', 'promotion: false'] }));
    const refuseText = (draft: ItemDraft, name: keyof ItemDraft) => {
      if (name === 'body') throw new Error(`the text of ${draft.file} was looked at`);
      return draft[name];
    };
    const closed: Drafts = { ...drafts, items: drafts.items.map((draft) => new Proxy(draft, { get: refuseText })) };
    const rules = RULES.filter(({ id }) => id.startsWith('promotion/'));
    expect(rules.flatMap(({ check }) => check(closed, { now: NOW })).map(({ message }) => message)).toEqual([
      'Unexpected risk class `promotion`: this desk is not held to the rules for promoting medicines',
    ]);
  });
});

async function saidOf(changes: Readonly<Record<string, readonly [string, string]>>): Promise<string[]> {
  const { drafts } = await readContent(deskWith(changes));
  return validateContent(drafts, { now: NOW })
    .filter(({ ruleId }) => ruleId.startsWith('promotion/'))
    .map(
      ({ file, line, column, ruleId, message }) =>
        `${file.slice('content/'.length)}:${line}:${column} ${ruleId} ${message}`,
    );
}

function deskWith(changes: Readonly<Record<string, readonly [string, string]>>): string {
  const root = temporaryFolder();
  cpSync(path.join(ROOT, 'tests/fixtures/desk'), path.join(root, 'content'), { recursive: true });
  for (const [file, text] of Object.entries(DESK)) {
    const target = path.join(root, 'content', file);
    const [from, to] = changes[file] ?? ['', ''];
    expect(text).toContain(from);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(
      target,
      text.replace(from, () => to),
    );
  }
  return root;
}

/** The post that the handbook shows as one that passes. */
function handbookPost(): string {
  const text = readFileSync(path.join(ROOT, 'src/pages/handbook/promotion.mdx'), 'utf8');
  const [, post] = /^```mdx\n([\s\S]*?)^```$/m.exec(text) ?? [];
  if (post === undefined) throw new TypeError('the handbook shows no post');
  return post;
}

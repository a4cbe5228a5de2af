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
const DESK: Readonly<Record<string, string>> = {
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

describe('a message about the medicine', () => {
  const claims = 'Nindova (snoozeline): sleep through the night.';
  const all =
    'It is for adults with insomnia, not for children. It can cause sleepwalking that can kill and trouble breathing.';
  const address = 'https://nindova.example/risks';
  const post = (fields: string, text: string) =>
    `---\nid: sleep\nchannels: [bluesky]\npublishAt: { daysFromStart: 0, time: "09:00" }\nexpiresAt: { daysFromStart: 1, time: "09:00" }\n${fields}\n---\n\n${text}\n`;
  const rules = async (files: Readonly<Record<string, string>>) =>
    (await saidOf(files)).map((said) => said.replace(`${MEDICINE_POST}:`, ''));

  const risks = 'promotion/risk-missing Missing risks `sleepwalking that can kill` and `trouble breathing`';
  const indication =
    'promotion/indication-missing Missing indication `for adults with insomnia` with its limit `not for children`';
  const link = 'promotion/link-missing Missing link to the full risk information';

  it('is each part of a thread by itself', async () => {
    const long = `${claims} ${'Ask your doctor about it, and take your time. '.repeat(5)}\n\n${all}`;
    const because = 'part 1 of this thread on Bluesky says `sleep through the night` of Nindova';
    expect(await rules({ [MEDICINE_POST]: post(`headline: Sleep\nthread: true\nlink: ${address}`, long) })).toEqual([
      `11:1 ${risks}: ${because}`,
      `11:1 ${link}: ${because}`,
      `11:1 ${indication}: ${because}`,
    ]);
  });

  it('is a post’s text without what stands on its card or in the words for its picture only', async () => {
    const fields = `alt: "${claims} ${all}"\nheadline: "${claims} ${all}"\nlink: ${address}`;
    const because = 'this post says `sleep through the night` of Nindova';
    expect(await rules({ [MEDICINE_POST]: post(fields, claims) })).toEqual([
      `11:1 ${risks}: ${because}`,
      `11:1 ${indication}: ${because}`,
    ]);
  });

  it('is a post with what is seen beside it, where each by itself says too little to be a claim', async () => {
    const because = 'this post with its card says `sleep through the night` of Nindova';
    const other = 'campaigns/clean-water/posts/boil-water/en.mdx';
    const text = post('risk: promotion\nheadline: Sleep through the night', 'Ask for Nindova (snoozeline).');
    expect(await rules({ [other]: text })).toEqual([
      `${other}:7:11 ${risks}: ${because}`,
      `${other}:7:11 ${link}: ${because}`,
      `${other}:7:11 ${indication}: ${because}`,
    ]);
  });

  it('is a post with the words for its picture', async () => {
    const because = 'this post with the words for its picture says `sleep through the night` of Nindova';
    const fields = `alt: A woman can sleep through the night\nheadline: Sleep\nlink: ${address}`;
    expect(await rules({ [MEDICINE_POST]: post(fields, 'Ask for Nindova (snoozeline).') })).toEqual([
      `6:6 ${risks}: ${because}`,
      `6:6 ${indication}: ${because}`,
    ]);
  });

  it('is a post with its link card', async () => {
    const because = 'this post with its card says `sleep through the night` of Nindova';
    const summary = 'campaigns/clean-water/en.mdx';
    const other = 'campaigns/clean-water/posts/boil-water/en.mdx';
    const said = await rules({
      [summary]: waterPage('summary: Boil water', 'summary: Sleep through the night. Boil water'),
      [other]: post('risk: promotion\nattach: link-card\nheadline: Sleep', 'Ask for Nindova (snoozeline).'),
    });
    expect(said).toEqual([
      `${summary}:14:10 ${risks}: ${because}`,
      `${summary}:14:10 ${link}: ${because}`,
      `${summary}:14:10 ${indication}: ${because}`,
    ]);
  });

  it('is a content warning, which hides the rest', async () => {
    const because = 'the content warning says `sleep through the night` of Nindova';
    const fields = `warning: "${claims}"\nheadline: Sleep\nlink: ${address}`;
    expect(await rules({ [MEDICINE_POST]: post(fields, all) })).toEqual([
      `6:10 ${risks}: ${because}`,
      `6:10 ${indication}: ${because}`,
    ]);
  });

  it('is a correction', async () => {
    const because = 'the correction says `sleep through the night` of Nindova';
    const fields = `correctionNote: "${claims}"\nheadline: Sleep\nlink: ${address}`;
    expect(await rules({ [MEDICINE_POST]: post(fields, `${claims} ${all}`) })).toEqual([
      `6:17 ${risks}: ${because}`,
      `6:17 ${link}: ${because}`,
      `6:17 ${indication}: ${because}`,
    ]);
  });

  it('is a text for one channel, told of where it stands', async () => {
    const because = 'this post says `sleep through the night` of Nindova';
    const fields = `variants: { bluesky: "${claims}" }\nheadline: Sleep\nlink: ${address}`;
    expect(await rules({ [MEDICINE_POST]: post(fields, `${claims} ${all}`) })).toEqual([
      `6:22 ${risks}: ${because}`,
      `6:22 ${indication}: ${because}`,
    ]);
  });

  it('is a myth that praises the medicine in its text', async () => {
    const myth = 'myths/sleep/en.mdx';
    const steps = ['origin', 'beyondHeadline', 'author', 'date', 'evidence', 'bias', 'factCheckers'];
    const said = await rules({
      [myth]: `---\nid: sleep\nrating: "false"\nfirstSeenOn: 2026-11-01\npublishedOn: 2026-11-02\nsources: [who-water]\nauthor: amina\nlastReviewedOn: 2026-11-02\nnextReviewDueOn: 2027-11-01\ntitle: Snoozeline is no poison\nsummary: It is not.\nclaim: It is poison\nverdict: It is not.\nclaimant: A message\nwhyBelieved: Fear.\nsteps: { ${steps.map((step) => `${step}: None`).join(', ')} }\n---\n\nWith snoozeline you fall asleep faster.\n`,
    });
    const because = 'this page says `fall asleep faster` of Nindova';
    expect(said).toEqual([
      `${myth}:1:1 promotion/undeclared Unexpected risk class \`health-claim\`: ${because}, so a lawyer has to agree`,
      `${myth}:19:1 ${risks}: ${because}`,
      `${myth}:19:1 ${link}: ${because}`,
      `${myth}:19:1 ${indication}: ${because}`,
    ]);
  });

  it('is one in Urdu, however its letters are encoded', async () => {
    const urdu = MEDICINE_POST.replace('en.mdx', 'ur.mdx');
    const said = await rules({
      'channels/bluesky.yml': BLUESKY.replace('[en]', '[en, ur]'),
      [urdu]:
        '---\ntranslationOf: { language: en, fields: {}, blocks: [] }\nheadline: نیند\n---\n\nنيندووا (سنوزلين) سے رات بھر نيند۔ بے خوابي كے شكار بالغوں كے ليے، بچوں كے ليے نهيں۔ نيند ميں چلنا جان لے سكتا ہے۔\n',
    });
    expect(said).toEqual([
      `${urdu}:6:1 promotion/risk-missing Missing risk \`سانس لینے میں دشواری\`: this post says \`رات بھر نیند\` of نیندووا`,
    ]);
  });

  it('owes nothing where it names the medicine and no more', async () => {
    expect(await rules({ [MEDICINE_POST]: post('headline: Sleep', 'Nindova (snoozeline): ask your doctor.') })).toEqual(
      [],
    );
  });

  it('owes the risks for the brand’s name alone under a boxed warning', async () => {
    const said = await rules({
      [MEDICINE]: A_MEDICINE.replace('risks" }', 'risks", boxedWarning: true }'),
      [MEDICINE_POST]: post('attach: nothing\nheadline: Sleep', 'Nindova (snoozeline): ask your doctor.'),
    });
    expect(said.filter((one) => one.startsWith('10:1 '))).toEqual([
      `10:1 ${risks}: this post names Nindova, which carries a boxed warning`,
      `10:1 ${link}: this post names Nindova, which carries a boxed warning`,
      `10:1 ${indication}: this post names Nindova, which carries a boxed warning`,
    ]);
  });

  it('leads to the risks in its own language, and through the marks of statistics', async () => {
    const own = 'https://desk.example/awareness/risks';
    const said = await rules({
      [MEDICINE]: A_MEDICINE.replaceAll(address, () => own),
      [MEDICINE_IN_URDU]: A_MEDICINE_IN_URDU.replace('  risks:', () => `  fullRiskInformation: ${own}/ur\n  risks:`),
      [MEDICINE_POST]: POST.replace(address, () => own),
      'channels/bluesky.yml': `${BLUESKY}tagLinks: true\n`,
    });
    expect(said).toEqual([`${MEDICINE_IN_URDU}:18:1 ${link}: this page says \`رات بھر نیند\` of نیندووا`]);
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
    const options = { now: NOW, rules: RULES, found: () => [] };
    expect(rules.flatMap(({ check }) => check(closed, options)).map(({ message }) => message)).toEqual([
      'Unexpected risk class `promotion`: this desk is not held to the rules for promoting medicines',
    ]);
  });
});

/** What the rules on promotion say of the desk with these files changed: in one place, or as a whole. */
async function saidOf(changes: Changes): Promise<string[]> {
  const { drafts } = await readContent(deskWith(changes));
  return validateContent(drafts, { now: NOW })
    .filter(({ ruleId }) => ruleId.startsWith('promotion/'))
    .map(
      ({ file, line, column, ruleId, message }) =>
        `${file.slice('content/'.length)}:${line}:${column} ${ruleId} ${message}`,
    );
}

type Changes = Readonly<Record<string, string | readonly [from: string, to: string]>>;

function deskWith(changes: Changes): string {
  const root = temporaryFolder();
  cpSync(path.join(ROOT, 'tests/fixtures/desk'), path.join(root, 'content'), { recursive: true });
  for (const file of Object.keys({ ...DESK, ...changes })) {
    const target = path.join(root, 'content', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, changed(file, changes[file] ?? ['', '']));
  }
  return root;
}

function changed(file: string, change: string | readonly [string, string]): string {
  if (typeof change === 'string') return change;
  const text = DESK[file] ?? '';
  const [from, to] = change;
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

function waterPage(from: string, to: string): string {
  return readFileSync(path.join(ROOT, 'tests/fixtures/desk/campaigns/clean-water/en.mdx'), 'utf8').replace(
    from,
    () => to,
  );
}

/** The post that the handbook shows as one that passes. */
function handbookPost(): string {
  const text = readFileSync(path.join(ROOT, 'src/pages/handbook/promotion.mdx'), 'utf8');
  const [, post] = /^```mdx\n([\s\S]*?)^```$/m.exec(text) ?? [];
  if (post === undefined) throw new TypeError('the handbook shows no post');
  return post;
}

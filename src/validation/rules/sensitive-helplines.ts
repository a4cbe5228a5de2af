import type { Drafts, ItemDraft } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import { listed } from '../../model/suggest.ts';
import { ORGANISATION, PAGE, PAGE_IN_URDU, POST, POST_IN_URDU } from '../example-desk.ts';
import { organisationOf, originalsOf, problemAtField, type Rule } from '../rule.ts';
import { type MarkedOriginal, markedBy, subjectsOf } from '../sensitive-items.ts';

const id = 'sensitive/helplines';

interface HelpOfCountry {
  country: string;
  ids: readonly string[];
  numbers: readonly string[];
}

export const sensitiveHelplines: Rule = {
  id,
  level: 'error',
  why: 'Who needs help needs a number, here and now, in each language: on the page, and in a post that does not lead there.',
  from: 'WHO, Preventing suicide: a resource for media professionals: say where to find help',
  check(drafts) {
    const { country, helplines = [] } = organisationOf(drafts);
    if (country === undefined) return [];
    const here = helplines.filter((line) => line.country === country);
    const help = { country, ids: here.map((line) => line.id), numbers: here.map(({ number }) => digitsOf(number)) };
    const originalOf = markedBy(drafts);
    const links = new Map(originalsOf(drafts, 'posts').map(({ folder, fields }) => [folder, fields.link]));
    return drafts.items.flatMap((draft) => {
      const original = originalOf(draft);
      if (!original || subjectsOf(original).length === 0) return [];
      const about = listed(subjectsOf(original), 'and').replaceAll('`', '');
      if (draft.collection === 'posts') return ofPost(draft, about, links.get(draft.folder), help);
      return ofPage(drafts, draft, about, original, help);
    });
  },
  examples: [
    { name: 'a page on water', said: [] },
    {
      name: 'a marked page that names its help lines',
      changes: { [PAGE]: ['author: amina', 'sensitive: [suicide]\nauthor: amina'] },
      said: [],
    },
    {
      name: 'a marked page whose original alone shows help lines',
      changes: {
        [PAGE]: ['helplines: [health]', 'sensitive: [suicide]'],
        [PAGE_IN_URDU]: ['<Helplines country="PK" />', 'مدد لیں۔'],
      },
      said: [
        `${PAGE_IN_URDU}:24:1 Missing help lines: this page is about suicide, and shows none of PK → list some under \`helplines\` in \`content/${PAGE}\`, or write \`<Helplines country="PK" />\` here`,
      ],
    },
    {
      name: 'an organisation without a help line of its country',
      changes: {
        [ORGANISATION]: ['    country: PK', '    country: AE'],
        [PAGE]: ['author: amina', 'sensitive: [abuse]\nauthor: amina'],
      },
      said: [
        `${PAGE}:9:12 Missing help lines: this page is about abuse, and the organisation has none of PK → enter one under \`helplines\` in \`content/organisation.yml\``,
      ],
    },
    {
      name: 'a post that leads nowhere and gives no number',
      changes: {
        [PAGE]: ['author: amina', 'sensitive: [suicide]\nauthor: amina'],
        [POST]: ['channels: [outbox]', 'channels: [outbox]\nlink: none'],
        [POST_IN_URDU]: ['پانی پینے سے پہلے', 'پانی پینے سے پہلے ۱۱۶۶ پر پوچھیں۔'],
      },
      said: [
        `${POST}:14:1 Missing help in a post about suicide: it does not lead to the page, and gives no number of PK → write a number such as \`1166\`, or \`link: page\``,
      ],
    },
  ],
};

function ofPage(
  drafts: Drafts,
  draft: ItemDraft,
  about: string,
  original: MarkedOriginal,
  help: HelpOfCountry,
): Problem[] {
  if (help.ids.length === 0) {
    if (draft.role !== 'original') return [];
    const file = drafts.records.find(({ collection }) => collection === 'organisation')?.file ?? 'organisation.yml';
    return [
      problemAtField(original, ['sensitive'], {
        ruleId: id,
        message: `Missing help lines: this page is about ${about}, and the organisation has none of ${help.country}`,
        hint: `enter one under \`helplines\` in \`${file}\``,
      }),
    ];
  }
  const isListed = original.fields.helplines?.some((line) => help.ids.includes(line)) ?? false;
  const isShown = draft.mentions.some(({ kind, value }) => kind === 'country' && value === help.country);
  // A body that cannot be read is told of where it is broken.
  if (isListed || isShown || draft.body === undefined) return [];
  return [
    {
      file: draft.file,
      ...draft.bodyStartsAt,
      ruleId: id,
      severity: 'error',
      message: `Missing help lines: this page is about ${about}, and shows none of ${help.country}`,
      hint: `list some under \`helplines\` in \`${original.file}\`, or write \`<Helplines country="${help.country}" />\` here`,
    },
  ];
}

/** Every text of a post that may be read without its page has to hold a number. */
function ofPost(draft: ItemDraft, about: string, link: string | undefined, help: HelpOfCountry): Problem[] {
  if (draft.collection !== 'posts' || link === undefined || link === 'page') return [];
  const [number] = help.numbers;
  if (number === undefined) return [];
  const fault = {
    ruleId: id,
    message: `Missing help in a post about ${about}: it does not lead to the page, and gives no number of ${help.country}`,
    hint: `write a number such as \`${number}\`, or \`link: page\``,
  };
  const lacksNumber = (text: string) => !help.numbers.some((one) => ` ${digitsOf(text)} `.includes(` ${one} `));
  const variants = Object.entries(draft.fields.variants ?? {});
  return [
    ...variants
      .filter(([, text]) => lacksNumber(text))
      .map(([channel]) => problemAtField(draft, ['variants', channel], fault)),
    ...(typeof draft.body === 'string' && draft.body !== '' && lacksNumber(draft.body)
      ? [{ file: draft.file, ...draft.bodyStartsAt, severity: 'error' as const, ...fault }]
      : []),
  ];
}

/** The groups of digits of a text, as Latin ones. */
function digitsOf(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\D+/g, ' ')
    .trim();
}

/** A desk that a rule is held against: `tests/fixtures/desk`, changed. */
export interface RuleExample {
  /** The rule's id. */
  rule: string;
  name: string;
  /** By file below the content folder: a piece and what stands in its place, a whole text, or `null` for none. */
  changes?: Readonly<Record<string, readonly [from: string, to: string] | string | null>>;
  /** What the rule says, in order: `file:line:column rule: message → hint`. Empty where it has nothing to say. */
  said: readonly string[];
}

const PAGE = 'campaigns/clean-water/en.mdx';
const PAGE_IN_URDU = 'campaigns/clean-water/ur.mdx';
const POST = 'campaigns/clean-water/posts/boil-water/en.mdx';
const POST_IN_URDU = 'campaigns/clean-water/posts/boil-water/ur.mdx';
const SECOND_POST = 'campaigns/clean-water/posts/let-it-cool/en.mdx';
const SOURCE = 'sources/who-water.yml';
const PERSON = 'people/amina.yml';
const CHANNEL = 'channels/outbox.yml';
const ORGANISATION = 'organisation.yml';

const TIMES = 'publishAt:\n  daysFromStart: 0\n  time: "09:00"\nexpiresAt:\n  daysFromStart: 1\n  time: "09:00"';
const YEARLY = '  kind: yearly\n  startsOn: "03-18"\n  endsOn: "03-24"';
const dated = (...days: readonly string[]) => `  kind: dated\n  occurrences:\n${days.join('')}`;
const occurrence = (id: string, startsOn: string, endsOn: string) =>
  `    - id: "${id}"\n      startsOn: ${startsOn}\n      endsOn: ${endsOn}\n`;
const aPost = (id: string, words: string) =>
  `---\nid: ${id}\nchannels: [outbox]\n${TIMES}\nheadline: Let it cool\n---\n\n${words}\n`;
const BLUESKY =
  'id: bluesky\nnetwork: bluesky\nname: Bluesky\nlanguages: [en]\naudience:\n  en: Everyone\nvoice:\n  en: Plain\n';
const INCIDENT =
  '---\nid: flood\nstatus: draft\ncategory: [health]\nchannels: [outbox]\nsources: [who-water]\nauthor: amina\ntitle: Flood\nsummary: The river rises.\n---\n\nBoil water.\n';

export const RULE_EXAMPLES: readonly RuleExample[] = [
  {
    rule: 'id/duplicate',
    name: 'ids that differ',
    changes: { [SECOND_POST]: aPost('let-it-cool', 'Let it cool.') },
    said: [],
  },
  {
    rule: 'id/duplicate',
    name: 'two posts of one id',
    changes: { [SECOND_POST]: aPost('boil-water', 'Let it cool.') },
    said: [
      `${SECOND_POST}:2:5 id/duplicate: Unexpected second \`boil-water\`: content/${POST} has this id already → give this one an id of its own`,
    ],
  },
  {
    rule: 'id/duplicate',
    name: 'two originals of one item, which another rule tells of',
    changes: { [POST_IN_URDU]: aPost('boil-water', 'Let it cool.') },
    said: [],
  },
  {
    rule: 'id/duplicate',
    name: 'two help lines of one name',
    changes: {
      [ORGANISATION]: [
        'helplines:\n',
        'helplines:\n  - id: health\n    country: PK\n    name:\n      en: Rescue\n    number: "1122"\n',
      ],
    },
    said: ['organisation.yml:34:9 id/duplicate: Unexpected second help line `health` → give this one an id of its own'],
  },
  {
    rule: 'id/duplicate',
    name: 'a language twice',
    changes: { [ORGANISATION]: ['tag: ur', 'tag: en'] },
    said: ['organisation.yml:16:10 id/duplicate: Unexpected second language `en` → keep one of the two'],
  },
  {
    rule: 'id/duplicate',
    name: 'two occurrences of one name',
    changes: {
      [PAGE]: [
        YEARLY,
        dated(occurrence('2026', '2026-03-18', '2026-03-24'), occurrence('2026', '2026-09-18', '2026-09-24')).trimEnd(),
      ],
    },
    said: [
      `${PAGE}:9:11 id/duplicate: Unexpected second occurrence \`2026\` → give each occurrence an id of its own, for example its year`,
    ],
  },
  { rule: 'id/file-name', name: 'files named after their ids', said: [] },
  {
    rule: 'id/file-name',
    name: 'a file with another name than its id',
    changes: { [SOURCE]: ['id: who-water', 'id: who-drinking-water'] },
    said: [
      `${SOURCE}:1:5 id/file-name: Unexpected id \`who-drinking-water\` in a file named \`who-water.yml\` → name the file \`who-drinking-water.yml\`; an id never changes`,
    ],
  },
  {
    rule: 'id/file-name',
    name: 'a copy that kept its id',
    changes: {
      'people/bilal.yml':
        'id: amina\nname:\n  en: Bilal\n  ur: بلال\nroles:\n  - role: author\n    startsOn: 2025-01-06\n',
    },
    said: [
      'people/bilal.yml:1:5 id/file-name: Unexpected id `amina` in a file named `bilal.yml` → another file has this name already: write `id: bilal`',
    ],
  },
  { rule: 'translation/structure', name: 'one original and its translation', said: [] },
  {
    rule: 'translation/structure',
    name: 'translations of each other',
    changes: {
      [POST]: '---\ntranslationOf:\n  language: ur\n  fields: {}\n  blocks: []\nheadline: Boil it\n---\n\nBoil it.\n',
    },
    said: [
      `${POST}:2:1 translation/structure: Unexpected translation without an original: no language file here has an \`id\` → remove \`translationOf\` from the file that was written first, and give it the fields of an original`,
    ],
  },
  {
    rule: 'translation/structure',
    name: 'a translation of itself',
    changes: { [POST_IN_URDU]: ['language: en', 'language: ur'] },
    said: [
      `${POST_IN_URDU}:3:13 translation/structure: Unexpected language \`ur\`: the original is \`en.mdx\` → run \`npm run translated -- content/${POST_IN_URDU}\``,
    ],
  },
  {
    rule: 'translation/structure',
    name: 'two originals',
    changes: { [POST_IN_URDU]: aPost('boil-water', 'Let it cool.') },
    said: [
      `${POST_IN_URDU}:2:1 translation/structure: Unexpected second original: en.mdx has an \`id\` too → remove the fields of the original here, then run \`npm run translated -- content/${POST_IN_URDU}\``,
    ],
  },
  {
    rule: 'translation/structure',
    name: 'an original that cannot be read, which the reader tells of',
    changes: { [POST]: ['id: boil-water', 'id: "boil-water'] },
    said: [],
  },
  {
    rule: 'translation/structure',
    name: 'an original under a wrong name, which the reader tells of',
    changes: { [POST]: null, 'campaigns/clean-water/posts/boil-water/en.MDX': aPost('boil-water', 'Boil it.') },
    said: [],
  },
  { rule: 'language/unknown', name: 'languages of the organisation', said: [] },
  {
    rule: 'language/unknown',
    name: 'a page, a post and a channel in a language of nobody',
    changes: { [ORGANISATION]: ['  - tag: ur\n    name: اردو\n    direction: rtl\n', ''] },
    said: [
      `${POST_IN_URDU}:1:1 language/unknown: Unexpected language \`ur\`: the organisation does not have it → write \`en\`, or add the language to content/organisation.yml`,
      `${PAGE_IN_URDU}:1:1 language/unknown: Unexpected language \`ur\`: the organisation does not have it → write \`en\`, or add the language to content/organisation.yml`,
      `${CHANNEL}:4:17 language/unknown: Unexpected language \`ur\`: the organisation does not have it → write \`en\`, or add the language to content/organisation.yml`,
    ],
  },
  {
    rule: 'language/unknown',
    name: 'a post in a language that its campaign’s page does not have',
    changes: { [PAGE_IN_URDU]: null },
    said: [
      `${POST_IN_URDU}:1:1 post/no-page: Unexpected post in \`ur\`: its campaign has no page in that language → translate the campaign first: content/${PAGE_IN_URDU}`,
    ],
  },
  {
    rule: 'language/unknown',
    name: 'a post whose page cannot be read',
    changes: { [PAGE_IN_URDU]: 'No fields.\n' },
    said: [],
  },
  { rule: 'language/missing', name: 'names in every language', said: [] },
  {
    rule: 'language/missing',
    name: 'names that lack a language',
    changes: {
      [ORGANISATION]: ['  ur: آزمائشی ڈیسک\n', ''],
      [PERSON]: ['  ur: صحت کی مصنفہ\n', ''],
    },
    said: [
      'organisation.yml:2:1 language/missing: Missing `ur` in `name`: the organisation has readers in that language → write `ur: …` beside the others',
      `${PERSON}:5:1 language/missing: Missing \`ur\` in \`title\`: the organisation has readers in that language → write \`ur: …\` beside the others`,
    ],
  },
  {
    rule: 'language/missing',
    name: 'a help line’s hours that lack a language',
    changes: { [ORGANISATION]: ['      ur: دن رات\n', ''] },
    said: [
      'organisation.yml:35:5 language/missing: Missing `ur` in `helplines.0.hours`: the organisation has readers in that language → write `ur: …` beside the others',
    ],
  },
  { rule: 'reference/unknown', name: 'names that are there', said: [] },
  {
    rule: 'reference/unknown',
    name: 'names that are not',
    changes: {
      [PAGE]: ['author: amina\nreviewedBy: amina', 'author: aminah\nreviewedBy: nobody-at-all'],
      [POST]: ['channels: [outbox]', 'channels: [outbox, telegram]'],
      [POST_IN_URDU]: ['translator: amina', 'translator: amna'],
    },
    said: [
      `${PAGE}:9:9 reference/unknown: Unexpected \`aminah\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
      `${PAGE}:10:13 reference/unknown: Unexpected \`nobody-at-all\`: there is nothing of this name in content/people → write \`amina\``,
      `${POST}:3:20 reference/unknown: Unexpected \`telegram\`: there is nothing of this name in content/channels → write \`outbox\``,
      `${POST_IN_URDU}:8:13 reference/unknown: Unexpected \`amna\`: there is nothing of this name in content/people → did you mean \`amina\`?`,
    ],
  },
  {
    rule: 'reference/unknown',
    name: 'a person whose own file cannot be read',
    changes: { [PERSON]: 'id: "amina\n' },
    said: [],
  },
  {
    rule: 'reference/unknown',
    name: 'an occurrence that a dated campaign does not have',
    changes: {
      [PAGE]: [YEARLY, dated(occurrence('spring', '2026-03-18', '2026-03-24')).trimEnd()],
      [POST]: [
        TIMES,
        'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"\noccurrence: autumn',
      ],
    },
    said: [
      `${POST}:6:13 reference/unknown: Unexpected occurrence \`autumn\`: the campaign has none of this name → write \`spring\``,
    ],
  },
  {
    rule: 'reference/unknown',
    name: 'an occurrence that no yearly campaign has',
    changes: {
      [POST]: [
        TIMES,
        'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"\noccurrence: autumn',
      ],
    },
    said: [
      `${POST}:6:13 reference/unknown: Unexpected occurrence \`autumn\`: the campaign has none of this name → write the year in which the campaign starts, for example \`"2026"\``,
    ],
  },
  { rule: 'range/reversed', name: 'ends after starts', said: [] },
  {
    rule: 'range/reversed',
    name: 'an occurrence that ends before it starts',
    changes: { [PAGE]: [YEARLY, dated(occurrence('2026', '2026-03-18', '2026-03-17')).trimEnd()] },
    said: [
      `${PAGE}:8:15 range/reversed: Unexpected \`endsOn\`: 2026-03-17 is not after \`startsOn\`, 2026-03-18 → write a later \`endsOn\`, or an earlier \`startsOn\``,
    ],
  },
  {
    rule: 'range/reversed',
    name: 'an occurrence of one day',
    changes: { [PAGE]: [YEARLY, dated(occurrence('2026', '2026-03-18', '2026-03-18')).trimEnd()] },
    said: [],
  },
  {
    rule: 'range/reversed',
    name: 'moments that are told apart by their offset alone',
    changes: {
      [POST]: [
        TIMES,
        'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-18T09:00:00+06:00"\noccurrence: "2026"',
      ],
    },
    said: [
      `${POST}:5:12 range/reversed: Unexpected \`expiresAt\`: 2026-03-18T09:00:00+06:00 is not after \`publishAt\`, 2026-03-18T09:00:00+05:00 → write a later \`expiresAt\`, or an earlier \`publishAt\``,
    ],
  },
  { rule: 'date/future', name: 'days that have been', said: [] },
  {
    rule: 'date/future',
    name: 'today, where it is today already',
    changes: { [SOURCE]: ['accessedOn: 2026-11-01', 'accessedOn: 2026-11-23'] },
    said: [],
  },
  {
    rule: 'date/future',
    name: 'days still to come',
    changes: {
      [SOURCE]: ['accessedOn: 2026-11-01', 'accessedOn: 2026-11-24'],
      [PAGE]: ['lastReviewedOn: 2026-11-01', 'lastReviewedOn: 2026-12-01'],
    },
    said: [
      `${SOURCE}:8:13 date/future: Unexpected date \`2026-11-24\`: it is still to come → write the day it was done, at the latest 2026-11-23`,
      `${PAGE}:11:17 date/future: Unexpected date \`2026-12-01\`: it is still to come → write the day it was done, at the latest 2026-11-23`,
    ],
  },
  { rule: 'post/times', name: 'times counted from the start', said: [] },
  {
    rule: 'post/times',
    name: 'moments with their occurrence',
    changes: {
      [POST]: [
        TIMES,
        'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"\noccurrence: "2026"',
      ],
    },
    said: [],
  },
  {
    rule: 'post/times',
    name: 'moments without their occurrence',
    changes: {
      [POST]: [TIMES, 'publishAt: "2026-03-18T09:00:00+05:00"\nexpiresAt: "2026-03-19T09:00:00+05:00"'],
    },
    said: [
      `${POST}:4:12 post/times: Missing field \`occurrence\`: a fixed moment belongs to one occurrence of the campaign → write \`occurrence: "2026"\`, or count from the start: \`publishAt: { daysFromStart: 0, time: "09:00" }\``,
    ],
  },
  {
    rule: 'post/times',
    name: 'an occurrence beside times that hold in all of them',
    changes: { [POST]: [TIMES, `${TIMES}\noccurrence: "2026"`] },
    said: [
      `${POST}:10:1 post/times: Unexpected field \`occurrence\`: times counted from the start hold in every occurrence → remove it, or write fixed moments`,
    ],
  },
  {
    rule: 'post/times',
    name: 'one time of each kind',
    changes: {
      [POST]: ['expiresAt:\n  daysFromStart: 1\n  time: "09:00"', 'expiresAt: "2026-03-19T09:00:00+05:00"'],
    },
    said: [
      `${POST}:7:12 post/times: Unexpected mixture: one time is a moment, the other counts from the campaign’s start → write both as moments, or both with \`daysFromStart\` and \`time\``,
    ],
  },
  {
    rule: 'post/times',
    name: 'an hour that the clocks leave out',
    changes: {
      [ORGANISATION]: ['Asia/Karachi', 'Europe/Berlin'],
      [PAGE]: [YEARLY, dated(occurrence('2026', '2026-03-29', '2026-04-02')).trimEnd()],
      [POST]: ['daysFromStart: 0\n  time: "09:00"', 'daysFromStart: 0\n  time: "02:30"'],
    },
    said: [
      `${POST}:6:9 date/clock-change: Unexpected time: in 2026 the clocks of Europe/Berlin change just then, so it comes twice or not at all → write another hour`,
    ],
  },
  { rule: 'post/too-long', name: 'a post of one sentence', said: [] },
  {
    rule: 'post/too-long',
    name: 'more than the network takes',
    changes: {
      'channels/bluesky.yml': BLUESKY,
      [POST]: [
        'channels: [outbox]',
        `channels: [outbox, bluesky]\nvariants:\n  bluesky: ${'Boil it. '.repeat(34).trim()}`,
      ],
    },
    said: [
      `${POST}:5:12 post/too-long: Unexpected length for Bluesky: 335 of 300 characters, its link included → shorten it by 35, or write a shorter text under \`variants\` for \`bluesky\``,
    ],
  },
  {
    rule: 'post/too-long',
    name: 'more words in place of the card than the network takes',
    changes: {
      'channels/bluesky.yml': BLUESKY,
      [POST]: ['channels: [outbox]', `channels: [outbox, bluesky]\nalt: ${'Water. '.repeat(300).trim()}`],
    },
    said: [
      `${POST}:4:6 post/alt-too-long: Unexpected length of the words in place of the card, for Outbox: 2099 of 2000 characters → say in fewer words what the card shows`,
      `${POST}:4:6 post/alt-too-long: Unexpected length of the words in place of the card, for Bluesky: 2099 of 2000 characters → say in fewer words what the card shows`,
    ],
  },
  {
    rule: 'post/too-long',
    name: 'a headline that is too long to stand in place of its card',
    changes: { [POST]: ['Boil it for one minute', 'Boil it. '.repeat(300).trim()] },
    said: [
      `${POST}:10:11 post/alt-too-long: Unexpected length of the words in place of the card, for Outbox: 2735 of 2000 characters → write \`alt: …\` in fewer words`,
    ],
  },
  {
    rule: 'post/too-long',
    name: 'a post without words for a channel',
    changes: { [POST]: ['Boil water for one minute before you drink it. #CleanWater\n', ''] },
    said: [
      `${POST}:12:1 post/empty: Missing text for Outbox: the post has neither a body nor a variant for \`outbox\` → write the text below the fields, or \`variants:\` with \`outbox: …\``,
    ],
  },
  {
    rule: 'post/too-long',
    name: 'a channel named as every object’s own property',
    changes: {
      'channels/constructor.yml': BLUESKY.replace('id: bluesky', 'id: constructor'),
      [POST]: ['channels: [outbox]', 'channels: [outbox, constructor]'],
    },
    said: [],
  },
  {
    rule: 'post/too-long',
    name: 'a channel and a post in a language that the organisation does not have, which another rule tells of',
    changes: { [ORGANISATION]: ['  - tag: ur\n    name: اردو\n    direction: rtl\n', ''] },
    said: [],
  },
  {
    rule: 'post/variant-unused',
    name: 'a variant for a channel of the post',
    changes: { [POST]: ['headline:', 'variants:\n  outbox: Boil it.\nheadline:'] },
    said: [],
  },
  {
    rule: 'post/variant-unused',
    name: 'a variant for another channel',
    changes: { 'channels/bluesky.yml': BLUESKY, [POST]: ['headline:', 'variants:\n  bluesky: Boil it.\nheadline:'] },
    said: [
      `${POST}:11:3 post/variant-unused: Unexpected text for \`bluesky\`: the post does not go there → add \`bluesky\` to \`channels\` of the original, or remove the text`,
    ],
  },
  {
    rule: 'post/repeated',
    name: 'posts in words of their own',
    changes: { [SECOND_POST]: aPost('let-it-cool', 'Let it cool.') },
    said: [],
  },
  {
    rule: 'post/repeated',
    name: 'the same words in other lines',
    changes: {
      [SECOND_POST]: aPost('let-it-cool', 'Boil water for one minute\nbefore you drink it. #CleanWater'),
    },
    said: [
      `${SECOND_POST}:13:1 post/repeated: Unexpected text: content/${POST} says the same on the same channel → say it in other words, or remove one of the two posts`,
    ],
  },
  { rule: 'source/unused', name: 'sources that are listed and cited', said: [] },
  {
    rule: 'source/unused',
    name: 'a source that nothing lists',
    changes: {
      'sources/old.yml':
        'id: old\nkind: news\ntitle: Old\npublisher: Dawn\nurl: https://www.dawn.com/\nlanguage: en\npublishedOn: 2020\naccessedOn: 2026-11-01\n',
    },
    said: [
      'sources/old.yml:1:5 warning source/unused: Unexpected source `old`: nothing lists it among its `sources` → list it where it is used, or remove the file',
    ],
  },
  {
    rule: 'source/unused',
    name: 'a source that only an incident lists',
    changes: {
      [PAGE]: ['sources: [who-water, cdc-water]', 'sources: [cdc-water]'],
      'incidents/flood/en.mdx': INCIDENT,
    },
    said: [
      `${PAGE}:24:52 source/unlisted: Unexpected citation of \`who-water\`: the original does not list it among its \`sources\` → add \`who-water\` to \`sources\``,
      `${PAGE_IN_URDU}:24:62 source/unlisted: Unexpected citation of \`who-water\`: the original does not list it among its \`sources\` → add \`who-water\` to \`sources\``,
    ],
  },
  {
    rule: 'channel/capability',
    name: 'what Mastodon can do',
    changes: {
      'channels/mastodon.yml': BLUESKY.replaceAll('bluesky', 'mastodon').replace(
        'audience:',
        'visibility: unlisted\ndefaultPin: boil-water\nlimits:\n  readOn: 2026-11-01\n  textLimit: 5000\naudience:',
      ),
      [POST]: ['headline:', 'pinUntil:\n  daysFromStart: 2\n  time: "09:00"\nheadline:'],
    },
    said: [],
  },
  {
    rule: 'channel/capability',
    name: 'what a network cannot do',
    changes: {
      'channels/x.yml': BLUESKY.replaceAll('bluesky', 'x').replace(
        'audience:',
        'visibility: unlisted\ndefaultPin: boil-water\nlimits:\n  readOn: 2026-11-01\naudience:',
      ),
      [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace(
        'channels: [outbox]',
        'channels: [x]\nthread: true\npinUntil:\n  daysFromStart: 2\n  time: "09:00"',
      ),
    },
    said: [
      'channels/x.yml:6:1 channel/capability: Unexpected field `defaultPin`: X lets the desk pin nothing → remove it',
      'channels/x.yml:5:1 channel/capability: Unexpected field `visibility`: X shows every post in public → remove it',
      'channels/x.yml:7:1 channel/capability: Unexpected field `limits`: X is the same everywhere → remove it',
      `${SECOND_POST}:5:1 channel/capability: Unexpected field \`pinUntil\`: none of its channels can pin (\`X\`) → remove it, or add a channel that can`,
      `${SECOND_POST}:4:1 channel/capability: Unexpected field \`thread\`: none of its channels has threads (\`X\`) → remove it, or add a channel that can`,
    ],
  },
  {
    rule: 'channel/capability',
    name: 'a banner on a network that has none, and a card where there are no pictures',
    changes: {
      'channels/telegram.yml': BLUESKY.replaceAll('bluesky', 'telegram'),
      'channels/mastodon.yml': BLUESKY.replaceAll('bluesky', 'mastodon').replace(
        'audience:',
        'limits:\n  readOn: 2026-11-01\n  pictureCount: 0\naudience:',
      ),
      [PAGE]: [
        'author:',
        'banner:\n  channels: [outbox, telegram]\n  from: { daysFromStart: 0, time: "00:00" }\n  until: { daysFromStart: 7, time: "00:00" }\nauthor:',
      ],
      [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace('[outbox]', '[mastodon]\nattach: card'),
    },
    said: [
      `${PAGE}:10:22 channel/capability: Unexpected channel \`telegram\`: Telegram lets the desk set no banner → remove it here, and change that banner by hand`,
      `${SECOND_POST}:4:9 channel/capability: Unexpected card: \`mastodon\` takes no pictures → write \`attach: nothing\`, or leave that channel out`,
    ],
  },
  {
    rule: 'post/correction-note',
    name: 'a correction by reply with its words, and one that replaces',
    changes: {
      [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace(
        'headline:',
        'correction:\n  at: "2026-11-01T09:00:00+05:00"\n  by: reply\ncorrectionNote: Ten minutes, not five.\nheadline:',
      ),
    },
    said: [],
  },
  {
    rule: 'post/correction-note',
    name: 'a correction by reply without words, and words without a correction',
    changes: {
      [POST]: ['headline:', 'correction:\n  at: "2026-11-01T09:00:00+05:00"\n  by: reply\nheadline:'],
      [POST_IN_URDU]: ['headline:', 'correctionNote: دس منٹ\nheadline:'],
      [SECOND_POST]: aPost('let-it-cool', 'Let it cool.').replace('headline:', 'correctionNote: Ten.\nheadline:'),
    },
    said: [
      `${POST}:12:7 post/correction-note: Missing field \`correctionNote\`: the correction is by reply → write what was wrong and what is right, in this language`,
      `${SECOND_POST}:10:1 post/correction-note: Unexpected field \`correctionNote\`: nobody would be sent it → remove it, or write \`correction: { at: …, by: reply }\` in the original`,
    ],
  },
];

/** A file with a mistake in it: one of `tests/fixtures/desk`, changed. */
export interface FaultyFile {
  name: string;
  /** Below the content folder. */
  file: string;
  /** What stands in the file, and what is put in its place. */
  change?: readonly [from: string, to: string];
  /** The whole file, where little is left of it. */
  text?: string;
  /** Everything that is said: `line:column rule: message → hint`, after another file's name where it is not this one. */
  said: readonly string[];
}

const PAGE = 'campaigns/clean-water/en.mdx';
const TRANSLATION = 'campaigns/clean-water/ur.mdx';
const POST = 'campaigns/clean-water/posts/boil-water/en.mdx';
const POST_TRANSLATION = 'campaigns/clean-water/posts/boil-water/ur.mdx';
const SOURCE = 'sources/who-water.yml';
const ORGANISATION = 'organisation.yml';
const PERSON = 'people/amina.yml';
const CHANNEL = 'channels/outbox.yml';

export const FAULTY_FILES: readonly FaultyFile[] = [
  {
    name: 'a missing field',
    file: PAGE,
    change: ['title: Clean water, every glass\n', ''],
    said: ['1:1 field/missing: Missing field `title` → write `title: …`'],
  },
  {
    name: 'a video without captions',
    file: PAGE,
    change: [
      '<Helplines country="PK" />',
      '<Video src="https://video.example/w/1" title="Boil it">\n\nBoil it.\n\n</Video>',
    ],
    said: [
      '43:1 mdx/missing-attribute: Missing attribute `captions` in <Video> → write for example <Video src="https://…" title="…" captions="./talk.en.vtt">the transcript</Video>',
    ],
  },
  {
    name: 'a video without a transcript, and captions that are not there',
    file: PAGE,
    change: [
      '<Helplines country="PK" />',
      '<Video src="https://video.example/w/1" title="Boil it" captions="./boil.en.vtt"></Video>',
    ],
    said: [
      '43:1 mdx/component-content: Unexpected empty <Video> → write its text between the tags: <Video src="https://…" title="…" captions="./talk.en.vtt">the transcript</Video>',
      '43:66 video/captions-missing: Unexpected captions `./boil.en.vtt`: there is no such file beside this one → put it into `content/campaigns/clean-water`',
    ],
  },
  {
    name: 'a video at an address that is none, with captions of another kind',
    file: PAGE,
    change: [
      '<Helplines country="PK" />',
      '<Video src="http://video.example/w/1" title="Boil it" captions="./boil.srt">\n\nBoil it.\n\n</Video>',
    ],
    said: [
      '43:13 mdx/attribute-value: Unexpected address `http://video.example/w/1`: anyone on the way can change what the reader sees → write `https://video.example/w/1`',
      '43:65 mdx/attribute-value: Unexpected captions `./boil.srt` → put a WebVTT file beside this one and write for example `./talk.en.vtt`',
    ],
  },
  {
    name: 'a misspelt field',
    file: PAGE,
    change: ['mainMessage:', 'mainMesage:'],
    said: ['15:1 field/unknown: Unexpected field `mainMesage` → did you mean `mainMessage`?'],
  },
  {
    name: 'an unknown field',
    file: PAGE,
    change: ['hashtags: [CleanWater]', 'hashtags: [CleanWater]\nweather: dry'],
    said: [
      '22:1 field/unknown: Unexpected field `weather` → remove it; the fields here are `id`, `risk`, `schedule`, `topics`, `sources`, `helplines`, `sensitive`, `promotion`, `banner`, `author`, `reviewedBy`, `lastReviewedOn`, `nextReviewDueOn`, `clearCommunication`, `title`, `summary`, `mainMessage`, `callToAction`, `audience`, `hashtags` and `promoted`',
    ],
  },
  {
    name: 'a misspelt field inside another',
    file: PAGE,
    change: ['  startsOn:', '  startOn:'],
    said: ['5:3 field/unknown: Unexpected field `startOn` in `schedule` → did you mean `startsOn`?'],
  },
  {
    name: 'a field of the wrong type',
    file: PAGE,
    change: ['sources: [who-water, cdc-water]', 'sources: who-water'],
    said: [
      '7:10 field/type: Unexpected `who-water` for `sources`: a list expected → write `sources: [first, second]`, or one line `- …` for each',
    ],
  },
  {
    name: 'a number where text belongs',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: 2026'],
    said: ['13:8 field/type: Unexpected number `2026` for `title`: text expected → put it in quotes: `title: "2026"`'],
  },
  {
    name: 'a field without a value',
    file: PAGE,
    change: ['summary: Boil water that may not be clean before you drink it.', 'summary:'],
    said: ['14:1 field/empty: Unexpected empty field `summary` → write its value, or remove the field'],
  },
  {
    name: 'text on several lines where one belongs',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: |-\n  Clean water,\n  every glass'],
    said: ['13:8 field/line-break: Unexpected line break → write the text on one line'],
  },
  {
    name: 'a space at the end of a title',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: "Clean water "'],
    said: ['13:8 field/outer-space: Unexpected space at the start or end of the text → write "Clean water"'],
  },
  {
    name: 'an empty list',
    file: PAGE,
    change: ['audience: [Families]', 'audience: []'],
    said: [
      '19:11 field/too-small: Unexpected empty list for `audience`: at least 1 expected → write at least 1 of them',
    ],
  },
  {
    name: 'an id with capitals',
    file: PAGE,
    change: ['id: clean-water', 'id: Clean_Water'],
    said: [
      '2:5 field/id: Unexpected id `Clean_Water` → write at most 64 small letters a–z, digits and single hyphens, for example `world-aids-day`',
    ],
  },
  {
    name: 'an unknown choice',
    file: PAGE,
    change: ['author: amina', 'risk: rutine\nauthor: amina'],
    said: [
      '9:7 field/value: Unexpected `rutine` for `risk` → did you mean `routine`? The choices are `routine`, `health-claim`, `crisis` or `promotion`',
    ],
  },
  {
    name: 'an unknown kind of schedule',
    file: PAGE,
    change: ['kind: yearly', 'kind: monthly'],
    said: ['4:9 field/value: Unexpected `monthly` for `schedule.kind` → write `yearly` or `dated`'],
  },
  {
    name: 'a hashtag with its sign',
    file: PAGE,
    change: ['[CleanWater]', '["#CleanWater"]'],
    said: ['21:12 field/hashtag: Unexpected hashtag `#CleanWater` → write it without `#`: `CleanWater`'],
  },
  {
    name: 'the name of a field of every object',
    file: PAGE,
    change: ['hashtags: [CleanWater]', 'hashtags: [CleanWater]\nconstructor: x\n__proto__: y\ntoString: z'],
    said: [
      '22:1 field/unknown: Unexpected field `constructor` → remove it; the fields here are `id`, `risk`, `schedule`, `topics`, `sources`, `helplines`, `sensitive`, `promotion`, `banner`, `author`, `reviewedBy`, `lastReviewedOn`, `nextReviewDueOn`, `clearCommunication`, `title`, `summary`, `mainMessage`, `callToAction`, `audience`, `hashtags` and `promoted`',
      '23:1 field/unknown: Unexpected field `__proto__` → remove it; the fields here are `id`, `risk`, `schedule`, `topics`, `sources`, `helplines`, `sensitive`, `promotion`, `banner`, `author`, `reviewedBy`, `lastReviewedOn`, `nextReviewDueOn`, `clearCommunication`, `title`, `summary`, `mainMessage`, `callToAction`, `audience`, `hashtags` and `promoted`',
      '24:1 field/unknown: Unexpected field `toString` → remove it; the fields here are `id`, `risk`, `schedule`, `topics`, `sources`, `helplines`, `sensitive`, `promotion`, `banner`, `author`, `reviewedBy`, `lastReviewedOn`, `nextReviewDueOn`, `clearCommunication`, `title`, `summary`, `mainMessage`, `callToAction`, `audience`, `hashtags` and `promoted`',
    ],
  },
  {
    name: 'a colour by name',
    file: ORGANISATION,
    change: ['accent: "#ffd166"', 'accent: yellow'],
    said: [
      '26:11 field/colour: Unexpected colour `yellow` → write six hexadecimal digits after `#`, for example `"#0b5d5e"`',
    ],
  },
  {
    name: 'a missing language of a name',
    file: ORGANISATION,
    change: ['tag: ur\n', 'tag: urdu\n'],
    said: ['16:10 field/language: Unexpected language `urdu` → write a language tag such as `en`, `ur` or `pa-Arab`'],
  },
  {
    name: 'an e-mail address without a host',
    file: ORGANISATION,
    change: ['desk@desk.example', 'desk'],
    said: ['22:10 field/form: Unexpected `desk` for `contact.email` → write an address such as `desk@example.org`'],
  },
  {
    name: 'an unknown time zone',
    file: ORGANISATION,
    change: ['Asia/Karachi', 'Asia/Lahore'],
    said: ['19:11 date/time-zone: Unexpected time zone `Asia/Lahore` → write a name such as `Asia/Karachi`'],
  },
  {
    name: 'an unknown network',
    file: CHANNEL,
    change: ['network: outbox', 'network: blusky'],
    said: [
      '2:10 field/value: Unexpected `blusky` for `network` → did you mean `bluesky`? The choices are `outbox`, `bluesky`, `mastodon`, `telegram`, `facebook`, `instagram`, `x`, `threads`, `youtube`, `tiktok` or `whatsapp`',
    ],
  },
  {
    name: 'a made-up role',
    file: PERSON,
    change: ['role: clinician', 'role: doctor'],
    said: [
      '13:11 field/value: Unexpected `doctor` for `roles.role` → write `author`, `translator`, `editor`, `clinician`, `legal`, `duty-approver` or `administrator`',
    ],
  },
  {
    name: 'a DOI with its address',
    file: SOURCE,
    change: ['language: en', 'language: en\ndoi: https://doi.org/10.1016/S0140-6736(21)02724-0'],
    said: [
      '7:6 field/doi: Unexpected DOI `https://doi.org/10.1016/S0140-6736(21)02724-0` → write it without an address, for example `10.1016/S0140-6736(21)02724-0`',
    ],
  },
  {
    name: 'an ISBN with a slip',
    file: SOURCE,
    change: ['language: en', 'language: en\nisbn: 978-92-4-004498-8'],
    said: [
      '7:7 field/isbn: Unexpected ISBN `978-92-4-004498-8` → write the 13 digits as printed; the last one is a check digit, so a slip shows',
    ],
  },
  {
    name: 'a day that no calendar has',
    file: PAGE,
    change: ['startsOn: "03-18"', 'startsOn: "02-30"'],
    said: ['5:13 date/impossible: Unexpected day in `02-30`: February has 28 days → write a day from 01 to 28'],
  },
  {
    name: 'the day that most years lack',
    file: PAGE,
    change: ['startsOn: "03-18"', 'startsOn: "02-29"'],
    said: ['5:13 date/impossible: Unexpected day `02-29`: most years do not have it → write `"02-28"` or `"03-01"`'],
  },
  {
    name: 'a month that no year has',
    file: PAGE,
    change: ['lastReviewedOn: 2026-11-01', 'lastReviewedOn: 2026-13-01'],
    said: [
      '11:17 date/impossible: Unexpected month in `2026-13-01`: there is no month 13 → write a month from 01 to 12',
    ],
  },
  {
    name: 'a day written the other way round',
    file: PAGE,
    change: ['lastReviewedOn: 2026-11-01', 'lastReviewedOn: 01.11.2026'],
    said: ['11:17 date/form: Unexpected date `01.11.2026` → write year, month and day, for example `2026-07-01`'],
  },
  {
    name: 'a day in Urdu digits',
    file: PAGE,
    change: ['lastReviewedOn: 2026-11-01', 'lastReviewedOn: ۲۰۲۶-۱۱-۰۱'],
    said: ['11:17 date/form: Unexpected date `۲۰۲۶-۱۱-۰۱` → write year, month and day, for example `2026-07-01`'],
  },
  {
    name: 'a moment without a zone',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt: 2026-03-18T09:00:00'],
    said: [
      '4:12 date/no-zone: Unexpected date and time `2026-03-18T09:00:00` without a time zone → write for example `"2026-03-18T09:00:00+05:00"`',
    ],
  },
  {
    name: 'a day where a moment belongs',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt: 2026-03-18'],
    said: [
      '4:12 date/no-zone: Unexpected date `2026-03-18` without a time and a time zone → write for example `"2026-03-18T09:00:00+05:00"`',
    ],
  },
  {
    name: 'an hour that no clock shows',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt: 2026-03-18T25:00:00+05:00'],
    said: [
      '4:12 date/impossible: Unexpected time in `2026-03-18T25:00:00+05:00`: no clock shows it → write hours from 00 to 23, minutes and seconds from 00 to 59',
    ],
  },
  {
    name: 'an offset that no place has',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt: 2026-03-18T09:00:00+50:00'],
    said: [
      '4:12 date/impossible: Unexpected offset `+50:00`: no place on Earth is that far from UTC → write the offset of the place, for example `+05:00` for Pakistan',
    ],
  },
  {
    name: 'a time without quotes',
    file: POST,
    change: ['time: "09:00"', 'time: 9:00'],
    said: ['6:9 date/time: Unexpected time `9:00` → write hours and minutes, for example `"09:00"`'],
  },
  {
    name: 'half a day',
    file: POST,
    change: ['daysFromStart: 0', 'daysFromStart: 0.5'],
    said: [
      '5:18 field/type: Unexpected number `0.5` for `publishAt.daysFromStart`: a whole number expected → write a whole number',
    ],
  },
  {
    name: 'a post that ends before it begins',
    file: POST,
    change: ['expiresAt:\n  daysFromStart: 1', 'expiresAt:\n  daysFromStart: -1'],
    said: [
      '8:3 range/reversed: Unexpected `expiresAt`: day -1, 09:00 is not after `publishAt`, day 0, 09:00 → write a later `expiresAt`, or an earlier `publishAt`',
    ],
  },
  {
    name: 'a review due before it was done',
    file: PAGE,
    change: ['nextReviewDueOn: 2027-11-01', 'nextReviewDueOn: 2026-10-01'],
    said: [
      '12:18 range/reversed: Unexpected `nextReviewDueOn`: 2026-10-01 is not after `lastReviewedOn`, 2026-11-01 → write a later `nextReviewDueOn`, or an earlier `lastReviewedOn`',
    ],
  },
  {
    name: 'a role that ended before it began',
    file: PERSON,
    change: [
      'role: clinician\n    startsOn: 2025-01-06',
      'role: clinician\n    startsOn: 2025-01-06\n    endsOn: 2024-12-31',
    ],
    said: [
      '15:13 range/reversed: Unexpected `endsOn`: 2024-12-31 is not after `startsOn`, 2025-01-06 → write a later `endsOn`, or an earlier `startsOn`',
    ],
  },
  {
    name: 'a source read in the future',
    file: SOURCE,
    change: ['accessedOn: 2026-11-01', 'accessedOn: 2027-11-01'],
    said: [
      '8:13 date/future: Unexpected date `2027-11-01`: it is still to come → write the day it was done, at the latest 2026-11-23',
    ],
  },
  {
    name: 'a source read before it was published',
    file: SOURCE,
    change: ['publishedOn: 2023-09-13', 'publishedOn: 2026-11-20'],
    said: [
      '8:13 range/reversed: Unexpected `accessedOn`: 2026-11-01 is not after `publishedOn`, 2026-11-20 → write a later `accessedOn`, or an earlier `publishedOn`',
    ],
  },
  {
    name: 'an address without https',
    file: PAGE,
    change: ['url: https://www.who.int/news-room/fact-sheets/detail/drinking-water', 'url: http://www.who.int/water'],
    said: [
      '18:8 field/address: Unexpected address `http://www.who.int/water`: anyone on the way can change what the reader sees → write `https://www.who.int/water`',
    ],
  },
  {
    name: 'an address without a scheme',
    file: SOURCE,
    change: ['url: https://www.who.int/news-room/fact-sheets/detail/drinking-water', 'url: www.who.int/water'],
    said: [
      '5:6 field/address: Unexpected address `www.who.int/water` → write a full address that starts with `https://`',
    ],
  },
  {
    name: 'an address that runs a program',
    file: PAGE,
    change: ['url: https://www.who.int/news-room/fact-sheets/detail/drinking-water', 'url: javascript:alert(1)'],
    said: [
      '18:8 field/address: Unexpected address `javascript:alert(1)` → write a full address that starts with `https://`',
    ],
  },
  {
    name: 'an address with a password',
    file: PAGE,
    change: [
      'url: https://www.who.int/news-room/fact-sheets/detail/drinking-water',
      'url: https://me:secret@www.who.int/',
    ],
    said: [
      '18:8 field/address: Unexpected address `https://me:secret@www.who.int/` with a name or password in it → remove what stands before the `@`',
    ],
  },
  {
    name: 'an unknown source',
    file: PAGE,
    change: ['[who-water, cdc-water]', '[who-water, cdc-waters]'],
    said: [
      '7:22 reference/unknown: Unexpected `cdc-waters`: there is nothing of this name in content/sources → did you mean `cdc-water`?',
      '28:64 source/unlisted: Unexpected citation of `cdc-water`: the original does not list it among its `sources` → add `cdc-water` to `sources`',
      'campaigns/clean-water/ur.mdx:28:36 source/unlisted: Unexpected citation of `cdc-water`: the original does not list it among its `sources` → add `cdc-water` to `sources`',
      'sources/cdc-water.yml:1:5 warning source/unused: Unexpected source `cdc-water`: nothing lists it among its `sources` → list it where it is used, or remove the file',
    ],
  },
  {
    name: 'an unknown source in the text',
    file: PAGE,
    change: ['<Source id="cdc-water" /> See', '<Source id="cdc-watr" /> See'],
    said: [
      '28:64 reference/unknown: Unexpected source `cdc-watr`: there is no such file in content/sources → did you mean `cdc-water`?',
    ],
  },
  {
    name: 'an unknown person',
    file: PAGE,
    change: ['author: amina', 'author: aminah'],
    said: [
      '9:9 reference/unknown: Unexpected `aminah`: there is nothing of this name in content/people → did you mean `amina`?',
    ],
  },
  {
    name: 'a language in which nobody has written anything',
    file: ORGANISATION,
    change: ['  - tag: ur\n', '  - tag: fr\n    name: Français\n    direction: ltr\n  - tag: ur\n'],
    said: [
      '2:1 language/missing: Missing `fr` in `name`: the organisation has readers in that language → write `fr: …` beside the others',
      '5:1 language/missing: Missing `fr` in `description`: the organisation has readers in that language → write `fr: …` beside the others',
      '8:1 language/missing: Missing `fr` in `demonstration`: the organisation has readers in that language → write `fr: …` beside the others',
      '16:10 language/no-labels: Unexpected language `fr`: the site’s own labels are not written in it → write `en`, `ur` or `ar`, or add its words to src/reading/interface-words.ts',
      '34:5 language/missing: Missing `fr` in `helplines.0.name`: the organisation has readers in that language → write `fr: …` beside the others',
      '38:5 language/missing: Missing `fr` in `helplines.0.hours`: the organisation has readers in that language → write `fr: …` beside the others',
      'people/amina.yml:2:1 language/missing: Missing `fr` in `name`: the organisation has readers in that language → write `fr: …` beside the others',
      'people/amina.yml:5:1 language/missing: Missing `fr` in `title`: the organisation has readers in that language → write `fr: …` beside the others',
    ],
  },
  {
    name: 'a channel named twice',
    file: POST,
    change: ['channels: [outbox]', 'channels: [outbox, outbox]'],
    said: ['3:20 field/repeated: Unexpected second `outbox` in this list → keep one of the two'],
  },
  {
    name: 'a language named twice',
    file: CHANNEL,
    change: ['languages: [en, ur]', 'languages: [en, ur, en]'],
    said: ['4:21 field/repeated: Unexpected second `en` in this list → keep one of the two'],
  },
  {
    name: 'an unknown channel',
    file: POST,
    change: ['channels: [outbox]', 'channels: [outbox, mastodon]'],
    said: [
      '3:20 reference/unknown: Unexpected `mastodon`: there is nothing of this name in content/channels → write `outbox`',
    ],
  },
  {
    name: 'an unknown help line',
    file: PAGE,
    change: ['helplines: [health]', 'helplines: [helth]'],
    said: [
      '8:13 reference/unknown: Unexpected `helth`: there is nothing of this name in `helplines` in content/organisation.yml → did you mean `health`?',
    ],
  },
  {
    name: 'help lines of a country that has none',
    file: PAGE,
    change: ['country="PK"', 'country="IN"'],
    said: [
      '43:21 reference/unknown: Unexpected country `IN`: the organisation names no help line there → write `PK`, or add its help lines to content/organisation.yml',
    ],
  },
  {
    name: 'a variant for an unknown channel',
    file: POST,
    change: ['headline: Boil it for one minute', 'headline: Boil it for one minute\nvariants:\n  blusky: Boil it.'],
    said: [
      '12:3 reference/unknown: Unexpected `blusky`: there is nothing of this name in content/channels → write `outbox`',
    ],
  },
  {
    name: 'a tab in YAML',
    file: PAGE,
    change: ['  kind: yearly', '\tkind: yearly'],
    said: ['4:1 yaml/tab: Unexpected tab at the start of a line → indent with spaces, two for each step'],
  },
  {
    name: 'a quote that is not closed',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: "Clean water, every glass'],
    said: [
      '13:8 yaml/unclosed: Unexpected text in quotes: its closing quote is missing → close every `"`, `\'`, `[` and `{`, and put a space after each colon and dash',
    ],
  },
  {
    name: 'a colon inside a title',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: Clean water: every glass'],
    said: [
      '13:8 yaml/colon: Unexpected `:` or line without `field:` → put text that holds a colon and a space in quotes, and write every field as `field: value`',
    ],
  },
  {
    name: 'a field written twice',
    file: PAGE,
    change: ['author: amina', 'author: amina\nauthor: amina'],
    said: ['10:1 yaml/duplicate-key: Unexpected second field `author` → keep one of the two'],
  },
  {
    name: 'a list that is not closed',
    file: PAGE,
    change: ['[who-water, cdc-water]', '[who-water, cdc-water'],
    said: ['7:10 yaml/unclosed: Unexpected list: its closing `]` is missing → write `]` after the last of them'],
  },
  {
    name: 'an alias in YAML',
    file: PAGE,
    change: ['author: amina\nreviewedBy: amina', 'author: &me amina\nreviewedBy: *me'],
    said: [
      '9:9 yaml/machinery: Unexpected `&me`: in YAML it marks a name for a value → leave it out; text that starts with `&` stands in quotes',
      '10:13 yaml/machinery: Unexpected `*`: in YAML it marks a reference to another value → write the value itself; text that starts with `*` stands in quotes',
    ],
  },
  {
    name: 'a tag in YAML',
    file: PAGE,
    change: ['author: amina', 'author: !!js/function amina'],
    said: [
      '9:9 yaml/machinery: Unexpected `!`: in YAML it marks a type for a value → leave it out; text that starts with `!` stands in quotes',
    ],
  },
  {
    name: 'two documents in one file',
    file: SOURCE,
    change: ['kind: fact-sheet', '---\nkind: fact-sheet'],
    said: [
      '2:1 yaml/several-documents: Unexpected second `---`: one file holds one set of fields → keep one set of fields',
    ],
  },
  {
    name: 'fields that are a list',
    file: SOURCE,
    text: '- id: who-water\n- kind: fact-sheet\n',
    said: [
      '1:1 field/none: Unexpected content where fields should be → write each field on a line of its own: `field: value`',
    ],
  },
  {
    name: 'wrong indentation',
    file: PAGE,
    change: ['  endsOn: "03-24"', '   endsOn: "03-24"'],
    said: [
      '6:1 yaml/indent: Unexpected indent → start fields that belong together in the same column; text that goes on over several lines stands in quotes or after `>-`',
    ],
  },
  {
    name: 'YAML in a code block',
    file: SOURCE,
    text: '```yaml\nid: who-water\n```\n',
    said: [
      '1:1 yaml/colon: Unexpected line without `field:` → write `field: value`, or put text that goes on over several lines in quotes or after `>-`, indented by two spaces',
    ],
  },
  {
    name: 'no fields at all',
    file: PAGE,
    text: 'Water that looks clean can carry germs.\n',
    said: [
      '1:1 frontmatter/missing: Unexpected first line: a language file starts with its fields → start the file with a line `---`, then the fields, then another line `---`',
    ],
  },
  {
    name: 'fields that are not closed',
    file: PAGE,
    change: ['hashtags: [CleanWater]\n---', 'hashtags: [CleanWater]'],
    said: [
      '1:1 frontmatter/unclosed: Unexpected end: the fields that start here have no closing line `---` → write a line `---` after the last field',
    ],
  },
  {
    name: 'an empty line before the fields',
    file: PAGE,
    change: ['---\nid', '\n---\nid'],
    said: [
      '1:1 frontmatter/missing: Unexpected first line: a language file starts with its fields → start the file with a line `---`, then the fields, then another line `---`',
    ],
  },
  {
    name: 'empty fields',
    file: PAGE,
    text: '---\n---\n\nText.\n',
    said: ['1:1 field/none: Missing fields: there are none → write each field on a line of its own: `field: value`'],
  },
  {
    name: 'a tag that is not closed',
    file: PAGE,
    change: ['</Callout>\n', ''],
    said: [
      '37:1 mdx/syntax: Unexpected open <Callout>: its closing tag is missing → write </Callout> after its text, or <Callout … /> if it has none',
    ],
  },
  {
    name: 'tags that cross',
    file: PAGE,
    change: ['</Callout>', '</Fact>'],
    said: [
      '41:1 mdx/syntax: Unexpected closing tag: nothing that it closes is open here → close tags in the reverse order of their opening',
    ],
  },
  {
    name: 'a lone less-than sign',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'Use it if the level is <5 mg.'],
    said: [
      '39:24 mdx/syntax: Unexpected `<` or tag: from here on this cannot be read as a component → for “less than” write `\\<` or the words; write a component as <Source id="…" />',
    ],
  },
  {
    name: 'a lone brace',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'Use {this.'],
    said: [
      '39:5 mdx/expression: Unexpected `{`: content holds no expressions → write the words themselves; for a brace as a sign write `\\{`',
    ],
  },
  {
    name: 'an import',
    file: PAGE,
    change: ['## Boil it', 'import fs from "node:fs";\n\n## Boil it'],
    said: [
      '26:1 mdx/import-export: Unexpected import or export: content is text, not a program → remove the line; the components of the desk are there without it. A sentence starts with a capital letter',
    ],
  },
  {
    name: 'an export',
    file: PAGE,
    change: ['## Boil it', 'export const a = 1;\n\n## Boil it'],
    said: [
      '26:1 mdx/import-export: Unexpected import or export: content is text, not a program → remove the line; the components of the desk are there without it. A sentence starts with a capital letter',
    ],
  },
  {
    name: 'an expression on its own line',
    file: PAGE,
    change: ['## Boil it', '{process.env.SECRET}\n\n## Boil it'],
    said: [
      '26:1 mdx/expression: Unexpected `{`: content holds no expressions → write the words themselves; for a brace as a sign write `\\{`',
    ],
  },
  {
    name: 'an expression in a sentence',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'It costs {1 + 1} rupees.'],
    said: [
      '39:10 mdx/expression: Unexpected `{`: content holds no expressions → write the words themselves; for a brace as a sign write `\\{`',
    ],
  },
  {
    name: 'an expression in an attribute',
    file: PAGE,
    change: ['kind="warning"', 'kind={"warning"}'],
    said: [
      '37:10 mdx/attribute-value: Unexpected value of `kind` in <Callout>: text in quotes expected → write kind="…"',
    ],
  },
  {
    name: 'attributes from an expression',
    file: PAGE,
    change: ['kind="warning"', '{...process.env}'],
    said: [
      '37:1 mdx/missing-attribute: Missing attribute `kind` in <Callout> → write for example <Callout kind="warning">…</Callout>',
      '37:10 mdx/attribute-spread: Unexpected `{…}` in <Callout> → write each attribute as name="value", for example <Callout kind="warning">…</Callout>',
    ],
  },
  {
    name: 'a comment in HTML',
    file: PAGE,
    change: ['## Boil it', '<!-- later -->\n\n## Boil it'],
    said: ['26:1 mdx/syntax: Unexpected `<!`: comments do not belong in content → remove the comment'],
  },
  {
    name: 'a component that nobody knows',
    file: PAGE,
    change: [
      '<Callout kind="warning">\n\nBoiling does not remove chemicals.\n\n</Callout>',
      '<Calout kind="warning">\n\nBoiling does not remove chemicals.\n\n</Calout>',
    ],
    said: [
      '37:1 mdx/unknown-component: Unexpected <Calout>: it is not a component of this desk → did you mean <Callout>?',
    ],
  },
  {
    name: 'HTML',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'Boiling <b>does not</b> remove chemicals.'],
    said: [
      '39:9 mdx/unknown-component: Unexpected <b>: it is not a component of this desk → write Markdown in place of HTML: `**bold**`, `[text](https://…)`, `- item`',
    ],
  },
  {
    name: 'a script',
    file: PAGE,
    change: ['## Boil it', '<script src="https://evil.example/x.js"></script>\n\n## Boil it'],
    said: [
      '26:1 mdx/unknown-component: Unexpected <script>: it is not a component of this desk → write Markdown in place of HTML: `**bold**`, `[text](https://…)`, `- item`',
    ],
  },
  {
    name: 'an unknown attribute',
    file: PAGE,
    change: ['kind="warning"', 'type="warning"'],
    said: [
      '37:1 mdx/missing-attribute: Missing attribute `kind` in <Callout> → write for example <Callout kind="warning">…</Callout>',
      '37:10 mdx/unknown-attribute: Unexpected attribute `type` in <Callout> → <Callout> takes `kind`',
    ],
  },
  {
    name: 'an attribute twice',
    file: PAGE,
    change: ['kind="warning"', 'kind="warning" kind="info"'],
    said: ['37:25 mdx/duplicate-attribute: Unexpected second `kind` in <Callout> → keep one of the two'],
  },
  {
    name: 'an attribute without a value',
    file: PAGE,
    change: ['kind="warning"', 'kind'],
    said: [
      '37:10 mdx/attribute-value: Unexpected value of `kind` in <Callout>: text in quotes expected → write kind="…"',
    ],
  },
  {
    name: 'an unknown kind of call-out',
    file: PAGE,
    change: ['kind="warning"', 'kind="alarm"'],
    said: ['37:16 mdx/attribute-value: Unexpected kind `alarm` of <Callout> → write `info`, `warning` or `danger`'],
  },
  {
    name: 'an event handler',
    file: PAGE,
    change: ['kind="warning"', 'kind="warning" onclick="steal()"'],
    said: ['37:25 mdx/unknown-attribute: Unexpected attribute `onclick` in <Callout> → <Callout> takes `kind`'],
  },
  {
    name: 'a picture without words',
    file: PAGE,
    change: ['alt="A glass is filled at a tap"', 'alt=""'],
    said: ['30:30 mdx/attribute-value: Unexpected empty text → write the words in the quotes'],
  },
  {
    name: 'a Markdown picture without words',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', '![](./tap.png)'],
    said: [
      '39:1 image/alt-missing: Missing words for a picture: those who cannot see it learn nothing → write what it shows between the brackets: `![…](./name.jpg)`',
    ],
  },
  {
    name: 'a call-out in a sentence',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'See <Callout kind="info">this</Callout> here.'],
    said: [
      '39:5 mdx/component-place: Unexpected <Callout> inside a sentence → put it on a line of its own, with an empty line before and after',
    ],
  },
  {
    name: 'a heading of the first level',
    file: PAGE,
    change: ['## Boil it', '# Boil it'],
    said: [
      '26:1 mdx/heading-one: Unexpected heading with one `#`: the title is already the page’s first heading → write `## Boil it`',
    ],
  },
  {
    name: 'a heading that leaves out a level',
    file: PAGE,
    change: ['## Boil it', '#### Boil it'],
    said: [
      '26:1 warning mdx/heading-skipped: Unexpected heading of level 4 after level 1: screen readers announce a gap → write `## Boil it`',
    ],
  },
  {
    name: 'a link that runs a program',
    file: PAGE,
    change: ['(https://www.who.int/)', '(javascript:alert(1))'],
    said: [
      '28:87 mdx/unsafe-link: Unexpected link of the kind `javascript:` → write an address that starts with `https://`, `mailto:` or `tel:`',
    ],
  },
  {
    name: 'a link that hides a program',
    file: PAGE,
    change: ['(https://www.who.int/)', '(JaVa&#115;cript:alert(1))'],
    said: [
      '28:87 mdx/unsafe-link: Unexpected link of the kind `javascript:` → write an address that starts with `https://`, `mailto:` or `tel:`',
    ],
  },
  {
    name: 'a link that holds data',
    file: PAGE,
    change: ['(https://www.who.int/)', '(data:text/html,hello)'],
    said: [
      '28:87 mdx/unsafe-link: Unexpected link of the kind `data:` → write an address that starts with `https://`, `mailto:` or `tel:`',
    ],
  },
  {
    name: 'a link without https',
    file: PAGE,
    change: ['(https://www.who.int/)', '(http://www.who.int/)'],
    said: [
      '28:87 mdx/unsafe-link: Unexpected link to `http://www.who.int/`: anyone on the way can change what the reader sees → write `https://www.who.int/`',
    ],
  },
  {
    name: 'a link without its scheme',
    file: PAGE,
    change: ['(https://www.who.int/)', '(//www.who.int/)'],
    said: [
      '28:87 mdx/unsafe-link: Unexpected address `//www.who.int/` without `https:` → write `https://www.who.int/`',
    ],
  },
  {
    name: 'a link that leads nowhere',
    file: PAGE,
    change: ['(https://www.who.int/)', '()'],
    said: ['28:87 mdx/link-empty: Unexpected link that leads nowhere → write its address: `[text](https://…)`'],
  },
  {
    name: 'a bare link that runs a program',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'See <javascript:alert(1)>.'],
    said: [
      '39:5 mdx/syntax: Unexpected `<` or tag: from here on this cannot be read as a component → for “less than” write `\\<` or the words; write a component as <Source id="…" />',
    ],
  },
  {
    name: 'a reference that runs a program',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'See [this][a].\n\n[a]: vbscript:run'],
    said: [
      '39:5 mdx/unsafe-link: Unexpected link of the kind `vbscript:` → write an address that starts with `https://`, `mailto:` or `tel:`',
    ],
  },
  {
    name: 'a missing picture',
    file: PAGE,
    change: ['./tap.png', './tab.png'],
    said: [
      '30:14 image/missing: Unexpected picture `./tab.png`: there is no such file beside this one → did you mean `./tap.png`?',
    ],
  },
  {
    name: 'a picture whose name has other capitals',
    file: PAGE,
    change: ['./tap.png', './Tap.png'],
    said: [
      '30:14 image/missing: Unexpected picture `./Tap.png`: there is no such file beside this one → did you mean `./tap.png`? Capital and small letters differ',
    ],
  },
  {
    name: 'a picture outside its folder',
    file: PAGE,
    change: ['./tap.png', '../../../package.json'],
    said: [
      '30:14 mdx/attribute-value: Unexpected picture `../../../package.json` → put the picture beside this file and write `./name.jpg`',
    ],
  },
  {
    name: 'a picture from another site',
    file: PAGE,
    change: ['./tap.png', 'https://example.org/tap.png'],
    said: [
      '30:14 mdx/attribute-value: Unexpected picture `https://example.org/tap.png` → put the picture beside this file and write `./name.jpg`',
    ],
  },
  {
    name: 'a heading in a post',
    file: POST,
    change: ['Boil water for', '# Boil\n\nBoil water for'],
    said: [
      '13:1 post/formatting: Unexpected heading in a post: networks show plain text only → write plain sentences; a hashtag has no space after `#`',
    ],
  },
  {
    name: 'a list in a post',
    file: POST,
    change: ['Boil water for', '- Boil\n- Drink\n\nBoil water for'],
    said: [
      '13:1 post/formatting: Unexpected list in a post: networks show plain text only → write sentences, or lines that start with `•` and end with a backslash',
    ],
  },
  {
    name: 'bold letters in a post',
    file: POST,
    change: ['Boil water for', '**Boil water** for'],
    said: [
      '13:1 post/formatting: Unexpected emphasis in a post: networks show plain text only → write `Boil water` without `*`, `_` or `~`',
    ],
  },
  {
    name: 'a link in a post',
    file: POST,
    change: ['Boil water for', '[Boil](https://www.who.int/) water for'],
    said: [
      '13:1 post/formatting: Unexpected link in a post: networks show plain text only → write the address itself, or `link: https://…` among the fields',
    ],
  },
  {
    name: 'a picture in a post',
    file: POST,
    change: ['Boil water for', '![A tap](./tap.png)\n\nBoil water for'],
    said: [
      '13:1 post/formatting: Unexpected picture in a post: networks show plain text only → remove it; the card is added by itself',
    ],
  },
  {
    name: 'a component in a post',
    file: POST,
    change: ['Boil water for', '<Helplines country="PK" />\n\nBoil water for'],
    said: [
      '13:1 post/formatting: Unexpected component in a post: networks show plain text only → write plain sentences; the card and the link are added by themselves',
    ],
  },
  {
    name: 'a post that says nothing',
    file: POST,
    change: ['Boil water for one minute before you drink it. #CleanWater\n', ''],
    said: [
      '12:1 post/empty: Missing text for Outbox: the post has neither a body nor a variant for `outbox` → write the text below the fields, or `variants:` with `outbox: …`',
    ],
  },
  {
    name: 'a date in a translation',
    file: TRANSLATION,
    change: ['translator: amina', 'translator: amina\nlastReviewedOn: 2026-11-01'],
    said: [
      '13:1 translation/foreign-field: Unexpected field `lastReviewedOn` in a translation: the original alone decides it → remove it here, and change it in `en.mdx`',
    ],
  },
  {
    name: 'a translation without its note',
    file: POST_TRANSLATION,
    change: [
      'translationOf:\n  language: en\n  fields:\n    headline: "9845d86fab6e"\n    variants: "44136fa355b3"\n  blocks: ["2b22a8d2eb66"]\n',
      '',
    ],
    said: [
      '1:1 translation/missing: Missing field `translationOf`: this file has no `id`, so it looks like a translation → run `npm run translated -- content/campaigns/clean-water/posts/boil-water/ur.mdx`, which writes it; an original has an `id` of its own',
    ],
  },
  {
    name: 'a fingerprint written by hand',
    file: TRANSLATION,
    change: ['"8cb0ffa40c72"', '"yes"'],
    said: [
      '5:12 translation/hash: Unexpected `yes` in place of a fingerprint → do not write this by hand: `npm run translated -- content/campaigns/clean-water/ur.mdx` writes it',
    ],
  },
  {
    name: 'a second original',
    file: POST_TRANSLATION,
    change: [
      'translationOf:\n  language: en\n  fields:\n    headline: "9845d86fab6e"\n    variants: "44136fa355b3"\n  blocks: ["2b22a8d2eb66"]\ntranslator: amina\n',
      'id: boil-water\nchannels: [outbox]\npublishAt: { daysFromStart: 0, time: "09:00" }\nexpiresAt: { daysFromStart: 1, time: "09:00" }\n',
    ],
    said: [
      '2:1 translation/structure: Unexpected second original: en.mdx has an `id` too → remove the fields of the original here, then run `npm run translated -- content/campaigns/clean-water/posts/boil-water/ur.mdx`',
    ],
  },
  {
    name: 'no original',
    file: POST,
    text: '---\ntranslationOf:\n  language: ur\n  fields: {}\n  blocks: []\nheadline: Boil it\n---\n\nBoil it.\n',
    said: [
      '2:1 translation/structure: Unexpected translation without an original: no language file here has an `id` → remove `translationOf` from the file that was written first, and give it the fields of an original',
    ],
  },
  {
    name: 'a translation of another language than the original',
    file: POST_TRANSLATION,
    change: ['language: en', 'language: fr'],
    said: [
      '3:13 translation/structure: Unexpected language `fr`: the original is `en.mdx` → run `npm run translated -- content/campaigns/clean-water/posts/boil-water/ur.mdx`',
    ],
  },
  {
    name: 'a fault after Urdu words',
    file: TRANSLATION,
    change: [
      'صاف نظر آنے والے پانی میں بھی جراثیم ہو سکتے ہیں۔<Source id="who-water" />',
      'صاف نظر آنے والے پانی میں بھی جراثیم ہو سکتے ہیں۔<Source id="who-watr" />',
    ],
    said: [
      '24:62 reference/unknown: Unexpected source `who-watr`: there is no such file in content/sources → did you mean `who-water`?',
    ],
  },
  {
    name: 'a fault after an emoji, which counts as two',
    file: PAGE,
    change: ['See also [WHO]', '💧 <b>See</b> also [WHO]'],
    said: [
      '28:81 mdx/unknown-component: Unexpected <b>: it is not a component of this desk → write Markdown in place of HTML: `**bold**`, `[text](https://…)`, `- item`',
    ],
  },
  {
    name: 'several faults in one file',
    file: POST,
    change: [
      'channels: [outbox]\npublishAt:\n  daysFromStart: 0\n  time: "09:00"',
      'chanels: [outbox]\npublishAt:\n  daysFromStart: 0\n  time: "29:00"\nlink: http://x.example',
    ],
    said: [
      '3:1 field/unknown: Unexpected field `chanels` → did you mean `channels`?',
      '6:9 date/time: Unexpected time `29:00` → write hours and minutes, for example `"09:00"`',
      '7:7 field/address: Unexpected address `http://x.example`: anyone on the way can change what the reader sees → write `https://x.example`',
    ],
  },
  {
    name: 'a fault in the fields and one in the text',
    file: PAGE,
    change: [
      'startsOn: "03-18"\n  endsOn: "03-24"\nsources: [who-water, cdc-water]\nhelplines: [health]\nauthor: amina',
      'startsOn: "03-32"\n  endsOn: "03-24"\nsources: [who-water, cdc-water]\nhelplines: [health]\nauthor: {amina}',
    ],
    said: [
      '5:13 date/impossible: Unexpected day in `03-32`: March has 31 days → write a day from 01 to 31',
      '9:9 field/type: Unexpected group of fields for `author`: text expected → write text',
    ],
  },
  {
    name: 'an unknown translator',
    file: TRANSLATION,
    change: ['translator: amina', 'translator: bilal'],
    said: [
      '12:13 reference/unknown: Unexpected `bilal`: there is nothing of this name in content/people → write `amina`',
    ],
  },
  {
    name: 'a telephone number without quotes',
    file: ORGANISATION,
    change: ['number: "1166"', 'number: 080012345'],
    said: [
      '34:13 field/type: Unexpected number `080012345` for `helplines.number`: text expected → put it in quotes: `number: "080012345"`',
    ],
  },
  {
    name: 'a year among hashtags',
    file: PAGE,
    change: ['[CleanWater]', '[CleanWater, 2026]'],
    said: ['21:24 field/type: Unexpected number `2026` for `hashtags`: text expected → put it in quotes: `"2026"`'],
  },
  {
    name: 'a group where one word stands',
    file: ORGANISATION,
    change: ['contact:\n  email: desk@desk.example', 'contact: desk@desk.example'],
    said: [
      '21:10 field/type: Unexpected `desk@desk.example` for `contact`: a group of fields expected → write `contact:` and its fields below it, indented by two spaces',
    ],
  },
  {
    name: 'a name in no language',
    file: ORGANISATION,
    change: ['name:\n  en: Test Desk\n  ur: آزمائشی ڈیسک', 'name: {}'],
    said: ['2:7 field/empty: Unexpected words in no language → write one line for each language, for example `en: …`'],
  },
  {
    name: 'a time that is a number',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt: 5'],
    said: [
      '4:12 field/type: Unexpected number `5` for `publishAt` → write text in quotes, or below it the fields `daysFromStart` and `time`',
    ],
  },
  {
    name: 'a number where words or a list of them are expected',
    file: PAGE,
    change: [
      'hashtags: [CleanWater]',
      'hashtags: [CleanWater]\npromoted: { brand: N, generic: s, indication: x, benefits: [y], risks: [5] }',
    ],
    said: [
      '22:73 field/type: Unexpected number `5` for `promoted.risks` → write text in quotes, or a list of texts such as `[first, second]`',
    ],
  },
  {
    name: 'fields where words or a list of them are expected',
    file: PAGE,
    change: [
      'hashtags: [CleanWater]',
      'hashtags: [CleanWater]\npromoted: { brand: N, generic: s, indication: x, benefits: [y], risks: [{ a: b }] }',
    ],
    said: [
      '22:73 field/type: Unexpected group of fields for `promoted.risks` → write text in quotes, or a list of texts such as `[first, second]`',
    ],
  },
  {
    name: 'a time in words',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt: tomorrow'],
    said: ['4:12 date/form: Unexpected date and time `tomorrow` → write for example `"2026-07-01T09:00:00+05:00"`'],
  },
  {
    name: 'an impossible day with its time',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt: 2026-02-30T09:00:00+05:00'],
    said: [
      '4:12 date/impossible: Unexpected day in `2026-02-30T09:00:00+05:00`: February has 28 days → write a day from 01 to 28',
    ],
  },
  {
    name: 'a day counted from the start without its hour',
    file: POST,
    change: ['publishAt:\n  daysFromStart: 0\n  time: "09:00"', 'publishAt:\n  daysFromStart: 0'],
    said: ['4:1 field/missing: Missing field `publishAt.time` → write `time: …` inside `publishAt`'],
  },
  {
    name: 'a misspelt word where an address may stand too',
    file: POST,
    change: ['headline:', 'link: pgae\nheadline:'],
    said: [
      '10:7 field/value: Unexpected `pgae` for `link` → did you mean `page`? The choices are `page`, `none` or `https://…`',
    ],
  },
  {
    name: 'an address that runs a program where a word may stand too',
    file: POST,
    change: ['headline:', 'link: javascript:alert(1)\nheadline:'],
    said: [
      '10:7 field/address: Unexpected address `javascript:alert(1)` → write a full address that starts with `https://`',
    ],
  },
  {
    name: 'an address with a space',
    file: SOURCE,
    change: ['url: https://www.who.int/news-room/', 'url: https://www.who.int/news room/'],
    said: [
      '5:6 field/address: Unexpected address `https://www.who.int/news room/fact-sheets/detail/drinking-water` with a space in it → write `%20` for each space, or copy the address from the browser',
    ],
  },
  {
    name: 'an address within nobody’s reach',
    file: SOURCE,
    change: ['url: https://www.who.int/news-room/fact-sheets/detail/drinking-water', 'url: https://localhost/water'],
    said: [
      '5:6 field/address: Unexpected address `https://localhost/water`: its host has no dot → write the whole host, for example `www.who.int`',
    ],
  },
  {
    name: 'an escape for a terminal in a title',
    file: PAGE,
    change: ['title: Clean water', 'title: "Clean\\e[31m water"\n#'],
    said: [
      '13:8 file/hidden-character: Unexpected invisible character U+001B → delete it; the direction of text follows from its language',
    ],
  },
  {
    name: 'a misspelt id beside a translation',
    file: PAGE,
    change: ['id: clean-water', 'ID: clean-water'],
    said: ['2:1 field/unknown: Unexpected field `ID` → did you mean `id`?'],
  },
  {
    name: 'a missing id beside a translation',
    file: POST,
    change: ['id: boil-water\n', ''],
    said: ['1:1 field/missing: Missing field `id` → write `id: …`'],
  },
  {
    name: 'an id beside translationOf',
    file: POST_TRANSLATION,
    change: ['---\n', '---\nid: boil-water\n'],
    said: [
      '2:1 translation/foreign-field: Unexpected field `id` in a translation: the original alone decides it → remove it here, and change it in `en.mdx`',
    ],
  },
  {
    name: 'a note on the original in one word',
    file: POST_TRANSLATION,
    text: '---\ntranslationOf: en\nheadline: ابالیں\n---\n\nابالیں۔\n',
    said: [
      '2:16 field/type: Unexpected `en` for `translationOf`: a group of fields expected → do not write this by hand: `npm run translated -- content/campaigns/clean-water/posts/boil-water/ur.mdx` writes it',
    ],
  },
  {
    name: 'a field without a name',
    file: PAGE,
    change: ['author: amina', ': x\nauthor: amina'],
    said: [
      '9:1 yaml/nameless: Unexpected field without a name → write every field as `field: value`; text that starts with `?` or `:` stands in quotes',
    ],
  },
  {
    name: 'a list for the name of a field',
    file: PAGE,
    change: ['author: amina', '? [a, b]\n: x\nauthor: amina'],
    said: [
      '9:3 yaml/nameless: Unexpected field without a name → write every field as `field: value`; text that starts with `?` or `:` stands in quotes',
    ],
  },
  {
    name: 'a field written twice, once in quotes, inside another',
    file: PAGE,
    change: ['  kind: yearly', '  kind: yearly\n  "kind": yearly'],
    said: ['5:3 yaml/duplicate-key: Unexpected second field `"kind"` → keep one of the two'],
  },
  {
    name: 'a text that starts with an at sign',
    file: CHANNEL,
    change: ['name: Outbox', 'name: @outbox'],
    said: ['3:7 yaml/syntax: Unexpected `@` at the start of a text → put the text in quotes'],
  },
  {
    name: 'a bomb of aliases',
    file: SOURCE,
    text: `a: &a [x, x]\nb: &b [*a, *a]\n`,
    said: [
      '1:4 yaml/machinery: Unexpected `&a`: in YAML it marks a name for a value → leave it out; text that starts with `&` stands in quotes',
      '2:4 yaml/machinery: Unexpected `&b`: in YAML it marks a name for a value → leave it out; text that starts with `&` stands in quotes',
      '2:8 yaml/machinery: Unexpected `*`: in YAML it marks a reference to another value → write the value itself; text that starts with `*` stands in quotes',
      '2:12 yaml/machinery: Unexpected `*`: in YAML it marks a reference to another value → write the value itself; text that starts with `*` stands in quotes',
    ],
  },
  {
    name: 'a fault after emoji in the fields',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: {x: 💧💧, y: [b}'],
    said: ['13:21 yaml/unclosed: Unexpected list: its closing `]` is missing → write `]` after the last of them'],
  },
  {
    name: 'a lone less-than sign after Urdu words',
    file: TRANSLATION,
    change: ['ایک منٹ ابالنا کافی ہے۔', 'ایک منٹ ابالنا <5 کافی ہے۔'],
    said: [
      '28:16 mdx/syntax: Unexpected `<` or tag: from here on this cannot be read as a component → for “less than” write `\\<` or the words; write a component as <Source id="…" />',
    ],
  },
  {
    name: 'an expression after Urdu words',
    file: TRANSLATION,
    change: ['ایک منٹ ابالنا کافی ہے۔', 'ایک منٹ ابالنا {x} کافی ہے۔'],
    said: [
      '28:16 mdx/expression: Unexpected `{`: content holds no expressions → write the words themselves; for a brace as a sign write `\\{`',
    ],
  },
  {
    name: 'a closing tag after emoji',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', '💧💧 </Fact>'],
    said: [
      '39:6 mdx/syntax: Unexpected closing tag: nothing that it closes is open here → close tags in the reverse order of their opening',
    ],
  },
  {
    name: 'HTML that is not closed',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'Boiling<br>does not remove chemicals.'],
    said: [
      '39:8 mdx/unknown-component: Unexpected <br>: it is not a component of this desk → end the line with a backslash, or start a new paragraph after an empty line',
    ],
  },
  {
    name: 'an address in angle brackets',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'See <https://www.who.int/>.'],
    said: [
      '39:5 mdx/syntax: Unexpected <https://www.who.int/>: angle brackets mark components → write `[text](https://…)`, or the address alone',
    ],
  },
  {
    name: 'an empty tag',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'See <>this</>.'],
    said: [
      '39:5 mdx/unknown-component: Unexpected <>: it is not a component of this desk → the components are <Fact>, <Callout>, <Source>, <Helplines>, <Blank>, <Video>, <Figure>',
    ],
  },
  {
    name: 'words inside a component that holds none',
    file: PAGE,
    change: ['<Source id="cdc-water" /> See', '<Source id="cdc-water">CDC</Source> See'],
    said: [
      '28:52 mdx/component-content: Unexpected text inside <Source>: it holds none → write <Source id="who-dengue" />',
    ],
  },
  {
    name: 'a component without the words it is for',
    file: PAGE,
    change: ['\n\nBoiling does not remove chemicals.\n\n', ''],
    said: [
      '37:1 mdx/component-content: Unexpected empty <Callout> → write its text between the tags: <Callout kind="warning">…</Callout>',
    ],
  },
  {
    name: 'a sentence that starts like a program',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'export of grain rises.'],
    said: [
      '39:1 mdx/import-export: Unexpected import or export: content is text, not a program → remove the line; the components of the desk are there without it. A sentence starts with a capital letter',
    ],
  },
  {
    name: 'a change of direction written as a number',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', 'Boiling does &#x202e;not remove chemicals.'],
    said: [
      '39:1 file/hidden-character: Unexpected invisible character U+202E → delete it; the direction of text follows from its language',
    ],
  },
  {
    name: 'a link to another host than it seems',
    file: PAGE,
    change: ['(https://www.who.int/)', '(https://www.who.int@evil.example/)'],
    said: [
      '28:87 mdx/unsafe-link: Unexpected address `https://www.who.int@evil.example/` with an `@`: it leads to another host than it seems to → remove what stands before the `@`',
    ],
  },
  {
    name: 'a link to no number',
    file: PAGE,
    change: ['(https://www.who.int/)', '(tel:)'],
    said: ['28:87 mdx/unsafe-link: Unexpected `tel:` with nothing after it → write the number, for example `tel:1166`'],
  },
  {
    name: 'a picture that is a text',
    file: PAGE,
    change: ['./tap.png', './en.mdx'],
    said: [
      '30:14 mdx/attribute-value: Unexpected picture `./en.mdx` → put the picture beside this file and write `./name.jpg`',
    ],
  },
  {
    name: 'a Markdown picture that leaves its folder in disguise',
    file: PAGE,
    change: ['Boiling does not remove chemicals.', '![Tap](./%2e%2e/clean-water/tap.png)'],
    said: [
      '39:1 image/elsewhere: Unexpected picture `./../clean-water/tap.png` → put the picture beside this file and write `./name.jpg`',
    ],
  },
  {
    name: 'a colon without a space',
    file: PAGE,
    change: ['title: Clean', 'title:Clean'],
    said: ['13:1 yaml/colon: Unexpected `title:` without a space after the colon → write `title: …`'],
  },
  {
    name: 'a space after a colon that does not break',
    file: PAGE,
    change: ['title: Clean', 'title:\u00a0Clean'],
    said: ['13:1 yaml/colon: Unexpected no-break space after `title:` → write an ordinary space in its place'],
  },
  {
    name: 'a colon of another script',
    file: PAGE,
    change: ['title: Clean', 'title：Clean'],
    said: ['13:1 yaml/colon: Unexpected wide colon `：` → write `:` and a space'],
  },
  {
    name: 'a field without its colon',
    file: PAGE,
    change: ['title: Clean', 'title Clean'],
    said: [
      '13:1 yaml/colon: Unexpected line without `field:` → write `field: value`, or put text that goes on over several lines in quotes or after `>-`, indented by two spaces',
    ],
  },
  {
    name: 'a text that goes on in the next line',
    file: PAGE,
    change: ['hashtags: [CleanWater]', 'hashtags: [CleanWater]\nand more'],
    said: [
      '22:1 yaml/colon: Unexpected line without `field:` → write `field: value`, or put text that goes on over several lines in quotes or after `>-`, indented by two spaces',
    ],
  },
  {
    name: 'quotes within quotes',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: "Say "clean" water"'],
    said: [
      '13:14 yaml/syntax: Unexpected text after a closing `"` → put the whole text in quotes of the other kind, `"…"` or `\'…\'`, or write ’ and “ ” inside it',
    ],
  },
  {
    name: 'an apostrophe within quotes',
    file: PAGE,
    change: ['title: Clean water, every glass', "title: 'It's clean'"],
    said: [
      "13:12 yaml/syntax: Unexpected text after a closing `'` → put the whole text in quotes of the other kind, `\"…\"` or `'…'`, or write ’ and “ ” inside it",
    ],
  },
  {
    name: 'a text that starts with a bracket',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: [Clean] water'],
    said: ['13:16 yaml/syntax: Unexpected text after `]` → put the whole text in quotes'],
  },
  {
    name: 'a text that starts with a dash',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: - Clean water'],
    said: ['13:8 yaml/syntax: Unexpected `-` at the start of a text → put the text in quotes'],
  },
  {
    name: 'a text that starts with an ampersand',
    file: PAGE,
    change: ['title: Clean water, every glass', 'title: & Clean water'],
    said: [
      '13:8 yaml/machinery: Unexpected `&`: in YAML it marks a name for a value → leave it out; text that starts with `&` stands in quotes',
    ],
  },
  {
    name: 'hashtags with their sign, which YAML takes for a comment',
    file: PAGE,
    change: ['hashtags: [CleanWater]', 'hashtags:\n  - #CleanWater'],
    said: ['22:5 field/empty: Unexpected empty field `hashtags` → write hashtags without `#`'],
  },
  {
    name: 'hyphens that an editor turned into a dash',
    file: PAGE,
    change: ['[CleanWater]\n---', '[CleanWater]\n—'],
    said: [
      '22:1 frontmatter/unclosed: Unexpected line: it looks like the one that closes the fields, and is not → write three hyphens at the start of the line, and nothing else on it: `---`',
    ],
  },
  {
    name: 'the first words on the line that closes the fields',
    file: PAGE,
    change: ['[CleanWater]\n---', '[CleanWater]\n--- Water'],
    said: [
      '22:1 frontmatter/unclosed: Unexpected line: it looks like the one that closes the fields, and is not → write three hyphens at the start of the line, and nothing else on it: `---`',
    ],
  },
];

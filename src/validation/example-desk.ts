/** Files of the desk that examples are held against (`tests/fixtures/desk`), and pieces to change them with. */
export const PAGE = 'campaigns/clean-water/en.mdx';
export const PAGE_IN_URDU = 'campaigns/clean-water/ur.mdx';
export const POST = 'campaigns/clean-water/posts/boil-water/en.mdx';
export const POST_IN_URDU = 'campaigns/clean-water/posts/boil-water/ur.mdx';
export const SECOND_POST = 'campaigns/clean-water/posts/let-it-cool/en.mdx';
export const SOURCE = 'sources/who-water.yml';
export const PERSON = 'people/amina.yml';
export const CHANNEL = 'channels/outbox.yml';
export const ORGANISATION = 'organisation.yml';

export const TIMES = 'publishAt:\n  daysFromStart: 0\n  time: "09:00"\nexpiresAt:\n  daysFromStart: 1\n  time: "09:00"';
export const YEARLY = '  kind: yearly\n  startsOn: "03-18"\n  endsOn: "03-24"';
export const dated = (...days: readonly string[]) => `  kind: dated\n  occurrences:\n${days.join('')}`;
export const occurrence = (id: string, startsOn: string, endsOn: string) =>
  `    - id: "${id}"\n      startsOn: ${startsOn}\n      endsOn: ${endsOn}\n`;
export const aPost = (id: string, words: string) =>
  `---\nid: ${id}\nchannels: [outbox]\n${TIMES}\nheadline: Let it cool\n---\n\n${words}\n`;
export const BLUESKY =
  'id: bluesky\nnetwork: bluesky\nname: Bluesky\nlanguages: [en]\naudience:\n  en: Everyone\nvoice:\n  en: Plain\n';
export const INCIDENT =
  '---\nid: flood\nstatus: draft\ncategory: [health]\nchannels: [outbox]\nsources: [who-water]\nauthor: amina\ntitle: Flood\nsummary: The river rises.\nending:\n  headline: The water is safe again\n  instruction: Drink it as usual.\n---\n\nBoil water.\n';

export const MYTH = 'myths/boiled-water/en.mdx';
export const MYTH_IN_URDU = 'myths/boiled-water/ur.mdx';
export const SOURCES_OF_MYTH = 'sources: [epa-boiling, unicef-boiling]';
/** The check of its claim on the site of the institution in whose name it is made. */
export const CHECK_OF_MYTH =
  'institution:\n  name: World Health Organization\n  domain: who.int\n  checkedAt: https://www.who.int/news-room/fact-sheets/detail/drinking-water\n  checkedOn: 2026-11-02\n  finding: says-otherwise\n';
export const aSource = (id: string, more: string) =>
  `id: ${id}\nkind: fact-sheet\ntitle: Water\nlanguage: en\npublishedOn: 2024\naccessedOn: 2026-11-01\n${more}`;

export const INCIDENT_PAGE = 'incidents/flood/en.mdx';
export const FIRST_UPDATE = 'incidents/flood/updates/flood-1/en.mdx';
export const SECOND_UPDATE = 'incidents/flood/updates/flood-2/en.mdx';
/** A message of the example incident. `different` are lines of YAML that take the place of those of the same name. */
export const anUpdate = (different: Readonly<Record<string, string>> = {}) => {
  const fields: Record<string, string> = {
    id: 'flood-1',
    kind: 'alert',
    sentAt: '"2026-11-23T09:00:00+05:00"',
    expiresAt: '"2026-11-24T09:00:00+05:00"',
    severity: 'severe',
    urgency: 'immediate',
    certainty: 'observed',
    responses: '[avoid]',
    geometry: '{ polygons: [[[31.6, 74.2], [31.6, 74.4], [31.4, 74.4], [31.6, 74.2]]] }',
    headline: 'Tap water is unsafe in the old town',
    description: 'The river has flooded the wells of the old town since Sunday evening.',
    instruction: 'Boil water for one minute before you drink it.',
    area: 'The old town',
    ...different,
  };
  return `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}---\n\nMore on the page.\n`;
};

export const POLICY_PAGE = 'pages/crisis-plan/en.mdx';
export const POLICY_PAGE_IN_URDU = 'pages/crisis-plan/ur.mdx';
export const aPolicyPage = (body: string) =>
  `---\nid: crisis-plan\nkind: crisis-plan\nauthor: amina\nlastReviewedOn: 2026-11-01\nnextReviewDueOn: 2027-11-01\ntitle: Crisis plan\nsummary: Who does what.\n---\n\n${body}\n`;
export const aPolicyPageInUrdu = (body: string) =>
  `---\ntranslationOf:\n  language: en\n  fields: {}\n  blocks: []\ntitle: بحران کا منصوبہ\nsummary: کون کیا کرے گا۔\n---\n\n${body}\n`;
const LAST_LINE = '      ur: دن رات\n';
export const withBlanks = (...blanks: readonly string[]) =>
  [LAST_LINE, `${LAST_LINE}blanks:\n${blanks.map((blank) => `  ${blank}\n`).join('')}`] as const;

export const EVENT = 'events/water-talk/en.mdx';
export const EVENT_IN_URDU = 'events/water-talk/ur.mdx';
/** An event of the example desk. `different` are lines of YAML that take the place of those of the same name. */
export const anEvent = (different: Readonly<Record<string, string>> = {}) =>
  anItem({
    id: 'water-talk',
    time: '{ zone: Asia/Karachi, starts: "2026-12-05T16:00", ends: "2026-12-05T17:30" }',
    online: 'https://desk.example/live',
    author: 'amina',
    lastReviewedOn: '2026-11-01',
    nextReviewDueOn: '2027-11-01',
    title: 'Ask about water',
    summary: 'We answer your questions.',
    ...different,
  });
export const anEventInUrdu = (different: Readonly<Record<string, string>> = {}) =>
  anItem({
    translationOf: '{ language: en, fields: {}, blocks: [] }',
    title: 'پانی کے بارے میں پوچھیں',
    summary: 'ہم آپ کے سوالوں کے جواب دیں گے۔',
    ...different,
  });

export const STUDY = 'studies/water-diary/en.mdx';
export const STUDY_IN_URDU = 'studies/water-diary/ur.mdx';
/** A study of the example desk. `different` are lines of YAML that take the place of those of the same name. */
export const aStudy = (different: Readonly<Record<string, string>> = {}) =>
  anItem({
    id: 'water-diary',
    opensOn: '2026-11-16',
    closesOn: '2026-12-15',
    ethics: '{ reference: IRB-14, approvedOn: 2026-10-28 }',
    contact: '{ email: study@desk.example }',
    author: 'amina',
    lastReviewedOn: '2026-11-01',
    nextReviewDueOn: '2027-11-01',
    title: 'How do families use water?',
    summary: 'We ask families to keep a diary.',
    question: 'What families do.',
    who: '[Adults]',
    what: '[You write a few lines each day.]',
    duration: 'Two weeks.',
    risks: 'It takes time.',
    ethicsBoard: 'The board',
    investigator: 'Dr Amina',
    ...different,
  });
export const aStudyInUrdu = (different: Readonly<Record<string, string>> = {}) =>
  anItem({
    translationOf: '{ language: en, fields: {}, blocks: [] }',
    title: 'گھرانے پانی کیسے استعمال کرتے ہیں؟',
    summary: 'ہم گھرانوں سے ڈائری لکھنے کو کہتے ہیں۔',
    question: 'گھرانے کیا کرتے ہیں۔',
    who: '[بالغ افراد]',
    what: '[آپ روز چند سطریں لکھتے ہیں۔]',
    duration: 'دو ہفتے۔',
    risks: 'اس میں وقت لگتا ہے۔',
    ethicsBoard: 'بورڈ',
    investigator: 'ڈاکٹر آمنہ',
    ...different,
  });

function anItem(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\n`);
  return `---\n${lines.join('')}---\n\nMore on the page.\n`;
}
export const QUESTION = 'questions/boil-how-long/en.mdx';
export const SECOND_QUESTION = 'questions/boil-why/en.mdx';
/** A question of the example desk. `different` are lines of YAML in place of those of the same name; `undefined` for none. */
export const aQuestion = (
  different: Readonly<Record<string, string | undefined>> = {},
  body = 'One minute is enough.<Source id="who-water" />',
) => {
  const fields: Record<string, string | undefined> = {
    id: 'boil-how-long',
    topics: '[water]',
    sources: '[who-water]',
    author: 'amina',
    lastReviewedOn: '2026-11-01',
    nextReviewDueOn: '2027-11-01',
    title: 'How long must I boil water?',
    alsoAsked: '[How many minutes should water be boiled?]',
    answer: 'For one minute, counted from when it boils.',
    ...different,
  };
  return `---\n${Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `${name}: ${value}\n`))
    .join('')}---\n\n${body}\n`;
};
/** The desk with a line for emergencies and a topic, which questions ask for. */
export const withEmergencyLine = {
  [ORGANISATION]: [
    LAST_LINE,
    `${LAST_LINE}    emergency: true\ntopics:\n  - id: water\n    name: { en: Water, ur: پانی }\n`,
  ],
} as const;

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
/** A myth that is whole. What an example changes of it is put in by `replace`. */
export const A_MYTH = `---
id: boiled-water
rating: false
firstSeenOn: 2026-11-01
publishedOn: 2026-11-02
sources: [who-water, cdc-water]
author: amina
reviewedBy: amina
lastReviewedOn: 2026-11-02
nextReviewDueOn: 2027-11-01
title: Boiling makes water safe to drink
summary: Boiled water harms nobody, and protects children from diarrhoea.
claim: Boiled water makes children weak
verdict: Boiled water does children no harm.
claimant: A voice message passed on in family groups
whyBelieved: Boiled water tastes flat, as if something were missing.
steps:
  origin: Nobody knows who spoke it.
  beyondHeadline: It has no more to say.
  author: It names a doctor whom nobody could find.
  date: It bears no date.
  evidence: It names none.
  bias: We boil our water too, and looked for what speaks against it.
  factCheckers: We found no check of it by a fact-checker.
---

Boiling kills germs.<Source id="who-water" /> It takes nothing from the water.<Source id="cdc-water" />
`;
export const A_MYTH_IN_URDU = `---
translationOf:
  language: en
  fields: {}
  blocks: []
title: ابالنے سے پانی محفوظ ہو جاتا ہے
summary: ابلا ہوا پانی کسی کو نقصان نہیں دیتا۔
claim: ابلا ہوا پانی بچوں کو کمزور کرتا ہے
verdict: ابلے ہوئے پانی سے بچوں کو کوئی نقصان نہیں ہوتا۔
claimant: خاندان کے گروپوں میں پھیلا ایک صوتی پیغام
whyBelieved: ابلے پانی کا ذائقہ پھیکا لگتا ہے۔
steps:
  origin: کسی کو معلوم نہیں کہ کس نے کہا۔
  beyondHeadline: اس میں اور کچھ نہیں۔
  author: اس میں ایک ایسے ڈاکٹر کا نام ہے جو ملا نہیں۔
  date: اس پر تاریخ نہیں۔
  evidence: کوئی ثبوت نہیں۔
  bias: ہم نے مخالف ثبوت بھی ڈھونڈا۔
  factCheckers: ہمیں اس کی کوئی جانچ نہیں ملی۔
---

ابالنے سے جراثیم مر جاتے ہیں۔<Source id="who-water" />
`;
export const INSTITUTION = `institution:
  name: World Health Organization
  domain: who.int
  checkedAt: https://www.who.int/news-room/fact-sheets/detail/drinking-water
  checkedOn: 2026-11-01
  finding: says-otherwise
sources:`;
export const aSource = (id: string, more: string) =>
  `id: ${id}\nkind: fact-sheet\ntitle: Water\nlanguage: en\npublishedOn: 2024\naccessedOn: 2026-11-01\n${more}`;

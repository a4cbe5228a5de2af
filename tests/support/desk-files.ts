import { placeOf } from '../../src/reading/places.ts';
import { readItem } from '../../src/reading/read-item.ts';

/** A post of the desk. Without times it is due on 1 December 2026 from 09:00 to 21:00 in Karachi. */
export interface DeskPost {
  id: string;
  language?: 'en' | 'ur';
  text: string;
  /** The same post in Urdu, where it was written in English. */
  urdu?: string;
  channels?: string[];
  attach?: 'card' | 'link-card' | 'nothing';
  link?: string;
  headline?: string;
  alt?: string;
  publishAt?: string;
  expiresAt?: string;
  /** Further lines of YAML. */
  more?: string;
}

/** The file of a post. */
export function postFile({
  id,
  text,
  channels,
  attach,
  link,
  headline,
  alt,
  publishAt,
  expiresAt,
  more,
}: DeskPost): string {
  return `---
id: ${id}
channels: [${(channels ?? ['bluesky']).join(', ')}]
publishAt: ${publishAt ?? '{ daysFromStart: 0, time: "09:00" }'}
expiresAt: ${expiresAt ?? '{ daysFromStart: 0, time: "21:00" }'}
attach: ${attach ?? 'nothing'}
link: ${link ?? 'none'}
headline: ${headline ?? 'Soap first'}
${alt === undefined ? '' : `alt: ${alt}\n`}${more === undefined ? '' : `${more}\n`}---

${text}
`;
}

/** The file of a post's Urdu, made from the post's file as it is. */
export function translationFile(text: string, original: string): string {
  return `---
${madeFrom(original, ['campaigns', 'clean-hands', 'posts', 'post', 'en.mdx'])}
headline: پہلے صابن
---

${text}
`;
}

/** What a translation notes of its original, as `npm run translated` writes it. */
function madeFrom(original: string, parts: string[]): string {
  const place = placeOf(parts);
  if (place.kind !== 'item') throw new TypeError(`${parts.join('/')} is no item`);
  const { draft } = readItem({
    file: parts.join('/'),
    text: original,
    place,
    contentDir: 'content',
    siblings: ['ur.mdx'],
    isOriginalBeside: () => false,
  });
  const { fields = {}, blocks = [] } = draft?.fingerprints ?? {};
  return `translationOf:
  language: en
  fields: ${JSON.stringify(fields)}
  blocks: ${JSON.stringify(blocks.map(({ hash }) => hash))}`;
}

/** Every file of a small desk but its posts, by its path: two channels, one person, one source, one campaign. */
export function deskFiles(isDemonstration: boolean): Record<string, string> {
  const channel = (id: string) => `id: ${id}
network: ${id}
tagLinks: false
name: Test Desk
languages: [en, ur]
audience:
  en: Readers
voice:
  en: Plain
`;
  return {
    'organisation.yml': `id: test-desk
name:
  en: Test Desk
  ur: آزمائشی ڈیسک
description:
  en: A desk that tests send from.
  ur: آزمائش کے لیے ایک ڈیسک۔
${isDemonstration ? 'demonstration:\n  en: Nobody runs this desk.\n  ur: یہ ڈیسک کوئی نہیں چلاتا۔\n' : ''}url: https://desk.example/awareness/
languages:
  - tag: en
    name: English
    direction: ltr
  - tag: ur
    name: اردو
    direction: rtl
timeZone: Asia/Karachi
country: PK
contact:
  email: desk@desk.example
brand:
  primary: "#0b4f55"
  secondary: "#12355b"
  accent: "#ffd166"
  text: "#ffffff"
`,
    'channels/outbox.yml': channel('outbox'),
    'channels/bluesky.yml': channel('bluesky'),
    'people/amina.yml': `id: amina
name:
  en: Amina
  ur: آمنہ
roles:
  - role: author
    startsOn: 2025-01-06
  - role: editor
    startsOn: 2025-01-06
`,
    'people/sana.yml': `id: sana
name:
  en: Sana
  ur: ثنا
roles:
  - role: editor
    startsOn: 2025-01-06
`,
    'sources/who.yml': `id: who
kind: guideline
title: Facts on hands
publisher: World Health Organization
url: https://www.who.int/news-room/fact-sheets
language: en
publishedOn: 2025-09-13
accessedOn: 2026-11-01
assessment:
  by: amina
  on: 2026-11-01
  language: en
  steps:
    origin: { finding: sound, note: Looked at. }
    beyondHeadline: { finding: sound, note: Looked at. }
    author: { finding: sound, note: Looked at. }
    date: { finding: sound, note: Looked at. }
    evidence: { finding: sound, note: Looked at. }
    bias: { finding: sound, note: Looked at. }
    factCheckers: { finding: sound, note: Looked at. }
`,
    'campaigns/clean-hands/en.mdx': CAMPAIGN,
    'campaigns/clean-hands/ur.mdx': `---
${madeFrom(CAMPAIGN, ['campaigns', 'clean-hands', 'en.mdx'])}
title: صاف ہاتھ
summary: صابن اور پانی بہت سی بیماریوں سے بچاتے ہیں۔
mainMessage: صابن سے ہاتھ دھوئیں۔
callToAction:
  text: عالمی ادارۂ صحت کے حقائق پڑھیں
  url: https://www.who.int/news-room/fact-sheets
audience:
  - گھرانے
hashtags: [صاف_ہاتھ]
---

صابن اور پانی بہت سی بیماریوں سے بچاتے ہیں۔<Source id="who" />
`,
  };
}

const CAMPAIGN = `---
id: clean-hands
risk: routine
schedule:
  kind: yearly
  startsOn: "12-01"
  endsOn: "12-07"
sources: [who]
author: amina
lastReviewedOn: 2026-11-01
nextReviewDueOn: 2029-11-01
title: Clean hands
summary: Soap and water stop many illnesses.
mainMessage: Wash your hands with soap.
callToAction:
  text: Read WHO’s facts
  url: https://www.who.int/news-room/fact-sheets
audience:
  - Families
hashtags: [CleanHands]
---

Soap and water stop many illnesses.<Source id="who" />
`;

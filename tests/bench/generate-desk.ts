import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SENTENCES = [
  'Wash your hands with soap before you eat and after you use the toilet.',
  'A fever that lasts longer than three days should be seen by a doctor.',
  'Keep **clean water** in a covered container, and tip out what stands in the open.',
  'Vaccines protect the person who gets them and the people around that person.',
  'Ask at the [nearest health centre](https://www.who.int/health-topics) when you are not sure.',
  'Children and older people fall ill more quickly, so do not wait with them.',
  'Medicine that helped a neighbour can be the wrong medicine for you.',
  'Drink often, *even when you are not thirsty*, and rest as much as you can.',
  'Smoke from a heater collects in a closed room without anyone noticing it.',
  'Most people who are treated early get well again and go back to their work.',
];

/**
 * Writes a desk with `count` campaigns of about 700 words each, with `posts` posts each for the outbox; the same counts
 * give the same files.
 */
export function generateDesk(folder: string, count: number, { posts = 0 }: { posts?: number } = {}): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['people', 'channels', 'sources', 'campaigns'])
    mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'organisation.yml'), ORGANISATION);
  writeFileSync(path.join(folder, 'people/amina.yml'), PERSON);
  for (const id of ['who-a', 'who-b', 'who-c']) writeFileSync(path.join(folder, `sources/${id}.yml`), sourceFile(id));
  for (let index = 0; index < count; index++) {
    const campaign = path.join(folder, 'campaigns', `campaign-${index}`);
    mkdirSync(campaign);
    writeFileSync(path.join(campaign, 'en.mdx'), campaignFile(index));
    for (let post = 0; post < posts; post++) {
      mkdirSync(path.join(campaign, 'posts', String(post)), { recursive: true });
      writeFileSync(path.join(campaign, 'posts', String(post), 'en.mdx'), postFile(index, post));
    }
  }
  if (posts > 0) writeFileSync(path.join(folder, 'channels/outbox.yml'), OUTBOX);
}

/** A post of its own day and words, due from nine in the morning to nine at night. */
function postFile(campaign: number, post: number): string {
  return `---
id: post-${campaign}-${post}
channels: [outbox]
publishAt: { daysFromStart: ${post}, time: "09:00" }
expiresAt: { daysFromStart: ${post}, time: "21:00" }
headline: Something to know on day ${post + 1}
---

Concern number ${campaign}, day ${post + 1}: ${SENTENCES[(campaign + post) % SENTENCES.length]?.replace(/[*[\]]|\(.*?\)/g, '')} #Health${campaign}
`;
}

function campaignFile(index: number): string {
  const month = String((index % 12) + 1).padStart(2, '0');
  const day = String((index % 27) + 1).padStart(2, '0');
  return `---
id: campaign-${index}
schedule:
  kind: yearly
  startsOn: "${month}-${day}"
  endsOn: "${month}-28"
sources: [who-a, who-b, who-c]
helplines: [health]
author: amina
lastReviewedOn: 2026-11-01
nextReviewDueOn: 2027-11-01
title: Campaign number ${index} for healthy families
summary: What families should know and do about health concern number ${index} this season.
mainMessage: See a doctor early, and keep clean water covered.
callToAction:
  text: Read the facts
  url: https://www.who.int/news-room/fact-sheets
audience:
  - Families in cities
  - People who look after children
hashtags: [Health${index}]
---

${body(index)}
`;
}

/** Headings, paragraphs, a list, a table and the components that need no picture: about 700 words. */
function body(index: number): string {
  let next = index;
  const sentence = () => SENTENCES[next++ % SENTENCES.length] ?? '';
  const paragraph = (id: string) => `${Array.from({ length: 5 }, sentence).join(' ')}<Source id="${id}" />`;
  const sections = Array.from(
    { length: 5 },
    (_, section) => `## What to do, part ${section + 1}\n\n${paragraph('who-a')}\n\n${paragraph('who-b')}`,
  );
  return [
    paragraph('who-c'),
    ...sections,
    `- ${sentence()}\n- ${sentence()}\n- ${sentence()}`,
    `| Do | Do not |\n| :-- | --: |\n| ${sentence()} | ${sentence()} |\n| ${sentence()} | ${sentence()} |`,
    `<Callout kind="warning">\n\n${sentence()}\n\n</Callout>`,
    `<Fact source="who-a">\n\n${sentence()}\n\n</Fact>`,
    '<Helplines country="PK" />',
  ].join('\n\n');
}

function sourceFile(id: string): string {
  return `id: ${id}
kind: fact-sheet
title: Facts on health, ${id}
publisher: World Health Organization
url: https://www.who.int/news-room/fact-sheets/detail/${id}
language: en
publishedOn: 2026-01-15
accessedOn: 2026-11-01
`;
}

const PERSON = `id: amina
name:
  en: Amina Namoona
roles:
  - role: author
    startsOn: 2025-01-06
`;

const OUTBOX = `id: outbox
network: outbox
name: Bench Desk’s outbox
languages: [en]
audience:
  en: The desk itself
voice:
  en: Plain
`;

const ORGANISATION = `id: bench-desk
name:
  en: Bench Desk
description:
  en: A desk as large as need be.
url: https://desk.example/awareness/
languages:
  - tag: en
    name: English
    direction: ltr
timeZone: Asia/Karachi
country: PK
contact:
  email: desk@desk.example
brand:
  primary: "#0b4f55"
  secondary: "#12355b"
  accent: "#ffd166"
  text: "#ffffff"
helplines:
  - id: health
    country: PK
    name:
      en: Health line
    number: "1166"
`;

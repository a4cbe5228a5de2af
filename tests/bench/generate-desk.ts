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
  'Cook meat until no part of it is pink, and eat it while it is still hot.',
  'Cover your mouth with the inside of your elbow when you cough.',
  'A mask that fits well holds back most of what you would otherwise breathe in.',
  'Mosquitoes lay their eggs in water that stands still for a week.',
  'Sleep under a net, and mend its holes before the rains begin.',
  'The test takes a few minutes, and nobody else is told the result.',
  'Take the whole course that was prescribed, even when you feel better.',
  'Breast milk is all that a baby needs in the first six months.',
  'Salt and sugar in the right amounts bring back what the body has lost.',
  'Walk half an hour each day: to the market, to school, around the block.',
  'Store insecticides where no child can reach them, and never in a bottle for drinks.',
  'Ask for a new syringe, and watch how the packet is opened.',
  'Blood that was not tested can carry a virus for which there is no sign.',
  'Open a window on both sides of the room for ten minutes in the morning.',
  'Nobody has to carry a worry alone: speak with someone whom you trust.',
  'Older people need less salt than they think, and more water than they drink.',
  'Wear shoes outside, because some worms come in through the skin.',
  'A small cut heals faster when it is washed and kept dry.',
  'Call the health line at any hour; the call is free from every network.',
  'Write down what was taken and when, so that nothing is given twice.',
];

const URDU_SENTENCES = [
  'کھانے سے پہلے اور بیت الخلا کے بعد صابن سے ہاتھ دھوئیں۔',
  'بخار تین دن سے زیادہ رہے تو ڈاکٹر کو دکھائیں۔',
  '**صاف پانی** ڈھکے ہوئے برتن میں رکھیں، اور کھلا پانی گرا دیں۔',
  'ٹیکہ لگوانے والا خود بھی بچتا ہے اور آس پاس کے لوگ بھی۔',
  'یقین نہ ہو تو [قریبی مرکزِ صحت](https://www.who.int/health-topics) سے پوچھیں۔',
  'بچے اور بزرگ جلد بیمار ہوتے ہیں، اس لیے دیر نہ کریں۔',
  'جو دوا پڑوسی کو راس آئی، ضروری نہیں کہ آپ کے لیے ٹھیک ہو۔',
  'پیاس نہ لگے تب بھی *بار بار پانی پئیں*، اور جتنا ہو سکے آرام کریں۔',
  'بند کمرے میں ہیٹر کا دھواں جمع ہوتا رہتا ہے اور پتا نہیں چلتا۔',
  'جن کا علاج جلد شروع ہو، ان میں سے اکثر ٹھیک ہو جاتے ہیں۔',
  'گوشت اچھی طرح پکائیں اور گرم گرم کھائیں۔',
  'کھانستے وقت منہ کہنی سے ڈھانپ لیں۔',
  'چہرے پر ٹھیک بیٹھنے والا ماسک بہت سی گرد روک لیتا ہے۔',
  'مچھر ٹھہرے ہوئے پانی میں انڈے دیتا ہے۔',
  'مچھر دانی لگا کر سوئیں، اور بارشوں سے پہلے اس کے سوراخ سی لیں۔',
  'ٹیسٹ میں چند منٹ لگتے ہیں، اور نتیجہ کسی اور کو نہیں بتایا جاتا۔',
  'طبیعت سنبھل جائے تب بھی دوا کا پورا کورس کریں۔',
  'پہلے چھ مہینے بچے کے لیے ماں کا دودھ کافی ہے۔',
  'نمک اور چینی صحیح مقدار میں ملائیں تو جسم کی کمی پوری ہو جاتی ہے۔',
  'روز آدھا گھنٹہ پیدل چلیں: بازار تک، سکول تک، یا گلی کا چکر لگائیں۔',
  'نئی سرنج مانگیں، اور دیکھیں کہ پیکٹ آپ کے سامنے کھلے۔',
  'صبح دس منٹ کے لیے کمرے کے دونوں طرف کی کھڑکی کھولیں۔',
  'پریشانی اکیلے نہ سہیں: جس پر بھروسا ہو اس سے بات کریں۔',
  'باہر جوتے پہنیں، کیونکہ بعض کیڑے جلد کے راستے آتے ہیں۔',
  'چھوٹا زخم دھو کر خشک رکھیں تو جلد بھرتا ہے۔',
  'ہیلپ لائن پر کسی بھی وقت کال کریں، کال مفت ہے۔',
];

/** What an editor would be told of: each twentieth file has one of these. */
const FAULTY = {
  en: 'In order to stay well you should utilise clean water, because water that stands in the open for a long time can make you and the whole of your family very ill.',
  ur: 'اگر آپ چاہتے ہیں کہ آپ اور آپ کے گھر والے بیمار نہ ہوں تو پانی کو ہمیشہ ڈھانپ کر رکھیں اور جو پانی زیادہ دیر کھلا رہے اسے پینے سے پہلے ضرور ابال لیں۔',
};

/**
 * Writes a desk with `count` campaigns of about 700 words each, with `posts` posts each for the outbox; the same counts
 * give the same files. With `urdu`, every second campaign is written in Urdu.
 */
export function generateDesk(
  folder: string,
  count: number,
  { posts = 0, urdu = false }: { posts?: number; urdu?: boolean } = {},
): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['people', 'channels', 'sources', 'campaigns'])
    mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'organisation.yml'), ORGANISATION);
  writeFileSync(path.join(folder, 'terms.yml'), TERMS);
  writeFileSync(path.join(folder, 'people/amina.yml'), PERSON);
  for (const id of ['who-a', 'who-b', 'who-c']) writeFileSync(path.join(folder, `sources/${id}.yml`), sourceFile(id));
  for (let index = 0; index < count; index++) {
    const campaign = path.join(folder, 'campaigns', `campaign-${index}`);
    mkdirSync(campaign);
    const language = urdu && index % 2 === 1 ? 'ur' : 'en';
    writeFileSync(path.join(campaign, `${language}.mdx`), campaignFile(index, language));
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

const WORDS = {
  en: {
    title: 'Healthy families, number',
    summary: 'What families should know and do about this health concern this season, number',
    mainMessage: 'See a doctor early, and keep clean water covered.',
    action: 'Read the facts',
    audience: ['Families in cities', 'People who look after children'],
    heading: 'What to do, part',
    table: ['Do', 'Do not'],
  },
  ur: {
    title: 'صحت مند گھرانے، نمبر',
    summary: 'اس موسم میں گھرانے کیا جانیں اور کیا کریں، نمبر',
    mainMessage: 'ڈاکٹر کو جلد دکھائیں، اور صاف پانی ڈھانپ کر رکھیں۔',
    action: 'حقائق پڑھیں',
    audience: ['شہروں کے گھرانے', 'بچوں کی دیکھ بھال کرنے والے'],
    heading: 'کیا کریں، حصہ',
    table: ['کریں', 'نہ کریں'],
  },
};

function campaignFile(index: number, language: 'en' | 'ur'): string {
  const words = WORDS[language];
  const month = String((index % 12) + 1).padStart(2, '0');
  const day = String((index % 27) + 1).padStart(2, '0');
  return `---
id: campaign-${index}
risk: routine
schedule:
  kind: yearly
  startsOn: "${month}-${day}"
  endsOn: "${month}-28"
sources: [who-a, who-b, who-c]
helplines: [health]
author: amina
lastReviewedOn: 2026-11-01
nextReviewDueOn: 2027-11-01
title: ${words.title} ${index}
summary: ${words.summary} ${index}
mainMessage: ${words.mainMessage}
callToAction:
  text: ${words.action}
  url: https://www.who.int/news-room/fact-sheets
audience:
${words.audience.map((who) => `  - ${who}`).join('\n')}
hashtags: [Health${index}]
---

${body(index, language)}
`;
}

/** Headings, paragraphs, a list, a table and the components that need no picture: about 700 words. */
function body(index: number, language: 'en' | 'ur'): string {
  const { heading, table } = WORDS[language];
  const sentences = language === 'en' ? SENTENCES : URDU_SENTENCES;
  let next = index * 7;
  const sentence = () => sentences[next++ % sentences.length] ?? '';
  const paragraph = (id: string) => `${Array.from({ length: 4 }, sentence).join(' ')}<Source id="${id}" />`;
  const sections = Array.from(
    { length: 5 },
    (_, section) => `## ${heading} ${section + 1}\n\n${paragraph('who-a')}\n\n${paragraph('who-b')}`,
  );
  return [
    paragraph('who-c'),
    ...(index % 20 === 7 || index % 20 === 12 ? [FAULTY[language]] : []),
    ...sections,
    `- ${sentence()}\n- ${sentence()}\n- ${sentence()}`,
    `| ${table[0]} | ${table[1]} |\n| :-- | --: |\n| ${sentence()} | ${sentence()} |\n| ${sentence()} | ${sentence()} |`,
    `<Callout kind="warning">\n\n${sentence()}\n\n</Callout>`,
    `<Fact source="who-a">\n\n${sentence()}\n\n</Fact>`,
    '<Helplines country="PK" />',
  ].join('\n\n');
}

const PUBLISHERS: Readonly<Record<string, string>> = {
  'who-a': 'World Health Organization',
  'who-b': 'UNICEF',
  'who-c': 'Ministry of Health',
};

function sourceFile(id: string): string {
  return `id: ${id}
kind: fact-sheet
title: Facts on health, ${id}
publisher: ${PUBLISHERS[id]}
url: https://www.who.int/news-room/fact-sheets/detail/${id}
language: en
publishedOn: 2026-01-15
accessedOn: 2026-11-01
${ASSESSMENT}`;
}

const TERMS = `terms:
  - language: en
    say: older people
    dontSay: [the elderly, the aged, senior citizens]
    reason: Give the age where it matters.
  - language: ur
    say: بزرگ
    dontSay: [ضعیف العمر, معمر افراد]
    reason: آسان لفظ میں عزت بھی ہے۔
`;

const STEPS = ['origin', 'beyondHeadline', 'author', 'date', 'evidence', 'bias', 'factCheckers'];

const ASSESSMENT = `assessment:
  by: amina
  on: 2026-11-01
  language: en
  steps:
${STEPS.map((step) => `    ${step}: { finding: sound, note: Looked at for the bench. }`).join('\n')}
`;

const PERSON = `id: amina
name:
  en: Amina Namoona
  ur: آمنہ نمونہ
roles:
  - role: author
    startsOn: 2025-01-06
  - role: editor
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
  ur: پیمائش ڈیسک
description:
  en: A desk as large as need be.
  ur: جتنا بڑا چاہیں اتنا بڑا ڈیسک۔
url: https://desk.example/awareness/
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
helplines:
  - id: health
    country: PK
    name:
      en: Health line
      ur: صحت ہیلپ لائن
    number: "1166"
`;

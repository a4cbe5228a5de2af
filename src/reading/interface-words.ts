import { EVIDENCE_WORDS, type EvidenceWords } from './evidence-words.ts';

/**
 * The words of the site itself in each language. They stand here because the reader writes some of them into a page's
 * body (labels of call-outs, footnotes, citations). `{…}` marks a place that `fillIn` fills.
 */
export interface InterfaceWords {
  skipToContent: string;
  home: string;
  languages: string;
  chooseLanguage: string;
  campaigns: string;
  now: string;
  next: string;
  later: string;
  noCampaignNow: string;
  over: string;
  until: string;
  /** What to take away from a page. */
  mainMessage: string;
  forWhom: string;
  helplines: string;
  call: string;
  sources: string;
  published: string;
  accessed: string;
  reviewed: string;
  reviewedBy: string;
  nextReview: string;
  /** What time has made of a page. */
  lapsed: string;
  reviewOverdue: string;
  sourceExpired: string;
  sourceStale: string;
  writtenBy: string;
  translatedBy: string;
  /** A person and what they are. */
  personAndTitle: string;
  contact: string;
  share: string;
  demonstration: string;
  /** The pages on how the organisation works, their list and the link to it. */
  howWeWork: string;
  howWeWorkLead: string;
  onThisPage: string;
  notFound: string;
  notFoundHint: string;
  /** Labels inside a body. */
  footnotes: string;
  backToText: string;
  citation: string;
  factFrom: string;
  table: string;
  done: string;
  notDone: string;
  info: string;
  warning: string;
  danger: string;
  imageCredit: string;
  /** Where a footer leads. */
  furtherPages: string;
  /** Of the pages on myths and sources. */
  evidence: EvidenceWords;
  /** Stands in a page before the name of a blank that nobody has filled in. */
  blank: string;
  watch: string;
  transcript: string;
}

const WORDS: Readonly<Record<string, InterfaceWords>> = {
  en: {
    skipToContent: 'Skip to the text',
    home: 'Home',
    languages: 'Languages',
    chooseLanguage: 'Choose your language',
    campaigns: 'Campaigns',
    now: 'On now',
    next: 'Coming next',
    later: 'Later',
    noCampaignNow: 'No campaign is on today. The next ones are below.',
    over: 'Past campaigns',
    until: '{from} to {until}',
    mainMessage: 'The one thing to remember',
    forWhom: 'For whom',
    helplines: 'If you need help',
    call: 'Call {number}, {name}',
    sources: 'Sources',
    published: 'Published {day}',
    accessed: 'read by us on {day}',
    reviewed: 'Reviewed {day}',
    reviewedBy: 'by {name}',
    nextReview: 'Next review due {day}',
    lapsed: 'Parts of this page may be out of date',
    reviewOverdue: 'We should have reviewed this page by {day}. We are checking it.',
    sourceExpired: 'A source of this page holds no more: {title} ({publisher}). We are checking what replaced it.',
    sourceStale: 'We have to read a source of this page again: {title} ({publisher}).',
    writtenBy: 'Written by {name}',
    translatedBy: 'Translated by {name}',
    personAndTitle: '{name}, {title}',
    contact: 'Write to us',
    share: 'Talk about it with',
    demonstration: 'Demonstration',
    howWeWork: 'How we work',
    howWeWorkLead: 'The rules we keep when we write, post and answer. Hold us to them.',
    onThisPage: 'On this page',
    notFound: 'This page is not here',
    notFoundHint: 'It may have moved. You find all campaigns on the home page.',
    footnotes: 'Footnotes',
    backToText: 'Back to the text, note {number}',
    citation: 'Source {number}: {publisher}',
    factFrom: 'Source:',
    table: 'Table',
    done: 'Done',
    notDone: 'Not done',
    info: 'Good to know',
    warning: 'Take care',
    danger: 'Danger',
    imageCredit: 'Picture: {name}',
    furtherPages: 'More on this site',
    evidence: EVIDENCE_WORDS.en,
    blank: 'not filled in yet',
    watch: 'Watch the video: {title}',
    transcript: 'What is said in the video',
  },
  ur: {
    skipToContent: 'سیدھے متن پر جائیں',
    home: 'سرورق',
    languages: 'زبانیں',
    chooseLanguage: 'اپنی زبان چنیں',
    campaigns: 'آگاہی مہمات',
    now: 'اس وقت جاری',
    next: 'اگلی مہم',
    later: 'اس کے بعد',
    noCampaignNow: 'آج کوئی مہم جاری نہیں۔ آنے والی مہمات نیچے ہیں۔',
    over: 'گزشتہ مہمات',
    until: '{from} سے {until} تک',
    mainMessage: 'یاد رکھنے کی ایک بات',
    forWhom: 'یہ کن کے لیے ہے',
    helplines: 'مدد چاہیے تو',
    call: '{number} پر فون کریں، {name}',
    sources: 'حوالے',
    published: 'اشاعت: {day}',
    accessed: 'ہم نے {day} کو پڑھا',
    reviewed: 'جائزہ: {day}',
    reviewedBy: 'از {name}',
    nextReview: 'اگلا جائزہ {day} تک',
    lapsed: 'اس صفحے کی کچھ باتیں پرانی ہو سکتی ہیں',
    reviewOverdue: 'اس صفحے کا جائزہ {day} تک ہو جانا چاہیے تھا۔ ہم اسے دیکھ رہے ہیں۔',
    sourceExpired: 'اس صفحے کا ایک حوالہ اب درست نہیں رہا: {title} ({publisher})۔ ہم نیا حوالہ دیکھ رہے ہیں۔',
    sourceStale: 'ہمیں اس صفحے کا ایک حوالہ دوبارہ پڑھنا ہے: {title} ({publisher})۔',
    writtenBy: 'تحریر: {name}',
    translatedBy: 'ترجمہ: {name}',
    personAndTitle: '{name}، {title}',
    contact: 'ہمیں لکھیں',
    share: 'اس پر بات کریں',
    demonstration: 'نمونہ',
    howWeWork: 'ہم کیسے کام کرتے ہیں',
    howWeWorkLead:
      'لکھنے، شائع کرنے اور جواب دینے میں ہم ان اصولوں پر چلتے ہیں۔ آپ ہم سے ان کی پابندی کا مطالبہ کر سکتے ہیں۔',
    onThisPage: 'اس صفحے پر',
    notFound: 'یہ صفحہ یہاں نہیں ہے',
    notFoundHint: 'شاید اس کا پتا بدل گیا ہو۔ تمام مہمات سرورق پر ملیں گی۔',
    footnotes: 'حواشی',
    backToText: 'متن پر واپس، حاشیہ {number}',
    citation: 'حوالہ {number}: {publisher}',
    factFrom: 'حوالہ:',
    table: 'جدول',
    done: 'ہو گیا',
    notDone: 'باقی ہے',
    info: 'جاننے کی بات',
    warning: 'احتیاط',
    danger: 'خطرہ',
    imageCredit: 'تصویر: {name}',
    furtherPages: 'اس سائٹ پر مزید',
    evidence: EVIDENCE_WORDS.ur,
    blank: 'ابھی لکھنا باقی ہے',
    watch: 'ویڈیو دیکھیں: {title}',
    transcript: 'ویڈیو میں کہی گئی باتیں',
  },
};

/** The interface's words in `language`. Throws a RangeError that names the language when nobody has written them. */
export function interfaceWords(language: string): InterfaceWords {
  const words = WORDS[language];
  if (!words) {
    throw new RangeError(
      `The site has no words for its own labels in \`${language}\`; add them to src/reading/interface-words.ts, or remove the language from content/organisation.yml`,
    );
  }
  return words;
}

/** Languages that the interface is written in. */
export const INTERFACE_LANGUAGES: readonly string[] = Object.keys(WORDS);

/** `pattern` with each `{name}` replaced by the part of that name. */
export function fillIn(pattern: string, parts: Readonly<Record<string, string | number>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(parts[name] ?? place));
}

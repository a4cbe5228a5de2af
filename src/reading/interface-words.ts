import type { SEVERITIES, UPDATE_KINDS } from '../model/incident.ts';
import { EVIDENCE_WORDS, type EvidenceWords } from './evidence-words.ts';
import { PROGRAMME_WORDS, type ProgrammeWords } from './programme-words.ts';
import { QUESTION_WORDS, type QuestionWords } from './question-words.ts';
import { SITE_WORDS, type SiteWords } from './site-words.ts';

/** The words around alerts. `{moment}` is written as `momentForm` says. */
export interface AlertWords {
  title: string;
  lead: string;
  /** Before a severity. */
  alert: string;
  severity: Readonly<Record<(typeof SEVERITIES)[number], string>>;
  kind: Readonly<Record<(typeof UPDATE_KINDS)[number], string>>;
  /** `{day}`, `{time}`, `{half}` (am, pm) and `{part}` (morning, evening). */
  momentForm: string;
  zone: string;
  inForce: string;
  past: string;
  since: string;
  until: string;
  begins: string;
  endedAt: string;
  ranOutAt: string;
  nextUpdate: string;
  overdue: string;
  nothing: string;
  nothingPast: string;
  more: string;
  all: string;
  /** What a copy of a page says when time has gone on. */
  over: string;
  newer: string;
  outdated: string;
  reload: string;
  asOf: string;
  close: string;
  doNow: string;
  situation: string;
  where: string;
  contact: string;
  changed: string;
  messages: string;
  cap: string;
  feeds: string;
  feedOf: string;
  exercise: string;
  test: string;
  offline: string;
  offlineHint: string;
}

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
  /** Of the pages on questions, and of the search. */
  asking: QuestionWords;
  /** Of the navigation and the pages that belong to no kind of content. */
  site: SiteWords;
  /** Of the pages on events, series, studies and the year. */
  programme: ProgrammeWords;
  /** Stands in a page before the name of a blank that nobody has filled in. */
  blank: string;
  watch: string;
  transcript: string;
  alerts: AlertWords;
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
    notFoundHint: 'It may have moved. You find everything we have on the home page.',
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
    asking: QUESTION_WORDS.en,
    site: SITE_WORDS.en,
    programme: PROGRAMME_WORDS.en,
    blank: 'not filled in yet',
    watch: 'Watch the video: {title}',
    transcript: 'What is said in the video',
    alerts: {
      title: 'Alerts',
      lead: 'What is urgent now, and what is over.',
      alert: 'Alert',
      severity: {
        extreme: 'Extreme danger',
        severe: 'Severe danger',
        moderate: 'Moderate danger',
        minor: 'Minor danger',
        unknown: 'Danger not yet known',
      },
      kind: { alert: 'Alert', update: 'Update', cancel: 'It is over' },
      momentForm: '{day}, {time} {half}',
      zone: 'Times: {zone}',
      inForce: 'In force now',
      past: 'Over',
      since: 'Since {moment}',
      until: 'In force until {moment}',
      begins: 'Begins {moment}',
      endedAt: 'Over since {moment}',
      ranOutAt: 'Ran out {moment}',
      nextUpdate: 'Next update by {moment}',
      overdue: 'We promised an update by {moment}. It is late.',
      nothing: 'No alert was in force when this page was made: {moment}.',
      nothingPast: 'There has been no alert yet.',
      more: 'More alerts: {number}',
      all: 'All alerts',
      over: 'This alert is over.',
      newer: 'There is a newer alert.',
      outdated: 'This page is older than the newest message.',
      reload: 'Load it again',
      asOf: 'We cannot check for news now. Last known: {moment}.',
      close: 'Close',
      doNow: 'What to do',
      situation: 'What is the matter',
      where: 'Where',
      contact: 'Whom to ask',
      changed: 'What is new',
      messages: 'All messages, the newest first',
      cap: 'For machines (CAP)',
      feeds: 'Follow the alerts',
      feedOf: 'Alerts of {name}',
      exercise: 'This is an exercise. Nothing of it is real. You need not do anything.',
      test: 'This is a test. Nothing of it is real. You need not do anything.',
      offline: 'No connection',
      offlineHint: 'This page is not kept on your device. Pages that you have read before open without a connection.',
    },
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
    notFoundHint: 'شاید اس کا پتا بدل گیا ہو۔ ہماری تمام معلومات سرورق پر ہیں۔',
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
    asking: QUESTION_WORDS.ur,
    site: SITE_WORDS.ur,
    programme: PROGRAMME_WORDS.ur,
    blank: 'ابھی لکھنا باقی ہے',
    watch: 'ویڈیو دیکھیں: {title}',
    transcript: 'ویڈیو میں کہی گئی باتیں',
    alerts: {
      title: 'ہنگامی اطلاعات',
      lead: 'اس وقت کیا ہنگامی ہے، اور کیا ختم ہو چکا ہے۔',
      alert: 'ہنگامی اطلاع',
      severity: {
        extreme: 'انتہائی خطرہ',
        severe: 'شدید خطرہ',
        moderate: 'درمیانہ خطرہ',
        minor: 'معمولی خطرہ',
        unknown: 'خطرے کا اندازہ ابھی نہیں',
      },
      kind: { alert: 'اطلاع', update: 'تازہ اطلاع', cancel: 'خطرہ ختم' },
      momentForm: '{day}، {part} {time} بجے',
      zone: 'اوقات: {zone}',
      inForce: 'اس وقت جاری',
      past: 'ختم شدہ',
      since: 'آغاز: {moment}',
      until: '{moment} تک جاری',
      begins: 'شروع ہو گی: {moment}',
      endedAt: 'ختم ہوئی: {moment}',
      ranOutAt: 'مدت پوری ہوئی: {moment}',
      nextUpdate: 'اگلی اطلاع {moment} تک',
      overdue: 'اگلی اطلاع {moment} تک آنی تھی۔ اس میں دیر ہو گئی ہے۔',
      nothing: 'جب یہ صفحہ بنا تو کوئی ہنگامی اطلاع جاری نہیں تھی: {moment}۔',
      nothingPast: 'ابھی تک کوئی ہنگامی اطلاع نہیں آئی۔',
      more: 'مزید اطلاعات: {number}',
      all: 'تمام ہنگامی اطلاعات',
      over: 'یہ اطلاع اب ختم ہو چکی ہے۔',
      newer: 'اس کے بعد نئی اطلاع آ چکی ہے۔',
      outdated: 'اس صفحے کے بعد نیا پیغام آ چکا ہے۔',
      reload: 'صفحہ دوبارہ کھولیں',
      asOf: 'اس وقت تازہ خبر نہیں مل رہی۔ آخری معلومات: {moment}۔',
      close: 'بند کریں',
      doNow: 'کیا کریں',
      situation: 'کیا ہوا ہے',
      where: 'کہاں',
      contact: 'کس سے پوچھیں',
      changed: 'نئی بات',
      messages: 'تمام پیغامات، تازہ ترین پہلے',
      cap: 'مشینوں کے لیے (CAP)',
      feeds: 'اطلاعات پاتے رہیں',
      feedOf: '{name} کی ہنگامی اطلاعات',
      exercise: 'یہ صرف مشق ہے۔ اس میں کچھ بھی اصلی نہیں۔ آپ کو کچھ نہیں کرنا۔',
      test: 'یہ صرف آزمائش ہے۔ اس میں کچھ بھی اصلی نہیں۔ آپ کو کچھ نہیں کرنا۔',
      offline: 'انٹرنیٹ نہیں ہے',
      offlineHint: 'یہ صفحہ آپ کے فون میں محفوظ نہیں۔ جو صفحے آپ پہلے پڑھ چکے ہیں وہ انٹرنیٹ کے بغیر بھی کھلتے ہیں۔',
    },
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

import type { AssessmentStep, Finding } from '../model/assessment.ts';
import type { INSTITUTION_FINDINGS } from '../model/myth.ts';
import type { Rating } from '../model/rating.ts';
import type { RETRACTION_STATUSES, SourceKind } from '../model/source.ts';

/** Words of the pages on myths and sources. */
export interface EvidenceWords {
  myths: string;
  mythsLead: string;
  allMyths: string;
  /** The one word that says what a claim was found to be; also the `alternateName` in data for machines. */
  ratings: Readonly<Record<Rating, string>>;
  verdict: string;
  claim: string;
  whoSaysSo: string;
  firstSeen: string;
  seenHere: string;
  whatIsTrue: string;
  whyBelieved: string;
  howWeChecked: string;
  institution: string;
  institutionFindings: Readonly<Record<(typeof INSTITUTION_FINDINGS)[number], string>>;
  institutionChecked: string;
  corrections: string;
  sourcesLead: string;
  aboutSource: string;
  kinds: Readonly<Record<SourceKind, string>>;
  kind: string;
  publisher: string;
  published: string;
  accessed: string;
  language: string;
  openSource: string;
  holdsUntil: string;
  supersededBy: string;
  retraction: string;
  retractions: Readonly<Record<(typeof RETRACTION_STATUSES)[number], string>>;
  retractionUnasked: string;
  retractionNotice: string;
  assessment: string;
  assessedBy: string;
  notesIn: string;
  steps: Readonly<Record<AssessmentStep, { name: string; question: string }>>;
  findings: Readonly<Record<Finding, string>>;
  citedBy: string;
  citedByNothing: string;
  citedCount: string;
}

export const EVIDENCE_WORDS = {
  en: {
    myths: 'Myths and facts',
    mythsLead: 'What goes round in family groups, what is true, and how we checked it.',
    allMyths: 'All myths and facts',
    ratings: {
      false: 'False',
      misleading: 'Misleading',
      'missing-context': 'Missing context',
      'mostly-true': 'Mostly true',
      true: 'True',
      unproven: 'Unproven',
    },
    verdict: 'What we found',
    claim: 'The claim',
    whoSaysSo: 'Who says so',
    firstSeen: 'First seen by us',
    seenHere: 'Seen at',
    whatIsTrue: 'What is true',
    whyBelieved: 'Why people believe it',
    howWeChecked: 'How we checked it',
    institution: 'The institution named',
    institutionFindings: {
      'says-so': '{name} says so on its own site.',
      'does-not-say-so': 'On its own site, {name} does not say so.',
      'says-otherwise': 'On its own site, {name} says otherwise.',
    },
    institutionChecked: 'We looked on {domain} on {day}',
    corrections: 'Corrections to this page',
    sourcesLead: 'What our pages rest on, and how we judged each of them.',
    aboutSource: 'About this source',
    kinds: {
      guideline: 'Guideline',
      'fact-sheet': 'Fact sheet',
      'peer-reviewed': 'Peer-reviewed study',
      statistics: 'Statistics',
      news: 'News report',
      'fact-check': 'Fact-check',
    },
    kind: 'Kind',
    publisher: 'Published by',
    published: 'Published on',
    accessed: 'Last read by us on',
    language: 'Its language',
    openSource: 'Open the source',
    holdsUntil: 'It holds until {day}.',
    supersededBy: 'It was replaced by',
    retraction: 'Retractions',
    retractions: {
      'not-listed':
        'On {day} {register} listed no retraction of it. That is what was found on that day, not a promise.',
      corrected: 'On {day} {register} listed a correction of it.',
      'expression-of-concern': 'On {day} {register} listed doubts of its editors about it (an expression of concern).',
      retracted: 'On {day} {register} listed it as retracted: its publisher no longer stands by it.',
    },
    retractionUnasked: 'We have not looked up yet whether it was retracted.',
    retractionNotice: 'Read the notice',
    assessment: 'How we judged it, in WHO’s seven steps',
    assessedBy: 'By {name}, {day}',
    notesIn: 'The notes are in {language}.',
    steps: {
      origin: { name: 'Where it comes from', question: 'Who shared it, and where did it come from?' },
      beyondHeadline: { name: 'Past the headline', question: 'What does the whole of it say?' },
      author: { name: 'The author', question: 'Who wrote it, and what do they know of the subject?' },
      date: { name: 'The date', question: 'When was it written, and is anything out of its time or context?' },
      evidence: { name: 'The evidence', question: 'What supports it: studies, data, named experts?' },
      bias: { name: 'Our own bias', question: 'What would we like it to say?' },
      factCheckers: { name: 'Fact-checkers', question: 'What do independent fact-checkers say?' },
    },
    findings: {
      sound: 'Sound',
      reserved: 'With reservations',
      doubtful: 'Doubtful',
      'not-applicable': 'Does not apply',
    },
    citedBy: 'What rests on it',
    citedByNothing: 'No campaign, myth or page of ours cites it now.',
    citedCount: 'Pages that cite it: {number}',
  },
  ur: {
    myths: 'افواہ اور حقیقت',
    mythsLead: 'خاندان کے گروپوں میں کیا پھیل رہا ہے، سچ کیا ہے، اور ہم نے کیسے جانچا۔',
    allMyths: 'سب افواہیں اور حقائق',
    ratings: {
      false: 'غلط',
      misleading: 'گمراہ کن',
      'missing-context': 'ادھوری بات',
      'mostly-true': 'زیادہ تر درست',
      true: 'درست',
      unproven: 'غیر ثابت شدہ',
    },
    verdict: 'ہمارا نتیجہ',
    claim: 'دعویٰ',
    whoSaysSo: 'کون کہتا ہے',
    firstSeen: 'ہم نے پہلی بار دیکھا',
    seenHere: 'کہاں دیکھا گیا',
    whatIsTrue: 'سچ کیا ہے',
    whyBelieved: 'لوگ اس پر یقین کیوں کرتے ہیں',
    howWeChecked: 'ہم نے کیسے جانچا',
    institution: 'جس ادارے کا نام لیا گیا',
    institutionFindings: {
      'says-so': '{name} نے اپنی سائٹ پر یہی کہا ہے۔',
      'does-not-say-so': '{name} نے اپنی سائٹ پر ایسا نہیں کہا۔',
      'says-otherwise': '{name} اپنی سائٹ پر اس کے برعکس کہتا ہے۔',
    },
    institutionChecked: 'ہم نے {day} کو {domain} پر دیکھا',
    corrections: 'اس صفحے کی تصحیحات',
    sourcesLead: 'ہمارے صفحات کن حوالوں پر قائم ہیں، اور ہم نے ہر ایک کو کیسے پرکھا۔',
    aboutSource: 'اس حوالے کے بارے میں',
    kinds: {
      guideline: 'رہنما ہدایات',
      'fact-sheet': 'حقائق نامہ',
      'peer-reviewed': 'ماہرین کی جانچی ہوئی تحقیق',
      statistics: 'اعداد و شمار',
      news: 'خبر',
      'fact-check': 'حقائق کی جانچ',
    },
    kind: 'قسم',
    publisher: 'ناشر',
    published: 'تاریخِ اشاعت',
    accessed: 'ہم نے آخری بار پڑھا',
    language: 'اس کی زبان',
    openSource: 'اصل حوالہ کھولیں',
    holdsUntil: 'یہ {day} تک درست ہے۔',
    supersededBy: 'اس کی جگہ یہ حوالہ ہے:',
    retraction: 'واپس لیے جانے کی جانچ',
    retractions: {
      'not-listed':
        '{day} کو {register} میں اس کے واپس لیے جانے کا اندراج نہیں تھا۔ یہ اُس دن کی بات ہے، ہمیشہ کا وعدہ نہیں۔',
      corrected: '{day} کو {register} میں اس کی ایک تصحیح درج تھی۔',
      'expression-of-concern': '{day} کو {register} میں درج تھا کہ اس کے مدیروں کو اس پر شبہ ہے۔',
      retracted: '{day} کو {register} میں درج تھا کہ اسے واپس لے لیا گیا ہے: ناشر اب اس کی ذمہ داری نہیں لیتا۔',
    },
    retractionUnasked: 'ہم نے ابھی نہیں دیکھا کہ اسے واپس لیا گیا ہے یا نہیں۔',
    retractionNotice: 'اعلان پڑھیں',
    assessment: 'ہم نے اسے کیسے پرکھا: عالمی ادارۂ صحت کے سات قدم',
    assessedBy: 'از {name}، {day}',
    notesIn: 'تفصیل {language} میں ہے۔',
    steps: {
      origin: { name: 'کہاں سے آیا', question: 'کس نے پھیلایا، اور کہاں سے آیا؟' },
      beyondHeadline: { name: 'سرخی سے آگے', question: 'پوری بات کیا کہتی ہے؟' },
      author: { name: 'لکھنے والا', question: 'کس نے لکھا، اور وہ اس موضوع کو کتنا جانتا ہے؟' },
      date: { name: 'تاریخ', question: 'کب لکھا گیا، اور کیا کوئی بات پرانی یا سیاق سے ہٹی ہوئی ہے؟' },
      evidence: { name: 'ثبوت', question: 'اس کے حق میں کیا ہے: تحقیق، اعداد، ماہرین کے نام؟' },
      bias: { name: 'ہماری اپنی جانب داری', question: 'ہم خود کیا سننا چاہتے ہیں؟' },
      factCheckers: { name: 'حقائق جانچنے والے', question: 'آزاد ادارے جو حقائق جانچتے ہیں، کیا کہتے ہیں؟' },
    },
    findings: {
      sound: 'ٹھیک',
      reserved: 'کچھ احتیاط کے ساتھ',
      doubtful: 'مشکوک',
      'not-applicable': 'لاگو نہیں',
    },
    citedBy: 'کون سے صفحات اس پر قائم ہیں',
    citedByNothing: 'اس وقت ہماری کوئی مہم، افواہ کا جواب یا صفحہ اس کا حوالہ نہیں دیتا۔',
    citedCount: 'حوالہ دینے والے صفحات: {number}',
  },
} as const satisfies Readonly<Record<string, EvidenceWords>>;

/** Words of the pages on questions, of the answer box and of the search. */
export interface QuestionWords {
  questions: string;
  questionsLead: string;
  allQuestions: string;
  /** Before the short answer. */
  shortAnswer: string;
  alsoAsked: string;
  moreOn: string;
  /** A topic’s list. */
  otherTopic: string;
  /** The answer box. */
  ask: string;
  askHint: string;
  askButton: string;
  looking: string;
  /** Of a vetted answer: which of our questions it belongs to. */
  answerTo: string;
  restsOn: string;
  reviewedOn: string;
  /** With `{day}`: its review was due then. */
  overdueSince: string;
  wholeAnswer: string;
  notDoctor: string;
  unknown: string;
  unknownHint: string;
  nearest: string;
  emergency: string;
  emergencyHint: string;
  failed: string;
  /** The search. */
  search: string;
  searchLead: string;
  searchLabel: string;
  searchButton: string;
  topics: string;
  topicsHint: string;
  otherPages: string;
  pagesFound: string;
  onePageFound: string;
  nothingFound: string;
  answerFound: string;
  /** What a page that was found is. */
  campaign: string;
  question: string;
  myth: string;
  list: string;
}

export const QUESTION_WORDS = {
  en: {
    questions: 'Questions and answers',
    questionsLead: 'Short answers that a clinician has reviewed, each with its sources.',
    allQuestions: 'All questions and answers',
    shortAnswer: 'Short answer',
    alsoAsked: 'People also ask',
    moreOn: 'More on {topic}',
    otherTopic: 'Other questions',
    ask: 'Ask a question',
    askHint: 'You get an answer that we have reviewed, or none. What you write stays on your device.',
    askButton: 'Ask',
    looking: 'Looking …',
    answerTo: 'Our answer to',
    restsOn: 'Rests on',
    reviewedOn: 'Reviewed {day}.',
    overdueSince: 'We should have reviewed it by {day}.',
    wholeAnswer: 'Read the whole answer',
    notDoctor: 'This is general advice. It does not know you, and is no diagnosis.',
    unknown: 'We do not know',
    unknownHint: 'None of our reviewed answers fits your question, and we do not guess. Ask a doctor, or one of these:',
    nearest: 'Perhaps you meant',
    emergency: 'Is somebody in danger now? Call first.',
    emergencyHint: 'Do not wait for an answer on a website.',
    failed: 'We could not look it up. Check your connection and try again.',
    search: 'Search',
    searchLead: 'Find what you need, or look through everything by topic.',
    searchLabel: 'What are you looking for?',
    searchButton: 'Search',
    topics: 'Everything by topic',
    topicsHint: 'All our pages, by what they are about.',
    otherPages: 'Other pages',
    pagesFound: '{number} pages found.',
    onePageFound: '1 page found.',
    nothingFound: 'No page found. Try another word, or look below by topic.',
    answerFound: 'We have a reviewed answer.',
    campaign: 'Campaign',
    question: 'Question and answer',
    myth: 'Myth and fact',
    list: 'List',
  },
  ur: {
    questions: 'سوال اور جواب',
    questionsLead: 'مختصر جواب جن کا ڈاکٹر نے جائزہ لیا ہے، ہر ایک حوالے کے ساتھ۔',
    allQuestions: 'سب سوال اور جواب',
    shortAnswer: 'مختصر جواب',
    alsoAsked: 'لوگ یوں بھی پوچھتے ہیں',
    moreOn: '{topic}: مزید',
    otherTopic: 'دوسرے سوال',
    ask: 'سوال پوچھیں',
    askHint: 'یہاں صرف وہی جواب ملتا ہے جس کا ہم جائزہ لے چکے ہیں۔ آپ کا لکھا ہوا آپ ہی کے فون میں رہتا ہے۔',
    askButton: 'پوچھیں',
    looking: 'تلاش جاری ہے …',
    answerTo: 'یہ جواب اس سوال کا ہے',
    restsOn: 'حوالہ',
    reviewedOn: 'جائزہ: {day}۔',
    overdueSince: 'اس کا نیا جائزہ {day} تک ہو جانا چاہیے تھا۔',
    wholeAnswer: 'پورا جواب پڑھیں',
    notDoctor: 'یہ عام مشورہ ہے۔ یہ آپ کی حالت نہیں جانتا، اور تشخیص نہیں ہے۔',
    unknown: 'ہمیں معلوم نہیں',
    unknownHint:
      'ہمارے جائزہ شدہ جوابوں میں آپ کے سوال کا جواب نہیں، اور ہم اندازے سے نہیں بتاتے۔ ڈاکٹر سے پوچھیں، یا یہاں فون کریں:',
    nearest: 'شاید آپ یہ پوچھنا چاہتے تھے',
    emergency: 'کیا کسی کی جان خطرے میں ہے؟ پہلے فون کریں۔',
    emergencyHint: 'ویب سائٹ کے جواب کا انتظار نہ کریں۔',
    failed: 'تلاش نہیں ہو سکی۔ انٹرنیٹ دیکھ کر دوبارہ کوشش کریں۔',
    search: 'تلاش',
    searchLead: 'جو چاہیے وہ تلاش کریں، یا موضوع کے لحاظ سے سب کچھ دیکھیں۔',
    searchLabel: 'آپ کیا ڈھونڈ رہے ہیں؟',
    searchButton: 'تلاش کریں',
    topics: 'سب کچھ، موضوع کے لحاظ سے',
    topicsHint: 'ہمارے سب صفحے، اس لحاظ سے کہ وہ کس بارے میں ہیں۔',
    otherPages: 'دوسرے صفحے',
    pagesFound: '{number} صفحے ملے۔',
    onePageFound: '1 صفحہ ملا۔',
    nothingFound: 'کوئی صفحہ نہیں ملا۔ کوئی اور لفظ لکھیں، یا نیچے موضوع کے لحاظ سے دیکھیں۔',
    answerFound: 'ہمارے پاس اس کا جائزہ شدہ جواب ہے۔',
    campaign: 'آگاہی مہم',
    question: 'سوال اور جواب',
    myth: 'افواہ اور حقیقت',
    list: 'فہرست',
  },
} as const satisfies Record<string, QuestionWords>;

/** The words of the pages on events, series with their episodes, studies, and the calendar of the year. */
export interface ProgrammeWords {
  events: string;
  eventsLead: string;
  allEvents: string;
  coming: string;
  noneComing: string;
  pastEvents: string;
  /** States of an event. */
  eventBefore: string;
  eventNow: string;
  eventAfter: string;
  eventCancelled: string;
  when: string;
  /** `{from}` and `{until}` are moments; where both are on one day, the second is a time of day. */
  range: string;
  /** A time of day, with the places of `momentForm`. */
  timeForm: string;
  /** `{zone}` is the name of a time zone. */
  clocksOf: string;
  yourTime: string;
  where: string;
  online: string;
  follow: string;
  followNow: string;
  register: string;
  admission: string;
  access: string;
  speakers: string;
  partners: string;
  addToCalendar: string;
  thread: string;
  threadLead: string;
  recording: string;
  recordingComes: string;
  /** `{title}`, and `{host}` from where it comes. */
  play: string;
  playsFrom: string;
  noVideo: string;
  transcript: string;
  /** `{minutes}`, `{seconds}`. */
  duration: string;
  durationShort: string;
  captionsName: string;
  series: string;
  seriesLead: string;
  episodes: string;
  /** `{number}`. */
  episode: string;
  partOf: string;
  nextEpisode: string;
  previousEpisode: string;
  studies: string;
  studiesLead: string;
  openStudies: string;
  noOpenStudy: string;
  closedStudies: string;
  studyBefore: string;
  studyOpen: string;
  studyClosed: string;
  studyClosedLead: string;
  studyNotYet: string;
  askedUntil: string;
  question: string;
  whoCan: string;
  whoCannot: string;
  whatHappens: string;
  howLong: string;
  risks: string;
  compensation: string;
  yourChoice: string;
  yourChoiceText: string;
  ethics: string;
  /** `{board}`, `{reference}`, `{day}`. */
  approved: string;
  registered: string;
  investigator: string;
  askStudy: string;
  results: string;
  calendar: string;
  calendarLead: string;
  calendarFile: string;
  /** `{titles}` of what began in an earlier month. */
  stillOn: string;
  nothingThisMonth: string;
  /** What stands in the calendar. */
  entry: {
    campaign: string;
    event: string;
    'study-closes': string;
  };
}

export const PROGRAMME_WORDS = {
  en: {
    events: 'Events',
    eventsLead: 'Talks and meetings with people who know, here and online, and the films of those that are over.',
    allEvents: 'All events',
    coming: 'Coming',
    noneComing: 'Nothing is planned just now. Below is what has been.',
    pastEvents: 'Over',
    eventBefore: 'Coming',
    eventNow: 'On now',
    eventAfter: 'Over',
    eventCancelled: 'Cancelled',
    when: 'When',
    range: '{from} to {until}',
    timeForm: '{time} {half}',
    clocksOf: 'Clocks: {zone}',
    yourTime: 'By your clock: {moment}',
    where: 'Where',
    online: 'Online',
    follow: 'Where to follow it online',
    followNow: 'Follow it now',
    register: 'Register',
    admission: 'Who can come',
    access: 'Getting in',
    speakers: 'Who speaks',
    partners: 'Held with',
    addToCalendar: 'Put it into your calendar',
    thread: 'As it goes',
    threadLead: 'The newest first.',
    recording: 'The film of it',
    recordingComes: 'This is over. If there is a film of it, you will find it here.',
    play: 'Watch: {title}',
    playsFrom: 'It is loaded from {host}, and only once you ask for it.',
    noVideo: 'Your browser cannot show this film. What is said in it stands below.',
    transcript: 'What is said and shown',
    duration: '{minutes} min {seconds} s',
    durationShort: '{seconds} seconds',
    captionsName: 'English',
    series: 'Films',
    seriesLead: 'Short films in series, each with what is said in it as text.',
    episodes: 'Episodes',
    episode: 'Episode {number}',
    partOf: 'Part of {title}',
    nextEpisode: 'Next: {title}',
    previousEpisode: 'Before: {title}',
    studies: 'Studies',
    studiesLead: 'Studies that look for people to take part. Whether you do is up to you alone.',
    openStudies: 'Open now',
    noOpenStudy: 'No study is looking for people just now.',
    closedStudies: 'Closed',
    studyBefore: 'Not yet open',
    studyOpen: 'Open',
    studyClosed: 'Closed',
    studyClosedLead: 'This study takes nobody in any more. Thank you to all who asked.',
    studyNotYet: 'You can ask to take part from {day}.',
    askedUntil: 'You can ask to take part until {day}.',
    question: 'What it wants to find out',
    whoCan: 'Who can take part',
    whoCannot: 'Who cannot',
    whatHappens: 'What taking part means',
    howLong: 'How long it takes',
    risks: 'What can be unpleasant',
    compensation: 'What is paid back',
    yourChoice: 'It is your choice',
    yourChoiceText:
      'You can say no, or stop at any time, without giving a reason. Your treatment stays the same. Nobody can promise that the study helps you.',
    ethics: 'Who checked it',
    approved: '{board} approved it on {day}, under the number {reference}.',
    registered: 'Registered as {number}',
    investigator: 'Who answers for it',
    askStudy: 'Ask about it',
    results: 'What came out of it',
    calendar: 'Calendar',
    calendarLead: 'What is on in the next twelve months: campaigns, events, and the last days of studies.',
    calendarFile: 'Follow it in your own calendar',
    stillOn: 'Still on: {titles}',
    nothingThisMonth: 'Nothing planned yet.',
    entry: { campaign: 'Campaign', event: 'Event', 'study-closes': 'Study closes' },
  },
  ur: {
    events: 'تقریبات',
    eventsLead: 'ماہرین کے ساتھ گفتگو اور نشستیں، آمنے سامنے اور آن لائن، اور گزری تقریبات کی ویڈیوز۔',
    allEvents: 'تمام تقریبات',
    coming: 'آنے والی',
    noneComing: 'فی الحال کوئی تقریب طے نہیں۔ گزری تقریبات نیچے ہیں۔',
    pastEvents: 'گزری ہوئی',
    eventBefore: 'ہونے والی ہے',
    eventNow: 'اس وقت جاری',
    eventAfter: 'ہو چکی',
    eventCancelled: 'منسوخ',
    when: 'کب',
    range: '{from} سے {until} تک',
    timeForm: '{part} {time} بجے',
    clocksOf: 'وقت: {zone}',
    yourTime: 'آپ کے ہاں اس وقت: {moment}',
    where: 'کہاں',
    online: 'آن لائن',
    follow: 'آن لائن یہاں دیکھیں',
    followNow: 'ابھی دیکھیں',
    register: 'نام لکھوائیں',
    admission: 'کون آ سکتا ہے',
    access: 'آنے میں آسانی',
    speakers: 'کون بات کرے گا',
    partners: 'ساتھ دینے والے',
    addToCalendar: 'اپنے کیلنڈر میں لکھیں',
    thread: 'ساتھ ساتھ',
    threadLead: 'تازہ ترین پہلے۔',
    recording: 'اس کی ویڈیو',
    recordingComes: 'یہ تقریب ہو چکی ہے۔ اس کی ویڈیو ہوئی تو یہیں ملے گی۔',
    play: 'دیکھیں: {title}',
    playsFrom: 'یہ {host} سے آتی ہے، اور صرف تب جب آپ خود کھولیں۔',
    noVideo: 'آپ کا براؤزر یہ ویڈیو نہیں دکھا سکتا۔ اس میں کہی گئی باتیں نیچے لکھی ہیں۔',
    transcript: 'اس میں کیا کہا اور دکھایا گیا',
    duration: '{minutes} منٹ {seconds} سیکنڈ',
    durationShort: '{seconds} سیکنڈ',
    captionsName: 'اردو',
    series: 'ویڈیوز',
    seriesLead: 'سلسلہ وار مختصر ویڈیوز۔ ہر ویڈیو کی باتیں تحریر میں بھی موجود ہیں۔',
    episodes: 'قسطیں',
    episode: 'قسط {number}',
    partOf: 'سلسلہ: {title}',
    nextEpisode: 'اگلی: {title}',
    previousEpisode: 'پچھلی: {title}',
    studies: 'تحقیقی مطالعے',
    studiesLead: 'ایسے مطالعے جنہیں شرکت کرنے والوں کی تلاش ہے۔ شرکت کرنا یا نہ کرنا صرف آپ کا فیصلہ ہے۔',
    openStudies: 'اس وقت کھلے',
    noOpenStudy: 'اس وقت کسی مطالعے کو شرکت کرنے والوں کی تلاش نہیں۔',
    closedStudies: 'بند',
    studyBefore: 'ابھی شروع نہیں',
    studyOpen: 'کھلا ہے',
    studyClosed: 'بند ہو چکا',
    studyClosedLead: 'اس مطالعے میں اب کسی کو شامل نہیں کیا جا رہا۔ پوچھنے والے سب افراد کا شکریہ۔',
    studyNotYet: 'آپ {day} سے شرکت کے لیے پوچھ سکتے ہیں۔',
    askedUntil: 'آپ {day} تک شرکت کے لیے پوچھ سکتے ہیں۔',
    question: 'یہ کیا جاننا چاہتا ہے',
    whoCan: 'کون شرکت کر سکتا ہے',
    whoCannot: 'کون نہیں کر سکتا',
    whatHappens: 'شرکت میں کیا کرنا ہو گا',
    howLong: 'کتنا وقت لگے گا',
    risks: 'کیا تکلیف ہو سکتی ہے',
    compensation: 'کون سا خرچ واپس ملے گا',
    yourChoice: 'فیصلہ آپ کا ہے',
    yourChoiceText:
      'آپ انکار کر سکتے ہیں، یا وجہ بتائے بغیر کبھی بھی چھوڑ سکتے ہیں۔ آپ کے علاج پر کوئی فرق نہیں پڑے گا۔ کوئی یہ وعدہ نہیں کر سکتا کہ اس سے آپ کو فائدہ ہو گا۔',
    ethics: 'اس کی جانچ کس نے کی',
    approved: '{board} نے اسے {day} کو منظور کیا۔ منظوری نمبر {reference}۔',
    registered: 'رجسٹریشن نمبر {number}',
    investigator: 'اس کا ذمہ دار کون ہے',
    askStudy: 'اس کے بارے میں پوچھیں',
    results: 'اس کا کیا نتیجہ نکلا',
    calendar: 'کیلنڈر',
    calendarLead: 'اگلے بارہ مہینوں میں کیا ہو گا: مہمات، تقریبات، اور مطالعوں میں شرکت کے آخری دن۔',
    calendarFile: 'اسے اپنے کیلنڈر میں شامل کریں',
    stillOn: 'جاری: {titles}',
    nothingThisMonth: 'ابھی کچھ طے نہیں۔',
    entry: { campaign: 'مہم', event: 'تقریب', 'study-closes': 'مطالعے کا آخری دن' },
  },
} as const satisfies Readonly<Record<string, ProgrammeWords>>;

/** Words of the navigation, of the pages that belong to no kind of content, and of feeds and print. */
export interface SiteWords {
  /** Names of the two navigations, and what leads from the short one to the long one. */
  mainPages: string;
  more: string;
  allCampaigns: string;
  campaignsLead: string;
  about: string;
  aboutLead: string;
  /** How facts get onto the site, one sentence each. */
  promises: string;
  promiseList: readonly string[];
  people: string;
  contact: string;
  contactLead: string;
  danger: string;
  dangerHint: string;
  write: string;
  writeHint: string;
  mistake: string;
  mistakeHint: string;
  profiles: string;
  corrections: string;
  correctionsLead: string;
  noCorrections: string;
  /** Before the heading of what was corrected. */
  onPage: string;
  inPost: string;
  /** Of a correction nobody wrote a note for. */
  postCorrected: string;
  linksLead: string;
  noLinks: string;
  postLinks: string;
  seeProfile: string;
  follow: string;
  feedOf: string;
  feedOfCampaign: string;
  /** Above the printed address of a page. */
  readOnline: string;
  /** Where a page comes from a copy on the reader’s own phone: before its moment is filled in, and with it. */
  copy: string;
  copyFrom: string;
}

export const SITE_WORDS = {
  en: {
    mainPages: 'Main pages',
    more: 'More',
    allCampaigns: 'All campaigns',
    campaignsLead: 'What is on now, what comes next, and what is over. Every page can be read all year.',
    about: 'About us',
    aboutLead: 'Who we are, and how a fact gets onto this site.',
    promises: 'What we hold ourselves to',
    promiseList: [
      'Every health fact names its source, and says when we read it.',
      'We judge each source in seven steps, and show how we judged it.',
      'Somebody other than the writer looks at each page before you see it.',
      'Each page says when we looked at it last, and when we will again.',
      'When we were wrong, we say so, and keep the correction where you can find it.',
      'We do not follow you around: no advertising, no cookies, no files from other companies.',
    ],
    people: 'Who writes and checks',
    contact: 'Contact',
    contactLead: 'Call if you need help now. Write to us about this site.',
    danger: 'Is somebody in danger?',
    dangerHint: 'Do not write. Call one of these numbers now.',
    write: 'Write to us',
    writeHint: 'We read every message. We cannot say what ails a person or what they should take: please ask a doctor.',
    mistake: 'Have you found a mistake?',
    mistakeHint: 'Tell us which page it is on and what is wrong. What we correct stands in our list of corrections.',
    profiles: 'Where we post',
    corrections: 'Corrections',
    correctionsLead: 'What we told you wrongly, and what is right. The newest stands first.',
    noCorrections: 'We have corrected nothing yet.',
    onPage: 'On the page: {title}',
    inPost: 'In a post: {title}',
    postCorrected: 'We have corrected this post where it stands.',
    linksLead: 'What our posts there lead to, the newest first.',
    noLinks: 'We have posted nothing there yet. You find all we have on the home page.',
    postLinks: 'Where its posts lead',
    seeProfile: 'See the profile',
    follow: 'Follow what is new',
    feedOf: 'What is new at {name}',
    feedOfCampaign: 'Changes to: {title}',
    readOnline: 'Read this page with its newest changes:',
    copy: 'You see a copy that your device kept. It may be old.',
    copyFrom: 'You see a copy that your device kept: {moment}. It may be old.',
  },
  ur: {
    mainPages: 'اہم صفحے',
    more: 'مزید',
    allCampaigns: 'تمام مہمات',
    campaignsLead: 'اس وقت کیا جاری ہے، آگے کیا آ رہا ہے اور کیا ختم ہو چکا۔ ہر صفحہ پورا سال پڑھا جا سکتا ہے۔',
    about: 'ہمارے بارے میں',
    aboutLead: 'ہم کون ہیں، اور کوئی بات اس سائٹ تک کیسے پہنچتی ہے۔',
    promises: 'ہم کن باتوں کے پابند ہیں',
    promiseList: [
      'صحت کی ہر بات کے ساتھ حوالہ ہے، اور یہ بھی کہ ہم نے اسے کب پڑھا۔',
      'ہم ہر حوالے کو سات قدموں میں پرکھتے ہیں، اور بتاتے ہیں کہ کیسے پرکھا۔',
      'لکھنے والے کے علاوہ کوئی دوسرا شخص ہر صفحہ آپ سے پہلے دیکھتا ہے۔',
      'ہر صفحہ بتاتا ہے کہ ہم نے اسے آخری بار کب دیکھا اور دوبارہ کب دیکھیں گے۔',
      'ہم سے غلطی ہو جائے تو مان لیتے ہیں، اور درستی ایسی جگہ رکھتے ہیں جہاں آپ اسے دیکھ سکیں۔',
      'ہم آپ کا پیچھا نہیں کرتے: نہ اشتہار، نہ کوکیز، نہ کسی اور کمپنی کی فائلیں۔',
    ],
    people: 'لکھنے اور جانچنے والے',
    contact: 'رابطہ',
    contactLead: 'ابھی مدد چاہیے تو فون کریں۔ اس سائٹ کے بارے میں ہمیں لکھیں۔',
    danger: 'کیا کسی کی جان خطرے میں ہے؟',
    dangerHint: 'لکھنے میں وقت نہ لگائیں۔ ان میں سے کسی نمبر پر ابھی فون کریں۔',
    write: 'ہمیں لکھیں',
    writeHint:
      'ہم ہر پیغام پڑھتے ہیں۔ کسی مریض کو کیا بیماری ہے یا وہ کیا دوا لے، یہ ہم نہیں بتا سکتے: ڈاکٹر سے پوچھیں۔',
    mistake: 'کوئی غلطی نظر آئی؟',
    mistakeHint:
      'بتائیں کہ کس صفحے پر ہے اور کیا غلط ہے۔ جو بات ہم درست کرتے ہیں وہ درستیوں کی فہرست میں لکھ دیتے ہیں۔',
    profiles: 'ہم کہاں پوسٹ کرتے ہیں',
    corrections: 'درستیاں',
    correctionsLead: 'ہم نے آپ کو کیا غلط بتایا، اور درست کیا ہے۔ سب سے نئی بات پہلے۔',
    noCorrections: 'ابھی تک ہم نے کوئی درستی نہیں کی۔',
    onPage: 'اس صفحے پر: {title}',
    inPost: 'ایک پوسٹ میں: {title}',
    postCorrected: 'یہ پوسٹ جہاں لگی تھی وہیں درست کر دی گئی ہے۔',
    linksLead: 'وہاں ہماری پوسٹیں جن صفحوں تک لے جاتی ہیں، سب سے نئی پہلے۔',
    noLinks: 'وہاں ابھی کوئی پوسٹ نہیں لگی۔ ہماری تمام معلومات سرورق پر ہیں۔',
    postLinks: 'اس کی پوسٹوں کے لنک',
    seeProfile: 'پروفائل دیکھیں',
    follow: 'نئی باتوں سے باخبر رہیں',
    feedOf: '{name} پر نیا کیا ہے',
    feedOfCampaign: 'تبدیلیاں: {title}',
    readOnline: 'یہ صفحہ تازہ تبدیلیوں کے ساتھ یہاں پڑھیں:',
    copy: 'یہ آپ کے فون میں محفوظ نقل ہے۔ ہو سکتا ہے پرانی ہو۔',
    copyFrom: 'یہ آپ کے فون میں محفوظ نقل ہے: {moment}۔ ہو سکتا ہے پرانی ہو۔',
  },
} as const satisfies Readonly<Record<string, SiteWords>>;

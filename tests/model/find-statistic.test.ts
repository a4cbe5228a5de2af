import { expect, it } from 'vitest';
import { findStatistic } from '../../src/model/find-statistic.ts';

const HELPLINES = new Set(['1122', '115', '1166']);

it.each([
  ['Clean hands cut diarrhoea by about 30 percent.', '30 percent'],
  ['It fell by 4.5% in a year.', '4.5%'],
  ['Nine per cent of them did; 12 per cent did not.', '12 per cent'],
  ['About 1.3 million lives were lost.', '1.3 million'],
  ['About half a million people are ill.', 'half a million'],
  ['Two billion people live there.', 'Two billion'],
  ['It made 3 lakh people ill.', '3 lakh'],
  ['Almost 8 in 10 of them do not know it.', '8 in 10'],
  ['About one in six infections was resistant.', 'one in six'],
  ['1 out of 4 adults has it.', '1 out of 4'],
  ['It cures more than 95 of every 100 people.', '95 of every 100'],
  ['In Pakistan, about 350,000 people live with HIV.', '350,000 people'],
  ['There were 1,200 new cases this week.', '1,200 new cases'],
  ['In 2019 there were 74 cases of polio.', '74 cases'],
  ['About 2000 people died.', '2000 people'],
  ['The heat wave killed many: 23 people died in one night.', '23 people died'],
  ['15 سال سے کم عمر بچوں میں دست 53 فیصد کم ہوئے۔', '53 فیصد'],
  ['دست ۳۰ فی صد کم ہوئے۔', '۳۰ فی صد'],
  ['انفیکشن ۵۳٪ کم ہوئے۔', '۵۳٪'],
  ['ہر سال تقریباً 39 کروڑ افراد کو ڈینگی ہوتا ہے۔', '39 کروڑ'],
  ['ہر سال ۳۹ کروڑ لوگ بیمار پڑتے ہیں۔', '۳۹ کروڑ'],
  ['دس لاکھ لوگ متاثر ہوئے۔', 'دس لاکھ'],
  ['ہر چھ میں سے تقریباً ایک انفیکشن مزاحم تھا۔', 'ہر چھ میں سے تقریباً ایک'],
  ['ہر 100 مریضوں میں سے 95 ٹھیک ہو جاتے ہیں۔', 'ہر 100 مریضوں میں سے 95'],
  ['10 میں سے 8 افراد کو علم ہی نہیں۔', '10 میں سے 8'],
  ['اس ہفتے 1200 نئے کیس سامنے آئے۔', '1200 نئے کیس'],
  ['3 ہزار 500 اموات ہوئیں۔', '3 ہزار 500 اموات'],
  ['تقریباً 350 بچے بیمار ہوئے۔', '350 بچے'],
  ['انخفض الإسهال بنسبة ٣٠٪ تقريبا.', '٣٠٪'],
  ['توفي نحو ٤٫٢ مليون شخص.', '٤٫٢ مليون'],
  ['واحد من كل ستة أشخاص مصاب.', 'واحد من كل ستة'],
  ['سجلت ١٢٠ حالة هذا الشهر.', '١٢٠ حالة'],
])('finds in “%s” what a reader should be able to look up', (text, expected) => {
  const found = findStatistic(text, HELPLINES);
  expect(found?.text).toBe(expected);
  expect(text.slice(found?.index, (found?.index ?? 0) + expected.length)).toBe(expected);
});

it.each([
  'Rub your hands for at least 20 seconds.',
  'Signs begin 4 to 10 days after the bite.',
  'Treatment has to start within 72 hours.',
  'Boil the water for 1 minute, above 2,000 metres for 3.',
  'Use a hand rub with at least 60 percent alcohol.',
  'Wipe it with a 0.5% chlorine solution.',
  'He is given 1.2 million units of penicillin.',
  'Children under 15, and babies of 6 months, need more care.',
  'A 15-year-old may decide alone.',
  'Take 2 tablets of 500 mg, 3 times a day.',
  'Take one in ten minutes, and 2 in 24 hours.',
  'COVID-19 cases rise in winter, and fine particles (PM2.5) too.',
  'On 1 December 2026 people meet in Lahore.',
  'By 2024 people had forgotten it. In 2025 cases were few.',
  'The number rose from 5 in 2019.',
  'Call 1122. People answer day and night. 1122 people know the way.',
  'In 3 cases go to a hospital at once.',
  'A room for 30 children needs two windows.',
  'WHO and UNICEF name five moments. Here are 5 simple rules.',
  'Scientists compared air and deaths in 652 cities of 24 countries.',
  'It is a 2 in 1 shampoo.',
  'Read chapters 3, 4 and 10 of the book.',
  'کم از کم 20 سیکنڈ ہاتھ ملیں۔',
  'کم از کم 60 فیصد الکحل والا سینیٹائزر لیں۔',
  'علامات 4 سے 10 دن بعد شروع ہوتی ہیں۔',
  '15 سال سے کم عمر بچوں کا خیال رکھیں۔',
  'ان 3 میں سے ایک کام کریں۔',
  'ہر 2 میں سے 1 گھنٹے آرام کریں۔',
  'ریسکیو 1122 لوگوں کی مدد کرتا ہے، ۱۱۲۲ لوگ جانتے ہیں۔',
  '2024 میں لوگ اسے بھول گئے۔',
  'یورپ کے 14 ممالک کی ایک تحقیق میں جوڑوں کا جائزہ لیا گیا۔',
  'دن میں 3 بار 5 ملی لیٹر لیں۔',
  'في 3 حالات اذهب إلى المستشفى.',
  'اغسل يديك ٢٠ ثانية.',
])('finds none in “%s”', (text) => {
  expect(findStatistic(text, HELPLINES)).toBeUndefined();
});

it('finds the one that comes first', () => {
  expect(findStatistic('In 2022, 1.3 million died; 30 percent of them in Asia.')?.text).toBe('1.3 million');
});

it('reads a text made to hold it up to its end', () => {
  const slow = `${'1 '.repeat(5_000)}${'a'.repeat(20_000)}${' ہر 10 میں'.repeat(2_000)}`;
  expect(findStatistic(slow)).toBeUndefined();
});

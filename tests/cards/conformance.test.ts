import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isolate } from '../../src/cards/isolate.ts';
import { canSetVector } from '../../src/cards/satori-renderer.ts';
import { launchBrowser } from '../support/browser.ts';
import {
  difference,
  drawVectorsWithTakumi,
  drawWithSatori,
  drawWithTakumi,
  openReference,
  type Sample,
} from '../support/engines.ts';

// What each engine sets as the browser does, and what it sets wrong. An engine that changes, for better or worse, fails
// here: then what may be drawn with it changes too.

const latin = { family: 'Noto Sans', language: 'en', direction: 'ltr', weight: 400 } as const;
const urdu = { family: 'Noto Nastaliq Urdu', language: 'ur', direction: 'rtl', weight: 400 } as const;
const arabic = { family: 'Noto Naskh Arabic', language: 'ar', direction: 'rtl', weight: 400 } as const;

const hindi = { family: 'Noto Sans Devanagari', language: 'hi', direction: 'ltr', weight: 400 } as const;
const bengali = { family: 'Hind Siliguri', language: 'bn', direction: 'ltr', weight: 400 } as const;

type Verdict = 'right' | 'wrong';
/** Scripts of the desk’s fonts, then others that a desk may add. */
const SAMPLES: readonly { name: string; sample: Sample; takumi: Verdict; satori: Verdict }[] = [
  row('English', { ...latin, text: 'Wash your hands with soap (20 s)' }, 'right', 'right'),
  row('English in bold', { ...latin, weight: 700, text: 'Stop dengue before the rains' }, 'right', 'right'),
  row(
    'letters with accents',
    { ...latin, language: 'fr', text: 'Être prêt : l’été, Ærø, Łódź, ñandú' },
    'right',
    'right',
  ),
  row('isolates in English', { ...latin, text: isolate('Or +92-300-1234567 #Dengue') }, 'right', 'right'),
  row('Urdu', { ...urdu, text: 'ڈینگی کا مچھر دن میں کاٹتا ہے' }, 'right', 'wrong'),
  row('Urdu in bold', { ...urdu, weight: 700, text: 'بند کمرے میں انگیٹھی جلا کر نہ سوئیں' }, 'right', 'wrong'),
  row('Urdu with numbers', { ...urdu, text: isolate('24 گھنٹوں میں 1122 پر فون کریں') }, 'right', 'wrong'),
  row('Urdu with brackets', { ...urdu, text: 'عالمی ادارۂ صحت (WHO) کے مطابق' }, 'right', 'wrong'),
  row('Urdu with a telephone number', { ...urdu, text: isolate('فون +92-300-1234567 پر کریں') }, 'right', 'wrong'),
  row('Urdu with a hashtag', { ...urdu, text: isolate('ہاتھ دھوئیں #صاف_ہاتھ') }, 'right', 'wrong'),
  row('Urdu with Latin words', { ...urdu, text: 'اینٹی بایوٹک PM2.5 اور N95 ماسک' }, 'right', 'wrong'),
  row('Arabic', { ...arabic, text: 'اغسل يديك بالماء والصابون' }, 'right', 'wrong'),
  row('Arabic with vowel marks', { ...arabic, text: 'اِغْسِلْ يَدَيْكَ بِالصَّابُونِ' }, 'right', 'wrong'),
  row('Arabic in bold', { ...arabic, weight: 700, text: 'الصحة العالمية (2026)' }, 'right', 'wrong'),
  row('Hindi', { ...hindi, text: 'साबुन और पानी से हाथ धोएँ' }, 'right', 'right'),
  row('Hindi in bold', { ...hindi, weight: 700, text: 'बच्चों को स्वच्छ पानी पिलाएँ' }, 'right', 'right'),
  row('Hindi with numbers', { ...hindi, text: isolate('24 घंटे, 108 पर फ़ोन करें (WHO)') }, 'right', 'wrong'),
  row('Bengali', { ...bengali, text: 'সাবান ও পানি দিয়ে হাত ধুয়ে নিন' }, 'right', 'right'),
  row('Bengali in bold', { ...bengali, weight: 700, text: 'শিশুদের নিরাপদ পানি খাওয়ান' }, 'right', 'right'),
  row('Bengali with numbers', { ...bengali, text: isolate('২৪ ঘণ্টা, 999 নম্বরে ফোন করুন') }, 'right', 'wrong'),
];

/** Share of ink out of place: the eye sees one misplaced dot in a line. */
const LARGEST_RIGHT = 0.002;

let browser: Browser;
let reference: Awaited<ReturnType<typeof openReference>>;
beforeAll(async () => {
  browser = await launchBrowser();
  reference = await openReference(browser);
}, 60_000);
afterAll(() => browser?.close());

describe('beside the browser', () => {
  it.each(SAMPLES)('$name: takumi is $takumi, satori is $satori', async ({ sample, ...expected }) => {
    const drawn = await reference.draw(sample);
    expect(inkIn(drawn), 'the browser draws something').toBeGreaterThan(1000);
    const verdict = (ink: Uint8Array): Verdict => (difference(drawn, ink) <= LARGEST_RIGHT ? 'right' : 'wrong');
    expect({
      takumi: verdict(await drawWithTakumi(sample)),
      takumiVectors: verdict(await drawVectorsWithTakumi(sample)),
      satori: verdict(await drawWithSatori(sample)),
    }).toEqual({ takumi: expected.takumi, takumiVectors: expected.takumi, satori: expected.satori });
  });

  it('takumi is right in everything, so that pictures are drawn with it, and vectors of what satori sets wrong', () => {
    expect(SAMPLES.filter(({ takumi }) => takumi === 'wrong')).toEqual([]);
  });

  it.each([latin, urdu, arabic, hindi, bengali])(
    'satori may make vectors of the scripts alone in which it sets everything right: $family',
    ({ family }) => {
      const verdicts = SAMPLES.filter(({ sample }) => sample.family === family).map(({ satori }) => satori);
      expect(canSetVector(family)).toBe(verdicts.every((verdict) => verdict === 'right'));
    },
  );
});

describe('the measure of the suite', () => {
  it('sees a dot that has moved', async () => {
    const sample = { ...urdu, text: 'بند' };
    expect(difference(await reference.draw(sample), await drawWithTakumi({ ...sample, text: 'نبد' }))).toBeGreaterThan(
      LARGEST_RIGHT,
    );
  });

  it('sees two words in the other order', async () => {
    const drawn = await reference.draw({ ...latin, text: '+92-300' });
    expect(difference(drawn, await drawWithTakumi({ ...latin, text: '300-92+' }))).toBeGreaterThan(LARGEST_RIGHT);
  });
});

function row(name: string, sample: Sample, takumi: Verdict, satori: Verdict) {
  return { name, sample, takumi, satori };
}

function inkIn(ink: Uint8Array): number {
  return ink.reduce((sum, value) => sum + (value > 160 ? 1 : 0), 0);
}

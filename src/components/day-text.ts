import { fillIn, interfaceWords } from '../reading/interface-words.ts';

/** A day, or a part of one (`2024`, `2024-07`), as readers of `language` in `country` write it, in Latin digits. */
export function dayText(day: string, language: string, country: string): string {
  const [year = '', month, date] = day.split('-');
  if (!month) return year;
  const form = date
    ? ({ day: 'numeric', month: 'long', year: 'numeric' } as const)
    : ({ month: 'long', year: 'numeric' } as const);
  return formatter(language, country, form).format(middayUtc(date ? day : `${day}-01`));
}

/** The days of an occurrence in words: one day, or from the first to the last. */
export function daysText(startsOn: string, endsOn: string, language: string, country: string): string {
  const until = dayText(endsOn, language, country);
  if (startsOn === endsOn) return until;
  const form: Intl.DateTimeFormatOptions = { day: 'numeric' };
  if (startsOn.slice(0, 7) !== endsOn.slice(0, 7)) form.month = 'long';
  if (startsOn.slice(0, 4) !== endsOn.slice(0, 4)) form.year = 'numeric';
  const from = formatter(language, country, form).format(middayUtc(startsOn));
  return fillIn(interfaceWords(language).until, { from, until });
}

/** Made once for each form: one takes a millisecond and a third of a megabyte that the garbage collector does not see. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, country: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = JSON.stringify([language, country, form]);
  const made = formatters.get(name);
  if (made) return made;
  const locale = `${language}-${country}-u-nu-latn-ca-gregory`;
  const fresh = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
  formatters.set(name, fresh);
  return fresh;
}

/** Midday, so that no offset makes another day of it. */
function middayUtc(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

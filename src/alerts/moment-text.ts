// Part of what the visitor's browser loads: it imports nothing.

/** How moments are written: for whom, where, and in what order. */
export interface MomentForm {
  language: string;
  /** ISO 3166 code: English in Pakistan puts the day before the month. */
  country: string;
  timeZone: string;
  /** Places: `{day}` with the weekday, `{time}` without its half of the day, `{half}` (am, pm), `{part}` (morning, evening). */
  pattern: string;
  withYear?: boolean;
}

/** A moment (milliseconds since 1970) for readers, in Latin digits: `Monday, 9 November, 6:30 am`. */
export function momentText(at: number, { language, country, timeZone, pattern, withYear }: MomentForm): string {
  const locale = `${language}-${country}-u-nu-latn-ca-gregory`;
  const parts = (form: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h12', ...form }).formatToParts(at);
  const clock = parts({ hour: 'numeric', minute: '2-digit' });
  const one = (list: Intl.DateTimeFormatPart[], type: string) => list.find((part) => part.type === type)?.value ?? '';
  const places: Record<string, string> = {
    day: parts({ weekday: 'long', day: 'numeric', month: 'long', ...(withYear && { year: 'numeric' }) })
      .map(({ value }) => value)
      .join(''),
    time: `${one(clock, 'hour')}:${one(clock, 'minute')}`,
    half: one(clock, 'dayPeriod'),
    part: one(parts({ hour: 'numeric', dayPeriod: 'short' }), 'dayPeriod'),
  };
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}

/** Name of a time zone for readers: `Pakistan Standard Time`. */
export function timeZoneText({ language, country, timeZone }: MomentForm, at: number): string {
  const parts = new Intl.DateTimeFormat(`${language}-${country}-u-nu-latn`, {
    timeZone,
    timeZoneName: 'long',
  }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

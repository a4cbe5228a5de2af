import { momentText, timeZoneText } from '../alerts/moment-text.ts';
import { type EventTime, eventMoments } from '../model/event.ts';
import type { Organisation } from '../model/organisation.ts';
import { fillIn, interfaceWords } from '../reading/interface-words.ts';

/** When an event is, by the clocks there: `Saturday, 5 December 2026, 4:00 pm to 5:30 pm`. */
export function eventTimeText(time: EventTime, language: string, { country }: Organisation): string {
  const words = interfaceWords(language);
  const { startsAt, endsAt } = eventMoments(time);
  const form = { language, country, timeZone: time.zone, pattern: words.alerts.momentForm, withYear: true };
  const isOneDay = time.starts.slice(0, 10) === time.ends.slice(0, 10);
  return fillIn(words.programme.range, {
    from: momentText(startsAt, form),
    until: momentText(endsAt, isOneDay ? { ...form, pattern: words.programme.timeForm } : form),
  });
}

/** Whose clocks those are: `Pakistan Standard Time`. */
export function eventZoneText({ zone, ...time }: EventTime, language: string, { country }: Organisation): string {
  const { startsAt } = eventMoments({ zone, ...time });
  return timeZoneText({ language, country, timeZone: zone, pattern: '' }, startsAt);
}

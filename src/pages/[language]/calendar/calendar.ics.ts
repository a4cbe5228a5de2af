import type { APIContext } from 'astro';
import { calendarEntries } from '../../../calendars/calendar-entries.ts';
import { yearCalendar } from '../../../calendars/year-calendar.ts';
import { desk } from '../../../components/desk.ts';
import { inLanguage } from '../../../model/language.ts';
import { addDays, addMonths } from '../../../model/time.ts';
import { interfaceWords } from '../../../reading/interface-words.ts';

export async function getStaticPaths() {
  const { organisation } = await desk();
  return organisation.languages.map(({ tag }) => ({ params: { language: tag } }));
}

/** What has been for a month, and what comes in a year and a half: a calendar that follows it loses nothing at once. */
export async function GET({ params: { language = '' } }: APIContext): Promise<Response> {
  const { organisation, today, ...content } = await desk();
  const entries = calendarEntries({ ...content, organisation }, language, addDays(today, -31), addMonths(today, 18));
  const name = inLanguage(organisation.name, language);
  const { entry } = interfaceWords(language).programme;
  return new Response(yearCalendar(entries, { name, kinds: entry, language }, organisation), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}

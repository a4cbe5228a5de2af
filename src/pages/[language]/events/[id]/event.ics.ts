import type { APIContext } from 'astro';
import { eventCalendar } from '../../../../calendars/event-calendar.ts';
import { desk } from '../../../../components/desk.ts';

export async function getStaticPaths() {
  const { events } = await desk();
  return events.flatMap((event) =>
    Object.keys(event.versions).map((language) => ({ params: { language, id: event.id }, props: { event } })),
  );
}

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

/** The event for calendar programs. */
export async function GET({ props, params }: APIContext<Props>): Promise<Response> {
  const { organisation } = await desk();
  return new Response(eventCalendar(props.event, params.language ?? '', organisation), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
}

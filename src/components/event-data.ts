import type { Event as EventData, Place, VirtualLocation, WithContext } from 'schema-dts';
import { eventPath, publicAddress } from '../model/addresses.ts';
import type { Event } from '../model/content.ts';
import { eventMoments } from '../model/event.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import { toInstantText } from '../model/time.ts';
import { videoObject } from './recording-data.ts';

/** An event as data for search engines and calendars (schema.org’s Event), in one of its languages. */
export function eventData(
  event: Event,
  language: string,
  organisation: Organisation,
  transcript: string,
): WithContext<EventData> {
  const version = event.versions[language];
  if (!version) throw new RangeError(`${event.id} is not written in ${language}`);
  const { time, online, cancelled } = event;
  const { title, summary, place, speakers, partners, recording } = version;
  const { startsAt, endsAt } = eventMoments(time);
  const places: (Place | VirtualLocation)[] = [
    ...(place ? [{ '@type': 'Place' as const, name: place.name, address: place.address }] : []),
    ...(online ? [{ '@type': 'VirtualLocation' as const, url: online }] : []),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    description: summary,
    inLanguage: language,
    url: publicAddress(organisation, eventPath(event.id, language)),
    startDate: toInstantText(startsAt, time.zone),
    endDate: toInstantText(endsAt, time.zone),
    eventStatus: cancelled ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    eventAttendanceMode: attendance(place !== undefined, online !== undefined),
    location: places,
    organizer: {
      '@type': 'Organization',
      name: inLanguage(organisation.name, language),
      url: publicAddress(organisation, ''),
    },
    ...(speakers.length > 0 && {
      performer: speakers.map(({ name, title: jobTitle }) => ({ '@type': 'Person' as const, name, jobTitle })),
    }),
    ...(partners.length > 0 && {
      contributor: partners.map(({ name, url }) => ({ '@type': 'Organization' as const, name, ...(url && { url }) })),
    }),
    ...(recording && {
      recordedIn: videoObject(
        { kind: 'events', itemId: event.id, language, recording, description: summary, transcript },
        organisation,
      ),
    }),
  };
}

function attendance(isThere: boolean, isOnline: boolean) {
  if (isThere && isOnline) return 'https://schema.org/MixedEventAttendanceMode' as const;
  return isOnline
    ? ('https://schema.org/OnlineEventAttendanceMode' as const)
    : ('https://schema.org/OfflineEventAttendanceMode' as const);
}

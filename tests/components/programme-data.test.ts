import { describe, expect, it } from 'vitest';
import { episodeData } from '../../src/components/episode-data.ts';
import { eventData } from '../../src/components/event-data.ts';
import { studyData } from '../../src/components/study-data.ts';
import type { Episode } from '../../src/model/content.ts';
import { sampleOrganisation } from '../support/sample-content.ts';
import { sampleEvent, sampleSeries, sampleStudy } from '../support/sample-programme.ts';

const organisation = sampleOrganisation({ url: 'https://desk.example/awareness/' });

describe('data of an event', () => {
  it('has moments with their offset, both places, and what has become of it', () => {
    expect(eventData(sampleEvent(), 'en', organisation, '')).toMatchObject({
      '@type': 'Event',
      name: 'Ask about smog',
      startDate: '2026-12-05T16:00:00+05:00',
      endDate: '2026-12-05T17:30:00+05:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        { '@type': 'Place', name: 'Town Hall', address: '1 Main Road; upstairs, left' },
        { '@type': 'VirtualLocation', url: 'https://desk.example/live' },
      ],
      url: 'https://desk.example/awareness/en/events/talk/',
    });
    const off = sampleEvent({ cancelled: { at: '2026-12-01T09:00:00+05:00' }, online: undefined });
    expect(eventData(off, 'en', organisation, '')).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    });
  });
});

describe('data of an episode', () => {
  const of = (video: string) => {
    const version = {
      language: 'en',
      file: 'content/series/habits/episodes/hands/en.mdx',
      revision: '1',
      title: 'Clean hands',
      summary: 'Soap.',
      speakers: [],
      recording: {
        title: 'Clean hands',
        video,
        captions: './hands.vtt',
        poster: './hands.png',
        seconds: 96,
        publishedOn: '2026-11-20',
      },
      body: { tree: undefined, headings: [], citations: [] },
    };
    const episode = {
      ...sampleSeries(),
      id: 'hands',
      seriesId: 'habits',
      number: 1,
      versions: { en: version },
    } as unknown as Episode;
    return episodeData({ episode, series: sampleSeries(), language: 'en', transcript: 'Wet. Soap.' }, organisation);
  };

  it('has the film of the desk itself, its captions and what is said', () => {
    expect(of('./hands.mp4')).toMatchObject({
      '@type': 'Episode',
      episodeNumber: 1,
      partOfSeries: { name: 'Habits', url: 'https://desk.example/awareness/en/series/habits/' },
      video: {
        '@type': 'VideoObject',
        uploadDate: '2026-11-20',
        duration: 'PT96S',
        thumbnailUrl: 'https://desk.example/awareness/recordings/episodes/hands/hands.png',
        contentUrl: 'https://desk.example/awareness/recordings/episodes/hands/hands.mp4',
        caption: { contentUrl: 'https://desk.example/awareness/recordings/episodes/hands/hands.vtt' },
        transcript: 'Wet. Soap.',
      },
    });
  });

  it('has the address of the player where the film is YouTube’s', () => {
    expect(of('https://youtu.be/abcdefghijk')).toMatchObject({
      video: { embedUrl: 'https://www.youtube-nocookie.com/embed/abcdefghijk', url: 'https://youtu.be/abcdefghijk' },
    });
  });
});

describe('data of a study', () => {
  it.each([
    ['2026-11-15', 'https://schema.org/NotYetRecruiting'],
    ['2026-12-15', 'https://schema.org/Recruiting'],
    ['2026-12-16', 'https://schema.org/ActiveNotRecruiting'],
  ])('says on %s: %s', (today, status) => {
    expect(studyData(sampleStudy(), 'en', organisation, today)).toMatchObject({
      '@type': 'MedicalStudy',
      name: 'Smog diary',
      status,
    });
  });
});

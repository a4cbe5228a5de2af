import type { Event, Post, Series, Study } from '../../src/model/content.ts';

const body = { tree: { type: 'root', children: [] }, headings: [], citations: [] };
const reviewed = {
  risk: 'health-claim',
  sources: [],
  helplines: [],
  sensitive: [],
  author: 'amina',
  lastReviewedOn: '2026-11-01',
  nextReviewDueOn: '2027-11-01',
} as const;

/** An event in December in Karachi, there and online, written in English and Urdu. */
export function sampleEvent(different: Partial<Event> = {}): Event {
  const version = (language: string, title: string, summary: string) => ({
    language,
    file: `content/events/talk/${language}.mdx`,
    revision: `${language}-1`,
    title,
    summary,
    place: { name: 'Town Hall', address: '1 Main Road; upstairs, left' },
    speakers: [{ name: 'Dr Hina', title: 'Physician' }],
    partners: [],
    hashtags: [],
    body,
  });
  return {
    ...reviewed,
    sources: [],
    helplines: [],
    sensitive: [],
    id: 'talk',
    slug: 'talk',
    originalLanguage: 'en',
    time: { zone: 'Asia/Karachi', starts: '2026-12-05T16:00', ends: '2026-12-05T17:30' },
    online: 'https://desk.example/live',
    posts: [],
    versions: {
      en: version('en', 'Ask about smog', 'Bring your questions.'),
      ur: version('ur', 'سموگ پر پوچھیں', 'اپنے سوال لائیں۔'),
    },
    ...different,
  };
}

/** A post of the event's thread, due at a moment. */
export function sampleThreadPost(id: string, publishAt: string, different: Partial<Post> = {}): Post {
  const version = (language: string) => ({
    language,
    file: `content/events/talk/posts/${id}/${language}.mdx`,
    revision: '1',
    headline: id,
    variants: {},
    body: `Words of ${id}.`,
  });
  return {
    id,
    slug: id,
    campaignId: 'talk',
    originalLanguage: 'en',
    channels: ['outbox'],
    publishAt,
    expiresAt: '2026-12-05T20:00:00+05:00',
    attach: 'card',
    link: 'page',
    thread: false,
    duringCrisis: false,
    versions: { en: version('en') },
    ...different,
  };
}

/** A study that takes people in until the middle of December, written in English. */
export function sampleStudy(different: Partial<Study> = {}): Study {
  return {
    ...reviewed,
    sources: [],
    helplines: [],
    sensitive: [],
    id: 'diary',
    slug: 'diary',
    originalLanguage: 'en',
    opensOn: '2026-11-16',
    closesOn: '2026-12-15',
    ethics: { reference: 'IRB-14', approvedOn: '2026-10-28' },
    contact: { email: 'study@desk.example' },
    versions: {
      en: {
        language: 'en',
        file: 'content/studies/diary/en.mdx',
        revision: '1',
        title: 'Smog diary',
        summary: 'We ask families to keep a diary.',
        question: 'What families do.',
        who: ['Adults'],
        notWho: [],
        what: ['You write.'],
        duration: 'Two weeks.',
        risks: 'It takes time.',
        ethicsBoard: 'The board',
        investigator: 'Dr Hina',
        body,
      },
    },
    ...different,
  };
}

/** A series of films, written in English. */
export function sampleSeries(): Series {
  return {
    ...reviewed,
    sources: [],
    helplines: [],
    sensitive: [],
    id: 'habits',
    slug: 'habits',
    originalLanguage: 'en',
    versions: {
      en: {
        language: 'en',
        file: 'content/series/habits/en.mdx',
        revision: '1',
        title: 'Habits',
        summary: 'Small.',
        body,
      },
    },
  };
}

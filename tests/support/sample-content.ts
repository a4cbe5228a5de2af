import type { Channel } from '../../src/model/channel.ts';
import { channelSchema } from '../../src/model/channel.ts';
import type { Campaign, Content, Post } from '../../src/model/content.ts';
import type { NetworkName } from '../../src/model/network.ts';
import { type Organisation, organisationSchema } from '../../src/model/organisation.ts';
import { type Person, personSchema } from '../../src/model/person.ts';

// Small made-up content, in memory. Each function gives one piece, with what a test wants different.

export function sampleOrganisation(different: Partial<Organisation> = {}): Organisation {
  const organisation = organisationSchema.parse({
    id: 'test-desk',
    name: { en: 'Test Desk', ur: 'آزمائشی ڈیسک' },
    description: { en: 'A desk for tests', ur: 'آزمائش کے لیے' },
    url: 'https://desk.example/awareness/',
    languages: [
      { tag: 'en', name: 'English', direction: 'ltr' },
      { tag: 'ur', name: 'اردو', direction: 'rtl' },
    ],
    timeZone: 'Asia/Karachi',
    country: 'PK',
    contact: { email: 'desk@desk.example' },
    brand: { primary: '#0b4f55', secondary: '#12355b', accent: '#ffd166', text: '#ffffff' },
  });
  return { ...organisation, ...different };
}

export function sampleChannel(id: string, network: NetworkName, languages: string[] = ['en', 'ur']): Channel {
  return channelSchema.parse({
    id,
    network,
    name: `Test Desk on ${network}`,
    account: '@desk.example',
    tagLinks: false,
    languages,
    audience: { en: 'Readers' },
    voice: { en: 'Plain' },
  });
}

export function samplePerson(id: string, ...roles: Person['roles'][number]['role'][]): Person {
  return personSchema.parse({
    id,
    name: { en: id },
    roles: roles.map((role) => ({ role, startsOn: '2020-01-01' })),
  });
}

export function samplePost(different: Partial<Post> = {}): Post {
  return {
    id: 'wash-hands',
    slug: 'wash-hands',
    campaignId: 'clean-hands',
    originalLanguage: 'en',
    channels: ['outbox', 'bluesky'],
    publishAt: { daysFromStart: 0, time: '09:00' },
    expiresAt: { daysFromStart: 0, time: '21:00' },
    attach: 'card',
    link: 'page',
    thread: false,
    duringCrisis: false,
    versions: {
      en: sampleWords('en', 'Wash your hands with soap. #CleanHands'),
      ur: sampleWords('ur', 'صابن سے ہاتھ دھوئیں۔ #صاف_ہاتھ'),
    },
    ...different,
  };
}

export function sampleWords(language: string, body: string, variants: Record<string, string> = {}) {
  return {
    language,
    file: `content/campaigns/clean-hands/posts/wash-hands/${language}.mdx`,
    revision: '1',
    headline: language === 'ur' ? 'پہلے صابن' : 'Soap first',
    variants,
    body,
  };
}

export function sampleCampaign(different: Partial<Campaign> = {}): Campaign {
  const words = { audience: ['Everyone'], hashtags: ['CleanHands'], body: { tree: {}, headings: [], citations: [] } };
  return {
    id: 'clean-hands',
    slug: 'clean-hands',
    originalLanguage: 'en',
    risk: 'routine',
    schedule: { kind: 'yearly', startsOn: '12-01', endsOn: '12-07' },
    sources: ['who'],
    helplines: [],
    sensitive: [],
    author: 'amina',
    lastReviewedOn: '2026-11-01',
    nextReviewDueOn: '2049-11-01',
    versions: {
      en: {
        ...words,
        language: 'en',
        file: 'content/campaigns/clean-hands/en.mdx',
        revision: 'e1',
        title: 'Clean hands',
        summary: 'Soap and water stop many illnesses.',
        mainMessage: 'Wash your hands.',
        callToAction: { text: 'Wash', url: 'https://www.who.int/' },
      },
      ur: {
        ...words,
        language: 'ur',
        file: 'content/campaigns/clean-hands/ur.mdx',
        revision: 'u1',
        title: 'صاف ہاتھ',
        summary: 'صابن اور پانی بہت سی بیماریوں سے بچاتے ہیں۔',
        mainMessage: 'ہاتھ دھوئیں۔',
        callToAction: { text: 'دھوئیں', url: 'https://www.who.int/' },
      },
    },
    posts: [samplePost()],
    ...different,
  };
}

export function sampleContent(different: Partial<Content> = {}): Content {
  return {
    organisation: sampleOrganisation(),
    pause: { pause: 'nothing' },
    terms: { terms: [], allowed: [] },
    people: new Map([
      ['amina', samplePerson('amina', 'author', 'editor')],
      ['sana', samplePerson('sana', 'editor')],
      ['hina', samplePerson('hina', 'clinician')],
    ]),
    channels: new Map([
      ['outbox', sampleChannel('outbox', 'outbox')],
      ['bluesky', sampleChannel('bluesky', 'bluesky')],
    ]),
    sources: new Map(),
    campaigns: [sampleCampaign()],
    incidents: [],
    myths: [],
    questions: [],
    events: [],
    series: [],
    episodes: [],
    studies: [],
    pages: [],
    ...different,
  };
}

import type { Incident, Update } from '../../src/model/content.ts';

/** An incident in English and Urdu without messages, real and on the outbox and Bluesky. */
export function sampleIncident(updates: Update[], different: Partial<Incident> = {}): Incident {
  const words = (language: string, title: string, summary: string, headline: string, instruction: string) => ({
    language,
    file: `content/incidents/flood/${language}.mdx`,
    revision: `i-${language}`,
    body: {
      tree: { type: 'root', children: [] },
      headings: [],
      citations: [],
    } as unknown as Incident['versions'][string]['body'],
    title,
    summary,
    ending: { headline, instruction },
  });
  return {
    id: 'flood',
    slug: 'flood',
    originalLanguage: 'en',
    status: 'actual',
    category: ['health', 'infra'],
    channels: ['outbox', 'bluesky'],
    sources: ['who'],
    helplines: [],
    author: 'amina',
    pin: true,
    profileBanner: true,
    versions: {
      en: words('en', 'Flood', 'The river rises.', 'The water is safe again', 'Drink it as usual.'),
      ur: words('ur', 'سیلاب', 'دریا چڑھ رہا ہے۔', 'پانی اب محفوظ ہے', 'پہلے کی طرح پیئیں۔'),
    },
    updates,
    ...different,
  };
}

/** A message of that incident; at 09:00 on 1 December 2026 in Karachi, for a day. */
export function sampleUpdate(different: Partial<Update> = {}): Update {
  const words = (language: string, headline: string, description: string, instruction: string, area: string) => ({
    language,
    file: `content/incidents/flood/updates/${different.id ?? 'flood-1'}/${language}.mdx`,
    revision: `u-${language}`,
    body: {
      tree: { type: 'root', children: [] },
      headings: [],
      citations: [],
    } as unknown as Update['versions'][string]['body'],
    headline,
    description,
    instruction,
    area,
    variants: {},
  });
  return {
    id: 'flood-1',
    slug: different.id ?? 'flood-1',
    incidentId: 'flood',
    originalLanguage: 'en',
    kind: 'alert',
    sentAt: '2026-12-01T09:00:00+05:00',
    expiresAt: '2026-12-02T09:00:00+05:00',
    severity: 'severe',
    urgency: 'immediate',
    certainty: 'observed',
    responses: ['avoid'],
    geometry: {
      polygons: [
        [
          [31.6, 74.2],
          [31.6, 74.4],
          [31.4, 74.4],
          [31.6, 74.2],
        ],
      ],
      circles: [{ centre: [31.55, 74.34], radiusKm: 5 }],
      geocodes: [{ system: 'PK-district', value: 'Lahore' }],
    },
    versions: {
      en: words(
        'en',
        'Tap water is unsafe',
        'The flood has reached the wells.',
        'Boil it for one minute.',
        'The old town',
      ),
      ur: words('ur', 'نل کا پانی محفوظ نہیں', 'سیلاب کنوؤں تک پہنچ گیا ہے۔', 'ایک منٹ ابالیں۔', 'پرانا شہر'),
    },
    ...different,
  };
}

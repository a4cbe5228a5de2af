import { anUpdate, INCIDENT } from '../../src/validation/example-desk.ts';
import type { RuleExample } from '../../src/validation/rule.ts';

type Changes = NonNullable<RuleExample['changes']>;

const TRANSLATED = 'translationOf:\n  language: en\n  fields: {}\n  blocks: []\n';

/** An incident of the small desk in English and Urdu, by its path below the content’s folder. */
function incident(slug: string, status: string, title: string, more = ''): Changes {
  return {
    [`incidents/${slug}/en.mdx`]: INCIDENT.replace('id: flood', `id: ${slug}`)
      .replace('status: draft', `status: ${status}${more}`)
      .replace('title: Flood', `title: ${title}`)
      .replace('author:', 'helplines: [health]\nauthor:')
      .replace('Boil water.', 'Boil water.<Source id="who-water" />'),
    [`incidents/${slug}/ur.mdx`]: `---\n${TRANSLATED}title: سیلاب\nsummary: دریا چڑھ رہا ہے۔\nending:\n  headline: پانی اب محفوظ ہے\n  instruction: پہلے کی طرح پیئیں۔\n---\n\nپانی ابالیں۔<Source id="who-water" />\n`,
  };
}

function message(slug: string, id: string, different: Record<string, string>, urduHeadline: string): Changes {
  return {
    [`incidents/${slug}/updates/${id}/en.mdx`]: anUpdate({ id, ...different }),
    [`incidents/${slug}/updates/${id}/ur.mdx`]: `---\n${TRANSLATED}headline: ${urduHeadline}\ndescription: دریا کا پانی کنوؤں میں آ گیا ہے۔\ninstruction: پینے سے پہلے پانی ایک منٹ ابالیں۔\narea: پرانا شہر\n${different.changed ? 'changed: ایک نئی بات ہے۔\n' : ''}---\n`,
  };
}

/** The moment that the desk with alerts is built for: two hours into the flood. */
export const FLOOD_NOW = '2026-11-23T11:00:00+05:00';

/**
 * The small desk with a flood in force since 09:00 on 23 November (severe; an update is to come at 18:00, its end at 08:00 the
 * day after), a heat wave since 10:00 (moderate), one that is over, a drill and a draft.
 */
export const WITH_ALERTS: Changes = {
  ...incident('flood', 'actual', 'Flood'),
  ...message(
    'flood',
    'flood-1',
    { nextUpdateDueAt: '"2026-11-23T18:00:00+05:00"', contact: 'The town hall' },
    'پرانے شہر میں نل کا پانی محفوظ نہیں',
  ),
  ...message(
    'flood',
    'flood-2',
    {
      kind: 'update',
      sentAt: '"2026-11-23T18:00:00+05:00"',
      expiresAt: '"2026-11-25T09:00:00+05:00"',
      headline: 'Tankers bring safe water to the old town',
      changed: 'There are tankers now.',
    },
    'پرانے شہر میں صاف پانی کے ٹینکر آ گئے',
  ),
  ...message(
    'flood',
    'flood-3',
    {
      kind: 'cancel',
      sentAt: '"2026-11-24T08:00:00+05:00"',
      expiresAt: '"2026-11-25T08:00:00+05:00"',
      severity: 'minor',
      urgency: 'past',
      responses: '[all-clear]',
      headline: 'The water is safe again',
      instruction: 'Drink it as usual.',
      changed: 'The alert is over.',
    },
    'پانی اب محفوظ ہے',
  ),
  ...incident('heat', 'actual', 'Heat'),
  ...message(
    'heat',
    'heat-1',
    {
      sentAt: '"2026-11-23T10:00:00+05:00"',
      severity: 'moderate',
      headline: 'It is very hot in the hills today',
      description: 'Temperatures have reached 42 degrees in the hills.',
      instruction: 'Drink water often and rest in the shade.',
      area: 'The hills',
    },
    'آج پہاڑوں میں بہت گرمی ہے',
  ),
  ...incident('storm', 'actual', 'Storm'),
  ...message(
    'storm',
    'storm-1',
    {
      sentAt: '"2026-10-02T10:00:00+05:00"',
      expiresAt: '"2026-10-02T20:00:00+05:00"',
      headline: 'A storm is coming to the coast',
      description: 'Winds of 90 kilometres an hour are on their way to the coast.',
      instruction: 'Stay indoors until this evening.',
      area: 'The coast',
    },
    'ساحل کی طرف طوفان آ رہا ہے',
  ),
  ...incident('quake-drill', 'exercise', 'Earthquake drill'),
  ...message(
    'quake-drill',
    'quake-drill-1',
    {
      sentAt: '"2026-11-23T10:30:00+05:00"',
      severity: 'extreme',
      headline: 'A strong earthquake has hit the valley',
      description: 'The ground shook for a minute in the whole valley.',
      instruction: 'Leave buildings that are cracked.',
      area: 'The valley',
    },
    'وادی میں شدید زلزلہ آیا ہے',
  ),
  ...incident('fire-plan', 'draft', 'Fire plan'),
};

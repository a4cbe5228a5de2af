import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { capPath, incidentPath, publicAddress } from '../model/addresses.ts';
import type { Incident, Update } from '../model/content.ts';
import type { Geometry } from '../model/incident.ts';
import { inOrder } from '../model/incident-state.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import { toEpochMs } from '../model/time.ts';

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

export interface CapInput {
  incident: Incident;
  update: Update;
  organisation: Pick<Organisation, 'id' | 'name' | 'url' | 'contact' | 'languages' | 'demonstration'>;
}

/**
 * An update as a message of the Common Alerting Protocol 1.2 (OASIS): one alert with one `info` for each language, those of
 * the organisation first and in its order. What a demonstration says is an exercise to every machine. The same input gives the same bytes: nothing in it is minted or read off a clock.
 */
export function capAlert({ incident, update, organisation }: CapInput): string {
  const earlier = referencedBy(incident, update);
  const status = statusOf(incident, organisation);
  const alert = x(
    'alert',
    { xmlns: NAMESPACE },
    x('identifier', capIdentifier(organisation, incident, update)),
    x('sender', capSender(organisation)),
    x('sent', capTime(update.sentAt)),
    x('status', CODE[status]),
    x('msgType', CODE[update.kind]),
    x('scope', 'Public'),
    ...(status === 'actual' ? [] : [x('note', 'This is no real alert. Do nothing.')]),
    ...(earlier.length > 0
      ? [x('references', earlier.map((one) => capReference(organisation, incident, one)).join(' '))]
      : []),
    x('incidents', incident.id),
    ...languagesOf(update, organisation).map((language) => info({ incident, update, organisation }, language)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(alert)}\n`;
}

function statusOf(
  { status }: Pick<Incident, 'status'>,
  { demonstration }: Pick<Organisation, 'demonstration'>,
): Incident['status'] {
  return status === 'actual' && demonstration ? 'exercise' : status;
}

/** Permanent name of an update among all alerts of the organisation; it follows from the ids alone. */
export function capIdentifier(
  organisation: Pick<Organisation, 'id'>,
  incident: Pick<Incident, 'id'>,
  update: Pick<Update, 'id'>,
): string {
  return `${organisation.id}.${incident.id}.${update.id}`;
}

/** Name of whoever sends: the organisation's address, which nobody else has. */
export function capSender({ contact }: Pick<Organisation, 'contact'>): string {
  return contact.email;
}

/** `sender,identifier,sent`: how later messages name this one. */
export function capReference(
  organisation: Pick<Organisation, 'id' | 'contact'>,
  incident: Pick<Incident, 'id'>,
  update: Pick<Update, 'id' | 'sentAt'>,
): string {
  return [capSender(organisation), capIdentifier(organisation, incident, update), capTime(update.sentAt)].join();
}

/** Earlier messages of the incident that still hold when this one is sent: it takes the place of all of them. */
export function referencedBy({ updates }: Pick<Incident, 'updates'>, update: Update): Update[] {
  if (update.kind === 'alert') return [];
  const sentAt = toEpochMs(update.sentAt);
  return inOrder(updates).filter(
    (one) => one.id !== update.id && toEpochMs(one.sentAt) < sentAt && toEpochMs(one.expiresAt) > sentAt,
  );
}

/** An instant as CAP writes it: with seconds and an offset, UTC as `-00:00`; `Z` is not valid (section 3.3.2). */
export function capTime(instant: string): string {
  const [, moment = '', seconds = ':00', offset = ''] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(instant) ?? [];
  return `${moment}${seconds}${/^(Z|[+-]00:00)$/.test(offset) ? '-00:00' : offset}`;
}

/** The languages an update exists in, in the organisation's order. */
export function languagesOf(
  update: Pick<Update, 'versions'>,
  { languages }: Pick<Organisation, 'languages'>,
): string[] {
  return languages.map(({ tag }) => tag).filter((tag) => Object.hasOwn(update.versions, tag));
}

function info({ incident, update, organisation }: CapInput, language: string) {
  const words = inLanguage(update.versions, language);
  const title = inLanguage(incident.versions, language).title;
  const isCancel = update.kind === 'cancel';
  return x(
    'info',
    {},
    x('language', language),
    ...incident.category.map((category) => x('category', CATEGORY[category])),
    x('event', title),
    ...update.responses.map((response) => x('responseType', RESPONSE[response])),
    x('urgency', capital(update.urgency)),
    x('severity', capital(update.severity)),
    x('certainty', capital(update.certainty)),
    x('effective', capTime(update.sentAt)),
    x('expires', capTime(update.expiresAt)),
    x('senderName', inLanguage(organisation.name, language)),
    x(
      'headline',
      statusOf(incident, organisation) === 'actual'
        ? words.headline
        : `${TEST_MARK[language] ?? TEST_MARK.en} ${words.headline}`,
    ),
    x('description', words.description),
    x('instruction', words.instruction),
    x('web', update.link ?? publicAddress(organisation, incidentPath(incident.id, language))),
    ...(words.contact === undefined ? [] : [x('contact', words.contact)]),
    ...(isCancel || update.nextUpdateDueAt === undefined
      ? []
      : [x('parameter', {}, x('valueName', 'nextUpdateDueAt'), x('value', capTime(update.nextUpdateDueAt)))]),
    x(
      'area',
      {},
      x('areaDesc', words.area),
      ...shapes(update.geometry),
      ...update.geometry.geocodes.map(({ system, value }) =>
        x('geocode', {}, x('valueName', system), x('value', value)),
      ),
    ),
  );
}

/** First words of a headline that is no real alert, in the languages of the site. */
const TEST_MARK: Readonly<Record<string, string>> = { en: 'TEST:', ur: 'آزمائش:', ar: 'اختبار:' };

function shapes({ polygons, circles }: Geometry) {
  return [
    ...polygons.map((ring) => x('polygon', ring.map((point) => point.join()).join(' '))),
    ...circles.map(({ centre, radiusKm }) => x('circle', `${centre.join()} ${radiusKm}`)),
  ];
}

/** Public address of an update's CAP file. */
export function capAddress(organisation: Pick<Organisation, 'url'>, incidentId: string, updateId: string): string {
  return publicAddress(organisation, capPath(incidentId, updateId));
}

const CODE = {
  actual: 'Actual',
  exercise: 'Exercise',
  test: 'Test',
  draft: 'Draft',
  alert: 'Alert',
  update: 'Update',
  cancel: 'Cancel',
} as const;

const CATEGORY: Readonly<Record<Incident['category'][number], string>> = {
  geo: 'Geo',
  met: 'Met',
  safety: 'Safety',
  security: 'Security',
  rescue: 'Rescue',
  fire: 'Fire',
  health: 'Health',
  env: 'Env',
  transport: 'Transport',
  infra: 'Infra',
  cbrne: 'CBRNE',
  other: 'Other',
};

const RESPONSE: Readonly<Record<Update['responses'][number], string>> = {
  shelter: 'Shelter',
  evacuate: 'Evacuate',
  prepare: 'Prepare',
  execute: 'Execute',
  avoid: 'Avoid',
  monitor: 'Monitor',
  assess: 'Assess',
  'all-clear': 'AllClear',
  none: 'None',
};

function capital(code: string): string {
  return `${code.slice(0, 1).toUpperCase()}${code.slice(1)}`;
}

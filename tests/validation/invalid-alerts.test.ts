import { describe, expect, it } from 'vitest';
import { checkedContent } from '../../scripts/checked-content.ts';
import { toEpochMs } from '../../src/model/time.ts';
import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE, SECOND_UPDATE } from '../../src/validation/example-desk.ts';
import { deskWith } from '../support/example-desk.ts';

// Alerts that may not go out, each with one mistake, held against the whole check: what it says, and where.

const ACTUAL = INCIDENT.replace('status: draft', 'status: actual');
const NOON = toEpochMs('2026-11-23T12:00:00+05:00');

/** The files of a real incident: its page, its alert and, where there is one, the message after it. */
function alert(first: string, next?: string, incident = ACTUAL): Record<string, string> {
  return { [INCIDENT_PAGE]: incident, [FIRST_UPDATE]: first, ...(next !== undefined && { [SECOND_UPDATE]: next }) };
}

const field = (name: string, value: string) => anUpdate({ [name]: value });
const without = (name: string) => anUpdate().replace(new RegExp(`^${name}: .*\\n`, 'm'), '');
const second = (different: Readonly<Record<string, string>> = {}) =>
  anUpdate({
    id: 'flood-2',
    kind: 'update',
    sentAt: '"2026-11-23T10:00:00+05:00"',
    expiresAt: '"2026-11-24T12:00:00+05:00"',
    headline: 'Tankers bring safe water',
    ...different,
  });

/** `said`: the one error, from the incident’s folder on. */
const INVALID: readonly { name: string; files: Record<string, string>; said: string }[] = [
  {
    name: 'without an id',
    files: alert(without('id')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `id` → write `id: …`',
  },
  {
    name: 'of an id with capitals',
    files: alert(field('id', 'Flood-1')),
    said: 'updates/flood-1/en.mdx:2:5 Unexpected id `Flood-1` → write at most 64 small letters a–z, digits and single hyphens, for example `world-aids-day`',
  },
  {
    name: 'of no kind',
    files: alert(without('kind')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `kind` → write `kind: …`',
  },
  {
    name: 'of a kind that there is not',
    files: alert(field('kind', 'warning')),
    said: 'updates/flood-1/en.mdx:3:7 Unexpected `warning` for `kind` → write `alert`, `update` or `cancel`',
  },
  {
    name: 'that says not when it is sent',
    files: alert(without('sentAt')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `sentAt` → write `sentAt: …`',
  },
  {
    name: 'sent at a time without an offset',
    files: alert(field('sentAt', '"2026-11-23T09:00:00"')),
    said: 'updates/flood-1/en.mdx:4:9 Unexpected date and time `2026-11-23T09:00:00` without a time zone → write for example `"2026-11-23T09:00:00+05:00"`',
  },
  {
    name: 'sent on a day that there is not',
    files: alert(field('sentAt', '"2026-02-30T09:00:00+05:00"')),
    said: 'updates/flood-1/en.mdx:4:9 Unexpected day in `2026-02-30T09:00:00+05:00`: February has 28 days → write a day from 01 to 28',
  },
  {
    name: 'that never ends',
    files: alert(without('expiresAt')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `expiresAt` → write `expiresAt: …`',
  },
  {
    name: 'that ends before it begins',
    files: alert(field('expiresAt', '"2026-11-23T08:00:00+05:00"')),
    said: 'updates/flood-1/en.mdx:5:12 Unexpected `expiresAt`: 2026-11-23T08:00:00+05:00 is not after `sentAt`, 2026-11-23T09:00:00+05:00 → write a later `expiresAt`, or an earlier `sentAt`',
  },
  {
    name: 'whose next update comes after its end',
    files: alert(field('responses', '[avoid]\nnextUpdateDueAt: "2026-11-25T09:00:00+05:00"')),
    said: 'updates/flood-1/en.mdx:10:18 Unexpected `nextUpdateDueAt`: 2026-11-25T09:00:00+05:00 is after `expiresAt`, 2026-11-24T09:00:00+05:00: this message would run out before the next one is there → write an earlier `nextUpdateDueAt`, or a later `expiresAt`',
  },
  {
    name: 'of no severity',
    files: alert(without('severity')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `severity` → write `severity: …`',
  },
  {
    name: 'of a severity that CAP does not know',
    files: alert(field('severity', 'high')),
    said: 'updates/flood-1/en.mdx:6:11 Unexpected `high` for `severity` → write `extreme`, `severe`, `moderate`, `minor` or `unknown`',
  },
  {
    name: 'of an urgency that CAP does not know',
    files: alert(field('urgency', 'now')),
    said: 'updates/flood-1/en.mdx:7:10 Unexpected `now` for `urgency` → write `immediate`, `expected`, `future`, `past` or `unknown`',
  },
  {
    name: 'of a certainty that CAP does not know',
    files: alert(field('certainty', 'very-likely')),
    said: 'updates/flood-1/en.mdx:8:12 Unexpected `very-likely` for `certainty` → write `observed`, `likely`, `possible`, `unlikely` or `unknown`',
  },
  {
    name: 'that asks for no response',
    files: alert(field('responses', '[]')),
    said: 'updates/flood-1/en.mdx:9:12 Unexpected empty list for `responses`: at least 1 expected → write at least 1 of them',
  },
  {
    name: 'that asks for the same response twice',
    files: alert(field('responses', '[avoid, avoid]')),
    said: 'updates/flood-1/en.mdx:9:20 Unexpected second `avoid` in this list → keep one of the two',
  },
  {
    name: 'that is nowhere',
    files: alert(without('geometry')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `geometry` → write `geometry: …`',
  },
  {
    name: 'with a shape of three points',
    files: alert(field('geometry', '{ polygons: [[[31.6, 74.2], [31.6, 74.4], [31.6, 74.2]]] }')),
    said: 'updates/flood-1/en.mdx:10:24 Unexpected list of 3 for `geometry.polygons`: at least 4 expected → write at least 4 of them',
  },
  {
    name: 'with a shape that is open',
    files: alert(field('geometry', '{ polygons: [[[31.6, 74.2], [31.6, 74.4], [31.4, 74.4], [31.4, 74.2]]] }')),
    said: 'updates/flood-1/en.mdx:10:24 Unexpected open polygon: its last point is not its first → write [31.6, 74.2] once more at its end',
  },
  {
    name: 'with a shape off the globe',
    files: alert(field('geometry', '{ circles: [{ centre: [131.5, 74.3], radiusKm: 5 }] }')),
    said: 'updates/flood-1/en.mdx:10:34 Unexpected number `131.5` for `geometry.circles.centre`: at most 90 expected → write 90 or less',
  },
  {
    name: 'with a circle of no size',
    files: alert(field('geometry', '{ circles: [{ centre: [31.5, 74.3], radiusKm: 0 }] }')),
    said: 'updates/flood-1/en.mdx:10:57 Unexpected number `0` for `geometry.circles.radiusKm`: more than 0 expected → write more than 0',
  },
  {
    name: 'without a headline',
    files: alert(without('headline')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `headline` → write `headline: …`',
  },
  {
    name: 'with an empty headline',
    files: alert(field('headline', '""')),
    said: 'updates/flood-1/en.mdx:11:11 Unexpected empty text → write the text, or remove the field',
  },
  {
    name: 'without an instruction',
    files: alert(without('instruction')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `instruction` → write `instruction: …`',
  },
  {
    name: 'without a description',
    files: alert(without('description')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `description` → write `description: …`',
  },
  {
    name: 'without words for its area',
    files: alert(without('area')),
    said: 'updates/flood-1/en.mdx:1:1 Missing field `area` → write `area: …`',
  },
  {
    name: 'with HTML in its words',
    files: alert(field('instruction', '"Boil <b>all</b> water."')),
    said: 'updates/flood-1/en.mdx:13:14 Unexpected HTML in `instruction`: those who get the alert see the signs themselves → write plain words; paragraphs are parted by an empty line',
  },
  {
    name: 'with a hidden character',
    files: alert(field('headline', '"Tap water is \\u202Eunsafe"')),
    said: 'updates/flood-1/en.mdx:11:11 Unexpected invisible character U+202E → delete it; the direction of text follows from its language',
  },
  {
    name: 'whose description repeats its headline',
    files: alert(field('description', 'Tap water is unsafe in the old town')),
    said: 'updates/flood-1/en.mdx:12:14 Unexpected description: it says the same as the headline → say what is the matter, where and since when',
  },
  {
    name: 'that leads to an unsafe address',
    files: alert(field('responses', '[avoid]\nlink: http://example.org/flood')),
    said: 'updates/flood-1/en.mdx:10:7 Unexpected address `http://example.org/flood`: anyone on the way can change what the reader sees → write `https://example.org/flood`',
  },
  {
    name: 'with a field that there is not',
    files: alert(field('responses', '[avoid]\nareas: The new town')),
    said: 'updates/flood-1/en.mdx:10:1 Unexpected field `areas` → did you mean `area`?',
  },
  {
    name: 'with words for a channel that there is not',
    files: alert(field('responses', '[avoid]\nvariants: { pigeon: Boil water. }')),
    said: 'updates/flood-1/en.mdx:10:13 Unexpected `pigeon`: there is nothing of this name in content/channels → write `outbox`',
  },
  {
    name: 'of which a person has still to write words',
    files: alert(field('area', '"✎ Write here: where it holds"')),
    said: 'updates/flood-1/en.mdx:14:7 Unexpected `✎`: these words are still to be written → write them in place of the whole text',
  },
  {
    name: 'whose glass was broken by nobody on duty',
    files: alert(
      field('responses', '[avoid]\nbreakGlass: { by: amina, reason: It was night, at: "2026-11-23T08:55:00+05:00" }'),
    ),
    said: 'updates/flood-1/en.mdx:10:19 Unexpected `amina`: this person was no approver on duty on 2026-11-23 → have an approver on duty decide, or wait for two approvals',
  },
  {
    name: 'that begins with an update',
    files: alert(field('kind', 'update')),
    said: 'updates/flood-1/en.mdx:3:7 Unexpected `update` as the first message → write `alert`, or mend `sentAt`',
  },
  {
    name: 'that begins with its end',
    files: alert(field('kind', 'cancel')),
    said: 'updates/flood-1/en.mdx:3:7 Unexpected `cancel` as the first message → write `alert`, or mend `sentAt`',
  },
  {
    name: 'that follows at the same moment',
    files: alert(anUpdate(), second({ sentAt: '"2026-11-23T09:00:00+05:00"' })),
    said: 'updates/flood-2/en.mdx:4:9 Unexpected second message at 2026-11-23T09:00:00+05:00: `flood-1` is sent then → write the moment at which this one goes out',
  },
  {
    name: 'that follows what has run out',
    files: alert(anUpdate(), second({ sentAt: '"2026-11-24T10:00:00+05:00"' })),
    said: 'updates/flood-2/en.mdx:4:9 Unexpected update at 2026-11-24T10:00:00+05:00: `flood-1` ran out at 2026-11-24T09:00:00+05:00 → send it before then; where the danger is back, begin a new incident',
  },
  {
    name: 'that is a second alert',
    files: alert(anUpdate(), second({ kind: 'alert' })),
    said: 'updates/flood-2/en.mdx:3:7 Unexpected `alert` after `flood-1`, which is an alert → write `update` or `cancel`, or mend `sentAt`',
  },
  {
    name: 'of an id that is taken',
    files: alert(anUpdate(), second({ id: 'flood-1' })),
    said: 'updates/flood-2/en.mdx:2:5 Unexpected second `flood-1`: content/incidents/flood/updates/flood-1/en.mdx has this id already → give this one an id of its own',
  },
  {
    name: 'of an incident without an ending',
    files: alert(anUpdate(), undefined, ACTUAL.replace(/ending:\n.*\n.*\n/, '')),
    said: 'en.mdx:1:1 Missing field `ending` → write `ending: …`',
  },
  {
    name: 'of an incident of no category',
    files: alert(anUpdate(), undefined, ACTUAL.replace('[health]', '[]')),
    said: 'en.mdx:4:11 Unexpected empty list for `category`: at least 1 expected → write at least 1 of them',
  },
  {
    name: 'of an incident on a channel that there is not',
    files: alert(anUpdate(), undefined, ACTUAL.replace('[outbox]', '[radio]')),
    said: 'en.mdx:5:12 Unexpected `radio`: there is nothing of this name in content/channels → write `outbox`',
  },
  {
    name: 'of an incident from a source that there is not',
    files: alert(anUpdate(), undefined, ACTUAL.replace('[who-water]', '[rumour]')),
    said: 'en.mdx:6:11 Unexpected `rumour`: there is nothing of this name in content/sources → write `cdc-water`, `epa-boiling`, `unicef-boiling` or `who-water`',
  },
  {
    name: 'of an incident by an unknown author',
    files: alert(anUpdate(), undefined, ACTUAL.replace('author: amina', 'author: nobody')),
    said: 'en.mdx:7:9 Unexpected `nobody`: there is nothing of this name in content/people → write `amina`',
  },
];

describe('an alert', () => {
  it('and an update without a mistake are accepted', async () => {
    expect(await errorsIn(alert(anUpdate(), second()))).toEqual([]);
  });

  it.each(INVALID)('$name is refused', async ({ files, said }) => {
    expect(await errorsIn(files)).toEqual([said]);
  });
});

async function errorsIn(files: Record<string, string>): Promise<string[]> {
  const { problems } = await checkedContent({ root: deskWith(files), contentDir: 'content', now: NOON });
  return problems.flatMap(({ severity, file, line, column, message, hint }) =>
    severity === 'error'
      ? [`${file.replace('content/incidents/flood/', '')}:${line}:${column} ${message} → ${hint}`]
      : [],
  );
}

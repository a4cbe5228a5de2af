import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content, Incident } from '../src/model/content.ts';
import {
  ALERT_CATEGORIES,
  CERTAINTIES,
  FILL_IN_MARK,
  type Geometry,
  type IncidentOriginal,
  RESPONSE_TYPES,
  SEVERITIES,
  URGENCIES,
} from '../src/model/incident.ts';
import { incidentState, inOrder } from '../src/model/incident-state.ts';
import { suggest } from '../src/model/suggest.ts';
import { dayAt, type EpochMs, toEpochMs, toInstantText } from '../src/model/time.ts';
import { readContent } from '../src/reading/read-content.ts';
import { momentOf, readArguments, runCommand, UsageError } from './arguments.ts';
import { type Asking, openAsking } from './asking.ts';
import { cancelFiles, incidentFiles, languagesOf, type NewFile, updateFiles, type Words } from './incident-files.ts';

const USAGE = `npm run new -- incident [options]
npm run new -- update INCIDENT [options]
npm run new -- cancel INCIDENT [options]

Writes the files of a new incident, of its next message or of its end, in every language, and asks for what is missing. Without a
terminal everything is said by options. Nothing that is there is changed. Words that are not given in a language are marked with
${FILL_IN_MARK}, and npm run check lets none of these out.

Words, each as "TEXT" in the first language or LANGUAGE="TEXT", for example --headline "…" --headline ur="…":
  --title  --headline  --description  --instruction  --area  --ending-headline  --ending-instruction      needed for an incident
  --headline  --changed                                          needed for an update; the rest stays as it was where not given
  --summary  --contact                                                                        where there is something to say
Choices:  --category ${ALERT_CATEGORIES.join('|')}…\n   --severity ${SEVERITIES.join('|')}
  --urgency ${URGENCIES.join('|')} (immediate)  --certainty ${CERTAINTIES.join('|')} (likely)
  --response ${RESPONSE_TYPES.join('|')}… (monitor)  --status actual|exercise|test|draft (draft)
Where, for machines:  --circle LATITUDE,LONGITUDE,KM  --geocode SYSTEM=VALUE
Who and from what:  --author PERSON  --source ID…  --channel ID… (all that fit)  --language TAG… (the organisation’s)  --id ID (from the title)
When:  --at INSTANT (now)  --hours N (24) until it runs out by itself  --next N hours until the next update

A cancellation says the words that were prepared with the alert; --description and --changed add to them.
Exit code 0: written; 2: something is missing or wrong, and nothing was written.`;

const HOUR_MS = 3_600_000;
const STATUSES: readonly IncidentOriginal['status'][] = ['actual', 'exercise', 'test', 'draft'];
const ID_LENGTH = 48;

await runCommand(USAGE, async () => {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const { values, positionals } = readArguments(
    {
      title: texts,
      summary: texts,
      headline: texts,
      description: texts,
      instruction: texts,
      area: texts,
      changed: texts,
      contact: texts,
      'ending-headline': texts,
      'ending-instruction': texts,
      category: texts,
      severity: text,
      urgency: text,
      certainty: text,
      response: texts,
      status: text,
      circle: texts,
      geocode: texts,
      author: text,
      source: texts,
      channel: texts,
      language: texts,
      id: text,
      at: text,
      hours: text,
      next: text,
    },
    true,
  );
  const [what, name, ...rest] = positionals;
  const now = momentOf(values.at ?? values.now);
  const root = process.cwd();
  if (what !== 'incident' && what !== 'update' && what !== 'cancel')
    throw new UsageError('Say what is new: incident, update INCIDENT or cancel INCIDENT.');
  if ((what === 'incident') !== (name === undefined) || rest.length > 0)
    throw new UsageError(
      what === 'incident'
        ? 'A new incident takes options only; its id follows from --title.'
        : `Name one incident: npm run new -- ${what} ID.`,
    );
  const { content } = await readContent(root, values.content);
  if (!content) throw new UsageError('The organisation’s own file cannot be read; npm run check says more.');
  const asking = openAsking();
  try {
    const chosen = { values, content, now, asking };
    const files = what === 'incident' ? await newIncident(chosen) : await nextMessage(what, name ?? '', chosen);
    const folder = path.resolve(root, values.content);
    const taken = files.find(({ file }) => existsSync(path.join(folder, file)));
    if (taken) throw new UsageError(`${values.content}/${taken.file} is there already, and is left as it is.`);
    for (const { file, text: words } of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), words, { flag: 'wx' });
    }
    process.stdout.write(report(files, values.content));
    return 0;
  } finally {
    asking.close();
  }
});

type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

interface Chosen {
  values: Values;
  content: Content;
  now: EpochMs;
  asking: Asking;
}

async function newIncident({ values, content, now, asking }: Chosen): Promise<NewFile[]> {
  const { organisation } = content;
  const tags = organisation.languages.map(({ tag }) => tag);
  const languages = manyOf('language', values, tags) ?? tags;
  const words = wordsReader(values, tags, languages[0] ?? '');
  const asksFor = (option: string, question: string) => asking.words(option, question, words(option), languages);
  const title = await asksFor('title', 'What is it, and where?');
  const headline = await asksFor('headline', 'The key fact, in at most 140 characters?');
  const description = await asksFor('description', 'What is the matter, where and since when?');
  const instruction = await asksFor('instruction', 'What should people do now?');
  const area = await asksFor('area', 'Where does it hold, in words?');
  const endingHeadline = await asksFor('ending-headline', 'When it is over, what will the headline be?');
  const endingInstruction = await asksFor('ending-instruction', 'When it is over, what may people do again?');
  const category = await asking.many(
    'category',
    'Which kind?',
    manyOf('category', values, ALERT_CATEGORIES),
    ALERT_CATEGORIES,
  );
  const severity = await asking.one('severity', 'How severe?', oneOf('severity', values, SEVERITIES), SEVERITIES);
  const sources = await asking.many(
    'source',
    'From which sources?',
    manyOf('source', values, [...content.sources.keys()]),
    [...content.sources.keys()],
  );
  const author = await asking.one('author', 'Who writes it?', oneOf('author', values, [...content.people.keys()]), [
    ...content.people.keys(),
  ]);
  const geometry =
    geometryOf(values) ??
    (await asking.parsed('circle', 'Where, for machines: a circle as latitude,longitude,km?', circleOf));
  const urgency = oneOf('urgency', values, URGENCIES) ?? 'immediate';
  const certainty = oneOf('certainty', values, CERTAINTIES) ?? 'likely';
  const responses = manyOf('response', values, RESPONSE_TYPES) ?? ['monitor'];
  const status = oneOf('status', values, STATUSES) ?? 'draft';
  const fitting = [...content.channels.values()].filter(
    ({ network, test }) => network === 'outbox' || (status === 'exercise' || status === 'test') === test,
  );
  const channels = manyOf('channel', values, [...content.channels.keys()]) ?? fitting.map(({ id }) => id);
  const own = typeof values.id === 'string' ? values.id : idFrom(title[languages[0] ?? ''] ?? '');
  asking.refuseMissing(own === '' ? ['id'] : []);
  const id = typeof values.id === 'string' ? own : freeId(own, content, dayAt(now, organisation.timeZone));
  const contact = words('contact');
  return incidentFiles({
    id,
    status,
    category,
    channels,
    sources,
    helplines: organisation.helplines.filter(({ country }) => country === organisation.country).map((line) => line.id),
    country: organisation.country,
    author,
    title,
    summary: { ...oneLine(description), ...words('summary') },
    endingHeadline,
    endingInstruction,
    alert: {
      id: messageId(id, []),
      languages,
      ...timesOf(values, now, organisation.timeZone),
      severity,
      urgency,
      certainty,
      responses,
      geometry,
      headline,
      description,
      instruction,
      area,
      ...(Object.keys(contact).length > 0 && { contact }),
    },
  });
}

async function nextMessage(
  kind: 'update' | 'cancel',
  name: string,
  { values, content, now, asking }: Chosen,
): Promise<NewFile[]> {
  const { timeZone, languages: known } = content.organisation;
  const incident = incidentNamed(name, content);
  refuseWhatIsOver(incident, kind, now, timeZone);
  const languages = languagesOf(incident);
  const words = wordsReader(
    values,
    known.map(({ tag }) => tag),
    incident.originalLanguage,
  );
  const id =
    typeof values.id === 'string'
      ? values.id
      : messageId(
          incident.id,
          content.incidents.flatMap(({ updates }) => updates.map((one) => one.id)),
        );
  const optional = (option: string) => {
    const found = words(option);
    return Object.keys(found).length === 0 ? undefined : found;
  };
  const { nextUpdateDueAt, ...times } = timesOf(values, now, timeZone);
  const description = optional('description');
  if (kind === 'cancel') {
    const changed = optional('changed');
    return cancelFiles(incident, {
      id,
      ...times,
      timeZone,
      ...(description && { description }),
      ...(changed && { changed }),
    });
  }
  const headline = await asking.words(
    'headline',
    'The key fact now, in at most 140 characters?',
    words('headline'),
    languages,
  );
  const changed = await asking.words(
    'changed',
    'What is different since the last message?',
    words('changed'),
    languages,
  );
  asking.refuseMissing([]);
  const [instruction, area, contact] = ['instruction', 'area', 'contact'].map(optional);
  const geometry = geometryOf(values);
  const severity = oneOf('severity', values, SEVERITIES);
  const urgency = oneOf('urgency', values, URGENCIES);
  const certainty = oneOf('certainty', values, CERTAINTIES);
  const responses = manyOf('response', values, RESPONSE_TYPES);
  return updateFiles(incident, {
    id,
    ...times,
    ...(nextUpdateDueAt !== undefined && { nextUpdateDueAt }),
    headline,
    changed,
    ...(description && { description }),
    ...(instruction && { instruction }),
    ...(area && { area }),
    ...(contact && { contact }),
    ...(geometry && { geometry }),
    ...(severity && { severity }),
    ...(urgency && { urgency }),
    ...(certainty && { certainty }),
    ...(responses && { responses }),
  });
}

function incidentNamed(name: string, { incidents }: Content): Incident {
  const found = incidents.find(({ id }) => id === name);
  if (found) return found;
  const known = incidents.map(({ id }) => id);
  const near = suggest(name, known);
  throw new UsageError(
    `There is no incident ${name} that can be read; ${near ? `did you mean ${near}?` : known.length > 0 ? `the incidents are ${known.join(', ')}.` : 'npm run new -- incident makes one.'}`,
  );
}

function refuseWhatIsOver(incident: Incident, kind: 'update' | 'cancel', now: EpochMs, timeZone: string): void {
  const newest = inOrder(incident.updates).at(-1);
  if (!newest) throw new UsageError(`${incident.id} has no message yet: there is nothing to ${kind}.`);
  // A draft is judged as if it were real: it may become so.
  const state = incidentState({ ...incident, status: 'actual' }, Math.max(now, toEpochMs(newest.sentAt)));
  if (state.kind === 'cancelled')
    throw new UsageError(`${incident.id} was cancelled by ${newest.id}: it is over. Begin a new incident.`);
  if (state.kind === 'expired')
    throw new UsageError(
      `${incident.id} ran out at ${newest.expiresAt}: it is over. Begin a new incident where the danger is back.`,
    );
  if (now <= toEpochMs(newest.sentAt))
    throw new UsageError(
      `${newest.id} is sent at ${newest.sentAt}, and this one at ${toInstantText(now, timeZone)}: name a later moment with --at.`,
    );
}

function timesOf(values: Values, now: EpochMs, timeZone: string) {
  const hours = hoursOf('hours', values) ?? 24;
  const next = hoursOf('next', values);
  if (next !== undefined && next >= hours)
    throw new UsageError(
      `--next ${next}: the next update has to come before this one runs out, which is after ${hours} hours (--hours).`,
    );
  return {
    sentAt: toInstantText(now, timeZone),
    expiresAt: toInstantText(now + hours * HOUR_MS, timeZone),
    ...(next !== undefined && { nextUpdateDueAt: toInstantText(now + next * HOUR_MS, timeZone) }),
  };
}

function hoursOf(option: string, values: Values): number | undefined {
  const written = values[option];
  if (written === undefined) return undefined;
  const hours = Number(written);
  if (!(hours > 0 && hours <= 24 * 30))
    throw new UsageError(`--${option} ${written}: write a number of hours, at most 720.`);
  return hours;
}

/** Words of an option by language: `--headline "…" --headline ur="…"`. */
function wordsReader(values: Values, tags: readonly string[], first: string): (option: string) => Words {
  return (option) =>
    Object.fromEntries(
      listOf(values[option]).map((written) => {
        const [, tag, words] = /^([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)=(.*)$/s.exec(written) ?? [];
        const said = tag !== undefined && tags.includes(tag) ? [tag, words ?? ''] : [first, written];
        if ((said[1] ?? '').trim() === '') throw new UsageError(`--${option} ${written}: there are no words.`);
        return said.map((part) => part.trim()) as [string, string];
      }),
    );
}

function oneLine(words: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([language, text]) => [language, text.replace(/\s+/g, ' ')]));
}

function listOf(value: Values[string]): string[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

function oneOf<T extends string>(option: string, values: Values, choices: readonly T[]): T | undefined {
  return manyOf(option, values, choices)?.[0];
}

function manyOf<T extends string>(option: string, values: Values, choices: readonly T[]): T[] | undefined {
  const written = listOf(values[option]).flatMap((words) => words.split(',').map((word) => word.trim()));
  const stranger = written.find((word) => !choices.includes(word as T));
  if (stranger !== undefined) {
    const near = suggest(stranger, choices);
    throw new UsageError(
      `--${option} ${stranger}: ${near ? `did you mean ${near}?` : `write one of ${choices.join(', ')}.`}`,
    );
  }
  return written.length === 0 ? undefined : ([...new Set(written)] as T[]);
}

function geometryOf(values: Values): Geometry | undefined {
  const circles = listOf(values.circle).map((written) => {
    const circle = circleOf(written);
    if (!circle) throw new UsageError(`--circle ${written}: write latitude,longitude,km, for example 31.55,74.34,5.`);
    return circle.circles[0] as Geometry['circles'][number];
  });
  const geocodes = listOf(values.geocode).map((written) => {
    const [, system, value] = /^([^=]+)=(.+)$/.exec(written) ?? [];
    if (system === undefined || value === undefined)
      throw new UsageError(`--geocode ${written}: write SYSTEM=VALUE, for example PK-district=Lahore.`);
    return { system: system.trim(), value: value.trim() };
  });
  return circles.length + geocodes.length === 0 ? undefined : { polygons: [], circles, geocodes };
}

function circleOf(written: string): Geometry | undefined {
  const [latitude = Number.NaN, longitude = Number.NaN, radiusKm = Number.NaN, ...rest] = written
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const isCircle =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && radiusKm > 0 && radiusKm <= 2000 && rest.length === 0;
  return isCircle ? { polygons: [], circles: [{ centre: [latitude, longitude], radiusKm }], geocodes: [] } : undefined;
}

/** The title’s Latin letters and digits as an id; empty where it has none. */
function idFrom(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let id = '';
  for (const word of words) {
    const longer = id === '' ? word.slice(0, ID_LENGTH) : `${id}-${word}`;
    if (longer.length > ID_LENGTH) break;
    id = longer;
  }
  return id;
}

function freeId(wanted: string, { incidents, campaigns }: Content, day: string): string {
  const taken = new Set([...incidents, ...campaigns].flatMap(({ id, slug }) => [id, slug]));
  const candidates = [
    wanted,
    `${wanted}-${day}`,
    ...Array.from({ length: 99 }, (_, index) => `${wanted}-${day}-${index + 2}`),
  ];
  return candidates.find((id) => !taken.has(id)) ?? wanted;
}

function messageId(incident: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${incident}-${number}`)) return `${incident}-${number}`;
}

function report(files: readonly NewFile[], contentDir: string): string {
  const lines = files.map(({ file, text }) => {
    const open = text.split(FILL_IN_MARK).length - 1;
    return `${contentDir}/${file}${open > 0 ? `: ${open} to fill in, marked ${FILL_IN_MARK}` : ''}\n`;
  });
  return `${lines.join('')}\nRead it once more, then: npm run check, and a pull request. It goes out when that is approved and merged.\n`;
}

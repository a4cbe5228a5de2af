import path from 'node:path';
import { stringify } from 'yaml';
import type { Incident, Update } from '../src/model/content.ts';
import type { ItemDraft } from '../src/model/draft.ts';
import { FILL_IN_MARK, type IncidentOriginal, type UpdateOriginal } from '../src/model/incident.ts';
import { inOrder } from '../src/model/incident-state.ts';
import { toEpochMs } from '../src/model/time.ts';
import { readItem } from '../src/reading/read-item.ts';
import { withTranslationOf } from './translation-note.ts';

/** A file that is to be written, from the content folder on. */
export interface NewFile {
  file: string;
  text: string;
}

/** Words by language; those that are missing are left to a person, plainly marked. */
export type Words = Readonly<Record<string, string>>;

/** What all messages of an incident have. `languages`: the first is the original's. */
interface MessageInput {
  /** Id of the message. */
  id: string;
  languages: readonly string[];
  sentAt: string;
  expiresAt: string;
  nextUpdateDueAt?: string;
  severity: UpdateOriginal['severity'];
  urgency: UpdateOriginal['urgency'];
  certainty: UpdateOriginal['certainty'];
  responses: UpdateOriginal['responses'];
  geometry: UpdateOriginal['geometry'];
  headline: Words;
  description: Words;
  instruction: Words;
  area: Words;
  changed?: Words;
  contact?: Words;
}

export interface IncidentInput {
  id: string;
  status: IncidentOriginal['status'];
  category: IncidentOriginal['category'];
  channels: readonly string[];
  sources: readonly string[];
  helplines: readonly string[];
  /** Country of the help lines that its page shows. */
  country: string;
  author: string;
  title: Words;
  summary: Words;
  endingHeadline: Words;
  endingInstruction: Words;
  alert: MessageInput;
}

/** A new incident: its page and its alert in every language, with the words that will end it. Pure. */
export function incidentFiles(input: IncidentInput): NewFile[] {
  const { id, status, category, channels, sources, helplines, author, alert } = input;
  const folder = `incidents/${id}`;
  const wordsIn = (language: string) => ({
    title: said(input.title, 'title', language),
    summary: said(input.summary, 'summary', language),
    ending: {
      headline: said(input.endingHeadline, 'endingHeadline', language),
      instruction: said(input.endingInstruction, 'endingInstruction', language),
    },
  });
  const decided = [
    field('id', id),
    field('status', status),
    flow('category', category),
    flow('channels', channels),
    flow('sources', sources),
    ...(helplines.length > 0 ? [flow('helplines', helplines)] : []),
    field('author', author),
  ];
  const page = languageFiles(folder, alert.languages, 'incidents', (language, isOriginal) =>
    file([...(isOriginal ? decided : []), ...fields(wordsIn(language))], pageBody(input, language)),
  );
  return [...page, ...messageFiles(id, 'alert', alert)];
}

export type UpdateInput = Pick<MessageInput, 'id' | 'sentAt' | 'expiresAt' | 'nextUpdateDueAt' | 'headline'> &
  Partial<Omit<MessageInput, 'languages'>> & { changed: Words };

/**
 * The next message of an incident, in its languages. What is not said otherwise stays as the newest message has it; a translation
 * of words that are others now is left to a person. Pure.
 */
export function updateFiles(incident: Incident, input: UpdateInput): NewFile[] {
  const newest = newestOf(incident);
  const languages = languagesOf(incident);
  const { nextUpdateDueAt, contact: newContact } = input;
  const contact = newContact ?? wordsOf(newest, 'contact');
  return messageFiles(incident.slug, 'update', {
    ...judgementOf(newest),
    ...given(input),
    id: input.id,
    languages,
    sentAt: input.sentAt,
    expiresAt: input.expiresAt,
    ...(nextUpdateDueAt !== undefined && { nextUpdateDueAt }),
    headline: input.headline,
    changed: input.changed,
    description: input.description ?? wordsOf(newest, 'description'),
    instruction: input.instruction ?? wordsOf(newest, 'instruction'),
    area: input.area ?? wordsOf(newest, 'area'),
    ...(Object.keys(contact).length > 0 && { contact }),
  });
}

export type CancelInput = Pick<MessageInput, 'id' | 'sentAt' | 'expiresAt'> &
  Partial<Pick<MessageInput, 'description' | 'changed'>> & { timeZone: string };

/** The end of an incident, in the words that were prepared with its alert, in every language. Pure. */
export function cancelFiles(incident: Incident, { id, sentAt, expiresAt, ...input }: CancelInput): NewFile[] {
  const newest = newestOf(incident);
  const first = inOrder(incident.updates)[0] ?? newest;
  const endings = Object.entries(incident.versions).map(([language, { ending }]) => [language, ending] as const);
  const contact = wordsOf(newest, 'contact');
  const over = Object.fromEntries(
    languagesOf(incident).flatMap((language) => {
      const day = new Intl.DateTimeFormat(`${language === 'en' ? 'en-GB' : language}-u-nu-latn`, {
        day: 'numeric',
        month: 'long',
        timeZone: input.timeZone,
      }).format(toEpochMs(first.sentAt));
      const pattern = SKELETON[language]?.over;
      return pattern === undefined ? [] : [[language, pattern.replace('{day}', day)]];
    }),
  );
  return messageFiles(incident.slug, 'cancel', {
    ...judgementOf(newest),
    id,
    languages: languagesOf(incident),
    sentAt,
    expiresAt,
    severity: 'minor',
    urgency: 'past',
    certainty: 'observed',
    responses: ['all-clear'],
    headline: Object.fromEntries(endings.map(([language, { headline }]) => [language, headline])),
    instruction: Object.fromEntries(endings.map(([language, { instruction }]) => [language, instruction])),
    description: input.description ?? over,
    area: wordsOf(newest, 'area'),
    ...(input.changed && { changed: input.changed }),
    ...(Object.keys(contact).length > 0 && { contact }),
  });
}

/** The languages of an incident, its original's first. */
export function languagesOf({ originalLanguage, versions }: Incident): string[] {
  return [originalLanguage, ...Object.keys(versions).filter((language) => language !== originalLanguage)];
}

function newestOf({ id, updates }: Incident): Update {
  const newest = inOrder(updates).at(-1);
  if (!newest) throw new RangeError(`${id} has no message yet`);
  return newest;
}

function judgementOf({ severity, urgency, certainty, responses, geometry }: Update) {
  return { severity, urgency, certainty, responses, geometry };
}

function given({ severity, urgency, certainty, responses, geometry }: UpdateInput) {
  const all = Object.entries({ severity, urgency, certainty, responses, geometry });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function wordsOf({ versions }: Update, name: 'description' | 'instruction' | 'area' | 'contact'): Words {
  return Object.fromEntries(
    Object.entries(versions).flatMap(([language, version]) => {
      const words = version[name];
      return words === undefined ? [] : [[language, words]];
    }),
  );
}

function messageFiles(incidentFolder: string, kind: Update['kind'], input: MessageInput): NewFile[] {
  const folder = `incidents/${incidentFolder}/updates/${input.id}`;
  const { polygons, circles, geocodes } = input.geometry;
  const decided = [
    field('id', input.id),
    field('kind', kind),
    `sentAt: "${input.sentAt}"\n`,
    `expiresAt: "${input.expiresAt}"\n`,
    ...(input.nextUpdateDueAt === undefined ? [] : [`nextUpdateDueAt: "${input.nextUpdateDueAt}"\n`]),
    field('severity', input.severity),
    field('urgency', input.urgency),
    field('certainty', input.certainty),
    flow('responses', input.responses),
    flow('geometry', {
      ...(polygons.length > 0 && { polygons }),
      ...(circles.length > 0 && { circles }),
      ...(geocodes.length > 0 && { geocodes }),
    }),
  ];
  return languageFiles(folder, input.languages, 'updates', (language, isOriginal) => {
    const words = {
      headline: said(input.headline, 'headline', language),
      description: said(input.description, 'description', language),
      instruction: said(input.instruction, 'instruction', language),
      area: said(input.area, 'area', language),
      ...(input.changed && { changed: said(input.changed, 'changed', language) }),
      ...(input.contact && { contact: said(input.contact, 'contact', language) }),
    };
    return file([...(isOriginal ? decided : []), ...fields(words)], '');
  });
}

/** The files of an item, its original first; each translation says what it was made from. */
function languageFiles(
  folder: string,
  languages: readonly string[],
  collection: 'incidents' | 'updates',
  textIn: (language: string, isOriginal: boolean) => string,
): NewFile[] {
  const [first = '', ...others] = languages;
  const nameOf = (language: string) => `${folder}/${language}.mdx`;
  const text = textIn(first, true);
  const made = draftOf(nameOf(first), text, collection, first, others)?.fingerprints;
  return [
    { file: nameOf(first), text },
    ...others.map((language) => ({
      file: nameOf(language),
      text: made ? withTranslationOf(textIn(language, false), first, made) : textIn(language, false),
    })),
  ];
}

function draftOf(
  name: string,
  text: string,
  collection: 'incidents' | 'updates',
  language: string,
  siblings: readonly string[],
): ItemDraft | undefined {
  const parts = path.posix.dirname(name).split('/');
  const place = { kind: 'item' as const, collection, slug: parts.at(-1) ?? '', parts, language };
  return readItem({ file: name, text, place, contentDir: '', siblings, isOriginalBeside: () => false }).draft;
}

function pageBody({ alert, sources, helplines, country }: IncidentInput, language: string): string {
  const { whatToDo, whomToCall } = SKELETON[language] ?? {};
  const instruction = said(alert.instruction, 'instruction', language)
    .trim()
    .replace(/[\\<{}]/g, '\\$&');
  const cited = sources.map((id) => `<Source id="${id}" />`).join('');
  return [
    ...(whatToDo === undefined ? [] : [`## ${whatToDo}`]),
    `${instruction}${cited}`,
    ...(helplines.length === 0
      ? []
      : [...(whomToCall === undefined ? [] : [`## ${whomToCall}`]), `<Helplines country="${country}" />`]),
  ].join('\n\n');
}

function file(lines: readonly string[], body: string): string {
  return `---\n${lines.join('')}---\n${body === '' ? '' : `\n${body}\n`}`;
}

function fields(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).map(([name, value]) => field(name, value));
}

function field(name: string, value: unknown): string {
  return stringify({ [name]: value }, { lineWidth: 0 });
}

/** A field on one line. */
function flow(name: string, value: unknown): string {
  return `${name}: ${stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim()}\n`;
}

type Asked =
  | 'title'
  | 'summary'
  | 'headline'
  | 'description'
  | 'instruction'
  | 'area'
  | 'changed'
  | 'contact'
  | 'endingHeadline'
  | 'endingInstruction';

/** The words in a language; where there are none, what has to be written there. */
function said(words: Words, name: Asked, language: string): string {
  const { writeHere, asked } = SKELETON[language] ?? ENGLISH;
  return words[language] ?? `${FILL_IN_MARK} ${writeHere} ${asked[name]}`;
}

interface Skeleton {
  whatToDo: string;
  whomToCall: string;
  /** What a cancellation says that was given no other description. */
  over: string;
  writeHere: string;
  asked: Readonly<Record<Asked, string>>;
}

const ENGLISH: Skeleton = {
  whatToDo: 'What to do now',
  whomToCall: 'Whom to call',
  over: 'The alert of {day} is over.',
  writeHere: 'Write here:',
  asked: {
    title: 'what it is and where, in a few words',
    summary: 'what is happening, in one sentence',
    headline: 'the key fact, in at most 140 characters',
    description: 'what is the matter, where and since when',
    instruction: 'what people should do now',
    area: 'where it holds',
    changed: 'what is different since the last message',
    contact: 'whom people can ask',
    endingHeadline: 'the headline of the message that ends it',
    endingInstruction: 'what people may do again, and what they should still mind',
  },
};

const SKELETON: Readonly<Record<string, Skeleton>> = {
  en: ENGLISH,
  ur: {
    whatToDo: 'ابھی کیا کریں',
    whomToCall: 'کس کو فون کریں',
    over: '{day} کا انتباہ ختم ہو گیا ہے۔',
    writeHere: 'یہاں لکھیں:',
    asked: {
      title: 'کیا ہوا ہے اور کہاں، چند الفاظ میں',
      summary: 'کیا ہو رہا ہے، ایک جملے میں',
      headline: 'سب سے اہم بات، زیادہ سے زیادہ 140 حروف میں',
      description: 'کیا ہوا ہے، کہاں اور کب سے',
      instruction: 'لوگ ابھی کیا کریں',
      area: 'یہ کس علاقے کے لیے ہے',
      changed: 'پچھلے پیغام کے بعد کیا بدلا ہے',
      contact: 'لوگ کس سے پوچھ سکتے ہیں',
      endingHeadline: 'اس پیغام کی سرخی جس سے انتباہ ختم ہوگا',
      endingInstruction: 'لوگ اب کیا دوبارہ کر سکتے ہیں، اور کس بات کا خیال رکھیں',
    },
  },
};

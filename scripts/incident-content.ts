import path from 'node:path';
import type { Incident } from '../src/model/content.ts';
import type { Drafts, ItemDraft } from '../src/model/draft.ts';
import { suggest } from '../src/model/suggest.ts';
import type { EpochMs } from '../src/model/time.ts';
import { UsageError } from './arguments.ts';
import { type CheckedContent, checkedContent } from './checked-content.ts';

/** Folders and files that an incident can refer to: everything but what the desk says in quiet times. */
const READ = ['incidents', 'people', 'channels', 'sources', 'organisation.yml', 'pause.yml', 'terms.yml'];

/** An incident's content, checked as far as the incident refers to it. */
export interface IncidentContent extends CheckedContent {
  /** `undefined` where it has mistakes: then `isRefused` is true. */
  incident: Incident | undefined;
}

/**
 * Reads what an incident can refer to, and gives the problems of what it does refer to: its own files, its channels, sources and
 * people, the organisation and the pause. Campaigns, myths and pages are not even read, and errors elsewhere are no matter.
 * `incident` is its id, or the name of its folder. Throws a UsageError where there is no such incident.
 */
export async function incidentContent(options: {
  root: string;
  contentDir: string;
  now: EpochMs;
  incident: string;
}): Promise<IncidentContent> {
  const checked = await checkedContent({ ...options, reading: { reads: ([top = '']) => READ.includes(top) } });
  const { drafts, content } = checked;
  const folder = folderOf(options.incident, drafts);
  const contentDir = path.posix.dirname(path.posix.dirname(folder));
  const known = filesOf(folder, contentDir, drafts);
  const problems = checked.problems.filter(({ file }) => file.startsWith(`${folder}/`) || known.has(file));
  const incident = content?.incidents.find(({ slug }) => path.posix.basename(folder) === slug);
  const isRefused = !incident || problems.some(({ severity }) => severity === 'error');
  return { ...checked, problems, isRefused, incident };
}

function folderOf(incident: string, drafts: Drafts): string {
  const incidents = drafts.items.filter(({ collection }) => collection === 'incidents');
  const found = incidents.find((item) => idOf(item) === incident) ?? incidents.find(({ slug }) => slug === incident);
  if (found) return found.folder;
  // A file that cannot be read at all has no draft; its folder has the name.
  const unread = [...drafts.unread].find((file) => file.includes(`/incidents/${incident}/`));
  if (unread) return unread.slice(0, unread.indexOf(`/incidents/${incident}/`) + `/incidents/${incident}`.length);
  const known = incidents.flatMap((item) => idOf(item) ?? []);
  const near = suggest(incident, known);
  throw new UsageError(
    `There is no incident ${incident}; ${near ? `did you mean ${near}?` : known.length > 0 ? `the incidents are ${known.join(', ')}.` : 'npm run new -- incident makes one.'}`,
  );
}

function idOf({ fields }: ItemDraft): string | undefined {
  return 'id' in fields ? fields.id : undefined;
}

/** Files of records that the incident and its messages refer to. */
function filesOf(folder: string, contentDir: string, { items }: Drafts): Set<string> {
  const own = items.filter((item) => item.folder === folder || item.parentFolder === folder);
  const names = own.flatMap((item) => {
    const fields: Partial<Record<string, unknown>> = item.fields;
    const breakGlass = fields.breakGlass as { by?: string } | undefined;
    return [
      ...named('channels', fields.channels),
      ...named('sources', fields.sources),
      ...named(
        'sources',
        item.mentions.flatMap(({ kind, value }) => (kind === 'source' ? [value] : [])),
      ),
      ...named('people', [fields.author, fields.translator, breakGlass?.by]),
    ];
  });
  return new Set(['organisation.yml', 'pause.yml', ...names].map((name) => `${contentDir}/${name}`));
}

function named(collection: string, ids: unknown): string[] {
  return Array.isArray(ids) ? ids.flatMap((id) => (typeof id === 'string' ? [`${collection}/${id}.yml`] : [])) : [];
}

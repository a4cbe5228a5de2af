import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PastContent, UnreadError } from '../src/approvals/ports.ts';
import { historyGit } from '../src/git/git-history.ts';
import { type PastFiles, pastFiles } from '../src/git/past-files.ts';
import type { Content } from '../src/model/content.ts';
import { isFileError } from '../src/reading/list-files.ts';
import { placeOf } from '../src/reading/places.ts';
import { readContent } from '../src/reading/read-content.ts';
import { readItem } from '../src/reading/read-item.ts';

/** What is read of a file; of any other only its name counts. */
const IS_TEXT = /\.(mdx?|ya?ml|json)$/i;

export interface WholePast extends PastContent {
  /** The whole content of a commit; `undefined` where there was none, or none whose organisation's file can be read. */
  whole(commit: string): Promise<Content | undefined>;
}

/** The content of other commits, read as the one that is checked out is. Throws an UnreadError where it lies elsewhere. */
export function pastContent(root: string, contentDir: string): WholePast {
  const folder = path.relative(root, path.resolve(root, contentDir)).split(path.sep).join('/');
  if (folder === '' || folder.startsWith('..'))
    throw new UnreadError('the content folder is not below this one, so its history cannot be read');
  const files = pastFiles(historyGit({ folder: root }), folder);
  const known = new Map<string, Promise<Content | undefined>>();

  async function read(commit: string, campaign: string): Promise<Content | undefined> {
    const listing = await files.list(commit);
    const found = await originalsOf(campaign, listing);
    const isNeeded = (place: string) =>
      place === `${folder}/organisation.yml` ||
      ['people', 'channels', ...found.map((one) => `${one.collection}/${one.slug}`)].some((name) =>
        place.startsWith(`${folder}/${name}/`),
      ) ||
      found.some(({ sources }) => sources.some((id) => place === `${folder}/sources/${id}.yml`));
    return contentOf(new Map([...listing].filter(([place]) => isNeeded(place))), files, folder);
  }

  /** Where a campaign or an incident is, whatever its folder is called, and the sources it lists. */
  async function originalsOf(
    campaign: string,
    listing: ReadonlyMap<string, string>,
  ): Promise<{ collection: string; slug: string; sources: readonly string[] }[]> {
    const languageFiles = [...listing].flatMap(([file, name]) => {
      const place = placeOf(file.slice(folder.length + 1).split('/'));
      return place.kind === 'item' && (place.collection === 'campaigns' || place.collection === 'incidents')
        ? [{ file, name, place }]
        : [];
    });
    const texts = await files.read(languageFiles.map(({ name }) => name));
    return languageFiles.flatMap(({ file, name, place }) => {
      const text = texts.get(name)?.toString('utf8') ?? '';
      if (!text.includes(campaign)) return [];
      const { draft } = readItem({
        file,
        text,
        place,
        contentDir: folder,
        siblings: [],
        isOriginalBeside: () => false,
      });
      if (draft?.collection !== 'campaigns' && draft?.collection !== 'incidents') return [];
      if (draft.role !== 'original' || draft.fields.id !== campaign) return [];
      return [{ collection: place.collection, slug: place.slug, sources: draft.fields.sources ?? [] }];
    });
  }

  return {
    folder,
    at(commit, campaign) {
      const name = `${commit}/${campaign}`;
      const reading = known.get(name) ?? read(commit, campaign);
      known.set(name, reading);
      return reading;
    },
    whole: async (commit) => contentOf(await files.list(commit), files, folder),
  };
}

/** The content that these files are, laid out for the one reader there is. */
async function contentOf(
  listing: ReadonlyMap<string, string>,
  files: PastFiles,
  folder: string,
): Promise<Content | undefined> {
  const root = mkdtempSync(path.join(tmpdir(), 'aagahi-past-'));
  try {
    const texts = await files.read([...listing].flatMap(([place, name]) => (IS_TEXT.test(place) ? [name] : [])));
    for (const [place, name] of listing) {
      const target = path.resolve(root, place);
      if (!target.startsWith(root + path.sep)) continue;
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, (IS_TEXT.test(place) && texts.get(name)) || '');
    }
    return existsSync(path.join(root, folder)) ? (await readContent(root, folder)).content : undefined;
  } catch (error) {
    // A commit may hold names that no folder of this machine can: nothing is read from it then.
    if (!isFileError(error)) throw error;
    return undefined;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

import { z } from 'zod';

/** What a server of Mastodon's kind says of itself. Left out is what it does not say. */
export interface InstanceLimits {
  /** Name of its software, for example `mastodon` or `Pleroma`. */
  software?: string;
  version?: string;
  /** Most characters of a post. Its warning counts too. */
  textLimit?: number;
  /** Characters that every link counts, whatever its length. */
  charactersPerUrl?: number;
  picturesPerPost?: number;
  pictureBytes?: number;
  /** Media types such as `image/png`; pictures only. */
  pictureTypes?: string[];
  /** Most characters of a picture's alternative text. */
  altLimit?: number;
  pinnedPosts?: number;
}

export type InstanceReading =
  | { kind: 'limits'; limits: InstanceLimits }
  /** `told`: a status, or words of ours. */
  | { kind: 'trouble'; told: string };

/**
 * Asks a server what it takes, without signing in. Servers older than 2022, and some compatible ones, know only the first
 * version of the question. Nothing but the origin is asked, and no redirect is followed. Never throws.
 */
export async function readInstanceLimits(
  origin: string,
  { timeoutMs }: { timeoutMs: number },
): Promise<InstanceReading> {
  const now = await readJson(new URL('/api/v2/instance', origin), timeoutMs);
  if (now.kind === 'json') return limitsIn(now.json);
  if (now.isSilent) return { kind: 'trouble', told: now.told };
  const before = await readJson(new URL('/api/v1/instance', origin), timeoutMs);
  return before.kind === 'json' ? limitsIn(before.json) : { kind: 'trouble', told: before.told };
}

/** Ample: what mastodon.social says of itself has 10 kB. */
const MOST_BYTES = 1_000_000;

type JsonReading =
  | { kind: 'json'; json: unknown }
  /** `isSilent`: nobody answered, so there is no use in asking another question. */
  | { kind: 'trouble'; told: string; isSilent: boolean };

async function readJson(url: URL, timeoutMs: number): Promise<JsonReading> {
  try {
    const answer = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      return { kind: 'trouble', told: String(answer.status), isSilent: false };
    }
    const text = await answer.text();
    const json: unknown = text.length > MOST_BYTES ? undefined : parse(text);
    return typeof json === 'object' && json !== null
      ? { kind: 'json', json }
      : { kind: 'trouble', told: 'unreadable answer', isSilent: false };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { kind: 'trouble', told: isLate ? 'no answer in time' : 'no answer', isSilent: true };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const count = z.int().nonnegative().optional().catch(undefined);
const words = z.string().optional().catch(undefined);

/** The entities Instance and V1::Instance of docs.joinmastodon.org. What is not of their form counts as not said. */
const instanceSchema = z.object({
  version: words,
  source_url: words,
  // Pleroma and its kin keep the limit of the text here.
  max_toot_chars: count,
  configuration: z
    .object({
      accounts: z.object({ max_pinned_statuses: count }).optional().catch(undefined),
      statuses: z
        .object({ max_characters: count, max_media_attachments: count, characters_reserved_per_url: count })
        .optional()
        .catch(undefined),
      media_attachments: z
        .object({
          supported_mime_types: z.array(z.string()).optional().catch(undefined),
          image_size_limit: count,
          description_limit: count,
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

function limitsIn(json: unknown): InstanceReading {
  const read = instanceSchema.safeParse(json);
  if (!read.success) return { kind: 'trouble', told: 'unreadable answer' };
  const { configuration, max_toot_chars, ...about } = read.data;
  const statuses = configuration?.statuses;
  const media = configuration?.media_attachments;
  const types = media?.supported_mime_types?.filter((type) => /^image\/[a-z0-9.+-]{1,40}$/.test(type));
  return {
    kind: 'limits',
    limits: {
      ...softwareOf(about),
      ...said('textLimit', statuses?.max_characters ?? max_toot_chars),
      ...said('charactersPerUrl', statuses?.characters_reserved_per_url),
      ...said('picturesPerPost', statuses?.max_media_attachments),
      // Where a server gives 0 bytes it means that nothing is configured, as GoToSocial does with others of its numbers.
      ...said('pictureBytes', media?.image_size_limit || undefined),
      ...said('pictureTypes', types && types.length > 0 ? types : undefined),
      ...said('altLimit', media?.description_limit || undefined),
      ...said('pinnedPosts', configuration?.accounts?.max_pinned_statuses),
    },
  };
}

/** `2.7.2 (compatible; Pleroma 2.5.0)` names the software; else the address of its source does. */
function softwareOf({ version, source_url }: { version?: string | undefined; source_url?: string | undefined }) {
  const compatible = /\(compatible; ([A-Za-z]{1,40})[ /]([\w.+-]{1,60})/.exec(version ?? '');
  const fromSource = /^https:\/\/[^\s?#]*\/([A-Za-z][\w-]{0,40})\/?$/.exec(source_url ?? '')?.[1];
  const plain = /^[\w.+-]{1,60}/.exec(version ?? '')?.[0];
  return { ...said('software', compatible?.[1] ?? fromSource), ...said('version', compatible?.[2] ?? plain) };
}

function said<Name extends string, Value>(name: Name, value: Value | undefined): { [name in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]: Value });
}

import type { z } from 'zod';
import type { Ask } from './outside.ts';
import { redirectOf } from './redirect.ts';
import type { Trouble } from './trouble.ts';

export type RegisterAnswer<T> =
  | { kind: 'json'; json: T }
  /** 404: the register says that it has no such thing, perhaps in some JSON. */
  | { kind: 'absent'; json: unknown }
  | { kind: 'failed'; trouble: Trouble };

/** A record of Crossref with thousands of references has about one megabyte. */
const MOST_BYTES = 4_000_000;
const MOST_HOPS = 3;

/** Asks a register for JSON of this form. Redirects are followed on its own host only. May throw a NotNowError. */
export async function askRegister<T>(ask: Ask, from: URL, form: z.ZodType<T>): Promise<RegisterAnswer<T>> {
  let url = from;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const answer = await ask(url, { bytes: MOST_BYTES });
    if (answer.kind === 'trouble') return { kind: 'failed', trouble: answer.trouble };
    const redirect = redirectOf(answer, url);
    if (redirect.isRedirect) {
      if (redirect.to?.origin !== from.origin) return { kind: 'failed', trouble: { kind: 'bad-redirect' } };
      url = redirect.to;
      continue;
    }
    if (answer.status === 404) return { kind: 'absent', json: parse(answer.body) };
    if (answer.status !== 200) return { kind: 'failed', trouble: { kind: 'status', status: answer.status } };
    const read = answer.isCut ? undefined : form.safeParse(parse(answer.body));
    return read?.success ? { kind: 'json', json: read.data } : { kind: 'failed', trouble: { kind: 'unreadable' } };
  }
  return { kind: 'failed', trouble: { kind: 'many-redirects' } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

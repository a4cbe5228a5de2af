import type { PageStore } from '../src/publishing/ports.ts';

const PATIENCE_MS = 15_000;
/** The head of a page is well within this. */
const HEAD_BYTES = 200_000;

/**
 * The desk's pages as readers get them.
 *
 * @param served Where the site is served instead of at its address, for rehearsals: an origin and path.
 * @param address Where the content says the site is.
 */
export function livePages(address: string, served: string | undefined): PageStore {
  return {
    async revision(page) {
      try {
        const place = served === undefined ? page : page.replace(withSlash(address), withSlash(served));
        const answer = await fetch(place, { signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store' });
        if (!answer.ok) return undefined;
        const head = (await answer.text()).slice(0, HEAD_BYTES);
        return /<meta name="revision" content="([\w-]+)">/.exec(head)?.[1] ?? '';
      } catch {
        return undefined;
      }
    },
  };
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

/** An answer that was cut off, or comes from something else than GitHub. */
export class UnreadableAnswerError extends Error {
  override name = 'UnreadableAnswerError';
}

/** A list that has no end the desk would wait for. */
export class EndlessListError extends Error {
  override name = 'EndlessListError';
}

/** What an error of GitHub says. `told` holds nothing that a server wrote freely. */
export type GithubTrouble =
  | { kind: 'forbidden' | 'refused' | 'unclear'; told: string }
  | { kind: 'later'; told: string; waitMs?: number };

export function describeGithub(error: unknown): GithubTrouble {
  if (error instanceof UnreadableAnswerError) return { kind: 'unclear', told: 'an answer that cannot be read' };
  if (error instanceof EndlessListError) return { kind: 'unclear', told: 'a list that is too long' };
  const status = statusOf(error);
  if (status === undefined || status < 400 || status >= 500 || status === 408)
    return { kind: 'unclear', told: status === undefined ? 'no answer' : String(status) };
  const wait = headerOf(error, 'retry-after');
  // Both kinds of rate limit: the plain one, and the secondary one, of which GitHub may only say so in words.
  const isLimited =
    wait !== undefined ||
    headerOf(error, 'x-ratelimit-remaining') === '0' ||
    (error instanceof Error && /secondary rate limit/i.test(error.message));
  if (status === 429 || (status === 403 && isLimited))
    return {
      kind: 'later',
      told: String(status),
      ...(wait !== undefined && /^\d{1,6}$/.test(wait) && { waitMs: Number(wait) * 1000 }),
    };
  return { kind: status === 401 || status === 403 ? 'forbidden' : 'refused', told: String(status) };
}

export function statusOf(error: unknown): number | undefined {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined;
  // The client calls a request that got no answer 500.
  const hasAnswer = typeof error === 'object' && error !== null && Reflect.get(error, 'response') !== undefined;
  return typeof status === 'number' && hasAnswer ? status : undefined;
}

function headerOf(error: unknown, name: string): string | undefined {
  const response: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'response') : undefined;
  const headers: unknown =
    typeof response === 'object' && response !== null ? Reflect.get(response, 'headers') : undefined;
  const value: unknown = typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

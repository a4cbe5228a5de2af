import { type Answer, boundedRequest } from './bounded-request.ts';
import type { HostQueue } from './host-queue.ts';

/** Asks for one address, once. May throw a NotNowError, and nothing else. */
export type Ask = (url: URL, request?: { method?: 'HEAD' | 'GET'; bytes?: number }) => Promise<Answer>;

export interface Outside {
  ask: Ask;
  queue: HostQueue;
  /** Hosts that were asked, and those of them that answered in any way. */
  reach(): { asked: number; answered: number };
}

export interface OutsideOptions {
  queue: HostQueue;
  userAgent: string;
  timeoutMs: number;
  allowLoopback: boolean;
  ca?: string;
}

/** The only way out: every request waits for its host’s turn, and a host that asks to wait is left alone. */
export function openOutside({ queue, ...bounds }: OutsideOptions): Outside {
  const asked = new Set<string>();
  const answered = new Set<string>();
  return {
    queue,
    reach: () => ({ asked: asked.size, answered: answered.size }),
    ask: (url, { method = 'GET', bytes = 0 } = {}) =>
      queue.visit(url.host, async () => {
        const answer = await boundedRequest(url, { ...bounds, method, bytes });
        asked.add(url.host);
        if (isSignOfLife(answer)) answered.add(url.host);
        if (asksToWait(answer)) queue.leaveAlone(url.host);
        return answer;
      }),
  };
}

/** 429, and 503 with a time to come back at. */
export function asksToWait(answer: Answer): boolean {
  if (answer.kind !== 'answer') return false;
  return answer.status === 429 || (answer.status === 503 && answer.headers['retry-after'] !== undefined);
}

/** Whether the network leads anywhere: what a machine without one never sees. */
function isSignOfLife(answer: Answer): boolean {
  if (answer.kind === 'answer') return true;
  switch (answer.trouble.kind) {
    case 'no-host':
    case 'no-name-service':
    case 'no-route':
    case 'refused':
    case 'late':
    case 'private':
      return false;
    default:
      return true;
  }
}

import type { EpochMs } from '../model/time.ts';

/** The visit was not made in this run: its time is over, or the host asked to be left alone. Another run may make it. */
export class NotNowError extends Error {
  override name = 'NotNowError';
}

export interface HostQueue {
  /**
   * Makes a visit when it is the host’s turn. Throws a NotNowError instead of making it where that would be past the
   * deadline, or the host is to be left alone.
   */
  visit<T>(host: string, make: () => Promise<T>): Promise<T>;
  /** From now on at least so long between two visits to this host. */
  slowDown(host: string, gapMs: number): void;
  /** Leaves a host alone for the rest of the run. */
  leaveAlone(host: string): void;
  /** Waits, unless the deadline comes first: then throws a NotNowError. */
  pause(ms: number): Promise<void>;
}

export interface HostQueueOptions {
  /** From the end of one visit to the start of the next at the same host. */
  gapMs: number;
  /** Visits under way at once, each at another host. */
  places: number;
  /** No visit starts then or later. */
  deadline: EpochMs;
  clock(): EpochMs;
  sleep(ms: number): Promise<void>;
}

/** One visit at a time for each host, with a pause between two, and few hosts at once. */
export function createHostQueue({ gapMs, places, deadline, clock, sleep }: HostQueueOptions): HostQueue {
  const lastInLine = new Map<string, Promise<void>>();
  const nextAt = new Map<string, EpochMs>();
  const gaps = new Map<string, number>();
  const leftAlone = new Set<string>();
  const waiting: (() => void)[] = [];
  let free = places;

  const takePlace = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const givePlace = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const pause = async (ms: number) => {
    if (clock() + Math.max(0, ms) >= deadline) throw new NotNowError('the time of this run is over');
    if (ms > 0) await sleep(ms);
  };

  return {
    async visit(host, make) {
      const before = lastInLine.get(host);
      const { promise, resolve: leave } = Promise.withResolvers<void>();
      lastInLine.set(host, promise);
      try {
        await before;
        if (leftAlone.has(host)) throw new NotNowError(`${host} asked to be left alone`);
        await pause((nextAt.get(host) ?? 0) - clock());
        await takePlace();
        try {
          await pause(0);
          return await make();
        } finally {
          nextAt.set(host, clock() + (gaps.get(host) ?? gapMs));
          givePlace();
        }
      } finally {
        leave();
      }
    },
    slowDown(host, ms) {
      gaps.set(host, Math.max(gapMs, ms));
    },
    leaveAlone: (host) => void leftAlone.add(host),
    pause,
  };
}

import { createHostQueue } from '../../src/source-checks/host-queue.ts';
import { type Outside, openOutside } from '../../src/source-checks/outside.ts';

/** The way out, as far as this machine: no pause is waited for, and there is always time. */
export function testOutside({ ca, timeoutMs = 20_000 }: { ca?: string; timeoutMs?: number } = {}): Outside {
  const queue = createHostQueue({
    gapMs: 0,
    places: 4,
    deadline: Number.POSITIVE_INFINITY,
    clock: () => 0,
    sleep: async () => undefined,
  });
  const userAgent = 'Aagahi/0 (clean-water-desk; +https://desk.example/)';
  return openOutside({ queue, userAgent, timeoutMs, allowLoopback: true, ...(ca !== undefined && { ca }) });
}

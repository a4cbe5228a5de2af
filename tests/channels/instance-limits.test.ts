import { describe, expect, it, onTestFinished } from 'vitest';
import { readInstanceLimits } from '../../src/channels/instance-limits.ts';
import { type MastodonQuirks, startMastodonServer } from '../support/mastodon-server.ts';
import { type Mishap, startUnreliableProxy } from '../support/unreliable-proxy.ts';

async function reading(quirks: MastodonQuirks, mishap?: (path: string) => Mishap | undefined) {
  const server = await startMastodonServer(quirks);
  const proxy = await startUnreliableProxy(server.url);
  onTestFinished(async () => {
    await proxy.stop();
    await server.stop();
  });
  if (mishap) proxy.meddle(mishap);
  return { reading: await readInstanceLimits(proxy.url, { timeoutMs: 200 }), proxy };
}

const answered = (body: string, status = 200): Mishap => ({
  kind: 'answered',
  status,
  body,
  contentType: 'application/json',
});

describe('what a server takes', () => {
  it('is read from the second version of the question', async () => {
    expect((await reading({ limits: { characters: 1000 } })).reading).toEqual({
      kind: 'limits',
      limits: {
        software: 'mastodon',
        version: '4.5.0',
        textLimit: 1000,
        charactersPerUrl: 23,
        picturesPerPost: 4,
        pictureBytes: 16_777_216,
        pictureTypes: ['image/png', 'image/jpeg'],
        altLimit: 1500,
        pinnedPosts: 5,
      },
    });
  });

  it('is read from the first where a server knows no other, and left out where it is silent', async () => {
    const { reading: found, proxy } = await reading({ isOld: true });
    expect(found).toMatchObject({ kind: 'limits', limits: { version: '3.5.3', textLimit: 500 } });
    expect(found).not.toHaveProperty('limits.altLimit');
    expect(found).not.toHaveProperty('limits.software');
    expect(proxy.seen).toEqual(['GET /api/v2/instance', 'GET /api/v1/instance']);
  });

  it('names a compatible server’s software', async () => {
    const body = '{"version":"2.7.2 (compatible; Pleroma 2.5.0)","max_toot_chars":5000}';
    expect((await reading({}, () => answered(body))).reading).toEqual({
      kind: 'limits',
      limits: { software: 'Pleroma', version: '2.5.0', textLimit: 5000 },
    });
  });

  it.each<[string, Mishap, string]>([
    ['a fault', answered('{}', 503), '503'],
    ['what is no JSON', answered('<html>'), 'unreadable answer'],
    ['silence', { kind: 'stalled' }, 'no answer in time'],
    ['a cut line', { kind: 'request-lost' }, 'no answer'],
    [
      'a way elsewhere',
      { kind: 'answered', status: 302, body: '', headers: { location: 'http://localhost:1/' } },
      'no answer',
    ],
  ])('is unknown after %s', async (_what, mishap, told) => {
    expect((await reading({}, () => mishap)).reading).toEqual({ kind: 'trouble', told });
  });
});

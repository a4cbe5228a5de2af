import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type BlueskyServer, startBlueskyServer } from './bluesky-server.ts';
import { type SendingDesk, sendingDesk } from './sending-desk.ts';
import { startUnreliableProxy, type UnreliableProxy } from './unreliable-proxy.ts';

export interface BlueskyBehindProxy {
  readonly server: BlueskyServer;
  /** A new one for each test. */
  readonly proxy: UnreliableProxy;
  /**
   * A desk with an approved post of this id for the outbox and for Bluesky, connected through the proxy. The account is the
   * same in every test.
   */
  approvedDesk(id: string, attach?: 'card' | 'nothing'): Promise<SendingDesk>;
  /** How often a post stands on the server. */
  timesPosted(id: string): Promise<number>;
}

/** Bluesky's reference server for the tests of this file, with a proxy before it that can be told to meddle. */
export function blueskyBehindProxy(): BlueskyBehindProxy {
  let server: BlueskyServer;
  let proxy: UnreliableProxy;
  beforeAll(async () => {
    server = await startBlueskyServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    proxy = await startUnreliableProxy(server.url);
  });
  afterEach(() => proxy.stop());
  return {
    get server() {
      return server;
    },
    get proxy() {
      return proxy;
    },
    async approvedDesk(id, attach = 'nothing') {
      const text = `Wash your hands. (${id})`;
      const desk = sendingDesk({ posts: [{ id, text, channels: ['outbox', 'bluesky'], attach }] });
      desk.connect(server.secret(proxy.url));
      await desk.approve(id);
      return desk;
    },
    async timesPosted(id) {
      return (await server.posts()).filter(({ value }) => value.text.includes(`(${id})`)).length;
    },
  };
}

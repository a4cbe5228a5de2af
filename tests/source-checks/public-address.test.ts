import { describe, expect, it } from 'vitest';
import { isPublic, resolveHost } from '../../src/source-checks/public-address.ts';

describe('an address', () => {
  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '223.255.255.254',
    '2001:4860:4860::8888',
    '2606:4700::1111',
    '64:ff9b::101:101',
  ])('is somebody’s on the internet: %s', (address) => {
    expect(isPublic(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.7',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
  ])('is nobody’s: %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });
});

describe('a host', () => {
  it('that is an address is looked up nowhere', async () => {
    expect(await resolveHost('1.1.1.1', false)).toEqual({
      kind: 'found',
      addresses: [{ address: '1.1.1.1', family: 4 }],
    });
    expect(await resolveHost('[2606:4700::1111]', false)).toEqual({
      kind: 'found',
      addresses: [{ address: '2606:4700::1111', family: 6 }],
    });
  });

  it.each(['localhost', 'localhost.', 'who.localhost', '127.0.0.1'])(
    'that is this machine is refused: %s',
    async (host) => {
      expect(await resolveHost(host, false)).toEqual({
        kind: 'trouble',
        trouble: { kind: 'private', address: '127.0.0.1' },
      });
      expect(await resolveHost(host, true)).toEqual({
        kind: 'found',
        addresses: [{ address: '127.0.0.1', family: 4 }],
      });
    },
  );

  it('of another private network is refused to tests too', async () => {
    expect(await resolveHost('192.168.0.1', true)).toEqual({
      kind: 'trouble',
      trouble: { kind: 'private', address: '192.168.0.1' },
    });
  });
});

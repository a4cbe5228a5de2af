import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';
import type { Trouble } from './trouble.ts';

/** Addresses that one host is reached at, checked: nothing else may be connected to. */
export type Resolution =
  | { kind: 'found'; addresses: { address: string; family: 4 | 6 }[] }
  | { kind: 'trouble'; trouble: Trouble };

/**
 * Where a host of content may be connected to: public addresses only, or an edit of content could make the desk’s machine
 * knock at doors inside its own network. The caller connects to what this returns and asks no name service again, so that
 * a name cannot change its meaning in between. Names below `localhost` are this machine whatever a name service says
 * (RFC 6761, 6.3).
 *
 * @param allowLoopback Lets this machine itself through: for tests.
 */
export async function resolveHost(hostname: string, allowLoopback: boolean): Promise<Resolution> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [host]
    : /(^|\.)localhost\.?$/i.test(host)
      ? ['127.0.0.1']
      : await lookup(host, { all: true, verbatim: true }).then(
          (entries) => entries.map(({ address }) => address),
          nameTrouble,
        );
  if (!Array.isArray(found)) return { kind: 'trouble', trouble: found };
  const allowed = found.filter((address) => isPublic(address) || (allowLoopback && isLoopback(address)));
  const [first] = found;
  if (first === undefined) return { kind: 'trouble', trouble: { kind: 'no-host' } };
  if (allowed.length === 0) return { kind: 'trouble', trouble: { kind: 'private', address: first } };
  return { kind: 'found', addresses: allowed.map((address) => ({ address, family: isIPv4(address) ? 4 : 6 })) };
}

function nameTrouble(error: NodeJS.ErrnoException): Trouble {
  return { kind: error.code === 'ENOTFOUND' || error.code === 'ENODATA' ? 'no-host' : 'no-name-service' };
}

/** Whether an address is somebody’s on the internet: none of IANA’s special-purpose registries (RFC 6890), no multicast. */
export function isPublic(address: string): boolean {
  if (isIPv4(address)) return !SPECIAL.check(address, 'ipv4');
  // A name service on a network without IPv4 writes IPv4 addresses like this (RFC 6052).
  const [, high = '', low = ''] = /^64:ff9b::([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? [];
  if (high !== '') return isPublic(dotted(Number.parseInt(high, 16), Number.parseInt(low, 16)));
  return GLOBAL_UNICAST.check(address, 'ipv6') && !SPECIAL.check(address, 'ipv6');
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

const SPECIAL = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  SPECIAL.addSubnet(network, prefix, 'ipv4');
// Teredo and 6to4 hold an IPv4 address of anybody’s choice; the others are for documents and tests.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  SPECIAL.addSubnet(network, prefix, 'ipv6');

const GLOBAL_UNICAST = new BlockList();
GLOBAL_UNICAST.addSubnet('2000::', 3, 'ipv6');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

function isLoopback(address: string): boolean {
  return LOOPBACK.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

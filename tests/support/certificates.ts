import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/*
 * X.509 certificates (RFC 5280) written byte by byte, so that tests need no program for them and no key lies in the
 * repository: P-256 keys, ECDSA with SHA-256, names of hosts as `subjectAltName`.
 */

export interface Certificate {
  /** PEM */
  cert: string;
  /** PEM */
  key: string;
}

export interface Authority extends Certificate {
  /** A certificate of this authority. */
  issue(wanted: { hosts: readonly string[]; from?: Date; until?: Date }): Certificate;
}

/** An authority that nobody knows unless told. */
export function createAuthority(): Authority {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  // Authorities are told apart by their names first.
  const name = `Authority of the tests ${randomBytes(4).toString('hex')}`;
  const own = certificate({
    name,
    issuer: name,
    publicKey: pair.publicKey,
    signer: pair.privateKey,
    isAuthority: true,
  });
  return {
    ...own,
    key: pem(pair.privateKey),
    issue({ hosts, from, until }) {
      const theirs = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const wanted = {
        name: hosts[0] ?? '',
        issuer: name,
        publicKey: theirs.publicKey,
        signer: pair.privateKey,
        hosts,
      };
      return {
        ...certificate({ ...wanted, ...(from && { from }), ...(until && { until }) }),
        key: pem(theirs.privateKey),
      };
    },
  };
}

/** A certificate that vouches for itself. */
export function selfSigned(hosts: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = hosts[0] ?? '';
  return { ...certificate({ name, issuer: name, publicKey, signer: privateKey, hosts }), key: pem(privateKey) };
}

interface Wanted {
  name: string;
  issuer: string;
  publicKey: KeyObject;
  signer: KeyObject;
  hosts?: readonly string[];
  isAuthority?: boolean;
  from?: Date;
  until?: Date;
}

const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));

function certificate(wanted: Wanted): { cert: string } {
  const { from = new Date('2020-01-01T00:00:00Z'), until = new Date('2049-12-31T00:00:00Z') } = wanted;
  const extensions = [
    ...(wanted.isAuthority
      ? [extension('2.5.29.19', sequence(tagged(0x01, Buffer.from([0xff]))))]
      : [extension('2.5.29.17', sequence(...(wanted.hosts ?? []).map(hostName)))]),
  ];
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.from([0x01, ...randomBytes(8)])),
    ECDSA_WITH_SHA256,
    commonName(wanted.issuer),
    sequence(utcTime(from), utcTime(until)),
    commonName(wanted.name),
    wanted.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', body, wanted.signer);
  const der = sequence(body, ECDSA_WITH_SHA256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return { cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(objectId(id), tagged(0x04, value));
}

function hostName(host: string): Buffer {
  const isAddress = /^\d+(\.\d+){3}$/.test(host);
  return isAddress ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host));
}

function commonName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(objectId('2.5.4.3'), tagged(0x0c, Buffer.from(name)))));
}

/** Good until 2049, as the standard has it. */
function utcTime(moment: Date): Buffer {
  return tagged(0x17, Buffer.from(`${moment.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function objectId(id: string): Buffer {
  const [first = 0, second = 0, ...rest] = id.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((part) => {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return tagged(0x06, Buffer.from(bytes));
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

import { z } from 'zod';

/** What kept a request from an answer, or made the answer of no use, where a word says all of it. */
const PLAIN_TROUBLES = [
  'no-host',
  'no-name-service',
  'refused',
  'no-route',
  'broken-off',
  'late',
  'no-http',
  'huge-headers',
  'no-encryption',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-other-host',
  'certificate-self-signed',
  'certificate-untraced',
  'loop',
  'many-redirects',
  'bad-redirect',
  'unreadable',
] as const;

export const troubleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(PLAIN_TROUBLES) }),
  /** An answer that says neither that the page is there nor that it is gone. */
  z.strictObject({ kind: z.literal('status'), status: z.int() }),
  /** The host leads to an address that is nobody’s on the internet; no connection was made. */
  z.strictObject({ kind: z.literal('private'), address: z.string() }),
]);

export type Trouble = z.infer<typeof troubleSchema>;

/**
 * What a trouble says about the address. `readers`: whoever follows the link is stopped or warned. `silence`: nobody is
 * there just now; only time tells whether for good. `closed`: somebody is there and lets no program in.
 */
export type Meaning = 'readers' | 'silence' | 'closed';

export function meaningOf(trouble: Trouble): Meaning {
  switch (trouble.kind) {
    case 'private':
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'certificate-other-host':
    case 'certificate-self-signed':
      return 'readers';
    case 'no-host':
    case 'no-name-service':
    case 'refused':
    case 'no-route':
    case 'broken-off':
    case 'late':
    case 'no-http':
    case 'huge-headers':
    case 'no-encryption':
    case 'bad-redirect':
    case 'unreadable':
      return 'silence';
    case 'certificate-untraced':
    case 'loop':
    case 'many-redirects':
      return 'closed';
    case 'status':
      return trouble.status >= 500 ? 'silence' : 'closed';
  }
}

/** A trouble as the end of a sentence that has named the address: “its host refuses the connection”. */
export function describeTrouble(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'private':
      return `its host leads into a private network (${trouble.address}), where no reader can follow`;
    case 'status':
      return describeStatus(trouble.status);
    case 'no-host':
      return 'the name service knows no such host';
    case 'no-name-service':
      return 'the name service does not answer';
    case 'refused':
      return 'its host refuses the connection';
    case 'no-route':
      return 'no way leads to its host';
    case 'broken-off':
      return 'its host broke the connection off';
    case 'late':
      return 'its host did not answer in time';
    case 'no-http':
      return 'its host answers with something that is no web page';
    case 'huge-headers':
      return 'its host answers with headers too long to be read';
    case 'no-encryption':
      return 'its host and this program find no encryption that both know';
    case 'certificate-expired':
      return 'its certificate has expired, so that every browser warns the reader';
    case 'certificate-not-yet-valid':
      return 'its certificate is not valid yet, so that every browser warns the reader';
    case 'certificate-other-host':
      return 'its certificate is made out to another host, so that every browser warns the reader';
    case 'certificate-self-signed':
      return 'its certificate is signed by nobody but itself, so that every browser warns the reader';
    case 'certificate-untraced':
      return 'its certificate could not be traced to an authority; browsers may find the missing piece';
    case 'loop':
      return 'it leads back to itself; a browser that keeps cookies may get through';
    case 'many-redirects':
      return 'it leads on and on, and was not followed further';
    case 'bad-redirect':
      return 'it leads on to what is no web address';
    case 'unreadable':
      return 'its answer cannot be read';
  }
}

function describeStatus(status: number): string {
  if (status === 429) return 'its site answers 429: it asks to be left alone for now';
  if (status === 401 || status === 403 || status === 451)
    return `its site answers ${status}: it lets no program in, or has closed the page`;
  if (status >= 500) return `its site answers ${status}: something is broken there`;
  return `its site answers ${status}`;
}

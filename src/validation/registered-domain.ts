import { getDomain } from 'tldts';

/**
 * The domain that somebody registered and answers for, in small letters: `who.int` of `https://www.emro.who.int/…`, and also
 * `desk.github.io` of a page on a host that lends sub-domains to strangers. `undefined` for what nobody can register: a
 * public suffix (`gov.pk`), a number, no domain at all.
 *
 * @param address A full address, or a domain alone.
 */
export function registeredDomain(address: string): string | undefined {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  // Written in any script and any case, it is compared as the name that is looked up.
  if (!URL.canParse(full)) return undefined;
  return getDomain(new URL(full).hostname, { allowPrivateDomains: true }) ?? undefined;
}

/**
 * An address as Bluesky's own composer shows it: without `https://`, and cut after 13 characters of its path where the
 * path has more than 15.
 */
export function shortenAddress(address: string): string {
  const { host, pathname, search, hash } = new URL(address);
  const path = (pathname === '/' ? '' : pathname) + search + hash;
  return path.length > 15 ? `${host}${path.slice(0, 13)}...` : `${host}${path}`;
}

const DOI_HOSTS = new Set(['doi.org', 'www.doi.org', 'dx.doi.org']);

/** The DOI that an address stands for, in small letters (DOIs are the same in capitals); `undefined` for other addresses. */
export function doiOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, search } = new URL(address);
  if (!DOI_HOSTS.has(hostname)) return undefined;
  const written = decoded(`${pathname}${search}`.slice(1));
  return /^10\.\d{4,9}\/\S+$/.test(written) ? written.toLowerCase() : undefined;
}

/** The address under which a DOI is resolved. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('?', '%3F').replaceAll('#', '%23')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

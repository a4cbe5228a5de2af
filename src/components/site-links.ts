/** Address of a path of this site (`en/campaigns/dengue/`) as this build is served, whatever its base is. */
export function siteLink(path: string): string {
  const base = import.meta.env.BASE_URL;
  return `${base.endsWith('/') ? base : `${base}/`}${path}`;
}

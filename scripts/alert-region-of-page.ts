/** One element, which ends with what its script is told; no text in it can close a script (`alertRegion`). */
const REGION = /<div id="alerts">.*?<\/script><\/div>/s;

/** The part of a page that speaks of alerts; `undefined` where it has none. Pure. */
export function alertRegionIn(html: string): string | undefined {
  return REGION.exec(html)?.[0];
}

/** The page with another such part in its place. Pure. */
export function withAlertRegion(html: string, region: string): string {
  return html.replace(REGION, () => region);
}

/** Address of a path of this site (`en/campaigns/dengue/`) as this build is served, whatever its base is. */
export function siteLink(path: string): string {
  return `${BUILD_INPUTS.base}${path}`;
}

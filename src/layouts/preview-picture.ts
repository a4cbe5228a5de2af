/** The picture that a link to a page shows: its card. */
export interface PreviewPicture {
  /** Path below the site's base. */
  path: string;
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
}

/**
 * What a page may load and run: files of this site, and nothing that stands in the page itself. A word of somebody else's that
 * got into a page as HTML could run no program and call nobody.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "media-src 'self'",
  // A film that somebody asked for by pressing a button (src/visitor): nothing else of another site is ever loaded.
  'frame-src https://www.youtube-nocookie.com',
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;

/** For the `<meta>` of each page: it holds wherever the site is served, on a server that sends no headers of ours too. */
export const CONTENT_POLICY = DIRECTIVES.join('; ');

/** For a server's header: a `<meta>` cannot say who may show the page in a frame. */
export const CONTENT_POLICY_HEADER = [...DIRECTIVES, "frame-ancestors 'none'"].join('; ');

/// <reference types="astro/client" />

/** What a build is told from outside; `astro.config.mjs` reads it from the environment, and nothing else does. */
declare const BUILD_INPUTS: {
  /** The project's root. */
  readonly root: string;
  /** The content's folder, from the root. */
  readonly contentDir: string;
  /** Path the site is served below, with a slash at both ends. */
  readonly base: string;
  /** The moment the site is built for, in milliseconds since 1970. */
  readonly now: number;
};

declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: { targetFormat: 'woff2' },
  ): Promise<Uint8Array>;
}

/** Addresses of fonts as this build is served. */
declare module 'theme:nastaliq' {
  const address: string;
  export default address;
}
declare module 'theme:naskh' {
  const address: string;
  export default address;
}
declare module 'theme:styles.css';

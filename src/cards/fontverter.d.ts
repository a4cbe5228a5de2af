declare module 'fontverter' {
  /** Converts a font between its containers. */
  export function convert(font: Uint8Array, format: 'truetype' | 'sfnt' | 'woff' | 'woff2'): Promise<Uint8Array>;
}

import { encode } from 'uqr';

/** A QR code as one path of an SVG: runs of dark squares, each square one unit, without the quiet border. */
export interface QrPath {
  /** Squares on a side. */
  size: number;
  d: string;
}

/**
 * The QR code of an address, with a quarter of it to spare for a fold or a stain (level M or better). Every reader reads any of the
 * eight masks; to look for the prettiest takes fifteen times as long, on every page of the site.
 */
export function qrPath(address: string): QrPath {
  const { data, size } = encode(address, { ecc: 'M', border: 0, maskPattern: 3 });
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end === -1 ? size : end) - x}v1H${x}`];
    }),
  );
  return { size, d: runs.join('') };
}

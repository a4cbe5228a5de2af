import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';

export interface ServedSite {
  origin: string;
  /** What was sent until now, with the bytes of each body as it went over the line. */
  readonly sent: readonly { path: string; bytes: number }[];
  close(): Promise<void>;
}

/** A built site served on loopback below its base path, as a web server would, with `headers` on every answer. */
export async function serveSite(
  folder: string,
  base: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ServedSite> {
  // Where `compressFiles` has put compressed copies beside the files, they are what is sent.
  const files = sirv(folder, { dev: true, gzip: true });
  const sent: { path: string; bytes: number }[] = [];
  const server = createServer((request, response) => {
    const missing = () => {
      response.statusCode = 404;
      response.end();
    };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const asked = request.url ?? '/';
    response.once('finish', () => {
      if (response.statusCode === 200)
        sent.push({ path: asked, bytes: Number(response.getHeader('content-length') ?? 0) });
    });
    if (!request.url?.startsWith(base)) return missing();
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, missing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Puts a compressed copy beside every file of text, as servers send them: gzip, which every server can and Pages does. */
export function compressFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|css|js|json|svg|xml|atom|rss|txt|ics)$/.test(name)) continue;
    const file = path.join(folder, name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
  }
}

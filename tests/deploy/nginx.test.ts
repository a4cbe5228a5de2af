import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('deploy/nginx.conf', 'utf8')
  .split('\n')
  .map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd())
  .filter((line) => line.trim() !== '');

describe('the nginx configuration', () => {
  it('closes every block and ends every directive', () => {
    let depth = 0;
    for (const line of text) {
      expect(line).toMatch(/[;{}]$/);
      if (line.endsWith('{')) depth++;
      if (line.trim() === '}') depth--;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it('keeps a page for five minutes at most, on the way and with the reader together', () => {
    const withReader = Number(/default\s+"public, max-age=(\d+), stale-if-error=86400"/.exec(text.join('\n'))?.[1]);
    const onTheWay = Number(/proxy_cache_valid 200 301 302 (\d+)m;/.exec(text.join('\n'))?.[1]) * 60;
    expect(withReader + onTheWay).toBe(300);
  });

  it('serves what it has for a day where the origin fails, and nothing old where it answers', () => {
    const stale = text.filter((line) => line.includes('proxy_cache_use_stale'));
    expect(stale).toHaveLength(2);
    for (const line of stale) {
      expect(line).toContain('error timeout');
      expect(line).not.toContain('updating');
    }
    expect(text.join('\n')).toContain('inactive=24h');
  });

  it.each(['Strict-Transport-Security', 'X-Content-Type-Options', 'Referrer-Policy', 'Content-Security-Policy'])(
    'sends %s with every answer, errors too',
    (header) => {
      expect(text.filter((line) => line.includes(`add_header ${header} `) && line.endsWith(' always;'))).toHaveLength(
        1,
      );
      // A location with a header of its own would lose those of the server.
      const [, ...locations] = text.join('\n').split('location ');
      for (const location of locations) expect(location).not.toContain('add_header');
    },
  );
});

// Reads CODEOWNERS as GitHub does, as far as its documentation tells ("About code owners", docs.github.com, read for this
// in November 2026): the last matching pattern counts; a line without owners takes them away; `#` starts a comment;
// paths are case-sensitive; patterns are those of gitignore but for `!`, `[ ]` and `\#`, and a line that has one of these
// is not used; `docs/*` does not reach into folders; a file of more than 3 MB is not loaded. Its own examples are the
// tests of this reader, in tests/roster/code-owners.test.ts.

interface OwnerLine {
  matches: RegExp;
  owners: string[];
}

/** Who owns a file: logins as written, in their order. */
export function readCodeOwners(text: string): (file: string) => string[] {
  if (Buffer.byteLength(text) > 3_000_000) return () => [];
  const lines = text.split('\n').flatMap((written): OwnerLine[] => {
    const [pattern, ...owners] = written
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (!pattern || /^!|[[\]]|^\\#/.test(pattern)) return [];
    for (const owner of owners)
      if (!/^@[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$/.test(owner)) throw new TypeError(`${owner} is no login`);
    return [{ matches: toRegExp(pattern), owners }];
  });
  return (file) => lines.findLast(({ matches }) => matches.test(file))?.owners ?? [];
}

/** A pattern with a slash before its end is counted from the root; one that ends in a slash is a folder. */
function toRegExp(pattern: string): RegExp {
  const isAnchored = pattern.slice(0, -1).includes('/');
  const inner = pattern
    .replace(/^\//, '')
    .replace(/\/$/, '/**')
    .split('/')
    .map((part) =>
      part === '**'
        ? part
        : part
            .replace(/[.+^${}()|\\]/g, '\\$&')
            .replace(/\*+/g, '[^/]*')
            .replaceAll('?', '[^/]'),
    );
  const last = inner.at(-1);
  const body = inner
    .map((part, index) => {
      if (part !== '**') return index < inner.length - 1 ? `${part}/` : part;
      return index === inner.length - 1 ? '.+' : '(?:.+/)?';
    })
    .join('');
  // A name without a wildcard may be that of a folder, and then owns what is in it.
  const below = last === '**' || last?.includes('*') ? '' : '(?:/.*)?';
  return new RegExp(`^${isAnchored ? '' : '(?:.+/)?'}${body}${below}$`);
}

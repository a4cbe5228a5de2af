import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { breaks, IMPORT_RULES } from './import-rules.ts';

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** Every import of a checkout that breaks a rule: `.ts` through dependency-cruiser, `.astro` by its import statements. */
export async function findViolations(root: string): Promise<Violation[]> {
  return [...(await violationsInTypeScript(root)), ...violationsInAstro(root)];
}

async function violationsInTypeScript(root: string): Promise<Violation[]> {
  const forbidden = IMPORT_RULES.map(({ name, comment, from, to, except }) => ({
    name,
    comment,
    severity: 'error' as const,
    from: { path: from.source },
    to: { path: to.source, ...(except && { pathNot: except.source }) },
  }));
  const circular = {
    name: 'no-circle',
    comment: 'Files that import each other are one file in two.',
    severity: 'error' as const,
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only' as const] } },
  };
  const unresolvable = {
    name: 'resolvable',
    comment: 'An import leads somewhere.',
    severity: 'error' as const,
    from: {},
    to: { couldNotResolve: true, pathNot: '^astro:' },
  };
  const { output } = await cruise(['src', 'scripts'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...forbidden, circular, unresolvable] },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.astro$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  });
  const { summary } = output as ICruiseResult;
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

function violationsInAstro(root: string): Violation[] {
  const src = path.join(root, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(astro|mdx)$/.test(name));
  return files.flatMap((name) => {
    const from = path.posix.join('src', name.split(path.sep).join('/'));
    return importsOf(readFileSync(path.join(root, from), 'utf8')).flatMap((specifier) => {
      const to = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
      return IMPORT_RULES.filter((rule) => breaks(rule, from, to)).map((rule) => ({ rule: rule.name, from, to }));
    });
  });
}

/** What a component imports: in its frontmatter, in its scripts, and by `import()`. */
function importsOf(text: string): string[] {
  const statements = text.matchAll(/\b(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?["']([^"']+)["']/g);
  const calls = text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [...statements, ...calls].map(([, specifier]) => specifier ?? '');
}

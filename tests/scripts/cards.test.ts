import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { copyOfDesk, runScript } from '../support/run-script.ts';

const NOW = ['--now', '2026-11-23T12:00:00+05:00'];
const POST = 'content/campaigns/clean-water/posts/boil-water/en.mdx';

it('npm run cards tells of words that are too long for their card at their field', () => {
  const root = copyOfDesk();
  const headline = 'Boil it for one minute '.repeat(20).trim();
  change(root, 'headline: Boil it for one minute', `headline: ${headline}`);
  const { code, stdout } = runScript('cards', [...NOW, '--json'], root);
  expect(JSON.parse(stdout)).toEqual({
    file: POST,
    line: 10,
    column: 11,
    severity: 'error',
    ruleId: 'card/too-long',
    message: expect.stringMatching(
      /^Unexpected length: this text of 459 characters does not fit on the card of \d+×\d+$/,
    ),
    hint: expect.stringMatching(/^shorten it by about \d+ characters, to \d+ or fewer$/),
  });
  expect(code).toBe(1);
});

it('npm run cards draws none where the content has a mistake', () => {
  const root = copyOfDesk();
  change(root, 'headline:', 'headlin:');
  const { code, stdout, stderr } = runScript('cards', [...NOW, '--json'], root);
  expect(JSON.parse(stdout)).toMatchObject({ file: POST, ruleId: 'field/unknown' });
  expect([code, stderr]).toEqual([1, '1 error; no card is drawn from faulty content\n']);
  expect(existsSync(path.join(root, '.aagahi/cards'))).toBe(false);
});

function change(root: string, from: string, to: string): void {
  const file = path.join(root, POST);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

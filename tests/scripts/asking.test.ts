import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openAsking, type Terminal } from '../../scripts/asking.ts';

/** A terminal on which somebody types these lines as they are asked, and then goes away. */
function typing(...lines: string[]): { terminal: Terminal; shown(): string } {
  const stdin = Object.assign(new PassThrough(), { isTTY: true });
  const stdout = Object.assign(new PassThrough(), { isTTY: true });
  let said = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (!/[?\])] $/.test(text)) return;
    const line = lines.shift();
    if (line === undefined) stdin.end();
    else stdin.write(`${line}\n`);
  });
  // What moves the cursor is left out.
  return { terminal: { stdin, stdout }, shown: () => stripVTControlCharacters(said).replaceAll('\r', '') };
}

describe('questions in a terminal', () => {
  it('are asked for what no option says, in each language, and only the first has to be answered', async () => {
    const { terminal, shown } = typing('', 'Flood', '');
    const asking = openAsking(terminal);
    expect(await asking.words('title', 'What is it called?', {}, ['en', 'ur'])).toEqual({ en: 'Flood' });
    expect(shown()).toMatch(
      /^What is it called\? \[en\] \s*This is needed\.\nWhat is it called\? \[en\] (Flood)?\s*What is it called\? \[ur\] \s*$/,
    );
    expect(await asking.words('title', 'What is it called?', { en: 'A', ur: 'ب' }, ['en', 'ur'])).toEqual({
      en: 'A',
      ur: 'ب',
    });
    asking.close();
  });

  it('say what they did not understand, and what may have been meant', async () => {
    const { terminal, shown } = typing('sever', 'severe', 'helth, fire', 'health fire health');
    const asking = openAsking(terminal);
    expect(await asking.one('severity', 'How bad?', undefined, ['extreme', 'severe'])).toBe('severe');
    expect(await asking.many('category', 'What kind?', undefined, ['health', 'fire'])).toEqual(['health', 'fire']);
    expect(shown()).toContain('“sever” is none of them; did you mean severe?');
    expect(shown()).toContain('“helth, fire” is none of them; did you mean health?');
    asking.close();
  });

  it('that are left in the middle write nothing', async () => {
    const asking = openAsking(typing().terminal);
    await expect(asking.one('severity', 'How bad?', undefined, ['severe'])).rejects.toThrow(
      'The questions were not answered; nothing was written.',
    );
  });

  it('are never asked where one end is no terminal: all that is missing is told at once', async () => {
    const stdin = new PassThrough();
    const asking = openAsking({ stdin, stdout: new PassThrough() });
    await asking.words('title', 'What is it called?', {}, ['en', 'ur']);
    await asking.one('severity', 'How bad?', undefined, ['severe']);
    expect(() => asking.refuseMissing(['circle'])).toThrow(
      'Missing --title, --severity, --circle: without a terminal everything is said by options.',
    );
  });
});

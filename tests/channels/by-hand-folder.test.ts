import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openByHandFolder } from '../../src/channels/by-hand-folder.ts';
import type { PictureStore } from '../../src/publishing/ports.ts';
import { sampleRequest } from '../support/sample-request.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const CHANNEL = { id: 'instagram', network: 'instagram', name: 'Sehat Desk on Instagram' } as const;
const POST = sampleRequest('instagram', { language: 'ur' });
const PICTURES: PictureStore = {
  picture: async () => Buffer.from('the picture'),
  banner: async () => Buffer.from('the banner'),
};

describe('a post by hand on this machine', () => {
  it('is a folder with the text, the picture and what to do, and how to say that it is done', async () => {
    const folder = temporaryFolder();
    const channel = openByHandFolder(folder, CHANNEL, PICTURES);
    expect(await channel.find(POST)).toEqual({ kind: 'absent' });
    const outcome = await channel.send(POST);
    if (outcome.kind !== 'handed') throw new Error(outcome.kind);
    const text = readFileSync(outcome.uri, 'utf8');
    expect(text.startsWith('# Post on Instagram: wash-hands (ur)\n')).toBe(true);
    expect(text).toContain(`The text (ur, written from right to left):\n\n\`\`\`text\n${POST.post.text}\n\`\`\``);
    expect(text).toContain(
      'npm run resolve -- post/wash-hands/2026/instagram/ur/1 --as confirmed --by YOU --url ADDRESS',
    );
    expect(readFileSync(path.join(path.dirname(outcome.uri), 'card.png'), 'utf8')).toBe('the picture');
    expect(await channel.find(POST)).toEqual(outcome);
  });

  it('is there once, however often it is handed over', async () => {
    const folder = temporaryFolder();
    const channel = openByHandFolder(folder, CHANNEL, PICTURES);
    await channel.send(POST);
    await channel.send(POST);
    expect(readdirSync(path.join(folder, 'instagram'))).toHaveLength(1);
  });

  it('leaves nothing half done where its picture cannot be drawn', async () => {
    const folder = temporaryFolder();
    const broken: PictureStore = { ...PICTURES, picture: () => Promise.reject(new Error('no font')) };
    const channel = openByHandFolder(folder, CHANNEL, broken);
    expect(await channel.send(POST)).toMatchObject({ kind: 'refused', again: true });
    expect(existsSync(path.join(folder, 'instagram')) && readdirSync(path.join(folder, 'instagram'))).toEqual([]);
    expect(await channel.find(POST)).toEqual({ kind: 'absent' });
  });
});

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ActionRequest, ChannelPort, PictureStore } from '../publishing/ports.ts';
import { type ByHandChannel, byHandTask } from './by-hand.ts';

/**
 * What a person has to post, on this machine: a folder for each task with its text and picture. It is done when somebody
 * says so with `npm run resolve`.
 */
export function openByHandFolder(directory: string, channel: ByHandChannel, pictures: PictureStore): ChannelPort {
  const folderOf = (request: ActionRequest): string =>
    path.join(
      directory,
      channel.id,
      createHash('sha256').update(byHandTask(request, channel).mark).digest('hex').slice(0, 16),
    );
  const handed = (request: ActionRequest) =>
    ({ kind: 'handed', uri: path.join(folderOf(request), 'task.md') }) as const;
  return {
    open: async () => ({ kind: 'open' }),
    async send(request) {
      const { name, title, body } = byHandTask(request, channel);
      const folder = folderOf(request);
      const draft = `${folder}.${process.pid}.part`;
      try {
        await mkdir(draft, { recursive: true });
        const attachment = 'post' in request ? request.post.attachment : undefined;
        if (attachment && attachment.kind !== 'nothing')
          await writeFile(path.join(draft, 'card.png'), await pictures.picture(attachment.card), { flush: true });
        const resolve = `Then say that it is done: npm run resolve -- ${name} --as confirmed --by YOU --url ADDRESS`;
        await writeFile(path.join(draft, 'task.md'), `# ${title}\n\n${body}\n${resolve}\n`, { flush: true });
        // Whole or not at all, also where the run is killed here.
        await rm(folder, { recursive: true, force: true });
        await rename(draft, folder);
        return handed(request);
      } catch {
        await rm(draft, { recursive: true, force: true }).catch(() => undefined);
        return { kind: 'refused', reason: 'the task could not be written, or its picture not be drawn', again: true };
      }
    },
    async find(request) {
      return existsSync(path.join(folderOf(request), 'task.md')) ? handed(request) : { kind: 'absent' };
    },
    profile: async () => ({ kind: 'unreachable', reason: 'nobody but a person can see this profile' }),
    bannerPicture: async () => undefined,
  };
}

import { createHash } from 'node:crypto';
import { cardFileName } from '../cards/card.ts';
import { subjectText } from '../ledger/entry.ts';
import { cardPath, publicAddress } from '../model/addresses.ts';
import type { Channel } from '../model/channel.ts';
import { NETWORK, type NetworkName } from '../model/network.ts';
import type { ComposedPost } from '../posts/compose-post.ts';
import type { ActionRequest } from '../publishing/ports.ts';

export type ByHandChannel = Pick<Channel, 'id' | 'network' | 'name' | 'profile'>;

/** What a person is asked to do. */
export interface ByHandTask {
  /** Name in the ledger, as `npm run resolve` takes it. */
  name: string;
  /** What tells this task from all others. */
  mark: string;
  title: string;
  /** Markdown. */
  body: string;
}

/** How one posts on each network, and where the words for those who cannot see the picture go. */
const STEPS: Readonly<Partial<Record<NetworkName, readonly string[]>>> = {
  facebook: [
    'Open the page as its editor and start a new post',
    'Paste the text; add the picture; under “Edit alt text” paste the words in place of the picture',
  ],
  instagram: [
    'Start a new post on the phone and choose the picture',
    'Paste the text as the caption; under “Advanced settings”, “Write alt text”, paste the words in place of the picture',
  ],
  x: ['Start a new post and paste the text', 'Add the picture; under “+ALT” paste the words in place of the picture'],
  threads: [
    'Start a new thread and paste the text',
    'Add the picture; under “Alt” paste the words in place of the picture',
  ],
  youtube: ['In YouTube Studio choose “Create post”', 'Paste the text and add the picture'],
  tiktok: ['On the phone choose “+” and the picture as a photo post', 'Paste the text as the caption'],
  whatsapp: ['Open the channel on the phone', 'Add the picture and paste the text as its caption'],
};

/**
 * A task in words for somebody who has never done it: the exact text to copy, the picture, and what to do with them. Text of
 * the content stands in code blocks that nothing in it can close, so that it is copied to the letter and mentions nobody.
 */
export function byHandTask(request: ActionRequest, channel: ByHandChannel): ByHandTask {
  const { title } = NETWORK[channel.network];
  const where = channel.profile === undefined ? channel.name : `[${plain(channel.name)}](${channel.profile})`;
  const done = ['Paste the address of the post here as a comment', 'Close this as completed'];
  switch (request.action) {
    case 'post': {
      const { key, post, site, replyTo } = request;
      const steps = [
        ...(replyTo ? [`Open ${replyTo.parent.uri} and answer it`] : []),
        ...(STEPS[channel.network] ?? [`Start a new post on ${title}`, 'Paste the text and add the picture']),
        'Read it once more as a reader would, and post it',
        ...done,
      ];
      return task(request, `Post on ${title}: ${key.item} (${key.language})`, [
        `Please post this on ${where}.`,
        ...wordsOf(post, site),
        checklist(steps),
      ]);
    }
    case 'edit':
      return task(request, `Edit on ${title}: ${request.key.item} (${request.key.language})`, [
        `Please change the words of ${request.target.uri} on ${where} to these.`,
        ...wordsOf(request.post, request.site),
        checklist(['Open the post, choose “Edit” and paste the text', 'Close this as completed']),
      ]);
    case 'withdraw':
      return task(request, `Delete on ${title}: ${request.key.item} (${request.key.language})`, [
        `Please delete ${request.target.uri} on ${where}. The reason:`,
        fenced(request.reason),
        checklist(['Open the post and delete it', 'Close this as completed']),
      ]);
    case 'pin':
      return task(request, `Pin on ${title}`, [
        request.set ? `Please pin ${request.set.uri} on ${where}.` : `Please unpin what is pinned on ${where}.`,
        checklist(['Change the pinned post', 'Close this as completed']),
      ]);
    case 'banner':
      return task(request, `Banner on ${title}`, [
        `Please change the banner on ${where}.`,
        checklist(['Change the picture', 'Close this as completed']),
      ]);
  }
}

function task(request: ActionRequest, title: string, parts: readonly string[]): ByHandTask {
  const subject =
    request.action === 'pin' || request.action === 'banner'
      ? { action: request.action, channel: request.channel }
      : { action: request.action, ...request.key };
  // What is changed may be changed again: each change is a task of its own.
  const change = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 8);
  const mark = request.action === 'post' ? subjectText(subject) : `${subjectText(subject)} ${change}`;
  return { name: subjectText(subject), mark, title, body: `${parts.join('\n\n')}\n` };
}

function wordsOf({ text, attachment, language }: ComposedPost, site: string): string[] {
  const words = [`The text (${language}${isRightToLeft(text) ? ', written from right to left' : ''}):`, fenced(text)];
  if (attachment.kind === 'nothing') return words;
  const picture = publicAddress({ url: site }, cardPath(cardFileName(attachment.card)));
  return [
    ...words,
    `The picture: ${picture}`,
    `![The picture](${picture})`,
    'The words in place of the picture, for those who cannot see it:',
    fenced(attachment.alt),
  ];
}

function checklist(steps: readonly string[]): string {
  return steps.map((step) => `- [ ] ${step}`).join('\n');
}

/** A code block that nothing in the text can close. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}

function plain(text: string): string {
  return text.replace(/[[\]\\<>*_`@#]/g, (sign) => `\\${sign}`);
}

function isRightToLeft(text: string): boolean {
  return /^[^\p{L}]*\p{Script=Arabic}/u.test(text);
}

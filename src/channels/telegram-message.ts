import type { MessageEntity, ReplyParameters } from 'grammy/types';
import type { ComposedPost } from '../posts/compose-post.ts';
import { joinSegments, type Segment, shownText } from '../posts/segment.ts';

/** The words of a message, and which stretches of them lead somewhere. */
export interface TelegramWords {
  text: string;
  entities: MessageEntity[];
}

/**
 * The words of a post. No part of them is read as formatting, whatever signs it holds. A hashtag needs no entity: Telegram
 * finds it by itself.
 */
export function telegramWords(segments: readonly Segment[]): TelegramWords {
  const entities: MessageEntity[] = [];
  // Telegram counts UTF-16 units, as the strings of this language do.
  let offset = 0;
  for (const segment of segments) {
    const { length } = shownText(segment);
    if (segment.kind === 'link' && length > 0)
      entities.push(
        segment.shown === segment.href
          ? { type: 'url', offset, length }
          : { type: 'text_link', offset, length, url: segment.href },
      );
    offset += length;
  }
  return { text: joinSegments(segments), entities };
}

/** Which page is shown in small below the words: the one of the post's link card, or none. */
export function linkPreview({ attachment }: ComposedPost): { is_disabled: true } | { url: string } {
  return attachment.kind === 'link-card' ? { url: attachment.href } : { is_disabled: true };
}

/** A reply whose parent is gone is refused: alone it would mislead. */
export function replyTo(messageId: number): ReplyParameters {
  return { message_id: messageId, allow_sending_without_reply: false };
}

/** A message of a channel, as the ledger refers to it. */
export interface TelegramPlace {
  chatId: number;
  messageId: number;
}

/** `telegram:-1001234567890/45`. */
export function placeText({ chatId, messageId }: TelegramPlace): string {
  return `telegram:${chatId}/${messageId}`;
}

/** The place that `placeText` wrote; `undefined` for anything else. */
export function readPlace(uri: string): TelegramPlace | undefined {
  const [, chatId, messageId] = /^telegram:(-[1-9]\d{0,15})\/([1-9]\d{0,14})$/.exec(uri) ?? [];
  return chatId && messageId ? { chatId: Number(chatId), messageId: Number(messageId) } : undefined;
}

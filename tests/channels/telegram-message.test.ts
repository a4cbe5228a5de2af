import { describe, expect, it } from 'vitest';
import { placeText, readPlace, telegramWords } from '../../src/channels/telegram-message.ts';

describe('the words of a message', () => {
  it('have the places of their links in UTF-16 units, and none for a hashtag', () => {
    const { text, entities } = telegramWords([
      { kind: 'text', text: '🧼 صاف ' },
      { kind: 'hashtag', shown: '#صاف_ہاتھ', tag: 'صاف_ہاتھ' },
      { kind: 'text', text: '\n' },
      { kind: 'link', shown: 'who.int', href: 'https://who.int/' },
      { kind: 'text', text: ' *_`<b>& ' },
      { kind: 'link', shown: 'https://desk.example/a', href: 'https://desk.example/a' },
    ]);
    expect(text).toBe('🧼 صاف #صاف_ہاتھ\nwho.int *_`<b>& https://desk.example/a');
    expect(entities).toEqual([
      { type: 'text_link', offset: 17, length: 7, url: 'https://who.int/' },
      { type: 'url', offset: 33, length: 22 },
    ]);
    expect(entities.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      'who.int',
      'https://desk.example/a',
    ]);
  });
});

describe('the place of a message', () => {
  it('is read as it was written', () => {
    const place = { chatId: -1001234567890, messageId: 45 };
    expect(placeText(place)).toBe('telegram:-1001234567890/45');
    expect(readPlace(placeText(place))).toEqual(place);
  });

  it.each(['', 'telegram:-1/0', 'telegram:1/1', 'telegram:-1/1/1', 'at://x/y/z', 'telegram:-1/1\n'])(
    'is nowhere in %j',
    (uri) => expect(readPlace(uri)).toBeUndefined(),
  );
});

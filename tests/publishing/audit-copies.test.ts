import { describe, expect, it } from 'vitest';
import { type Entry, FIRST_PREVIOUS, type Subject, sealEntry, type Transition } from '../../src/ledger/entry.ts';
import { auditCopies } from '../../src/publishing/audit-copies.ts';
import { sampleRequest } from '../support/sample-request.ts';

const REQUEST = sampleRequest('bluesky');
const POST: Subject = { action: 'post', ...REQUEST.key };
const NOTED = [
  { by: 'sana', role: 'editor', at: 'then', review: 'https://github.example/1', commit: 'c'.repeat(40), words: 'a' },
];

function entries(...steps: [Transition, Subject?, string?][]): Entry[] {
  return steps.map(([transition, subject = POST, by], index) =>
    sealEntry(transition, subject, `2026-12-01T09:0${index}:00+05:00`, FIRST_PREVIOUS, by),
  );
}

const sending = (different: object = {}): Transition => ({
  state: 'sending',
  request: REQUEST,
  words: 'w',
  ...different,
});
const inShort = (all: Entry[], item = REQUEST.key.item) =>
  auditCopies(all, item).map(({ events }) =>
    events.map(({ what, left }) => `${what}${left ? `: ${left.text.slice(0, 9)}` : ''}`),
  );

describe('what happened to a post', () => {
  it('is told with what left, by whose reviews and from which commit', () => {
    const [copy] = auditCopies(
      entries(
        [{ state: 'intent' }],
        [sending({ approvals: NOTED, revision: 'r' })],
        [{ state: 'confirmed', uri: 'at://1', url: 'https://there' }],
      ),
      REQUEST.key.item,
    );
    expect(copy).toEqual({
      key: REQUEST.key,
      campaign: 'clean-hands',
      events: [
        {
          at: '2026-12-01T09:02:00+05:00',
          what: 'sent',
          place: 'https://there',
          left: { text: REQUEST.post.text, words: 'w', approvals: NOTED, revision: 'r' },
        },
      ],
    });
  });

  it.each([
    [
      'refused, then sent',
      [
        [sending()],
        [{ state: 'failed', reason: 'busy', words: 'w', again: true }],
        [sending()],
        [{ state: 'confirmed', uri: 'u' }],
      ],
      ['refused', 'sent: Wash your'],
    ],
    [
      'not known, then found by a person',
      [[sending()], [{ state: 'unknown', reason: 'no answer' }], [{ state: 'confirmed', uri: 'u' }, POST, 'amina']],
      ['unknown: Wash your', 'sent'],
    ],
    ['cut off', [[{ state: 'intent' }], [sending()]], ['under-way: Wash your']],
    [
      'handed over, then taken away by hand',
      [[sending()], [{ state: 'handed', uri: 'u' }], [{ state: 'tombstoned', reason: 'gone' }, POST, 'amina']],
      ['handed: Wash your', 'taken-away'],
    ],
    [
      'a note on it',
      [[sending({ request: { ...REQUEST, isCorrection: true } })], [{ state: 'confirmed', uri: 'u' }]],
      ['note: Wash your'],
    ],
  ] as [string, [Transition, Subject?, string?][], string[]][])('as it went: %s', (_what, steps, told) => {
    expect(inShort(entries(...steps))).toEqual([told]);
  });

  it('is told with its edits and its withdrawal, and with nothing of another post', () => {
    const edit = {
      action: 'edit',
      key: REQUEST.key,
      target: { uri: 'u' },
      post: { ...REQUEST.post, text: 'With soap.' },
    };
    const withdraw = { action: 'withdraw', key: REQUEST.key, target: { uri: 'u' }, reason: 'wrong' };
    const all = entries(
      [sending()],
      [{ state: 'confirmed', uri: 'u' }],
      [sending(), { action: 'post', ...REQUEST.key, item: 'other' }],
      [
        { state: 'sending', request: edit, words: 'e' },
        { action: 'edit', ...REQUEST.key },
      ],
      [
        { state: 'confirmed', uri: 'u' },
        { action: 'edit', ...REQUEST.key },
      ],
      [
        { state: 'sending', request: withdraw, words: 'wrong' },
        { action: 'withdraw', ...REQUEST.key },
      ],
      [
        { state: 'tombstoned', reason: 'wrong' },
        { action: 'withdraw', ...REQUEST.key },
      ],
    );
    expect(inShort(all)).toEqual([['sent: Wash your', 'edited: With soap', 'withdrawn']]);
    expect(inShort(all, 'nothing')).toEqual([]);
  });
});

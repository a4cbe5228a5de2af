import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readChannelSecret, secretVariable } from '../../src/channels/channel-secret.ts';

const VARIABLE = 'AAGAHI_CHANNEL_BLUESKY';

function read(value: string | undefined) {
  return readChannelSecret('bluesky', { [VARIABLE]: value });
}

describe('the variable of a channel’s secret', () => {
  it('follows from the channel’s id', () => {
    expect(secretVariable('bluesky')).toBe(VARIABLE);
    expect(secretVariable('bluesky-urdu-2')).toBe('AAGAHI_CHANNEL_BLUESKY_URDU_2');
  });

  it('is the only one that is read', () => {
    const environment = { AAGAHI_CHANNEL_OTHER: 'https://a:b@host.example' };
    expect(readChannelSecret('bluesky', environment)).toEqual({
      reason: 'no secret: the variable AAGAHI_CHANNEL_BLUESKY is not set',
    });
  });
});

describe('a channel’s secret', () => {
  it('says who signs in, with what, and the only place it may go to', () => {
    expect(read('https://desk.bsky.social:abcd-efgh@bsky.social/some/path?x=1')).toEqual({
      secret: {
        variable: VARIABLE,
        origin: 'https://bsky.social',
        identifier: 'desk.bsky.social',
        password: 'abcd-efgh',
        isLoopback: false,
      },
    });
  });

  it('takes signs of an address in percent-encoding', () => {
    expect(read('https://desk%40example.org:p%3Aw%25%2F@host.example:8443').secret).toMatchObject({
      origin: 'https://host.example:8443',
      identifier: 'desk@example.org',
      password: 'p:w%/',
    });
  });

  it.each([
    'http://a:b@localhost:2583',
    'http://a:b@127.0.0.1',
    'http://a:b@127.1:80',
    'http://a:b@[::1]:1',
    'https://a:b@localhost',
  ])('leads to this machine: %s', (value) => {
    expect(read(value).secret?.isLoopback).toBe(true);
  });

  it.each([
    'https://a:b@localhost.example.org',
    'https://a:b@127.0.0.1.example.org',
    'https://a:b@10.0.0.1',
    'https://localhost:b@bsky.social',
    'https://a:b@localhost.',
  ])('leads beyond it: %s', (value) => {
    expect(read(value).secret?.isLoopback).toBe(false);
  });

  it.each([
    ['no address', 'topsecret'],
    ['without a password', 'https://topsecret@host.example'],
    ['without a name', 'https://:topsecret@host.example'],
    ['over a line that others can read', 'http://a:topsecret@host.example'],
    ['another scheme', 'ftp://a:topsecret@host.example'],
    ['a broken percent sign', 'https://a:topsecret%E0%A4@host.example'],
    ['a space in the middle', 'https://a:topsecret@ho st'],
  ])('is refused without a word of it when it is %s', (_what, value) => {
    const answer = read(value);
    expect(answer).toEqual({
      reason: 'the variable AAGAHI_CHANNEL_BLUESKY is not of the form https://IDENTIFIER:APP-PASSWORD@HOST',
    });
    expect(inspect(answer)).not.toContain('topsecret');
  });

  it('is missing when it is empty', () => {
    expect(read('')).toEqual({ reason: 'no secret: the variable AAGAHI_CHANNEL_BLUESKY is not set' });
  });
});

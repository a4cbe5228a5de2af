import { describe, expect, it } from 'vitest';
import { filmPlace, recordingSchema } from '../../src/model/recording.ts';

describe('where a film comes from', () => {
  it.each([
    'https://www.youtube.com/watch?v=abcdefghijk',
    'https://youtu.be/abcdefghijk',
    'https://m.youtube.com/watch?v=abcdefghijk&t=4s',
    'https://www.youtube-nocookie.com/embed/abcdefghijk',
    'https://www.youtube.com/live/abcdefghijk',
  ])('is YouTube: %s', (address) => {
    expect(filmPlace(address)).toEqual({ kind: 'youtube', id: 'abcdefghijk' });
  });

  it.each([
    'https://vimeo.com/1',
    'https://www.youtube.com/@desk',
    'https://youtube.com.evil.example/watch?v=abcdefghijk',
  ])('is an address that can only be opened: %s', (address) => {
    expect(filmPlace(address)).toEqual({ kind: 'elsewhere', address });
  });

  it('is the desk itself', () => {
    expect(filmPlace('./talk.en.mp4')).toEqual({ kind: 'own', file: './talk.en.mp4' });
  });
});

describe('a recording', () => {
  const RECORDING = {
    title: 'Talk',
    video: './talk.mp4',
    captions: './talk.vtt',
    seconds: 60,
    publishedOn: '2026-11-20',
  };

  it('has a film beside it or an address, captions, and its length', () => {
    expect(recordingSchema.safeParse(RECORDING).success).toBe(true);
    expect(recordingSchema.safeParse({ ...RECORDING, video: 'https://youtu.be/abcdefghijk' }).success).toBe(true);
  });

  it.each([
    [{ captions: undefined }, 'Invalid input: expected string, received undefined'],
    [{ captions: './talk.srt' }, 'Unexpected captions `./talk.srt`'],
    [{ captions: './../talk.vtt' }, 'Unexpected captions `./../talk.vtt`'],
    [{ poster: './talk.gif' }, 'Unexpected picture `./talk.gif`'],
    [{ consent: 'yes' }, 'Unexpected consent `yes`'],
  ])('is refused with %j', (different, message) => {
    const { error } = recordingSchema.safeParse({ ...RECORDING, ...different });
    expect(error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

import { describe, expect, it } from 'vitest';
import { findCaptionsFault } from '../../src/reading/check-captions.ts';

const told = (text: string) => {
  const found = findCaptionsFault(text);
  return found && `${found.position.line} ${found.fault.message} → ${found.fault.hint}`;
};

describe('captions', () => {
  it.each([
    ['with hours', 'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nپانی ابال لیں۔\n'],
    ['without hours, named and placed', 'WEBVTT Talk\n\nfirst\n00:01.000 --> 00:04.000 align:start\nBoil it.\n'],
    ['as written on Windows, with a mark in front', '\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:04.000\r\nBoil it.\r\n'],
  ])('are accepted %s', (_, text) => expect(told(text)).toBeUndefined());

  it.each([
    [
      '1\n00:00:01,000 --> 00:00:04,000\nBoil it.\n',
      '1 Unexpected first line of captions → write `WEBVTT` on the first line, then an empty one',
    ],
    ['WEBVTTX\n', '1 Unexpected first line of captions → write `WEBVTT` on the first line, then an empty one'],
    [
      'WEBVTT\n\n00:00:01,000 --> 00:00:04,000\nBoil it.\n',
      '3 Unexpected times of a caption → write for example `00:00:04.000 --> 00:00:07.500`: minutes, seconds and thousandths',
    ],
    [
      'WEBVTT\n\n00:04.000 --> 00:01.000\nBoil it.\n',
      '3 Unexpected times of a caption: it ends before it starts → write a later second time',
    ],
    [
      'WEBVTT\n\n00:01.000 --> 00:04.000\n\n',
      '3 Missing words of a caption → write what is said on the line after the times',
    ],
    [
      'WEBVTT\n\nNOTE nothing yet\n',
      '1 Missing captions: the file has no line of times → write for each caption its times and, below, the words',
    ],
    ['', '1 Unexpected first line of captions → write `WEBVTT` on the first line, then an empty one'],
  ])('are refused: %j', (text, said) => expect(told(text)).toBe(said));
});

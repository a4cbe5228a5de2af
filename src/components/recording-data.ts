import type { VideoObject } from 'schema-dts';
import { publicAddress, recordingPath } from '../model/addresses.ts';
import { inLanguage } from '../model/language.ts';
import type { Organisation } from '../model/organisation.ts';
import { filmPlace, type Recording } from '../model/recording.ts';
import { fillIn, interfaceWords } from '../reading/interface-words.ts';

/** How long a film lasts, for readers. */
export function durationText(seconds: number, language: string): string {
  const { duration, durationShort } = interfaceWords(language).programme;
  const minutes = Math.floor(seconds / 60);
  return fillIn(minutes > 0 ? duration : durationShort, { minutes, seconds: seconds % 60 });
}

export interface RecordingOf {
  kind: 'events' | 'episodes';
  itemId: string;
  language: string;
  recording: Recording;
  /** What it is about. */
  description: string;
  /** What is said in it. */
  transcript: string;
}

/** A film as data for search engines (schema.org’s VideoObject), which say that they need a still of it to show it. */
export function videoObject(
  { kind, itemId, language, recording, description, transcript }: RecordingOf,
  organisation: Organisation,
): Exclude<VideoObject, string> {
  const { title, video, captions, poster, seconds, publishedOn } = recording;
  const address = (name: string) => publicAddress(organisation, recordingPath(kind, itemId, name));
  const place = filmPlace(video);
  return {
    '@type': 'VideoObject',
    name: title,
    description,
    inLanguage: language,
    uploadDate: publishedOn,
    duration: `PT${seconds}S`,
    ...(poster && { thumbnailUrl: address(poster) }),
    ...(place.kind === 'own'
      ? { contentUrl: address(video) }
      : place.kind === 'youtube'
        ? { embedUrl: `https://www.youtube-nocookie.com/embed/${place.id}`, url: video }
        : { url: video }),
    caption: {
      '@type': 'MediaObject',
      contentUrl: address(captions),
      encodingFormat: 'text/vtt',
      inLanguage: language,
    },
    transcript,
    publisher: { '@type': 'Organization', name: inLanguage(organisation.name, language) },
  };
}

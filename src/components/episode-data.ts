import type { Episode as EpisodeData, WithContext } from 'schema-dts';
import { episodePath, publicAddress, seriesPath } from '../model/addresses.ts';
import type { Episode, Series } from '../model/content.ts';
import type { Organisation } from '../model/organisation.ts';
import { videoObject } from './recording-data.ts';

/** An episode as data for search engines (schema.org’s Episode with its VideoObject), in one of its languages. */
export function episodeData(
  { episode, series, language, transcript }: { episode: Episode; series: Series; language: string; transcript: string },
  organisation: Organisation,
): WithContext<EpisodeData> {
  const version = episode.versions[language];
  if (!version) throw new RangeError(`${episode.id} is not written in ${language}`);
  const { title, summary, recording, speakers } = version;
  const of = series.versions[language] ?? series.versions[series.originalLanguage];
  return {
    '@context': 'https://schema.org',
    '@type': 'Episode',
    name: title,
    description: summary,
    inLanguage: language,
    url: publicAddress(organisation, episodePath(episode, language)),
    episodeNumber: episode.number,
    datePublished: recording.publishedOn,
    dateModified: episode.lastReviewedOn,
    partOfSeries: {
      '@type': 'CreativeWorkSeries',
      name: of?.title ?? series.id,
      url: publicAddress(organisation, seriesPath(series.id, of?.language ?? language)),
    },
    ...(speakers.length > 0 && {
      actor: speakers.map(({ name, title: jobTitle }) => ({ '@type': 'Person' as const, name, jobTitle })),
    }),
    video: videoObject(
      { kind: 'episodes', itemId: episode.id, language, recording, description: summary, transcript },
      organisation,
    ),
  };
}

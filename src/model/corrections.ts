import type { Content, Myth } from './content.ts';
import { plannedCampaigns } from './event-campaign.ts';
import { dayAt, type EpochMs, toEpochMs } from './time.ts';

/** A post that was put right after it had been sent. */
export interface PostCorrection {
  on: string;
  postId: string;
  /** What the post belongs to. */
  item: { collection: 'campaigns' | 'events'; id: string };
  /** By language: what the post says on its card, and what was wrong as far as somebody wrote it down. */
  headlines: Readonly<Record<string, string>>;
  notes: Readonly<Record<string, string>>;
}

/** One line of the list of corrections, in one language. */
export interface Correction {
  on: string;
  subject: 'page' | 'post';
  title: string;
  /** Missing where nobody wrote down what was wrong. */
  text: string | undefined;
  /** Where it can be read now. */
  item: { collection: 'myths' | 'campaigns' | 'events'; id: string };
}

/** The posts of campaigns and events that were corrected by `now`. */
export function postCorrections(
  content: Pick<Content, 'campaigns' | 'events' | 'organisation'>,
  now: EpochMs,
): PostCorrection[] {
  const { timeZone } = content.organisation;
  return plannedCampaigns(content).flatMap((campaign) =>
    campaign.posts.flatMap(({ id, correction, versions }) => {
      if (!correction || toEpochMs(correction.at) > now) return [];
      const words = Object.entries(versions);
      return [
        {
          on: dayAt(toEpochMs(correction.at), timeZone),
          postId: id,
          item: { collection: campaign.event ? 'events' : 'campaigns', id: campaign.id } as const,
          headlines: Object.fromEntries(words.map(([language, { headline }]) => [language, headline])),
          notes: Object.fromEntries(
            words.flatMap(([language, { correctionNote }]) =>
              correctionNote === undefined ? [] : [[language, correctionNote]],
            ),
          ),
        },
      ];
    }),
  );
}

/** All that readers of `language` were told wrongly, the newest correction first. */
export function correctionsIn(
  language: string,
  myths: readonly Myth[],
  posts: readonly PostCorrection[],
): Correction[] {
  const ofMyths = myths.flatMap(({ id, versions }) => {
    const version = versions[language];
    return (version?.corrections ?? []).map(
      ({ on, text }): Correction => ({
        on,
        subject: 'page',
        title: version?.title ?? id,
        text,
        item: { collection: 'myths', id },
      }),
    );
  });
  const ofPosts = posts.flatMap(({ on, item, headlines, notes }): Correction[] => {
    const title = headlines[language];
    if (title === undefined) return [];
    return [{ on, subject: 'post', title, text: notes[language], item }];
  });
  return [...ofMyths, ...ofPosts].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
}

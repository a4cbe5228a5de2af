import type { Channel } from '../model/channel.ts';

/** A channel that the public can look at. */
export type PublicChannel = Channel & { profile: string };

/** The channels with a public profile that post in `language`; accounts for tests are nobody's business. */
export function profilesIn(channels: ReadonlyMap<string, Channel>, language: string): PublicChannel[] {
  return [...channels.values()].filter(
    (channel): channel is PublicChannel =>
      channel.profile !== undefined && !channel.test && channel.languages.includes(language),
  );
}

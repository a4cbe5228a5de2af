import type { ChannelPort, Ledger } from '../../src/publishing/ports.ts';

/** Thrown where a run is killed. */
export class Killed extends Error {
  override name = 'Killed';
}

export interface Fate {
  ledger(ledger: Ledger): Ledger;
  channel(channel: ChannelPort): ChannelPort;
  /** Places passed so far at which the run could have been killed. */
  count(): number;
}

/**
 * Kills a run before or after one of its effects (writing to the ledger, making that known, sending, looking), at the place
 * of this number, from 1. The dead do nothing any more, whatever would have caught the death.
 */
export function killedAt(place: number): Fate {
  let passed = 0;
  let isDead = false;
  const pass = () => {
    passed += 1;
    isDead ||= passed === place;
    if (isDead) throw new Killed();
  };
  const around = async <T>(effect: () => Promise<T>): Promise<T> => {
    pass();
    const result = await effect();
    pass();
    return result;
  };
  return {
    count: () => passed,
    ledger: (ledger) => ({
      ...ledger,
      append(...entry) {
        pass();
        ledger.append(...entry);
        pass();
      },
      publish: (what) => around(() => ledger.publish(what)),
      keep(bytes) {
        pass();
        const name = ledger.keep(bytes);
        pass();
        return name;
      },
    }),
    channel: (channel) => ({
      open: () => channel.open(),
      send: (request) => around(() => channel.send(request)),
      find: (request) => around(() => channel.find(request)),
      profile: () => channel.profile(),
      bannerPicture: () => around(() => channel.bannerPicture()),
    }),
  };
}

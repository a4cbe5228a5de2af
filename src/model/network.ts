/**
 * What each network can do and its limits. Sources: the networks' public documentation; Bluesky's were also measured on
 * its reference server. Instances of Mastodon differ: what an instance says of itself can only lower these.
 */
export const NETWORKS = [
  'outbox',
  'bluesky',
  'mastodon',
  'telegram',
  'facebook',
  'instagram',
  'x',
  'threads',
  'youtube',
  'tiktok',
  'whatsapp',
] as const;
export type NetworkName = (typeof NETWORKS)[number];

/** How a network counts the length of a text. */
export type CountUnit = 'grapheme' | 'code-point' | 'utf-16' | 'x-weighted';

export interface Network {
  /** Name as its users write it. */
  title: string;
  text: {
    /** Largest length, in `unit`. */
    limit: number;
    unit: CountUnit;
    /** How a link in the text counts: as its whole text, shortened as readers see it, or as a fixed number of units. */
    link: 'full' | 'shortened' | number;
    /** Whether a link may show other words than the address it leads to. */
    linkWords: 'free' | 'address';
    /** Whether readers can follow an address that stands in the text. */
    opensLinks: boolean;
  };
  image: {
    /** Images in one post. */
    count: number;
    /** Bytes of one image. */
    bytes: number;
    /** Largest alternative text in UTF-16 units; 0 where the network keeps none. */
    altLimit: number;
  };
  /** Bytes of a link card's picture, or 0 where the network makes link cards by itself or not at all. */
  linkCardImageBytes: number;
  /** Languages a post can be marked with. */
  languages: number;
  /** Whether a post can be hidden behind a warning. Elsewhere the warning is its first line. */
  warning: boolean;
  /** Whether a post can be kept out of public timelines. */
  visibility: boolean;
  thread: boolean;
  pin: boolean;
  banner: boolean;
  /** `shown`: readers see an edit. `hidden`: it is accepted and readers go on seeing the original. */
  edit: 'shown' | 'hidden' | 'none';
  delete: boolean;
  /**
   * How a doubtful sending is settled: `handle`, the same request again changes nothing; `read-back`, the account's own
   * posts can be listed; `person`, someone has to look.
   */
  doubt: 'handle' | 'read-back' | 'person';
  /** `program` where this desk may send by itself; `person` where it hands over text, card and a checklist. */
  sender: 'program' | 'person';
}

const BY_HAND = {
  languages: 0,
  warning: false,
  visibility: false,
  linkCardImageBytes: 0,
  thread: false,
  pin: false,
  banner: false,
  doubt: 'person',
  sender: 'person',
} as const;

export const NETWORK: Readonly<Record<NetworkName, Network>> = {
  outbox: {
    title: 'Outbox',
    text: { limit: 5000, unit: 'grapheme', link: 'full', linkWords: 'free', opensLinks: true },
    image: { count: 4, bytes: 2_000_000, altLimit: 2000 },
    linkCardImageBytes: 1_000_000,
    languages: 1,
    warning: true,
    visibility: true,
    thread: true,
    pin: true,
    banner: true,
    edit: 'shown',
    delete: true,
    doubt: 'handle',
    sender: 'program',
  },
  bluesky: {
    title: 'Bluesky',
    text: { limit: 300, unit: 'grapheme', link: 'shortened', linkWords: 'free', opensLinks: true },
    image: { count: 4, bytes: 2_000_000, altLimit: 2000 },
    linkCardImageBytes: 1_000_000,
    languages: 3,
    warning: false,
    visibility: false,
    thread: true,
    pin: true,
    banner: true,
    edit: 'hidden',
    delete: true,
    doubt: 'handle',
    sender: 'program',
  },
  mastodon: {
    title: 'Mastodon',
    text: { limit: 500, unit: 'grapheme', link: 23, linkWords: 'address', opensLinks: true },
    image: { count: 4, bytes: 8_000_000, altLimit: 1500 },
    linkCardImageBytes: 0,
    languages: 1,
    warning: true,
    visibility: true,
    thread: true,
    pin: true,
    banner: true,
    edit: 'shown',
    delete: true,
    doubt: 'read-back',
    sender: 'program',
  },
  telegram: {
    title: 'Telegram',
    // A photo's caption holds 1024 characters, a message without one 4096: every post of the desk may carry a card.
    text: { limit: 1024, unit: 'utf-16', link: 'full', linkWords: 'free', opensLinks: true },
    image: { count: 1, bytes: 10_000_000, altLimit: 0 },
    linkCardImageBytes: 0,
    languages: 0,
    warning: false,
    visibility: false,
    thread: true,
    pin: true,
    banner: false,
    edit: 'shown',
    delete: true,
    doubt: 'person',
    sender: 'program',
  },
  facebook: {
    ...BY_HAND,
    title: 'Facebook',
    text: { limit: 63_206, unit: 'utf-16', link: 'full', linkWords: 'address', opensLinks: true },
    image: { count: 10, bytes: 10_000_000, altLimit: 1000 },
    edit: 'shown',
    delete: true,
  },
  instagram: {
    ...BY_HAND,
    title: 'Instagram',
    text: { limit: 2200, unit: 'utf-16', link: 'full', linkWords: 'address', opensLinks: false },
    image: { count: 10, bytes: 8_000_000, altLimit: 1000 },
    edit: 'shown',
    delete: true,
  },
  x: {
    ...BY_HAND,
    title: 'X',
    text: { limit: 280, unit: 'x-weighted', link: 23, linkWords: 'address', opensLinks: true },
    image: { count: 4, bytes: 5_000_000, altLimit: 1000 },
    edit: 'none',
    delete: true,
  },
  threads: {
    ...BY_HAND,
    title: 'Threads',
    text: { limit: 500, unit: 'utf-16', link: 'full', linkWords: 'address', opensLinks: true },
    image: { count: 10, bytes: 8_000_000, altLimit: 1000 },
    edit: 'none',
    delete: true,
  },
  youtube: {
    ...BY_HAND,
    title: 'YouTube',
    text: { limit: 5000, unit: 'utf-16', link: 'full', linkWords: 'address', opensLinks: true },
    image: { count: 1, bytes: 16_000_000, altLimit: 0 },
    edit: 'shown',
    delete: true,
  },
  tiktok: {
    ...BY_HAND,
    title: 'TikTok',
    text: { limit: 2200, unit: 'utf-16', link: 'full', linkWords: 'address', opensLinks: false },
    image: { count: 35, bytes: 20_000_000, altLimit: 0 },
    edit: 'none',
    delete: true,
  },
  whatsapp: {
    ...BY_HAND,
    title: 'WhatsApp Channels',
    text: { limit: 4096, unit: 'utf-16', link: 'full', linkWords: 'address', opensLinks: true },
    image: { count: 1, bytes: 5_000_000, altLimit: 0 },
    edit: 'shown',
    delete: true,
  },
};

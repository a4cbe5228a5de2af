/** What a word can tell about the text it stands in. A word may tell several things: they are added up as bits. */
export const WORD = {
  /** An illness, a sign of it, a treatment, a test. */
  health: 1 << 0,
  /** One person in care: `patient`, مریضہ. */
  patient: 1 << 1,
  /** One person: `she`, `farmer`, بچی. */
  person: 1 << 2,
  /** One person’s relative or neighbour: `mother`, بھائی. */
  kin: 1 << 3,
  /** People in general: `patients`, مریضوں. */
  group: 1 << 4,
  /** Makes the person that follows anyone: `every`, `your`, کسی. */
  anyone: 1 << 5,
  /** Who serves the public: `hospital`, `helpline`, دفتر. */
  service: 1 << 6,
  /** Somebody spoken of in an office or a calling: `minister`, `author`, ڈاکٹر. */
  role: 1 << 7,
  /** A given name that is hardly ever anything else. */
  name: 1 << 8,
  /** A family name, or a given name that is also an ordinary word. */
  maybeName: 1 << 9,
  /** Stands beside a name as address: `Bibi`, صاحب, ننھی. */
  address: 1 << 10,
  /** A town, district or quarter: smaller than a province. */
  town: 1 << 11,
  /** A part of an address: `street`, محلہ. */
  street: 1 << 12,
  /** What a body can be known by: `thumbprint`, `face`, آواز. */
  body: 1 << 13,
  /** An age of 90 or more, in words. */
  oldAge: 1 << 14,
  month: 1 << 15,
  /** Says that a name follows, or went before: `named`, ولد. */
  naming: 1 << 16,
  /** A drawing, not somebody’s picture. */
  drawing: 1 << 17,
  /** A product, or a number of one: `batch`, `barcode`. */
  product: 1 << 18,
  /** Research and what is written of it: `trial`, `PMID`. */
  study: 1 << 19,
  /** What the public is called to: `campaign`, `camp`, مہم. */
  occasion: 1 << 20,
  /** A name that is said to be changed, or a figure in a story. */
  invented: 1 << 21,
  /** Says that a number is one of a person in care: `MRN`, `wristband`, فائل. */
  label: 1 << 22,
  /** May point at one person, or at a thing: اس کا. */
  pronoun: 1 << 23,
  /** A family name that is hardly ever anything else: what stands before it is a given name. */
  familyName: 1 << 24,
} as const;

/** A sum of `WORD` bits. */
export type WordClasses = number;

/** Words that speak of somebody in particular. */
export const ONE_PERSON = WORD.person | WORD.patient | WORD.kin | WORD.pronoun;

/** Words parted by white space, all of one class. */
export type WordList = readonly [classes: WordClasses, words: string];

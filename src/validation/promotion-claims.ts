import type { Drafts, ItemDraft } from '../model/draft.ts';
import type { Fault, Problem } from '../model/problem.ts';
import { type PromotedWords, waysToSay } from '../model/promotion.ts';
import { deskMessages, findInMessages, type Message, type MessagePart } from './desk-messages.ts';
import { byFolder, organisationOf } from './rule.ts';
import { findWording, type Wording, wordingOf } from './wording.ts';

/** A medicine that a campaign of the desk promotes. */
export interface PromotedMedicine {
  /** Folder of the campaign. */
  folder: string;
  /** By language. */
  words: ReadonlyMap<string, SoughtWords>;
  /** Its names in every language: any text may write them in any letters. */
  brands: readonly Wording[];
  generics: readonly Wording[];
  hasBoxedWarning: boolean;
}

/** What is looked for in messages of one language. */
export interface SoughtWords {
  brand: string;
  generic: string;
  benefits: readonly Wording[];
  /** Ways to say it. */
  indication: readonly Wording[];
  /** Of each, the ways to say it. */
  limits: readonly (readonly Wording[])[];
  risks: readonly (readonly Wording[])[];
  /** Missing where the original does not say it. */
  fullRiskInformation: string | undefined;
}

/** A message that says what a promoted medicine is good for: it owes its readers the rest. */
export interface PromotionClaim {
  message: Message;
  medicine: PromotedMedicine;
  /** Of the medicine, in the message's language. */
  words: SoughtWords;
  /** What makes it a claim: `this post says … of …`. */
  because: string;
  /** Where the message makes it. */
  part: MessagePart;
}

/** Whether the profile for promoting medicines applies; `undefined` where the policy cannot be read. */
export function isPromotionProfileOn(drafts: Drafts): boolean | undefined {
  return organisationOf(drafts).policy?.promotion;
}

/** Every medicine that campaigns promote; none where the profile is off. */
export function promotedMedicines(drafts: Drafts): readonly PromotedMedicine[] {
  if (!isPromotionProfileOn(drafts)) return [];
  const campaigns = byFolder(drafts.items.filter(({ collection }) => collection === 'campaigns'));
  return [...campaigns].flatMap(([folder, versions]) => medicineOf(folder, versions));
}

function medicineOf(folder: string, versions: readonly ItemDraft[]): PromotedMedicine[] {
  const campaigns = versions.filter((draft) => draft.collection === 'campaigns');
  const promotion = campaigns.find((draft) => draft.role === 'original')?.fields.promotion;
  const words = new Map(
    campaigns.flatMap(({ language, fields: { promoted } }) =>
      promoted ? [[language, soughtWords(promoted, promotion?.fullRiskInformation)] as const] : [],
    ),
  );
  if (words.size === 0) return [];
  const all = [...words.values()];
  return [
    {
      folder,
      words,
      brands: all.map(({ brand }) => wordingOf(brand)),
      generics: all.map(({ generic }) => wordingOf(generic)),
      hasBoxedWarning: promotion?.boxedWarning ?? false,
    },
  ];
}

function soughtWords(promoted: PromotedWords, fullRiskInformation: string | undefined): SoughtWords {
  const { brand, generic, indication, limits, benefits, risks } = promoted;
  return {
    brand,
    generic,
    benefits: benefits.map(wordingOf),
    indication: waysToSay(indication).map(wordingOf),
    limits: limits.map((one) => waysToSay(one).map(wordingOf)),
    risks: risks.map((one) => waysToSay(one).map(wordingOf)),
    fullRiskInformation: promoted.fullRiskInformation ?? fullRiskInformation,
  };
}

/**
 * Every claim that the desk makes of a promoted medicine, in whatever campaign, post, myth or question. None where the profile is
 * off, which costs nothing. Asked again about the same drafts it gives the same list.
 */
export function promotionClaims(drafts: Drafts): readonly PromotionClaim[] {
  const known = found.get(drafts);
  if (known) return known;
  const medicines = promotedMedicines(drafts);
  const claims = medicines.flatMap((medicine) =>
    findInMessages(deskMessages(drafts), (message) => claimIn(message, medicine)),
  );
  found.set(drafts, claims);
  return claims;
}

const found = new WeakMap<Drafts, readonly PromotionClaim[]>();

function claimIn(message: Message, medicine: PromotedMedicine): PromotionClaim | undefined {
  const { brands, generics, hasBoxedWarning } = medicine;
  const { name, parts } = message;
  const words = medicine.words.get(message.language);
  if (!words || !findIn(parts, [...brands, ...generics])) return undefined;
  const claiming = findIn(parts, claimWordings(words));
  if (claiming) {
    const because = `${name} says \`${claiming.wording.shown}\` of ${words.brand}`;
    return { message, medicine, words, because, part: claiming.part };
  }
  const naming = hasBoxedWarning ? findIn(parts, brands) : undefined;
  if (!naming) return undefined;
  const because = `${name} names ${words.brand}, which carries a boxed warning`;
  return { message, medicine, words, because, part: naming.part };
}

/**
 * Words that claim a benefit. What a medicine is approved for is one: an advertisement may go without risks only where it
 * gives the name and no more, and not even then with a boxed warning (21 CFR 202.1(e)(2)(i)).
 */
function claimWordings({ benefits, indication }: SoughtWords): Wording[] {
  return [...benefits, ...indication];
}

/** The parts of the message that claim a benefit. */
export function claimingParts({ message, words }: PromotionClaim): MessagePart[] {
  return message.parts.filter((part) => isIn(part, claimWordings(words)));
}

/** The first part that has one of these wordings. */
export function findIn(
  parts: readonly MessagePart[],
  wordings: readonly Wording[],
): { part: MessagePart; wording: Wording } | undefined {
  for (const part of parts) {
    const wording = findWording(part.searchable, wordings);
    if (wording) return { part, wording };
  }
  return undefined;
}

/** Whether a part has one of these wordings. */
export function isIn(part: MessagePart, wordings: readonly Wording[]): boolean {
  return findWording(part.searchable, wordings) !== undefined;
}

/** Those of these things that a message does not say for all to see, in words to write. */
export function unsaid({ parts }: Message, things: readonly (readonly Wording[])[]): string[] {
  const seen = parts.filter(({ isForPicture }) => !isForPicture);
  return things.flatMap(([first, ...others]) =>
    !first || seen.some((part) => isIn(part, [first, ...others])) ? [] : [first.shown],
  );
}

/** What is wrong with each claim, told once: the same words go to several channels. */
export function tellOfClaims(drafts: Drafts, fault: (claim: PromotionClaim) => Fault | undefined): Problem[] {
  return once(
    promotionClaims(drafts).flatMap((claim) => {
      const told = fault(claim);
      return told ? [claim.part.at(told)] : [];
    }),
  );
}

/** Each problem once. */
export function once(problems: readonly Problem[]): Problem[] {
  const told = new Map<string, Problem>();
  for (const problem of problems)
    told.set(`${problem.file}:${problem.line}:${problem.column} ${problem.message}`, problem);
  return [...told.values()];
}

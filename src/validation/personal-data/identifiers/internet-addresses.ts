import { pattern } from '../normalise-text.ts';
import { type Family, type Find, found, isAboutHealth, isAboutOne, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

/**
 * E-mail addresses, web addresses of a person's own page, and IP addresses (45 CFR 164.514(b)(2)(i)(F), (N), (O)) beside
 * words about somebody in care. Addresses that the desk lists as official, and those named after an office, are the
 * public's.
 */
export const internetAddresses: Family = (spot) => {
  const { lower } = spot;
  const finds: Find[] = [];
  if (spot.sentence.hasAddress && lower.includes('@')) finds.push(...emailsIn(spot), ...handlesIn(spot));
  if (spot.sentence.hasAddress || lower.includes('www.')) finds.push(...pagesIn(spot));
  if (spot.sentence.digits >= 4) finds.push(...ipAddressesIn(spot));
  return finds;
};

const EMAIL = /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]+)@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/gu;
const OF_OFFICE =
  /^(?:info|contact|contactus|desk|help|helpdesk|helpline|support|office|admin|hello|mail|post|press|media|news|editor|editors|feedback|complaints?|surveillance|research|ethics|irb|erc|registrar|secretary|dho|ceo|director|dg|hr|jobs|careers|webmaster|team|service|services|appointments?|booking|reception|lab|bloodbank|donate|donations|reports?|reporting|safety|pharmacovigilance|drap|quality|library|training|volunteers?|clinic|hospital|enquir(?:y|ies)|inquir(?:y|ies)|queries|public|health|data|privacy|dpo|noreply|no-reply|outbreak|ids?r|epi|tb|hiv|polio)(?:[._+-]|\d|$)/;

function emailsIn(spot: Spot): Find[] {
  return [...spot.lower.matchAll(EMAIL)].flatMap((match) => {
    const [written, local = '', domain = ''] = match;
    if (isOfficial(spot, written) || OF_OFFICE.test(local) || /\.(?:gov|gob|gouv)(?:\.|$)|(?:^|\.)who\.int$/.test(domain))
      return [];
    const isTied = isAboutOne(spot) && (isAboutHealth(spot) || TIED.test(spot.lower));
    if (!isTied && (!isAboutHealth(spot) || spot.own & (WORD.service | WORD.study | WORD.role))) return [];
    return [found(spot, 'email', match.index, match.index + written.length)];
  });
}

const TIED = pattern('\\b(?:his|her|my|patient|i have|i am)\\b|مریض|میری|میرا|میرے|اس ک|ان ک');
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'()،۔]+|(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/[^\s<>"'()،۔]+/gu;
/** Where people have pages of their own, or are raised money for. */
const OF_PEOPLE =
  /^(?:(?:www|m|web|mobile)\.)?(?:(?:facebook|fb|instagram|twitter|x|tiktok|youtube|youtu|snapchat|linkedin|threads|bsky|t|telegram|wa|whatsapp|gofundme|caringbridge|ketto|milaap|launchgood|fundraiser|justgiving|patreon|medium|substack|tumblr|pinterest|reddit|quora|carrd|linktr|vk|flickr)\.|[^/]*\.(?:blogspot|wordpress|substack|tumblr|wixsite|weebly|medium|blog)\.|[^/]*(?:blog|fundrais|diary|journey)[^/]*\.)/;
const OWN_PAGE = pattern(
  "\\b(?:his|her|my|their|'s|own|family)\\b[^.]{0,30}\\b(?:page|blog|site|website|account|profile|channel|diary|story|vlog|fundraiser|handle|photos?|video)|\\b(?:blogs?|posts?|writes?|vlogs?|tells?)\\b|(?:اس|ان|اپن|میر)[^۔]{0,30}(?:صفحہ|صفحے|پیج|بلاگ|چینل|کہانی|روداد|تصویر|ویڈیو|زبانی)|لکھت",
);

function pagesIn(spot: Spot): Find[] {
  if (!isAboutOne(spot)) return [];
  const isHealth = isAboutHealth(spot);
  return [...spot.lower.matchAll(ADDRESS)].flatMap((match) => {
    const written = match[0].replace(/[.,;:!?]+$/, '');
    const bare = written.replace(/^https?:\/\//, '');
    if (isOfficial(spot, bare)) return [];
    const isPersonal = OF_PEOPLE.test(bare) || (isHealth && OWN_PAGE.test(spot.lower) && !OF_INSTITUTION.test(bare));
    return isPersonal ? [found(spot, 'address-web', match.index, match.index + written.length)] : [];
  });
}

const OF_INSTITUTION = /^[^/]*(?:who\.int|\.gov|\.edu|\.ac\.|\.int\/|\.org|unicef|cdc|nih|nhs|lancet|bmj|nejm|doi\.|pubmed|hospital|health|clinic)/;
const HANDLE = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]{3,}(?![\p{L}\p{N}_]*@)/gu;
const HANDLE_WORDS = pattern('instagram|insta|twitter|tiktok|facebook|snapchat|handle|account|profile|انسٹا|ٹوئٹر|ٹک ٹاک|فیس بک|اکاؤنٹ');

function handlesIn(spot: Spot): Find[] {
  if (!isAboutOne(spot) || !isAboutHealth(spot) || !HANDLE_WORDS.test(spot.lower)) return [];
  return [...spot.lower.matchAll(HANDLE)].flatMap(({ index, 0: written }) =>
    isOfficial(spot, written) ? [] : [found(spot, 'address-web', index, index + written.length)],
  );
}

const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\da-z]|\.\d)/g;
const IPV6 = /(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\p{L}\p{N}:])|(?<![\p{L}\p{N}:])(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4})?(?![\p{L}\p{N}:])/gu;
const OF_MACHINE = pattern('\\b(?:server|dns|firewall|router|version|v\\d|subnet|our site|localhost|release)\\b|سرور|ورژن');

function ipAddressesIn(spot: Spot): Find[] {
  const { lower } = spot;
  if (OF_MACHINE.test(lower)) return [];
  const matches = [...lower.matchAll(IPV4), ...(lower.includes(':') ? lower.matchAll(IPV6) : [])];
  return matches.flatMap(({ index, 0: written }) => {
    const isNobodys = /^(?:0\.0\.0\.0|127\.|255\.255)/.test(written) || (written.includes(':') && !/[a-f]|::/.test(written));
    return isNobodys ? [] : [found(spot, 'ip-address', index, index + written.length)];
  });
}

function isOfficial({ options }: Spot, written: string): boolean {
  const bare = bareAddress(written);
  return options.officialContacts.some((contact) => {
    const known = bareAddress(contact);
    return known !== '' && (known === bare || (bare.startsWith(known) && /[/.?#]/.test(bare.charAt(known.length))));
  });
}

function bareAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:mailto:|https?:\/\/)/, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
}

import { isOfficialAddress } from '../official.ts';
import { anyOf, anyWordOf } from '../phrases.ts';
import { type Family, type Find, found, isAboutHealth, isAboutOne, type Spot } from '../spot.ts';
import { WORD } from '../words/word-classes.ts';

/**
 * E-mail addresses, web addresses of a person's own page, and IP addresses (45 CFR 164.514(b)(2)(i)(F), (N), (O)) beside
 * words about somebody in care. Addresses that the desk lists as official, and those named after an office, are the
 * public's.
 */
export const internetAddresses: Family = (spot) => {
  const { lower, sentence } = spot;
  const finds: Find[] = [];
  if (sentence.hasAddressSign && lower.includes('@')) finds.push(...emailsIn(spot), ...handlesIn(spot));
  if (sentence.hasAddressSign || lower.includes('www.')) finds.push(...pagesIn(spot));
  if (sentence.digits >= 4) finds.push(...ipAddressesIn(spot));
  return finds;
};

function isOfficial({ options }: Spot, written: string): boolean {
  return isOfficialAddress(options.officialContacts, written);
}

function emailsIn(spot: Spot): Find[] {
  return [...spot.lower.matchAll(EMAIL)].flatMap(({ index, 0: written, 1: local = '', 2: domain = '' }) => {
    if (isOfficial(spot, written) || OF_OFFICE.test(local) || OF_GOVERNMENT.test(domain)) return [];
    const isTied = isAboutOne(spot) && (isAboutHealth(spot) || TIED.test(spot.lower));
    const isPublic = (spot.own & (WORD.service | WORD.study | WORD.role)) !== 0;
    return isTied || (isAboutHealth(spot) && !isPublic) ? [found(spot, 'email', index, index + written.length)] : [];
  });
}

const EMAIL = /(?<![\p{L}\p{N}._%+-])([\p{L}\p{N}._%+-]+)@((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})/gu;
const OF_GOVERNMENT = /\.(?:gov|gob|gouv)(?:\.|$)|(?:^|\.)who\.int$/;
const OF_OFFICE = new RegExp(
  `^(?:${[
    'info|contact|contactus|desk|help|helpdesk|helpline|support|office|admin|hello|mail|post|press|media|news|editors?|feedback',
    'complaints?|surveillance|research|ethics|irb|erc|registrar|secretary|dho|ceo|director|dg|hr|jobs|careers|webmaster|team',
    'services?|appointments?|booking|reception|lab|bloodbank|donate|donations|reports?|reporting|safety|pharmacovigilance|drap',
    'quality|library|training|volunteers?|clinic|hospital|enquir(?:y|ies)|inquir(?:y|ies)|queries|public|health|data|privacy|dpo',
    'no-?reply|outbreak|ids?r|epi|tb|hiv|polio',
  ].join('|')})(?:[._+-]|\\d|$)`,
);
const TIED = anyOf(['\\b(?:his|her|my|patient|i have|i am)\\b|مریض|میری|میرا|میرے|اس ک|ان ک']);

function pagesIn(spot: Spot): Find[] {
  if (!isAboutOne(spot)) return [];
  return [...spot.lower.matchAll(ADDRESS)].flatMap(({ index, 0: match }) => {
    const written = match.replace(/[.,;:!?]+$/, '');
    if (isOfficial(spot, written)) return [];
    const bare = written.replace(/^https?:\/\//, '');
    const isOwn = isAboutHealth(spot) && OWN_PAGE.test(spot.lower) && !OF_INSTITUTION.test(bare);
    return OF_PEOPLE.test(bare) || isOwn ? [found(spot, 'address-web', index, index + written.length)] : [];
  });
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'()،۔]+|(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/[^\s<>"'()،۔]+/gu;
/** Where people have pages of their own, or are raised money for. */
const OF_PEOPLE = new RegExp(
  `^(?:(?:www|m|web|mobile)\\.)?(?:${[
    '(?:facebook|fb|instagram|twitter|x|tiktok|youtube|youtu|snapchat|linkedin|threads|bsky|t|telegram|wa|whatsapp|vk|flickr)\\.',
    '(?:gofundme|caringbridge|ketto|milaap|launchgood|fundraiser|justgiving|patreon|medium|substack|tumblr|pinterest|reddit)\\.',
    '(?:quora|carrd|linktr)\\.|[^/]*\\.(?:blogspot|wordpress|substack|tumblr|wixsite|weebly|medium|blog)\\.',
    '[^/]*(?:blog|fundrais|diary|journey)[^/]*\\.',
  ].join('|')})`,
);
const OF_INSTITUTION =
  /^[^/]*(?:who\.int|\.gov|\.edu|\.ac\.|\.int\/|\.org|unicef|cdc|nih|nhs|lancet|bmj|nejm|doi\.|pubmed|hospital|health|clinic)/;
const OWN_PAGE = anyOf([
  "\\b(?:his|her|my|their|'s|own|family)\\b[^.]{0,30}\\b(?:page|blog|site|website|account|profile|channel|diary|story|vlog|fundraiser)",
  "\\b(?:his|her|my|their|'s|own|family)\\b[^.]{0,30}\\b(?:handle|photos?|video)|\\b(?:blogs?|posts?|writes?|vlogs?|tells?)\\b",
  '(?:اس|ان|اپن|میر)[^۔]{0,30}(?:صفحہ|صفحے|پیج|بلاگ|چینل|کہانی|روداد|تصویر|ویڈیو|زبانی)|لکھت',
]);

/** `@name` where a network is spoken of. */
function handlesIn(spot: Spot): Find[] {
  if (!isAboutOne(spot) || !isAboutHealth(spot) || !NETWORKS.test(spot.lower)) return [];
  return [...spot.lower.matchAll(HANDLE)].flatMap(({ index, 0: written }) =>
    isOfficial(spot, written) ? [] : [found(spot, 'address-web', index, index + written.length)],
  );
}

const HANDLE = /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]{3,}(?![\p{L}\p{N}_]*@)/gu;
const NETWORKS = anyWordOf([
  'instagram|insta|twitter|tiktok|facebook|snapchat|handle|account|profile|انسٹا|انسٹاگرام|ٹوئٹر|ٹک ٹاک|فیس بک|اکاؤنٹ',
]);

function ipAddressesIn(spot: Spot): Find[] {
  const { lower } = spot;
  if (OF_MACHINES.test(lower)) return [];
  const matches = [...lower.matchAll(IPV4), ...(lower.includes(':') ? lower.matchAll(IPV6) : [])];
  return matches.flatMap(({ index, 0: written }) =>
    OF_NOBODY.test(written) ? [] : [found(spot, 'ip-address', index, index + written.length)],
  );
}

const IPV4 = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\da-z]|\.\d)/g;
const IPV6 =
  /(?<![\p{L}\p{N}:])(?:(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4})?)(?![\p{L}\p{N}:])/gu;
/** Of no host, of this one, of a network; and times of day, which look like an address of version 6. */
const OF_NOBODY = /^(?:0\.0\.0\.0|127\.|255\.255)|^(?!.*::)[\d:]+$/;
const OF_MACHINES = anyWordOf(['server|dns|firewall|router|version|v\\d|subnet|our site|localhost|release|سرور|ورژن']);

/** What the desk keeps on this machine, from the project's root. None of it is tracked. */
export const SCHEMAS_FOLDER = '.aagahi/schemas';
export const CARD_FOLDER = '.aagahi/cards';
/** Names of cards that were found to have room for their words, drawn or not. */
export const SOUND_CARDS = '.aagahi/sound-cards';
/** What the rules on words said of which text. */
export const PROSE_FOLDER = '.aagahi/prose';
/** Press kits, a file each. */
export const KIT_FOLDER = '.aagahi/kits';
export const OUTBOX_FOLDER = '.aagahi/outbox';
export const BY_HAND_FOLDER = '.aagahi/by-hand';
export const LEDGER_FOLDER = '.aagahi/ledger';
export const GIT_LEDGER_FOLDER = '.aagahi/git-ledger';
export const APPROVALS_FILE = '.aagahi/approvals.jsonl';
export const SOURCE_RESULTS_FILE = '.aagahi/sources.jsonl';
/** Of which inputs the site in `SITE_FOLDER` was built; not there while that is uncertain. */
export const BUILT_FROM = '.aagahi/built-from';
export const SITE_FOLDER = 'dist';

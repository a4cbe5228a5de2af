/** What the desk keeps on this machine, from the project's root. None of it is tracked. */
export const SCHEMAS_FOLDER = '.aagahi/schemas';
export const CARD_FOLDER = '.aagahi/cards';
export const OUTBOX_FOLDER = '.aagahi/outbox';
export const LEDGER_FOLDER = '.aagahi/ledger';
export const APPROVALS_FILE = '.aagahi/approvals.jsonl';

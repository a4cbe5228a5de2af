/** Ids of the rules on words, for who has to know them without bringing retext along. `all-rules` holds them to it. */
export const PROSE_RULE_IDS = [
  'message/one',
  'message/action',
  'words/reading-grade',
  'words/sentence-long',
  'words/paragraph-long',
  'words/term',
  'words/simplify',
  'words/inclusive',
  'words/repeated',
] as const;

import { PROSE_RULES } from './prose-rules.ts';
import type { RuleHeader } from './rule.ts';
import { RULES } from './rules.ts';

/**
 * Every rule there is: those that look across files, and those on words. The latter bring retext along, so that who only
 * wants the content whole imports `RULES`.
 */
export const ALL_RULES: readonly RuleHeader[] = [...RULES, ...PROSE_RULES];

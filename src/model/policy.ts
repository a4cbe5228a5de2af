import { z } from 'zod';
import { ROLES, type Role } from './person.ts';
import { REQUIRED_APPROVALS, RISK_CLASSES, type RiskClass } from './risk.ts';
import { SOURCE_KINDS, type SourceKind } from './source.ts';
import { distinct, line } from './text.ts';
import { day } from './time.ts';

/**
 * How long a source of a kind holds. `rereadMonths`: since somebody last read it for this desk. `ageMonths`: since it was
 * published; left out, a source of this kind does not age by itself.
 */
const shelfLifeSchema = z.strictObject({
  rereadMonths: z.int().min(1).max(120),
  ageMonths: z.int().min(1).max(600).optional(),
});
export type ShelfLife = z.infer<typeof shelfLifeSchema>;

const SHELF_LIVES: Readonly<Record<SourceKind, ShelfLife>> = {
  guideline: { rereadMonths: 24 },
  'fact-sheet': { rereadMonths: 12, ageMonths: 60 },
  'peer-reviewed': { rereadMonths: 36 },
  statistics: { rereadMonths: 12, ageMonths: 60 },
  news: { rereadMonths: 12, ageMonths: 36 },
  'fact-check': { rereadMonths: 12, ageMonths: 60 },
};

export const RULE_LEVELS = ['off', 'warning', 'error'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** A rule that does not hold for one file, for a while. */
const suppressionSchema = z.strictObject({
  rule: line.describe('Id of the rule, as it stands under each problem'),
  file: line.describe('Path of the file below the content folder, or of a folder with a `/` at its end'),
  reason: line.describe('Why the rule is wrong here'),
  until: day.describe('Last day on which it is passed over; at most a year ahead'),
});
export type Suppression = z.infer<typeof suppressionSchema>;

const roles = distinct(z.array(z.enum(ROLES)).min(1));

/** `policy` in `content/organisation.yml`: what this organisation asks of its content beside what every desk does. */
export const policySchema = z.strictObject({
  approvals: z
    .strictObject(
      Object.fromEntries(
        RISK_CLASSES.map((risk) => [risk, roles.default([...REQUIRED_APPROVALS[risk]])]),
      ) as unknown as Record<RiskClass, z.ZodDefault<typeof roles>>,
    )
    .default(
      Object.fromEntries(RISK_CLASSES.map((risk) => [risk, [...REQUIRED_APPROVALS[risk]]])) as Record<
        RiskClass,
        Role[]
      >,
    )
    .describe('Whose approvals each risk class needs, each by another person than the author'),
  shelfLife: z
    .strictObject(
      Object.fromEntries(
        SOURCE_KINDS.map((kind) => [kind, shelfLifeSchema.default(SHELF_LIVES[kind])]),
      ) as unknown as Record<SourceKind, z.ZodDefault<typeof shelfLifeSchema>>,
    )
    .default({ ...SHELF_LIVES })
    .describe('How long sources of each kind hold'),
  reviewMonths: z.int().min(1).max(36).default(36).describe('Longest time between two reviews of a page, in months'),
  promotion: z
    .boolean()
    .default(false)
    .describe('Whether the rules for promoting medicines apply: for firms that the FDA regulates'),
  officialContacts: distinct(z.array(line))
    .default([])
    .describe('Telephone numbers, e-mail and web addresses that may stand anywhere, beside the help lines'),
  publicNames: distinct(z.array(line))
    .default([])
    .describe('Names of public and historical persons that may stand beside words about health'),
  rules: z.record(line, z.enum(RULE_LEVELS)).default({}).describe('Another level for a rule, by its id'),
  suppressions: z.array(suppressionSchema).default([]).describe('Where a rule is wrong, why, and until when'),
});

export type Policy = z.infer<typeof policySchema>;

/** What holds where an organisation says nothing. */
export const DEFAULT_POLICY: Policy = policySchema.parse({});

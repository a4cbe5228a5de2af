import { z } from 'zod';
import { RETRACTION_STATUSES } from '../model/source.ts';
import { troubleSchema } from './trouble.ts';

/** One step of the way that an address leads: with which status, and to where. */
export interface Hop {
  status: number;
  to: string;
}

const hops = z.array(z.strictObject({ status: z.int(), to: z.string() })).readonly();

/** What was found at an address. */
const addressOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answers'), status: z.int(), hops }),
  /** 404 or 410: who runs the site says that there is no such page. */
  z.strictObject({ kind: z.literal('dead'), status: z.int(), hops }),
  /** robots.txt asks programs to stay away, or (`trouble`) cannot be read, which counts as the same. */
  z.strictObject({ kind: z.literal('barred'), trouble: troubleSchema.optional(), hops }),
  z.strictObject({ kind: z.literal('failed'), trouble: troubleSchema, hops }),
]);
export type AddressOutcome = z.infer<typeof addressOutcomeSchema>;

const noticeStatus = z.enum(RETRACTION_STATUSES).exclude(['not-listed']);

/** What a register says of a work. */
const registerOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('listed'),
    status: noticeStatus,
    /** The register's own word, for example `partial retraction`. */
    as: z.string(),
    /** As exactly as the register says: 2020, 2020-06 or 2020-06-05. */
    on: z.string().optional(),
    notice: z.string().optional(),
    title: z.string().optional(),
  }),
  /** The register knows the work and has nothing against it. That is not “never retracted”. */
  z.strictObject({ kind: z.literal('not-listed'), title: z.string().optional() }),
  /** No such work exists, says who would know. */
  z.strictObject({ kind: z.literal('unknown') }),
  /** It exists, and another agency registered it. */
  z.strictObject({ kind: z.literal('elsewhere'), agency: z.string() }),
  z.strictObject({ kind: z.literal('failed'), trouble: troubleSchema }),
]);
export type RegisterOutcome = z.infer<typeof registerOutcomeSchema>;

const copyOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('copy'), url: z.string(), on: z.string() }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('failed'), trouble: troubleSchema }),
]);
export type CopyOutcome = z.infer<typeof copyOutcomeSchema>;

const common = {
  /** What was asked about: an address, a DOI in small letters, a PubMed id. */
  of: z.string(),
  checkedAt: z.iso.datetime({ offset: true }),
  /** Where there was no answer: since when, and how often it was asked since. */
  failingSince: z.iso.datetime({ offset: true }).optional(),
  failures: z.int().min(1).optional(),
};

/** What one question was answered with, and when. */
export const resultSchema = z.discriminatedUnion('check', [
  z.strictObject({ check: z.literal('address'), ...common, outcome: addressOutcomeSchema }),
  z.strictObject({ check: z.literal('crossref'), ...common, outcome: registerOutcomeSchema }),
  z.strictObject({ check: z.literal('pubmed'), ...common, outcome: registerOutcomeSchema }),
  z.strictObject({ check: z.literal('archived-copy'), ...common, outcome: copyOutcomeSchema }),
]);
export type Result = z.infer<typeof resultSchema>;
export type Check = Result['check'];
export type ResultOf<C extends Check> = Extract<Result, { check: C }>;

/** The last result of each question. */
export interface Results {
  find<C extends Check>(check: C, of: string): ResultOf<C> | undefined;
}

/** Whether nobody could say: the question stands. */
export function isOpen({ outcome }: Result): boolean {
  return outcome.kind === 'failed' || (outcome.kind === 'barred' && outcome.trouble !== undefined);
}

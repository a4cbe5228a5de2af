import { z } from 'zod';

// What the desk reads of GitHub's answers, and no more: GitHub adds fields at any time.

const userSchema = z.object({ login: z.string(), type: z.string().optional() }).nullish();
/** An account that GitHub does not know comes as `null` or as an empty object. */
const knownUserSchema = z.object({ login: z.string().optional() }).nullish();
const commitName = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const moment = z.iso.datetime({ offset: true });

/** An issue as far as the desk looks at it. */
export const issueSchema = z.object({
  number: z.int(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  /** How it was closed: `completed`, `not_planned`, … */
  state_reason: z.string().nullish(),
  body: z.string().nullish(),
  user: userSchema,
  created_at: z.string(),
});
export type Issue = z.infer<typeof issueSchema>;

export const repositorySchema = z.object({ has_issues: z.boolean() });

export const accountSchema = z.object({ login: z.string() });

export const pullSchema = z.object({
  number: z.int().positive(),
  html_url: z.string(),
  user: userSchema,
  merged_at: moment.nullable(),
  merge_commit_sha: commitName.nullable(),
  base: z.object({ ref: z.string(), repo: z.object({ full_name: z.string(), default_branch: z.string() }) }),
  head: z.object({ sha: commitName }),
});
export type PullAnswer = z.infer<typeof pullSchema>;

export const reviewSchema = z.object({
  user: userSchema,
  state: z.string(),
  html_url: z.string(),
  /** Missing on a review that is still being written. */
  submitted_at: moment.nullish(),
  commit_id: commitName.nullable(),
});
export type ReviewAnswer = z.infer<typeof reviewSchema>;

const personSchema = z.object({ name: z.string().optional(), email: z.string().optional(), date: moment.optional() });

export const commitSchema = z.object({
  sha: commitName,
  author: knownUserSchema,
  committer: knownUserSchema,
  commit: z.object({ author: personSchema.nullable() }),
  parents: z.array(z.object({ sha: commitName })),
});
export type CommitAnswer = z.infer<typeof commitSchema>;

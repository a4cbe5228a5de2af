import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const approvalSchema = z.object({ name: z.string(), post: z.string(), by: z.string(), at: z.string() });

/** An approval recorded on this machine. It opens channels on this machine only. */
export type LocalApproval = z.infer<typeof approvalSchema>;

/** Names of what was approved here. A line that is no approval counts for nothing. */
export function readLocalApprovals(file: string): Set<string> {
  if (!existsSync(file)) return new Set();
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Set(
    lines.flatMap((line) => {
      try {
        const parsed = approvalSchema.safeParse(JSON.parse(line));
        return parsed.success ? [parsed.data.name] : [];
      } catch {
        return [];
      }
    }),
  );
}

export function recordLocalApproval(file: string, approval: LocalApproval): void {
  mkdirSync(path.dirname(file), { recursive: true });
  // A line that a crash cut off must not swallow this one.
  const isCutOff = existsSync(file) && !/(^|\n)$/.test(readFileSync(file, 'utf8'));
  appendFileSync(file, `${isCutOff ? '\n' : ''}${JSON.stringify(approval)}\n`);
}

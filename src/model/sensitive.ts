import { z } from 'zod';
import { distinct } from './text.ts';

/** Subjects on which a careless word can cost a life: their pages show help lines and name no method. */
export const SENSITIVE_SUBJECTS = ['suicide', 'self-harm', 'abuse', 'eating-disorder', 'addiction'] as const;
export type SensitiveSubject = (typeof SENSITIVE_SUBJECTS)[number];

export const sensitiveSubjects = distinct(z.array(z.enum(SENSITIVE_SUBJECTS)))
  .default([])
  .describe('Subjects that need help lines beside them');

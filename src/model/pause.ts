import { z } from 'zod';
import { line } from './text.ts';
import { instant } from './time.ts';

export const PAUSES = ['nothing', 'awareness', 'all'] as const;

/** `content/pause.yml`: what the desk keeps back for now. Without the file nothing is. */
export const pauseSchema = z.strictObject({
  pause: z
    .enum(PAUSES)
    .describe('`awareness`: only a crisis is posted; `all`: nothing is posted, changed, pinned or taken away'),
  reason: line.optional().describe('Why, for colleagues'),
  until: instant.optional().describe('When it ends by itself; left out, when this file says so'),
});

export type Pause = z.infer<typeof pauseSchema>;

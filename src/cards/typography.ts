import type { Card } from './card.ts';

/** How the script of a language is set. Nastaliq hangs from above and needs more room between its lines. */
export interface Typography {
  family: string;
  /** Line height as a multiple of the font size. */
  headlineLeading: number;
  textLeading: number;
  /** Latin letters look larger than Nastaliq at the same size. */
  scale: number;
  /** Room between kicker, headline and message, in pixels. */
  gap: number;
  /** Mean width of a letter of a headline as a multiple of the font size, spaces included. */
  letterWidth: number;
  /** Whether letters reach out of their lines, so that boxes alone do not tell where ink is. */
  leavesLines: boolean;
}

/** Latin letters, also beside other scripts. */
export const LATIN: Typography = {
  family: 'Noto Sans',
  headlineLeading: 1.16,
  textLeading: 1.36,
  scale: 1,
  gap: 16,
  letterWidth: 0.56,
  leavesLines: false,
};
const NASTALIQ: Typography = {
  family: 'Noto Nastaliq Urdu',
  headlineLeading: 2,
  textLeading: 2.1,
  scale: 0.92,
  gap: 8,
  letterWidth: 0.4,
  leavesLines: true,
};
const NASKH: Typography = {
  family: 'Noto Naskh Arabic',
  headlineLeading: 1.5,
  textLeading: 1.62,
  scale: 1.08,
  gap: 12,
  letterWidth: 0.46,
  leavesLines: true,
};

export function typographyOf({ language, direction }: Pick<Card, 'language' | 'direction'>): Typography {
  if (direction === 'ltr') return LATIN;
  return language === 'ur' || language.startsWith('ur-') || language === 'pa-Arab' ? NASTALIQ : NASKH;
}

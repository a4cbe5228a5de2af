import { channelCapability } from './channel-capability.ts';
import { dateFuture } from './date-future.ts';
import { idDuplicate } from './id-duplicate.ts';
import { idFileName } from './id-file-name.ts';
import { languageMissing } from './language-missing.ts';
import { languageUnknown } from './language-unknown.ts';
import { postCorrection } from './post-correction.ts';
import { postLength } from './post-length.ts';
import { postRepeated } from './post-repeated.ts';
import { postTimes } from './post-times.ts';
import { postVariantUnused } from './post-variant-unused.ts';
import { rangeReversed } from './range-reversed.ts';
import { referenceUnknown } from './reference-unknown.ts';
import type { Rule } from './rule.ts';
import { sourceUnused } from './source-unused.ts';
import { translationStructure } from './translation-structure.ts';

/** Every rule that looks across files, or at what fields mean together. */
export const RULES: readonly Rule[] = [
  idDuplicate,
  idFileName,
  translationStructure,
  languageUnknown,
  languageMissing,
  referenceUnknown,
  rangeReversed,
  dateFuture,
  postTimes,
  postLength,
  postVariantUnused,
  postRepeated,
  postCorrection,
  channelCapability,
  sourceUnused,
];

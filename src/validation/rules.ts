import type { Rule } from './rule.ts';
import { channelCapability } from './rules/channel-capability.ts';
import { crisisFactAndLink } from './rules/crisis-fact-and-link.ts';
import { dateClockChange } from './rules/date-clock-change.ts';
import { dateFuture } from './rules/date-future.ts';
import { idDuplicate } from './rules/id-duplicate.ts';
import { idFileName } from './rules/id-file-name.ts';
import { incidentBreakGlass } from './rules/incident-break-glass.ts';
import { incidentChannel } from './rules/incident-channel.ts';
import { incidentEnding } from './rules/incident-ending.ts';
import { incidentGeometry } from './rules/incident-geometry.ts';
import { incidentLanguageMissing } from './rules/incident-language-missing.ts';
import { incidentNearDuplicate } from './rules/incident-near-duplicate.ts';
import { incidentText } from './rules/incident-text.ts';
import { incidentTransition } from './rules/incident-transition.ts';
import { incidentUpdateOverdue } from './rules/incident-update-overdue.ts';
import { languageMissing } from './rules/language-missing.ts';
import { languageUnknown } from './rules/language-unknown.ts';
import { messageClearCommunication } from './rules/message-clear-communication.ts';
import { postAltLength } from './rules/post-alt-length.ts';
import { postCorrection } from './rules/post-correction.ts';
import { postEmpty } from './rules/post-empty.ts';
import { postLength } from './rules/post-length.ts';
import { postNoPage } from './rules/post-no-page.ts';
import { postRepeated } from './rules/post-repeated.ts';
import { postTimes } from './rules/post-times.ts';
import { postVariantUnused } from './rules/post-variant-unused.ts';
import { privacyPersonalData } from './rules/privacy-personal-data.ts';
import { rangeReversed } from './rules/range-reversed.ts';
import { referenceUnknown } from './rules/reference-unknown.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { sourceDoubtful } from './rules/source-doubtful.ts';
import { sourceExpired } from './rules/source-expired.ts';
import { sourceRetracted } from './rules/source-retracted.ts';
import { sourceRetractionUnchecked } from './rules/source-retraction-unchecked.ts';
import { sourceStale } from './rules/source-stale.ts';
import { sourceSuperseded } from './rules/source-superseded.ts';
import { sourceUnassessed } from './rules/source-unassessed.ts';
import { sourceUnlisted } from './rules/source-unlisted.ts';
import { sourceUnused } from './rules/source-unused.ts';
import { translationStructure } from './rules/translation-structure.ts';

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
  dateClockChange,
  postEmpty,
  postLength,
  postAltLength,
  postNoPage,
  postVariantUnused,
  postRepeated,
  postCorrection,
  channelCapability,
  crisisFactAndLink,
  messageClearCommunication,
  incidentTransition,
  incidentChannel,
  incidentGeometry,
  incidentText,
  incidentNearDuplicate,
  incidentLanguageMissing,
  incidentUpdateOverdue,
  incidentEnding,
  incidentBreakGlass,
  sourceUnused,
  sourceUnlisted,
  reviewOverdue,
  sourceExpired,
  sourceStale,
  sourceRetracted,
  sourceSuperseded,
  sourceUnassessed,
  sourceDoubtful,
  sourceRetractionUnchecked,
  privacyPersonalData,
];

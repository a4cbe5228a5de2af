import type { Rule } from './rule.ts';
import { blankOpen } from './rules/blank-open.ts';
import { blankUnused } from './rules/blank-unused.ts';
import { channelCapability } from './rules/channel-capability.ts';
import { claimUnsourced } from './rules/claim-unsourced.ts';
import { crisisFactAndLink } from './rules/crisis-fact-and-link.ts';
import { dateClockChange } from './rules/date-clock-change.ts';
import { dateFuture } from './rules/date-future.ts';
import { eventCancelled } from './rules/event-cancelled.ts';
import { eventWhere } from './rules/event-where.ts';
import { idDuplicate } from './rules/id-duplicate.ts';
import { idFileName } from './rules/id-file-name.ts';
import { imageConsent } from './rules/image-consent.ts';
import { incidentBreakGlass } from './rules/incident-break-glass.ts';
import { incidentChannel } from './rules/incident-channel.ts';
import { incidentEnding } from './rules/incident-ending.ts';
import { incidentGeometry } from './rules/incident-geometry.ts';
import { incidentLanguageMissing } from './rules/incident-language-missing.ts';
import { incidentNearDuplicate } from './rules/incident-near-duplicate.ts';
import { incidentText } from './rules/incident-text.ts';
import { incidentToFillIn } from './rules/incident-to-fill-in.ts';
import { incidentTransition } from './rules/incident-transition.ts';
import { incidentUpdateOverdue } from './rules/incident-update-overdue.ts';
import { languageMissing } from './rules/language-missing.ts';
import { languageUnknown } from './rules/language-unknown.ts';
import { messageClearCommunication } from './rules/message-clear-communication.ts';
import { mythClaimLength } from './rules/myth-claim-length.ts';
import { mythCorrectionOrder } from './rules/myth-correction-order.ts';
import { mythFactChecker } from './rules/myth-fact-checker.ts';
import { mythInstitutionDomain } from './rules/myth-institution-domain.ts';
import { mythRatingContradicts } from './rules/myth-rating-contradicts.ts';
import { mythSourcesIndependent } from './rules/myth-sources-independent.ts';
import { mythTitleRepeatsClaim } from './rules/myth-title-repeats-claim.ts';
import { personGithubDuplicate } from './rules/person-github-duplicate.ts';
import { personLeft } from './rules/person-left.ts';
import { personRoleOverlap } from './rules/person-role-overlap.ts';
import { personScopeUnknown } from './rules/person-scope-unknown.ts';
import { policyApprovalsWeak } from './rules/policy-approvals-weak.ts';
import { policyLevelUnknown } from './rules/policy-level-unknown.ts';
import { postAltLength } from './rules/post-alt-length.ts';
import { postCorrection } from './rules/post-correction.ts';
import { postEmpty } from './rules/post-empty.ts';
import { postLength } from './rules/post-length.ts';
import { postNoPage } from './rules/post-no-page.ts';
import { postRepeated } from './rules/post-repeated.ts';
import { postTimes } from './rules/post-times.ts';
import { postVariantUnused } from './rules/post-variant-unused.ts';
import { privacyPersonalData } from './rules/privacy-personal-data.ts';
import { promotionCardRiskSize } from './rules/promotion-card-risk-size.ts';
import { promotionGenericMissing } from './rules/promotion-generic-missing.ts';
import { promotionIndicationMissing } from './rules/promotion-indication-missing.ts';
import { promotionLinkMissing } from './rules/promotion-link-missing.ts';
import { promotionRiskMissing } from './rules/promotion-risk-missing.ts';
import { promotionUndeclared } from './rules/promotion-undeclared.ts';
import { questionAnswerLength } from './rules/question-answer-length.ts';
import { questionAskedTwice } from './rules/question-asked-twice.ts';
import { questionEmergencyLine } from './rules/question-emergency-line.ts';
import { questionUncited } from './rules/question-uncited.ts';
import { rangeReversed } from './rules/range-reversed.ts';
import { recordingEarly } from './rules/recording-early.ts';
import { referenceUnknown } from './rules/reference-unknown.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { reviewSpan } from './rules/review-span.ts';
import { rosterUncovered } from './rules/roster-uncovered.ts';
import { sensitiveHelplines } from './rules/sensitive-helplines.ts';
import { sensitiveMethod } from './rules/sensitive-method.ts';
import { sensitiveUnmarked } from './rules/sensitive-unmarked.ts';
import { sourceDoubtful } from './rules/source-doubtful.ts';
import { sourceDuplicate } from './rules/source-duplicate.ts';
import { sourceExpired } from './rules/source-expired.ts';
import { sourceOverUsed } from './rules/source-over-used.ts';
import { sourceRetracted } from './rules/source-retracted.ts';
import { sourceRetractionUnchecked } from './rules/source-retraction-unchecked.ts';
import { sourceStale } from './rules/source-stale.ts';
import { sourceSuperseded } from './rules/source-superseded.ts';
import { sourceUnassessed } from './rules/source-unassessed.ts';
import { sourceUncited } from './rules/source-uncited.ts';
import { sourceUnlisted } from './rules/source-unlisted.ts';
import { sourceUnused } from './rules/source-unused.ts';
import { studyContact } from './rules/study-contact.ts';
import { studyEthics } from './rules/study-ethics.ts';
import { studyPromise } from './rules/study-promise.ts';
import { suppressionExpired } from './rules/suppression-expired.ts';
import { suppressionTooLong } from './rules/suppression-too-long.ts';
import { suppressionUnknown } from './rules/suppression-unknown.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';
import { translationStale } from './rules/translation-stale.ts';
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
  claimUnsourced,
  mythClaimLength,
  mythSourcesIndependent,
  mythInstitutionDomain,
  mythRatingContradicts,
  mythTitleRepeatsClaim,
  mythCorrectionOrder,
  mythFactChecker,
  eventWhere,
  eventCancelled,
  recordingEarly,
  studyEthics,
  studyContact,
  studyPromise,
  questionAnswerLength,
  questionUncited,
  questionAskedTwice,
  questionEmergencyLine,
  promotionUndeclared,
  promotionRiskMissing,
  promotionGenericMissing,
  promotionLinkMissing,
  promotionIndicationMissing,
  promotionCardRiskSize,
  messageClearCommunication,
  incidentTransition,
  incidentToFillIn,
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
  sourceUncited,
  sourceOverUsed,
  sourceDuplicate,
  personLeft,
  personGithubDuplicate,
  personRoleOverlap,
  personScopeUnknown,
  reviewSpan,
  policyApprovalsWeak,
  policyLevelUnknown,
  suppressionUnknown,
  suppressionExpired,
  suppressionTooLong,
  rosterUncovered,
  translationStale,
  reviewOverdue,
  sourceExpired,
  sourceStale,
  sourceRetracted,
  sourceSuperseded,
  sourceUnassessed,
  sourceDoubtful,
  sourceRetractionUnchecked,
  privacyPersonalData,
  imageConsent,
  blankOpen,
  blankUnused,
  sensitiveUnmarked,
  sensitiveHelplines,
  sensitiveMethod,
  // Last: it looks at what all the others found.
  suppressionUnused,
];

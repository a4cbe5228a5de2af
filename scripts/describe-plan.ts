import { inWords, roleName } from '../src/approvals/role-names.ts';
import { type Subject, subjectText } from '../src/ledger/entry.ts';
import type { Lapse } from '../src/model/lapses.ts';
import { type EpochMs, toInstantText } from '../src/model/time.ts';
import type { ComposedPost } from '../src/posts/compose-post.ts';
import type { HoldReason, Planned } from '../src/publishing/planned.ts';

/** Why a post does not leave, in words. */
export function describeReason(
  why: HoldReason,
  planned: Pick<Planned, 'publishAt' | 'expiresAt'>,
  timeZone: string,
): string {
  switch (why.kind) {
    case 'not-yet': {
      const due = `due ${shortTime(planned.publishAt, timeZone)}`;
      return why.obstacle ? `${due}, but ${describeReason(why.obstacle, planned, timeZone)}` : due;
    }
    case 'expired':
      return `its time passed ${shortTime(planned.expiresAt, timeZone)}`;
    case 'sent':
      return `sent ${why.at.replace('T', ' ').slice(0, 16)}${why.changed ? '; its words are others now, and `correction` says nothing of it' : ''}`;
    case 'archived':
      return 'sent long ago';
    case 'withdrawn':
      return `withdrawn: ${why.reason}`;
    case 'paused':
      return `paused by content/pause.yml${why.reason === undefined ? '' : `: ${why.reason}`}`;
    case 'suspended':
      return `held back while ${why.incident} lasts`;
    case 'quiet-hours':
      return `quiet hours until ${shortTime(why.until, timeZone)}`;
    case 'minimum-gap':
      return `too soon after another; not before ${shortTime(why.until, timeZone)}`;
    case 'in-flight':
      return `another run is sending it; if that was cut off, it is looked for after ${shortTime(why.until, timeZone)}`;
    case 'follows':
      return `waits for ${nameOf(why.subject)}`;
    case 'unasked':
      return `an earlier run was cut off, and whether the post arrived cannot be asked: ${describeReason(why.obstacle, planned, timeZone)}`;
    case 'unapproved':
      return `these words wait for approval by ${inWords(why.needs.map(roleName))}${told(why.notes)}`;
    case 'objection':
      return `${why.by} asks for changes: ${why.review}`;
    case 'approvals-unread':
      return `its approvals cannot be read, and nothing leaves without them: ${why.reason}`;
    case 'lapsed':
      return describeLapse(why.lapse);
    case 'not-connected':
      return `not connected (${why.reason})`;
    case 'demonstration':
      return 'this desk is a demonstration, and nothing of it goes to a public network';
    case 'failed':
      return `refused before: ${why.reason}; change its words or ask for help`;
    case 'needs-person':
      return `${why.reason}; look there, and say what you saw with \`npm run resolve\``;
    case 'thread-changed':
      return 'its text changed after the first part of the thread had left; correct or withdraw the post';
    case 'look-alike':
      return `readers got the same words as ${why.item} in this occurrence`;
    case 'no-note':
      return 'the correction is by reply, and there is no `correctionNote` in this language';
    case 'changed-by-hand':
      return `somebody changed the profile by hand (it shows ${why.shows ?? 'nothing'}); it is left as it is until \`npm run resolve\` releases it`;
  }
}

/** What time has done to a campaign, and what ends it, in words. */
function describeLapse(lapse: Lapse): string {
  switch (lapse.kind) {
    case 'review-overdue':
      return `the review of its campaign is overdue since ${lapse.since}`;
    case 'source-expired':
      return `its source ${lapse.source} holds no more since ${lapse.since}`;
    case 'source-stale':
      return lapse.reason === 'reread'
        ? `its source ${lapse.source} has to be read again, since ${lapse.since}`
        : `its source ${lapse.source} is too old for its kind, since ${lapse.since}`;
  }
}

/** A thing of the ledger, as `npm run resolve` takes it. */
export function nameOf(subject: Subject): string {
  return subjectText(subject);
}

/** `2026-12-01 09:00`, in the zone. */
export function shortTime(moment: EpochMs, timeZone: string): string {
  return toInstantText(moment, timeZone).replace('T', ' ').slice(0, 16);
}

/** Everything a reader gets of a post, each line led by `margin`: its words, where links lead, its picture. */
export function describePost({ segments, text, attachment, warning }: ComposedPost, margin: string): string {
  const shortened = segments.flatMap((segment) =>
    segment.kind === 'link' && segment.shown !== segment.href ? [`${segment.shown} leads to ${segment.href}`] : [],
  );
  const picture =
    attachment.kind === 'nothing'
      ? []
      : attachment.kind === 'card'
        ? [`Picture: ${attachment.alt}`]
        : [`Link card: ${attachment.title} (${attachment.href})`, `Picture: ${attachment.alt}`];
  const hidden = warning === undefined ? [] : [`Behind a warning: ${warning}`];
  const notes = [...hidden, ...shortened, ...picture].map((note) => `[${note}]`);
  return [...text.split('\n'), ...notes].map((line) => `${margin}${line}`.trimEnd()).join('\n');
}

function told(notes: readonly string[] = []): string {
  return notes.length === 0 ? '' : ` (${notes.join('; ')})`;
}

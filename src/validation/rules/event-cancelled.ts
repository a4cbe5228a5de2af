import type { Drafts, ItemDraft } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import { listed, suggest } from '../../model/suggest.ts';
import { anEvent, anEventInUrdu, aPost, EVENT, EVENT_IN_URDU } from '../example-desk.ts';
import { byFolder, originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'event/cancelled';
const OFF = '{ at: "2026-12-01T09:00:00+05:00" }';

export const eventCancelled: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'People travel to an event: that it does not take place is said in every language, with the reason, or nowhere.',
  from: 'Aagahi',
  check(drafts) {
    const groups = byFolder(drafts.items.filter(({ collection }) => collection === 'events'));
    return originalsOf(drafts, 'events').flatMap((original): Problem[] => {
      const { cancelled } = original.fields;
      const versions = (groups.get(original.folder) ?? []).filter(isEvent);
      if (!cancelled) {
        return versions
          .filter(({ fields }) => fields.cancellation !== undefined)
          .map((version) =>
            problemAtField(
              version,
              ['cancellation'],
              {
                ruleId: id,
                message: 'Unexpected field `cancellation`: the original does not say that the event is cancelled',
                hint: 'remove it, or write `cancelled: { at: … }` in the original',
              },
              { part: 'key' },
            ),
          );
      }
      const silent = versions
        .filter(({ fields }) => fields.cancellation === undefined)
        .map((version) =>
          problemAtField(version, version.role === 'original' ? ['cancelled'] : ['cancellation'], {
            ruleId: id,
            message: `Missing field \`cancellation\` in \`${version.language}\`: readers see that it is cancelled, and not why`,
            hint: 'write in one sentence why, and whether there will be another day',
          }),
        );
      return [...silent, ...unknownPost(drafts, original, cancelled.post)];
    });
  },
  examples: [
    { name: 'an event that takes place', changes: { [EVENT]: anEvent() }, said: [] },
    {
      name: 'one that does not, with the reason in each language and the post that tells it',
      changes: {
        [EVENT]: anEvent({
          cancelled: '{ at: "2026-12-01T09:00:00+05:00", post: called-off }',
          cancellation: 'The hall is flooded.',
        }),
        [EVENT_IN_URDU]: anEventInUrdu({ cancellation: 'ہال میں پانی بھر گیا ہے۔' }),
        'events/water-talk/posts/called-off/en.mdx': aPost('called-off', 'The talk is off.'),
      },
      said: [],
    },
    {
      name: 'one without the reason in Urdu, and a post that is not there',
      changes: {
        [EVENT]: anEvent({
          cancelled: '{ at: "2026-12-01T09:00:00+05:00", post: caled-off }',
          cancellation: 'The hall is flooded.',
        }),
        [EVENT_IN_URDU]: anEventInUrdu(),
        'events/water-talk/posts/called-off/en.mdx': aPost('called-off', 'The talk is off.'),
      },
      said: [
        `${EVENT_IN_URDU}:1:1 Missing field \`cancellation\` in \`ur\`: readers see that it is cancelled, and not why → write in one sentence why, and whether there will be another day`,
        `${EVENT}:10:53 Unexpected \`caled-off\`: this event has no post of this name → did you mean \`called-off\`?`,
      ],
    },
    {
      name: 'a reason without a cancellation',
      changes: { [EVENT]: anEvent({ cancellation: 'The hall is flooded.' }) },
      said: [
        `${EVENT}:10:1 Unexpected field \`cancellation\`: the original does not say that the event is cancelled → remove it, or write \`cancelled: { at: … }\` in the original`,
      ],
    },
    {
      name: 'a cancellation without a reason',
      changes: { [EVENT]: anEvent({ cancelled: OFF }) },
      said: [
        `${EVENT}:10:12 Missing field \`cancellation\` in \`en\`: readers see that it is cancelled, and not why → write in one sentence why, and whether there will be another day`,
      ],
    },
  ],
};

function isEvent(draft: ItemDraft): draft is Extract<ItemDraft, { collection: 'events' }> {
  return draft.collection === 'events';
}

/** The post that tells it leaves though all others are kept back: it has to be one of the event’s. */
function unknownPost(drafts: Drafts, event: ItemDraft, post: string | undefined): Problem[] {
  const posts = originalsOf(drafts, 'posts').filter(({ parentFolder }) => parentFolder === event.folder);
  const known = posts.flatMap(({ fields }) => fields.id ?? []);
  if (post === undefined || known.includes(post)) return [];
  const near = suggest(post, known);
  const choice = known.length > 0 ? `write ${listed(known)}` : 'write the post, or remove `post`';
  return [
    problemAtField(event, ['cancelled', 'post'], {
      ruleId: id,
      message: `Unexpected \`${post}\`: this event has no post of this name`,
      hint: near ? `did you mean \`${near}\`?` : choice,
    }),
  ];
}

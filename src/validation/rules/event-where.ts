import type { ItemDraft } from '../../model/draft.ts';
import type { Problem } from '../../model/problem.ts';
import { anEvent, anEventInUrdu, EVENT, EVENT_IN_URDU } from '../example-desk.ts';
import { byFolder, originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'event/where';
const HINT = 'write `place: { name: …, address: … }`, or `online: https://…` in the original';

export const eventWhere: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'Whoever wants to come has to know where, in their own language: before anything else, they ask whether they can get there.',
  from: 'schema.org and Google, structured data of events: `location` is required',
  check(drafts) {
    const groups = byFolder(drafts.items.filter(({ collection }) => collection === 'events'));
    return originalsOf(drafts, 'events').flatMap((original): Problem[] => {
      const versions = (groups.get(original.folder) ?? []).filter(isEvent);
      const isOnline = original.fields.online !== undefined;
      const isSomewhere = versions.some(({ fields }) => fields.place !== undefined);
      return versions
        .filter(({ fields }) => fields.place === undefined && (isSomewhere || !isOnline))
        .map((version) =>
          problemAtField(version, ['place'], {
            ruleId: id,
            message: isSomewhere
              ? `Missing field \`place\` in \`${version.language}\`: another language says where it is`
              : 'Missing field `place`: nobody learns where this event is, and it cannot be followed online',
            hint: isSomewhere ? 'write `place: { name: …, address: … }` here too' : HINT,
          }),
        );
    });
  },
  examples: [
    { name: 'an event online only', changes: { [EVENT]: anEvent() }, said: [] },
    {
      name: 'an event at a place that each language names',
      changes: {
        [EVENT]: anEvent({ place: '{ name: Town Hall, address: 1 Main Road }' }),
        [EVENT_IN_URDU]: anEventInUrdu({ place: '{ name: ٹاؤن ہال, address: 1 مین روڈ }' }),
      },
      said: [],
    },
    {
      name: 'an event nowhere',
      changes: { [EVENT]: anEvent().replace(/^online: .*\n/m, '') },
      said: [
        `${EVENT}:1:1 Missing field \`place\`: nobody learns where this event is, and it cannot be followed online → ${HINT}`,
      ],
    },
    {
      name: 'a translation that does not say where',
      changes: {
        [EVENT]: anEvent({ place: '{ name: Town Hall, address: 1 Main Road }' }),
        [EVENT_IN_URDU]: anEventInUrdu(),
      },
      said: [
        `${EVENT_IN_URDU}:1:1 Missing field \`place\` in \`ur\`: another language says where it is → write \`place: { name: …, address: … }\` here too`,
      ],
    },
  ],
};

function isEvent(draft: ItemDraft): draft is Extract<ItemDraft, { collection: 'events' }> {
  return draft.collection === 'events';
}

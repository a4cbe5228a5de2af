import { PAGE, POST } from '../example-desk.ts';
import type { Rule } from '../rule.ts';
import { isOfLife, markedBy, subjectsOf } from '../sensitive-items.ts';

const id = 'sensitive/method';

export const sensitiveMethod: Rule = {
  id,
  level: 'error',
  why: 'Who reads of a way to die is likelier to take it: naming one has cost lives. What helps is a way to get help.',
  from: 'WHO, Preventing suicide: a resource for media professionals',
  check(drafts) {
    const originalOf = markedBy(drafts);
    return drafts.items.flatMap((draft) => {
      const speaks =
        subjectsOf(originalOf(draft)).some(isOfLife) ||
        draft.mentions.some(({ kind, value }) => kind === 'subject' && isOfLife(value));
      if (!speaks) return [];
      return draft.mentions
        .filter(({ kind }) => kind === 'method')
        .map(({ position }) => ({
          file: draft.file,
          ...position,
          ruleId: id,
          severity: 'error' as const,
          // The words themselves are not repeated: reports are read too.
          message: 'Unexpected words that may name a method: readers in danger take it up',
          hint: 'say that someone died, or was in danger, without saying how',
          hidesLine: true as const,
        }));
    });
  },
  examples: [
    { name: 'a page on water', said: [] },
    {
      name: 'a gas that kills, on a page about heaters',
      changes: { [PAGE]: ['can carry germs.', 'can carry germs. A heater can fill a room with carbon monoxide.'] },
      said: [],
    },
    {
      name: 'a page on suicide that speaks of help',
      changes: {
        [PAGE]: ['author: amina', 'sensitive: [suicide]\nauthor: amina'],
        [POST]: ['before you drink it.', 'before you drink it. Suicide can be prevented: ask how someone is.'],
      },
      said: [],
    },
    {
      name: 'a post of such a campaign that says how',
      changes: {
        [PAGE]: ['author: amina', 'sensitive: [suicide]\nauthor: amina'],
        [POST]: ['before you drink it.', 'before you drink it. She was found hanged.'],
      },
      said: [
        `${POST}:13:62 Unexpected words that may name a method: readers in danger take it up → say that someone died, or was in danger, without saying how`,
      ],
    },
    {
      name: 'a page that nobody has marked',
      changes: { [PAGE]: ['can carry germs.', 'can carry germs. Suicide by pesticide is common.'] },
      said: [
        `${PAGE}:24:52 Unexpected words that may name a method: readers in danger take it up → say that someone died, or was in danger, without saying how`,
      ],
    },
  ],
};

import { suggest } from '../../model/suggest.ts';
import { PAGE, SOURCE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';
import { atEachUse, sourcesIn } from '../source-uses.ts';

const id = 'source/superseded';

export const sourceSuperseded: Rule = {
  id,
  level: 'error',
  why: 'When a guideline is replaced, its readers are owed what the new one says.',
  from: 'WHO handbook for guideline development',
  check(drafts) {
    const sources = sourcesIn(drafts);
    const known = sources.map((source) => source.id);
    return sources.flatMap(({ id: name, draft, fields: { supersededBy, expiresOn } }) => {
      if (supersededBy === undefined) return [];
      if (supersededBy === name || !known.includes(supersededBy)) {
        const near = suggest(
          supersededBy,
          known.filter((other) => other !== name),
        );
        return [
          problemAtField(draft, ['supersededBy'], {
            ruleId: id,
            message:
              supersededBy === name
                ? `Unexpected \`${supersededBy}\`: a source cannot replace itself`
                : `Unexpected \`${supersededBy}\`: there is no such file in content/sources`,
            hint: near ? `did you mean \`${near}\`?` : 'write the id of the source that replaces this one',
          }),
        ];
      }
      // Until its last day a source may be cited beside its successor.
      if (expiresOn !== undefined) return [];
      return atEachUse(drafts, name, {
        ruleId: id,
        message: `Unexpected source \`${name}\`: \`${supersededBy}\` replaces it`,
        hint: `read \`${supersededBy}\`, bring the text to what it says, and cite that`,
      });
    });
  },
  examples: [
    { name: 'sources that nothing replaces', said: [] },
    {
      name: 'a source that is replaced when its time is over',
      changes: { [SOURCE]: ['accessedOn:', 'expiresOn: 2027-11-22\nsupersededBy: cdc-water\naccessedOn:'] },
      said: [],
    },
    {
      name: 'a source that is replaced already',
      changes: { [SOURCE]: ['accessedOn:', 'supersededBy: cdc-water\naccessedOn:'] },
      said: [
        `${PAGE}:7:11 Unexpected source \`who-water\`: \`cdc-water\` replaces it → read \`cdc-water\`, bring the text to what it says, and cite that`,
      ],
    },
    {
      name: 'a successor that is not there',
      changes: { [SOURCE]: ['accessedOn:', 'supersededBy: cdc-watr\naccessedOn:'] },
      said: [
        `${SOURCE}:8:15 Unexpected \`cdc-watr\`: there is no such file in content/sources → did you mean \`cdc-water\`?`,
      ],
    },
  ],
};

import { PAGE, PAGE_IN_URDU, POST } from '../example-desk.ts';
import type { Rule } from '../rule.ts';
import { isOfLife, markedBy, subjectsOf } from '../sensitive-items.ts';

const id = 'sensitive/unmarked';

/** Subjects as a sentence names them. */
const NAMES: Readonly<Record<string, string>> = {
  suicide: 'suicide',
  'self-harm': 'self-harm',
  abuse: 'abuse',
  'eating-disorder': 'eating disorders',
  addiction: 'addiction',
};

export const sensitiveUnmarked: Rule = {
  id,
  level: 'error',
  why: 'A reader in danger may be reading. Only a page that is marked is held to show help lines and to name no method.',
  from: 'WHO, Preventing suicide: a resource for media professionals; of abuse, eating disorders and addiction a warning',
  check(drafts) {
    const originalOf = markedBy(drafts);
    return drafts.items.flatMap((draft) => {
      const original = originalOf(draft);
      if (!original) return [];
      const marked = subjectsOf(original);
      const first = new Map(
        draft.mentions
          .filter(({ kind, value }) => kind === 'subject' && !marked.some((subject) => subject === value))
          .toReversed()
          .map((mention) => [mention.value, mention]),
      );
      return [...first.values()].toReversed().map(({ value, position }) => ({
        file: draft.file,
        ...position,
        ruleId: id,
        severity: isOfLife(value) ? ('error' as const) : ('warning' as const),
        message: `Unexpected words on ${NAMES[value] ?? value}: \`${original.file}\` is not marked as being about it`,
        hint: `add \`${value}\` to \`sensitive\` there, so that help lines stand beside it`,
      }));
    });
  },
  examples: [
    { name: 'a page on water', said: [] },
    {
      name: 'a page that is marked',
      changes: {
        [PAGE]: ['author: amina', 'sensitive: [suicide]\nauthor: amina'],
        [POST]: ['before you drink it.', 'before you drink it. Suicide can be prevented.'],
      },
      said: [],
    },
    {
      name: 'words that a post and a translation do not expect of their campaign',
      changes: {
        [POST]: ['before you drink it.', 'before you drink it. Suicide can be prevented.'],
        [PAGE_IN_URDU]: ['صاف نظر آنے والے', 'خُودکُشي روکی جا سکتی ہے۔ صاف نظر آنے والے'],
      },
      said: [
        `${POST}:13:48 Unexpected words on suicide: \`content/${PAGE}\` is not marked as being about it → add \`suicide\` to \`sensitive\` there, so that help lines stand beside it`,
        `${PAGE_IN_URDU}:24:1 Unexpected words on suicide: \`content/${PAGE}\` is not marked as being about it → add \`suicide\` to \`sensitive\` there, so that help lines stand beside it`,
      ],
    },
    {
      name: 'a subject on which a page may say a word in passing',
      changes: { [PAGE]: ['can carry germs.', 'can carry germs. Domestic violence is another matter.'] },
      said: [
        `${PAGE}:24:41 warning Unexpected words on abuse: \`content/${PAGE}\` is not marked as being about it → add \`abuse\` to \`sensitive\` there, so that help lines stand beside it`,
      ],
    },
    {
      name: 'a word that only sounds like it, and an address',
      changes: {
        [PAGE]: ['(https://www.who.int/)', '(https://www.who.int/suicide) after the suicide bombing'],
      },
      said: [],
    },
  ],
};

import { PERSON } from '../example-desk.ts';
import { problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'person/github-duplicate';

export const personGithubDuplicate: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'An approval is known by its login: with one login for two people nobody could say who approved.',
  from: 'Aagahi; GitHub does not tell capitals apart in a login',
  check(drafts) {
    const first = new Map<string, string>();
    return recordsOf(drafts, 'people').flatMap((draft) => {
      const { id: name = draft.file, github } = draft.fields;
      if (github === undefined) return [];
      const holder = first.get(github.toLowerCase());
      if (holder === undefined) {
        first.set(github.toLowerCase(), name);
        return [];
      }
      return [
        problemAtField(draft, ['github'], {
          ruleId: id,
          message: `Unexpected login \`${github}\`: it is that of \`${holder}\``,
          hint: 'write this person’s own login, or leave the field out',
        }),
      ];
    });
  },
  examples: [
    {
      name: 'two people with two logins',
      changes: { [PERSON]: ['roles:', 'github: a-desk\nroles:'], 'people/bilal.yml': withLogin('b-desk') },
      said: [],
    },
    {
      name: 'two people with one login, in other capitals',
      changes: { [PERSON]: ['roles:', 'github: a-desk\nroles:'], 'people/bilal.yml': withLogin('A-Desk') },
      said: [
        'people/bilal.yml:4:9 Unexpected login `A-Desk`: it is that of `amina` → write this person’s own login, or leave the field out',
      ],
    },
  ],
};

function withLogin(github: string): string {
  return `id: bilal\nname:\n  en: Bilal\ngithub: ${github}\nroles:\n  - role: author\n    startsOn: 2025-01-06\n`;
}

import type { Fault } from '../../model/problem.ts';
import { CHECK_OF_MYTH, MYTH } from '../example-desk.ts';
import { registeredDomain } from '../registered-domain.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'myth/institution-domain';

export const mythInstitutionDomain: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'Anyone can put an institution’s name before their own domain: only its registered domain is its own.',
  from: 'Aagahi; the Public Suffix List says where a registered domain begins',
  check(drafts) {
    return originalsOf(drafts, 'myths').flatMap((draft) => {
      const { institution } = draft.fields;
      if (!institution) return [];
      const { domain, checkedAt } = institution;
      const own = registeredDomain(domain);
      const found = registeredDomain(checkedAt);
      const domainFault = findDomainFault(domain, own, found);
      if (domainFault) return [problemAtField(draft, ['institution', 'domain'], domainFault)];
      if (found === own) return [];
      return [
        problemAtField(draft, ['institution', 'checkedAt'], {
          ruleId: id,
          message: `Unexpected address \`${checkedAt}\`: ${found === undefined ? 'it has no registered domain' : `its registered domain is \`${found}\`, not \`${domain}\``}`,
          hint: `look it up on a page of \`${domain}\`; a name before or after it proves nothing`,
        }),
      ];
    });
  },
  examples: [
    {
      name: 'a claim that names no institution',
      changes: { [MYTH]: [CHECK_OF_MYTH, ''] },
      said: [],
    },
    {
      name: 'a page on a sub-domain of the institution',
      changes: { [MYTH]: ['https://www.who.int/', 'https://www.emro.who.int/'] },
      said: [],
    },
    {
      name: 'a page that only carries the name',
      changes: {
        [MYTH]: [
          'https://www.who.int/news-room/fact-sheets/detail/drinking-water',
          'https://who.int.example.com/water',
        ],
      },
      said: [
        `${MYTH}:9:14 Unexpected address \`https://who.int.example.com/water\`: its registered domain is \`example.com\`, not \`who.int\` → look it up on a page of \`who.int\`; a name before or after it proves nothing`,
      ],
    },
    {
      name: 'an address that is a number',
      changes: {
        [MYTH]: ['https://www.who.int/news-room/fact-sheets/detail/drinking-water', 'https://192.0.2.7/water'],
      },
      said: [
        `${MYTH}:9:14 Unexpected address \`https://192.0.2.7/water\`: it has no registered domain → look it up on a page of \`who.int\`; a name before or after it proves nothing`,
      ],
    },
    {
      name: 'a sub-domain in place of the domain',
      changes: { [MYTH]: ['domain: who.int', 'domain: www.who.int'] },
      said: [
        `${MYTH}:8:11 Unexpected domain \`www.who.int\`: the institution’s registered domain is \`who.int\` → write \`who.int\``,
      ],
    },
    {
      name: 'an address in place of the domain',
      changes: { [MYTH]: ['domain: who.int', 'domain: who.int/'] },
      said: [
        `${MYTH}:8:11 Unexpected domain \`who.int/\`: the institution’s registered domain is \`who.int\` → write \`who.int\``,
      ],
    },
    {
      name: 'a suffix that everyone registers under',
      changes: {
        [MYTH]: [
          'domain: who.int\n  checkedAt: https://www.who.int/',
          'domain: gov.pk\n  checkedAt: https://www.nih.org.pk/',
        ],
      },
      said: [
        `${MYTH}:8:11 Unexpected domain \`gov.pk\`: everyone can have a name below it → write the whole domain of the institution, for example \`nih.org.pk\``,
      ],
    },
    {
      name: 'a host that lends its sub-domains to strangers',
      changes: {
        [MYTH]: [
          'domain: who.int\n  checkedAt: https://www.who.int/',
          'domain: github.io\n  checkedAt: https://who.github.io/',
        ],
      },
      said: [
        `${MYTH}:8:11 Unexpected domain \`github.io\`: everyone can have a name below it → write the whole domain of the institution, for example \`who.github.io\``,
      ],
    },
    {
      name: 'a name in place of a domain',
      changes: { [MYTH]: ['domain: who.int', 'domain: WHO'] },
      said: [
        `${MYTH}:8:11 Unexpected domain \`WHO\`: it is none → write the whole domain of the institution, for example \`who.int\``,
      ],
    },
  ],
};

function findDomainFault(domain: string, own: string | undefined, found: string | undefined): Fault | undefined {
  if (own === undefined) {
    return {
      ruleId: id,
      message: `Unexpected domain \`${domain}\`: ${domain.includes('.') ? 'everyone can have a name below it' : 'it is none'}`,
      hint: `write the whole domain of the institution, for example \`${found ?? 'who.int'}\``,
    };
  }
  const written = domain.toLowerCase();
  // A domain in another script is looked up under another spelling.
  const isName = /^[\p{L}\p{M}\p{N}.-]+$/u.test(written);
  if (isName && new URL(`https://${written}`).hostname === own) return undefined;
  return {
    ruleId: id,
    message: `Unexpected domain \`${domain}\`: the institution’s registered domain is \`${own}\``,
    hint: `write \`${own}\``,
  };
}

import { aStudy, STUDY } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule } from '../rule.ts';

const id = 'study/contact';

export const studyContact: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'Who thinks of taking part has questions first, and asks a person.',
  from: 'WMA Declaration of Helsinki: each potential participant is informed, and may ask',
  check(drafts) {
    return originalsOf(drafts, 'studies').flatMap((draft) => {
      const { contact } = draft.fields;
      if (!contact || contact.email !== undefined || contact.phone !== undefined) return [];
      return [
        problemAtField(draft, ['contact'], {
          ruleId: id,
          message: 'Missing way to ask: neither `email` nor `phone` stands in `contact`',
          hint: 'write `contact: { email: … }`, `contact: { phone: … }`, or both',
        }),
      ];
    });
  },
  examples: [
    { name: 'an address to write to', changes: { [STUDY]: aStudy() }, said: [] },
    {
      name: 'a number to call',
      changes: { [STUDY]: aStudy({ contact: '{ phone: "+92 51 1234567" }' }) },
      said: [],
    },
    {
      name: 'nobody to ask',
      changes: { [STUDY]: aStudy({ contact: '{}' }) },
      said: [
        `${STUDY}:6:10 Missing way to ask: neither \`email\` nor \`phone\` stands in \`contact\` → write \`contact: { email: … }\`, \`contact: { phone: … }\`, or both`,
      ],
    },
  ],
};

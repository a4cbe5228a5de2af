import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE } from '../example-desk.ts';
import { hasUnread, problemAtField, type Rule } from '../rule.ts';
import { updatesByIncident } from '../updates-by-incident.ts';

const id = 'incident/language-missing';

export const incidentLanguageMissing: Rule = {
  id,
  level: 'error',
  why: 'Those who read another language are told at the same moment, or they are told by rumour.',
  from: 'CAP 1.2: one message with one block for each language; WMO guidelines on warnings',
  check(drafts) {
    return updatesByIncident(drafts).flatMap(({ incident, updates }) => {
      if (incident.fields.status === 'draft') return [];
      const languages = drafts.items
        .filter(({ collection, folder }) => collection === 'incidents' && folder === incident.folder)
        .map(({ language }) => language);
      return updates.flatMap((update) => {
        if (hasUnread(drafts, update.folder)) return [];
        const written = drafts.items.filter(({ folder }) => folder === update.folder).map(({ language }) => language);
        return languages
          .filter((language) => !written.includes(language))
          .map((language) =>
            problemAtField(
              update,
              ['id'],
              {
                ruleId: id,
                message: `Missing \`${language}.mdx\`: the incident is told in that language, and this message of it is not`,
                hint: `write ${update.folder}/${language}.mdx`,
              },
              { part: 'key' },
            ),
          );
      });
    });
  },
  examples: [
    {
      name: 'an incident and its message in one language',
      changes: { [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'), [FIRST_UPDATE]: anUpdate() },
      said: [],
    },
    {
      name: 'a message that lacks a language of its incident',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual'),
        'incidents/flood/ur.mdx':
          '---\ntranslationOf:\n  language: en\n  fields: {}\n  blocks: []\ntitle: سیلاب\nsummary: دریا چڑھ رہا ہے۔\nending:\n  headline: پانی اب ٹھیک ہے\n  instruction: پہلے کی طرح پیئیں۔\n---\n\nپانی ابالیں۔\n',
        [FIRST_UPDATE]: anUpdate(),
      },
      said: [
        `${FIRST_UPDATE}:2:1 Missing \`ur.mdx\`: the incident is told in that language, and this message of it is not → write content/incidents/flood/updates/flood-1/ur.mdx`,
      ],
    },
  ],
};

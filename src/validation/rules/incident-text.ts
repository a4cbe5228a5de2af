import { anUpdate, FIRST_UPDATE, INCIDENT, INCIDENT_PAGE } from '../example-desk.ts';
import { problemAtField, type Rule } from '../rule.ts';

const id = 'incident/text';

/** Longer headlines are cut off on phones and in text messages. */
const LONGEST_HEADLINE = 140;

export const incidentText: Rule = {
  id,
  level: 'error',
  why: 'An alert is shown by programs that nobody here has seen: its headline is cut, its tags are printed, and what says nothing is shown all the same.',
  from: 'OASIS Common Alerting Protocol 1.2; Google’s rules for public alerts',
  check(drafts) {
    return drafts.items.flatMap((draft) => {
      if (draft.collection !== 'updates') return [];
      const { headline, description, instruction, area } = draft.fields;
      const texts = Object.entries({ headline, description, instruction, area });
      const tags = texts.flatMap(([field, text]) =>
        text !== undefined && /<\/?[a-z][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text)
          ? [
              problemAtField(draft, [field], {
                ruleId: id,
                message: `Unexpected HTML in \`${field}\`: those who get the alert see the signs themselves`,
                hint: 'write plain words; paragraphs are parted by an empty line',
              }),
            ]
          : [],
      );
      const long =
        headline !== undefined && headline.length > LONGEST_HEADLINE
          ? [
              problemAtField(
                draft,
                ['headline'],
                {
                  ruleId: id,
                  message: `Unexpected length of the headline: ${headline.length} characters, of which many phones show ${LONGEST_HEADLINE}`,
                  hint: 'say the one fact, and move the rest to `description`',
                },
                { severity: 'warning' },
              ),
            ]
          : [];
      const same =
        headline !== undefined && headline === description?.trim()
          ? [
              problemAtField(draft, ['description'], {
                ruleId: id,
                message: 'Unexpected description: it says the same as the headline',
                hint: 'say what is the matter, where and since when',
              }),
            ]
          : [];
      const fields = draft.role === 'original' ? draft.fields : {};
      const unknown = (['severity', 'urgency', 'certainty'] as const).flatMap((field) =>
        fields[field] === 'unknown'
          ? [
              problemAtField(
                draft,
                [field],
                {
                  ruleId: id,
                  message: `Unexpected \`unknown\` for \`${field}\`: phones treat such an alert as the least of all`,
                  hint: 'write the best judgement there is; an update can change it',
                },
                { severity: 'warning' },
              ),
            ]
          : [],
      );
      return [...tags, ...long, ...same, ...unknown];
    });
  },
  examples: [
    { name: 'plain words', changes: { [INCIDENT_PAGE]: INCIDENT, [FIRST_UPDATE]: anUpdate() }, said: [] },
    {
      name: 'HTML',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate({ instruction: '"Boil water<br>for one minute &amp; let it cool."' }),
      },
      said: [
        `${FIRST_UPDATE}:13:14 Unexpected HTML in \`instruction\`: those who get the alert see the signs themselves → write plain words; paragraphs are parted by an empty line`,
      ],
    },
    {
      name: 'a long headline, and what is unknown',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate({ headline: `${'Water is unsafe. '.repeat(9)}Boil it.`, severity: 'unknown' }),
      },
      said: [
        `${FIRST_UPDATE}:11:11 warning Unexpected length of the headline: 161 characters, of which many phones show 140 → say the one fact, and move the rest to \`description\``,
        `${FIRST_UPDATE}:6:11 warning Unexpected \`unknown\` for \`severity\`: phones treat such an alert as the least of all → write the best judgement there is; an update can change it`,
      ],
    },
    {
      name: 'a description that adds nothing',
      changes: {
        [INCIDENT_PAGE]: INCIDENT,
        [FIRST_UPDATE]: anUpdate({ description: 'Tap water is unsafe in the old town' }),
      },
      said: [
        `${FIRST_UPDATE}:12:14 Unexpected description: it says the same as the headline → say what is the matter, where and since when`,
      ],
    },
  ],
};

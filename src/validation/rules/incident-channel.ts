import type { Channel } from '../../model/channel.ts';
import { INCIDENT, INCIDENT_PAGE } from '../example-desk.ts';
import { originalsOf, problemAtField, type Rule, recordsOf } from '../rule.ts';

const id = 'incident/channel';

const DRILL =
  'id: drill\nnetwork: mastodon\nname: Drills\nlanguages: [en]\ntest: true\naudience:\n  en: The desk\nvoice:\n  en: Plain\n';

export const incidentChannel: Rule = {
  id,
  level: 'error',
  isFixed: true,
  why: 'An exercise that reaches the public is a false alarm.',
  from: 'FCC report on Hawaii’s false alert of 13 January 2018; CAP 1.2, `status`',
  check(drafts) {
    const channels = new Map(
      recordsOf(drafts, 'channels')
        .filter(({ whole }) => whole)
        .map(({ fields }) => [fields.id ?? '', fields as Channel]),
    );
    return originalsOf(drafts, 'incidents').flatMap((draft) => {
      const { status } = draft.fields;
      if (status === undefined || status === 'draft') return [];
      return (draft.fields.channels ?? []).flatMap((name, index) => {
        const channel = channels.get(name);
        if (!channel || channel.network === 'outbox') return [];
        if (status === 'actual' && channel.test) {
          return [
            problemAtField(draft, ['channels', index], {
              ruleId: id,
              message: `Unexpected channel \`${name}\`: it is for tests, and this incident is real`,
              hint: 'name the channel that the public follows',
            }),
          ];
        }
        if (status !== 'actual' && !channel.test) {
          return [
            problemAtField(draft, ['channels', index], {
              ruleId: id,
              message: `Unexpected channel \`${name}\`: the public follows it, and this is ${status === 'test' ? 'a test' : 'an exercise'}`,
              hint: 'name a channel with `test: true`',
            }),
          ];
        }
        return [];
      });
    });
  },
  examples: [
    { name: 'a draft, which goes nowhere', changes: { [INCIDENT_PAGE]: INCIDENT }, said: [] },
    {
      name: 'an exercise on a channel for tests',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'exercise').replace('[outbox]', '[drill]'),
        'channels/drill.yml': DRILL,
      },
      said: [],
    },
    {
      name: 'an exercise on a channel that the public follows',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'exercise').replace('[outbox]', '[drill]'),
        'channels/drill.yml': DRILL.replace('test: true\n', ''),
      },
      said: [
        `${INCIDENT_PAGE}:5:12 Unexpected channel \`drill\`: the public follows it, and this is an exercise → name a channel with \`test: true\``,
      ],
    },
    {
      name: 'a real alert on a channel for tests',
      changes: {
        [INCIDENT_PAGE]: INCIDENT.replace('draft', 'actual').replace('[outbox]', '[drill]'),
        'channels/drill.yml': DRILL,
      },
      said: [
        `${INCIDENT_PAGE}:5:12 Unexpected channel \`drill\`: it is for tests, and this incident is real → name the channel that the public follows`,
      ],
    },
  ],
};

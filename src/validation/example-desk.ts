/** Files of the desk that examples are held against (`tests/fixtures/desk`), and pieces to change them with. */
export const PAGE = 'campaigns/clean-water/en.mdx';
export const PAGE_IN_URDU = 'campaigns/clean-water/ur.mdx';
export const POST = 'campaigns/clean-water/posts/boil-water/en.mdx';
export const POST_IN_URDU = 'campaigns/clean-water/posts/boil-water/ur.mdx';
export const SECOND_POST = 'campaigns/clean-water/posts/let-it-cool/en.mdx';
export const SOURCE = 'sources/who-water.yml';
export const PERSON = 'people/amina.yml';
export const CHANNEL = 'channels/outbox.yml';
export const ORGANISATION = 'organisation.yml';

export const TIMES = 'publishAt:\n  daysFromStart: 0\n  time: "09:00"\nexpiresAt:\n  daysFromStart: 1\n  time: "09:00"';
export const YEARLY = '  kind: yearly\n  startsOn: "03-18"\n  endsOn: "03-24"';
export const dated = (...days: readonly string[]) => `  kind: dated\n  occurrences:\n${days.join('')}`;
export const occurrence = (id: string, startsOn: string, endsOn: string) =>
  `    - id: "${id}"\n      startsOn: ${startsOn}\n      endsOn: ${endsOn}\n`;
export const aPost = (id: string, words: string) =>
  `---\nid: ${id}\nchannels: [outbox]\n${TIMES}\nheadline: Let it cool\n---\n\n${words}\n`;
export const BLUESKY =
  'id: bluesky\nnetwork: bluesky\nname: Bluesky\nlanguages: [en]\naudience:\n  en: Everyone\nvoice:\n  en: Plain\n';
export const INCIDENT =
  '---\nid: flood\nstatus: draft\ncategory: [health]\nchannels: [outbox]\nsources: [who-water]\nauthor: amina\ntitle: Flood\nsummary: The river rises.\nending:\n  headline: The water is safe again\n  instruction: Drink it as usual.\n---\n\nBoil water.\n';

export const INCIDENT_PAGE = 'incidents/flood/en.mdx';
export const FIRST_UPDATE = 'incidents/flood/updates/flood-1/en.mdx';
export const SECOND_UPDATE = 'incidents/flood/updates/flood-2/en.mdx';
/** A message of the example incident. `different` are lines of YAML that take the place of those of the same name. */
export const anUpdate = (different: Readonly<Record<string, string>> = {}) => {
  const fields: Record<string, string> = {
    id: 'flood-1',
    kind: 'alert',
    sentAt: '"2026-11-23T09:00:00+05:00"',
    expiresAt: '"2026-11-24T09:00:00+05:00"',
    severity: 'severe',
    urgency: 'immediate',
    certainty: 'observed',
    responses: '[avoid]',
    geometry: '{ polygons: [[[31.6, 74.2], [31.6, 74.4], [31.4, 74.4], [31.6, 74.2]]] }',
    headline: 'Tap water is unsafe in the old town',
    description: 'The river has flooded the wells of the old town since Sunday evening.',
    instruction: 'Boil water for one minute before you drink it.',
    area: 'The old town',
    ...different,
  };
  return `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}---\n\nMore on the page.\n`;
};

import type { Incident, Update } from './content.ts';
import { inOrder } from './incident-state.ts';

/**
 * Ids of the sources that an incident’s page cites in a language, in the order of their numbers: its own body first, then
 * the messages’ as they are sent. With fewer of the later `updates` the numbers stay the same.
 */
export function incidentCitations(
  incident: Pick<Incident, 'versions'>,
  updates: readonly Update[],
  language: string,
): string[] {
  const bodies = [incident, ...inOrder(updates)].flatMap(({ versions }) => versions[language]?.body ?? []);
  return [...new Set(bodies.flatMap(({ citations }) => citations))];
}

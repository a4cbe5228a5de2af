import type { Drafts, ItemDraft } from '../model/draft.ts';
import { originalsOf } from './rule.ts';

export type IncidentDraft = Extract<ItemDraft, { collection: 'incidents'; role: 'original' }>;
export type UpdateDraft = Extract<ItemDraft, { collection: 'updates'; role: 'original' }>;

/** Incidents with the originals of their updates. */
export function updatesByIncident(drafts: Drafts): { incident: IncidentDraft; updates: UpdateDraft[] }[] {
  const updates = Map.groupBy(originalsOf(drafts, 'updates'), ({ parentFolder = '' }) => parentFolder);
  return originalsOf(drafts, 'incidents').map((incident) => ({
    incident,
    updates: updates.get(incident.folder) ?? [],
  }));
}

import type { Drafts } from '../model/draft.ts';
import { organisationOf, recordsOf } from './rule.ts';

/** Telephone numbers and addresses that belong to the public: of the desk, of help lines, of sources, and those it lists. */
export function desksAddresses(drafts: Drafts): string[] {
  const { contact, helplines = [], policy, url } = organisationOf(drafts);
  const lines = helplines.flatMap(({ number, url: page }) => [number, page]);
  const channels = recordsOf(drafts, 'channels').flatMap(({ fields }) => [fields.profile, fields.account]);
  const sources = recordsOf(drafts, 'sources').map(({ fields }) => fields.url);
  const all = [contact?.email, url, ...lines, ...channels, ...sources, ...(policy?.officialContacts ?? [])];
  return all.filter((address) => address !== undefined);
}

/** Names of those who speak for the desk, of the organisation, and of the public persons that it lists. */
export function desksNames(drafts: Drafts): string[] {
  const { name = {}, policy } = organisationOf(drafts);
  const people = recordsOf(drafts, 'people').flatMap(({ fields }) => Object.values(fields.name ?? {}));
  return [...Object.values(name), ...people, ...(policy?.publicNames ?? [])];
}

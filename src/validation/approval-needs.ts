import { assignRoles } from '../approvals/roles.ts';
import type { Drafts, ItemDraft } from '../model/draft.ts';
import type { Person, Role } from '../model/person.ts';
import type { Policy } from '../model/policy.ts';
import type { RiskClass } from '../model/risk.ts';
import { holdsRole } from '../model/roster.ts';
import { byFolder, originalsOf, recordsOf } from './rule.ts';

/** Words that nobody may send before they are approved: of one item in one language. */
export interface ApprovalNeed {
  risk: RiskClass;
  /** Id of the campaign or incident. */
  item: string;
  language: string;
  /** Ids of who wrote and translated it, and so cannot approve it. */
  writers: readonly string[];
}

/** Every need of the content, once each: posts, banners and incidents for channels whose words need an approval. */
export function approvalNeeds(drafts: Drafts): ApprovalNeed[] {
  const needs = new Map<string, ApprovalNeed>();
  const note = (need: ApprovalNeed) => needs.set(JSON.stringify(need), need);
  const groups = byFolder(drafts.items);
  const versionsOf = (folder: string) => groups.get(folder) ?? [];
  const reached = reachedLanguages(drafts);
  const posts = Map.groupBy(originalsOf(drafts, 'posts'), ({ parentFolder }) => parentFolder);
  for (const { folder, fields } of [...originalsOf(drafts, 'campaigns'), ...originalsOf(drafts, 'events')]) {
    const { id: item, risk: own, author } = fields;
    const banner = 'banner' in fields ? fields.banner : undefined;
    if (item === undefined || own === undefined) continue;
    const page = versionsOf(folder);
    for (const language of reached(banner?.channels, page))
      note({ risk: own, item, language, writers: writersOf(author, language, page) });
    for (const post of posts.get(folder) ?? []) {
      const versions = versionsOf(post.folder);
      for (const language of reached(post.fields.channels, versions)) {
        const writers = writersOf(author, language, [...page, ...versions]);
        note({ risk: post.fields.risk ?? own, item, language, writers });
      }
    }
  }
  for (const { folder, fields } of originalsOf(drafts, 'incidents')) {
    const { id: item, author, channels } = fields;
    if (item === undefined) continue;
    const versions = versionsOf(folder);
    for (const language of reached(channels, versions))
      note({ risk: 'crisis', item, language, writers: writersOf(author, language, versions) });
  }
  return [...needs.values()];
}

/** The author, and who translated any of these into the language. */
function writersOf(author: string | undefined, language: string, versions: readonly ItemDraft[]): string[] {
  const translators = versions
    .filter((version) => version.language === language)
    .map((version) => (version.role === 'translation' ? version.fields.translator : undefined));
  return [...new Set([author, ...translators])].filter((id) => id !== undefined).toSorted();
}

/** A role that somebody has to approve in, and that nobody can fill. */
export interface UncoveredNeed extends ApprovalNeed {
  role: Role;
  /** Whether somebody holds it who may approve, and is needed for another role. */
  isTaken: boolean;
}

type Approver = Pick<Person, 'id' | 'roles'>;

/**
 * Needs that could not be met on a day, whoever came to work: a role that nobody holds there but who wrote the words, or
 * only somebody who already stands for another role.
 */
export function uncoveredNeeds(
  needs: readonly ApprovalNeed[],
  { people, approvals, on }: { people: readonly Approver[]; approvals: Policy['approvals']; on: string },
): UncoveredNeed[] {
  return needs.flatMap((need) => {
    const { risk, item, language, writers } = need;
    const needed = [...new Set(approvals[risk])];
    const others = people
      .filter(({ id }) => !writers.includes(id))
      .map((person) => ({ roles: new Set(needed.filter((role) => holdsRole(person, role, { on, item, language }))) }));
    return assignRoles(others, needed).missing.map((role) => ({
      ...need,
      role,
      isTaken: others.some(({ roles }) => roles.has(role)),
    }));
  });
}

/** Which of the languages there are leave on these channels. The outbox is the desk's own: it needs no approval. */
function reachedLanguages(drafts: Drafts) {
  const channels = new Map(
    recordsOf(drafts, 'channels').flatMap(({ fields: { id, network, languages } }) =>
      id === undefined || network === undefined || network === 'outbox' ? [] : [[id, languages ?? []]],
    ),
  );
  return (names: readonly string[] = [], versions: readonly ItemDraft[] = []): string[] =>
    versions
      .map(({ language }) => language)
      .filter((language) => names.some((name) => channels.get(name)?.includes(language)));
}

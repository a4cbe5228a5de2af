import type { Drafts } from '../model/draft.ts';
import type { Person, Role } from '../model/person.ts';
import type { Policy } from '../model/policy.ts';
import type { RiskClass } from '../model/risk.ts';
import { peopleWith } from '../model/roster.ts';
import { byFolder, originalsOf, recordsOf } from './rule.ts';

/** Words that nobody may send before they are approved: of one item in one language. */
export interface ApprovalNeed {
  risk: RiskClass;
  /** Id of the campaign or incident. */
  item: string;
  language: string;
  /** Who wrote it, and so cannot approve it; missing where that cannot be read. */
  author?: string;
}

/** Every need of the content, once each: posts, banners and incidents for channels whose words need an approval. */
export function approvalNeeds(drafts: Drafts): ApprovalNeed[] {
  const needs = new Map<string, ApprovalNeed>();
  const note = (need: ApprovalNeed) => needs.set(`${need.risk}/${need.item}/${need.language}`, need);
  const groups = byFolder(drafts.items);
  const languagesOf = (folder: string) => groups.get(folder)?.map(({ language }) => language) ?? [];
  const reached = reachedLanguages(drafts);
  const posts = Map.groupBy(originalsOf(drafts, 'posts'), ({ parentFolder }) => parentFolder);
  for (const { folder, fields } of originalsOf(drafts, 'campaigns')) {
    const { id: item, risk: own, author, banner } = fields;
    if (item === undefined || own === undefined) continue;
    const shared = { item, ...(author !== undefined && { author }) };
    for (const language of reached(banner?.channels ?? [], languagesOf(folder)))
      note({ ...shared, risk: own, language });
    for (const post of posts.get(folder) ?? []) {
      const languages = reached(post.fields.channels ?? [], languagesOf(post.folder));
      for (const language of languages) note({ ...shared, risk: post.fields.risk ?? own, language });
    }
  }
  for (const { folder, fields } of originalsOf(drafts, 'incidents')) {
    const { id: item, author, channels = [] } = fields;
    if (item === undefined) continue;
    for (const language of reached(channels, languagesOf(folder)))
      note({ item, risk: 'crisis', language, ...(author !== undefined && { author }) });
  }
  return [...needs.values()];
}

/** A role that somebody has to approve in, and that nobody holds who may. */
export interface UncoveredNeed extends ApprovalNeed {
  role: Role;
}

type Approver = Pick<Person, 'id' | 'roles'>;

/** Needs that could not be met on a day, whoever came to work: a role nobody holds there but the author. */
export function uncoveredNeeds(
  needs: readonly ApprovalNeed[],
  { people, approvals, on }: { people: readonly Approver[]; approvals: Policy['approvals']; on: string },
): UncoveredNeed[] {
  return needs.flatMap((need) => {
    const others = people.filter(({ id }) => id !== need.author);
    return approvals[need.risk]
      .filter((role) => peopleWith(others, role, { on, item: need.item, language: need.language }).length === 0)
      .map((role) => ({ ...need, role }));
  });
}

/** Which of the languages there are leave on these channels. The outbox is the desk's own: it needs no approval. */
function reachedLanguages(drafts: Drafts) {
  const channels = new Map(
    recordsOf(drafts, 'channels').flatMap(({ fields: { id, network, languages } }) =>
      id === undefined || network === undefined || network === 'outbox' ? [] : [[id, languages ?? []]],
    ),
  );
  return (names: readonly string[], languages: readonly string[]): string[] =>
    languages.filter((language) => names.some((name) => channels.get(name)?.includes(language)));
}

import type { Standing } from '../src/approvals/approval-standing.ts';
import { inWords, roleName } from '../src/approvals/role-names.ts';
import { inLanguage } from '../src/model/language.ts';
import type { Person } from '../src/model/person.ts';
import { toHtml } from './post-summary.ts';

export interface ApprovalSummary {
  standings: readonly Standing[];
  /** Why nobody's reviews are told of; `undefined` where they were read. */
  unread: string | undefined;
  /** Whether the change is about who may approve what. */
  changesRoster: boolean;
}

const HEADING = '## Approvals\n\n';
const ROSTER =
  '> This changes people or policy. Until it is merged, those of the base count: nobody appoints their own approver.\n\n';
const HOW =
  'Whoever is named here agrees by approving this pull request. A review counts for the words that were looked at; when they change, it is asked for again.\n\n';
const COLUMNS = '<tr><th>What</th><th>Risk</th><th>Still needed, and from whom</th><th>Agreed</th></tr>';
const SAME = '<em>the same words: needed where they were not approved for this occurrence</em>';
const NOBODY = 'nobody in the roster may, besides those who wrote it';

/** Who has to agree to what a pull request changes, as Markdown. Whatever a name holds, it stays text. */
export function approvalSummary({ standings, unread, changesRoster }: ApprovalSummary): string {
  const roster = changesRoster ? ROSTER : '';
  if (standings.length === 0) return `${HEADING}${roster}Nothing that this changes needs an approval.\n`;
  const reviews = unread === undefined ? '' : `> Who has agreed already is not shown: ${toHtml(unread)}.\n\n`;
  return `${HEADING}${roster}${reviews}${HOW}<table>${COLUMNS}${standings.map(row).join('')}</table>\n`;
}

function row({ outlook, agreed, open, objections, notes }: Standing): string {
  const { item, asks, isSame } = outlook;
  const languages = [...new Set(asks.map(({ asked }) => asked.language))];
  const risks = [...new Set(asks.map(({ asked }) => asked.risk))];
  const what = [`<strong>${toHtml(item)}</strong>`, languages.join(', '), ...(isSame ? [SAME] : [])];
  const needed = [
    ...objections.map(
      ({ by, review }) => `<strong>${toHtml(by)}</strong> <a href="${toHtml(review)}">asks for changes</a>`,
    ),
    ...open.map(({ role, may }) => `<strong>${roleName(role)}</strong>: ${inWords(may.map(named), 'or') || NOBODY}`),
    ...notes.map((note) => `<em>${toHtml(note)}</em>`),
  ];
  const said = agreed.map(({ role, by }) => `${toHtml(by)}, as ${roleName(role)}`);
  const cells = [what, risks, needed.length > 0 ? needed : ['nothing'], said.length > 0 ? said : ['–']];
  return `<tr>${cells.map((lines) => `<td>${lines.join('<br>')}</td>`).join('')}</tr>`;
}

function named({ name, github }: Person): string {
  const who = toHtml(inLanguage(name, 'en'));
  return github === undefined ? `${who} (whose file names no GitHub login)` : `${who} (<code>${toHtml(github)}</code>)`;
}

import { NETWORK } from '../src/model/network.ts';
import type { ComposedPost } from '../src/posts/compose-post.ts';
import type { PostVersions } from './changed-posts.ts';

/** GitHub shows at most 1 MiB of a job's summary; this leaves room for what other steps say. */
const LIMIT_BYTES = 900_000;

/** Changed posts as Markdown. Whatever a post holds, it stays text: it can neither close a tag nor start one. */
export function postSummary(changes: readonly PostVersions[], errors: number): string {
  const heading = '## Posts in this pull request\n\n';
  const faulty =
    errors > 0
      ? `> The content has ${errors} ${errors === 1 ? 'error' : 'errors'}: items with mistakes are not shown here.\n\n`
      : '';
  if (changes.length === 0) return `${heading}${faulty}No post changes.\n`;
  let text = heading + faulty;
  for (const [post, versions] of Map.groupBy(changes, (change) => change.post)) {
    const part = onePost(post, versions);
    if (Buffer.byteLength(text) + Buffer.byteLength(part) > LIMIT_BYTES)
      return `${text}More posts change than can be shown here: \`npm run plan\` lists them.\n`;
    text += part;
  }
  return text;
}

function onePost(post: string, versions: readonly PostVersions[]): string {
  const rows = versions.map((version) => {
    const shown = version.after ?? version.before;
    return shown ? row(version, shown) : '';
  });
  return `### ${toHtml(post)} <small>(${toHtml(versions[0]?.campaign ?? '')})</small>\n\n<table><tr><th>Channel</th><th>Change</th><th>Length</th><th>Text</th></tr>${rows.join('')}</table>\n\n`;
}

function row({ before, after }: PostVersions, shown: ComposedPost): string {
  const direction =
    shown.attachment.kind !== 'nothing'
      ? shown.attachment.card.direction
      : /^\P{L}*\p{Script=Arabic}/u.test(shown.text)
        ? 'rtl'
        : 'ltr';
  const change = before ? (after ? 'changed' : 'removed') : 'new';
  const over = shown.count > shown.limit ? ` <strong>(${shown.count - shown.limit} too many)</strong>` : '';
  const picture =
    shown.attachment.kind === 'nothing' ? '' : `<br><em>${words(`Picture: ${shown.attachment.alt}`)}</em>`;
  const former =
    before && after && before.text !== after.text
      ? `<details><summary>Before</summary><bdi dir="${direction}">${words(before.text)}</bdi></details>`
      : '';
  return `<tr><td>${toHtml(shown.channelId)}, ${NETWORK[shown.network].title}<br>${toHtml(shown.language)}</td><td>${change}</td><td>${shown.count} of ${shown.limit}${over}</td><td><bdi dir="${direction}" lang="${toHtml(shown.language)}">${words(shown.text)}</bdi>${picture}${former}</td></tr>`;
}

/** On one line: an empty line would end the HTML and start Markdown. */
function words(text: string): string {
  return toHtml(text).replaceAll(/\r?\n/g, '<br>');
}

/** Text that stays text in GitHub's Markdown, and mentions nobody. */
export function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('@', '&#64;');
}

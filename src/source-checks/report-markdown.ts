import { dayAt, toEpochMs } from '../model/time.ts';
import type { Finding } from './finding.ts';

/** GitHub takes 65,536 characters; what surrounds this text needs some. */
const LONGEST = 60_000;

/**
 * The findings as Markdown for an issue, bounded. What comes from content and from outside stands in code, so that it
 * mentions nobody and links to nothing.
 *
 * @param timeZone Zone of the desk’s days.
 */
export function reportMarkdown(findings: readonly Finding[], timeZone: string): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const parts = [
    ...section('To be mended', errors, timeZone),
    ...section('To be looked at: a program cannot tell', warnings, timeZone),
  ];
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (text.length + part.length > LONGEST) {
      const left = parts.slice(index).filter((one) => one.startsWith('- ')).length;
      return `${text}\n… and ${left} more: \`npm run sources -- --offline-report\` shows all.\n`;
    }
    text += part;
  }
  return text;
}

function section(title: string, findings: readonly Finding[], timeZone: string): string[] {
  if (findings.length === 0) return [];
  return [
    `### ${title}\n\n`,
    ...findings.map(
      ({ file, line, message, hint, checkedAt }) =>
        `- **${code(`${file}:${line}`)}** ${message}.\n  → ${hint}${checkedAt === undefined ? '' : ` _(seen on ${dayAt(toEpochMs(checkedAt), timeZone)})_`}\n`,
    ),
    '\n',
  ];
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '’').replaceAll(/\p{Cc}/gu, '')}\``;
}

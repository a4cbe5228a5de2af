import type { Fault, Position } from '../model/problem.ts';

const CUE =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?:[ \t].*)?$/;

/**
 * What is wrong with captions in WebVTT (W3C): its first line, a line of times that is none or ends before it starts, or no
 * words at all. `undefined` where they can be shown.
 */
export function findCaptionsFault(text: string): { position: Position; fault: Fault } | undefined {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) {
    return at(1, 'Unexpected first line of captions', 'write `WEBVTT` on the first line, then an empty one');
  }
  let cues = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const cue = CUE.exec(line);
    if (!cue) {
      return at(
        index + 1,
        'Unexpected times of a caption',
        'write for example `00:00:04.000 --> 00:00:07.500`: minutes, seconds and thousandths',
      );
    }
    const [from, to] = [cue.slice(1, 5), cue.slice(5, 9)].map(toMs);
    if (from === undefined || to === undefined || to <= from)
      return at(index + 1, 'Unexpected times of a caption: it ends before it starts', 'write a later second time');
    if ((lines[index + 1] ?? '').trim() === '')
      return at(index + 1, 'Missing words of a caption', 'write what is said on the line after the times');
    cues += 1;
  }
  return cues > 0
    ? undefined
    : at(
        1,
        'Missing captions: the file has no line of times',
        'write for each caption its times and, below, the words',
      );
}

function toMs([hours, minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}

function at(line: number, message: string, hint: string): { position: Position; fault: Fault } {
  return { position: { line, column: 1 }, fault: { ruleId: 'video/captions', message, hint } };
}

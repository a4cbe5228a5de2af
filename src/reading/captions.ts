/** Words that are shown over a film for a while. */
export interface Cue {
  /** Seconds from the start of the film. */
  from: number;
  until: number;
  /** Without marks; on one line. */
  text: string;
}

/** A stretch of what is said, as one reads it. */
export interface TranscriptPart {
  /** Seconds from the start of the film. */
  from: number;
  text: string;
}

const TIMES = /^(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})/;

/** The cues of captions in WebVTT that have been found to be right, in their order. */
export function captionCues(text: string): Cue[] {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n');
      const at = lines.findIndex((line) => TIMES.test(line));
      const times = TIMES.exec(lines[at] ?? '');
      if (!times) return [];
      const words = lines.slice(at + 1).join(' ');
      return [{ from: seconds(times.slice(1, 5)), until: seconds(times.slice(5, 9)), text: plain(words) }];
    });
}

/** What is said in a film as text: cues follow each other until a sentence ends and there is enough to read in one go. */
export function transcript(cues: readonly Cue[]): TranscriptPart[] {
  const parts: TranscriptPart[] = [];
  let isOpen = false;
  for (const { from, text } of cues) {
    const part = parts.at(-1);
    if (isOpen && part) part.text = `${part.text} ${text}`;
    else parts.push({ from, text });
    const last = parts.at(-1)?.text ?? '';
    isOpen = !(/[.!?؟۔…][”"’»)]*$/u.test(last) && last.length >= ENOUGH);
  }
  return parts;
}

/** Letters of a paragraph that is worth a line of its own. */
const ENOUGH = 120;

/** `<v Amina>`, `<i>` and their like are marks for the player; `&amp;` and its like stand for one letter. */
function plain(words: string): string {
  const letters: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&nbsp;': '\u00A0',
    '&lrm;': '\u200E',
    '&rlm;': '\u200F',
  };
  return words
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (name) => letters[name] ?? name)
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

function seconds([hours, minutes, whole, thousandths]: readonly (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}

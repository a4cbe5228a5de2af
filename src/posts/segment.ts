/** A stretch of a post's text. Joined in order, what the segments show is the text that is sent. */
export type Segment =
  | { kind: 'text'; text: string }
  /** `href` is where it leads, `shown` what stands in the text: the address, or its short form. */
  | { kind: 'link'; shown: string; href: string }
  /** `shown` is `#` and the tag. */
  | { kind: 'hashtag'; shown: string; tag: string };

export function shownText(segment: Segment): string {
  return segment.kind === 'text' ? segment.text : segment.shown;
}

export function joinSegments(segments: readonly Segment[]): string {
  return segments.map(shownText).join('');
}

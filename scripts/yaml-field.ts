import { isMap, isScalar, parseDocument } from 'yaml';

/** Where something stands in a text: offsets of its start and of what follows it. */
export type TextRange = [from: number, until: number];

/**
 * Where a top-level field stands, from its name to the end of its last line that holds anything; for a field that is not
 * there, `undefined`.
 *
 * @param text YAML, or what follows the opening line of a frontmatter: then up to its closing line.
 */
export function rangeOfField(text: string, name: string): TextRange | undefined {
  return fieldsOf(text).find((field) => field.name === name)?.range;
}

/** Where a field that is to follow all others starts: after the last line of the last one. */
export function endOfFields(text: string): number {
  return fieldsOf(text).at(-1)?.range[1] ?? 0;
}

function fieldsOf(text: string): { name: string; range: TextRange }[] {
  // The parser counts no lone `\r` as a line's end; a line's end of one character in its place moves nothing.
  const oneCharacterEnds = text.replace(/\r(?!\n)/g, '\n');
  const yaml = oneCharacterEnds.slice(0, /^---[ \t]*\r?$/m.exec(oneCharacterEnds)?.index);
  const { contents } = parseDocument(yaml);
  if (!isMap(contents) || contents.flow) return [];
  return contents.items.flatMap(({ key }) => {
    const from = isScalar(key) ? key.range?.[0] : undefined;
    if (from === undefined) return [];
    const lines = /^[^\n]*(?:\n|$)(?:(?:[ \t]*\r?\n)*[ \t]+[^ \t\r\n][^\n]*(?:\n|$))*/.exec(yaml.slice(from));
    return [{ name: String(isScalar(key) ? key.value : ''), range: [from, from + (lines?.[0].length ?? 0)] }];
  });
}

/** As much of a compiled body as a fact in it needs. */
interface Node {
  type: string;
  value?: unknown;
  name?: string | null;
  tagName?: string;
  attributes?: readonly { name?: string; value?: unknown }[];
  children?: readonly Node[];
}

/** A fact that a page sets apart, with the id of the source that says so. */
export interface SourcedFact {
  text: string;
  source: string;
}

/** The facts that a page's body sets apart (`<Fact>`), in the order of the text. */
export function factsOf(tree: unknown): SourcedFact[] {
  const found: SourcedFact[] = [];
  const waiting = [tree as Node];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.name === 'Fact') {
      const source = node.attributes?.find(({ name }) => name === 'source')?.value;
      const text = textOf(node);
      if (typeof source === 'string' && text !== '') found.push({ text, source });
    } else waiting.push(...(node.children ?? []).toReversed());
  }
  return found;
}

function textOf(node: Node): string {
  const parts: string[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'text') parts.push(String(next.value ?? ''));
    waiting.push(...(next.children ?? []).toReversed());
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

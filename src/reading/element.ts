import type { Element, ElementContent, Text } from 'hast';

/** An HTML element of a page. */
export function box(tagName: string, properties: Element['properties'] = {}, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** Text of a page; it is escaped when the page is written. */
export function text(value: string): Text {
  return { type: 'text', value };
}

import Slugger from 'github-slugger';
import type { Element, ElementContent } from 'hast';
import type { Heading, PageBody } from '../model/content.ts';
import type { Mention } from '../model/draft.ts';
import type { Fault, Position, Severity } from '../model/problem.ts';
import { findHiddenCharacter } from '../model/text.ts';
import { checkAddress } from './check-address.ts';
import { checkComponent } from './check-component.ts';
import { DEPTH_LIMIT, EXPRESSION, IMPORT, TOO_DEEP } from './compile-mdx.ts';
import { isPictureBeside } from './components.ts';
import { positionsIn } from './decode-text.ts';
import { type MdxJsxElement, type MdxNode, type MdxRoot, textOf } from './mdx-tree.ts';
import { ownText } from './own-text.ts';

export interface PageCheck {
  body: PageBody;
  mentions: Mention[];
  faults: { position: Position; fault: Fault; severity: Severity }[];
}

/** Holds the tree of a page against what content may be, and gathers its headings and what it refers to. */
export function checkPage(tree: MdxRoot, text: string): PageCheck {
  const headings: Heading[] = [];
  const mentions: Mention[] = [];
  const faults: PageCheck['faults'] = [];
  const slugger = new Slugger();
  const positionAt = positionsIn(text);
  const report = (position: Position, fault: Fault, severity: Severity = 'error') =>
    faults.push({ position, fault, severity });

  const visit = (node: MdxNode, depth: number, near: Position): void => {
    const position = placeOf(node) ?? near;
    if (depth > DEPTH_LIMIT) {
      if (!faults.some(({ fault }) => fault === TOO_DEEP)) report(position, TOO_DEEP);
      return;
    }
    switch (node.type) {
      case 'mdxjsEsm':
        report(position, IMPORT);
        return;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        report(position, EXPRESSION);
        return;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const check = checkComponent(node as unknown as MdxJsxElement, text);
        for (const { offset, fault } of check.faults) report(positionAt(offset), fault);
        for (const { offset, ...mention } of check.mentions)
          mentions.push({ ...mention, position: positionAt(offset) });
        break;
      }
      case 'element':
        checkElement(node, position);
        break;
      case 'text': {
        // Written as `&#x202e;` it passes the check of the file's own characters.
        const hidden = findHiddenCharacter(node.value);
        if (hidden) report(position, hidden.fault);
        break;
      }
    }
    if ('children' in node) for (const child of node.children) visit(child as MdxNode, depth + 1, position);
  };

  const checkElement = (element: Element, position: Position): void => {
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level && element.properties.id !== 'footnote-label') {
      const words = textOf(element);
      const fault = headingFault(Number(level), headings.at(-1)?.depth, words);
      if (fault) report(position, fault, Number(level) === 1 || words.trim() === '' ? 'error' : 'warning');
      headings.push({ depth: Number(level), slug: ownText(slugger.slug(words)), text: ownText(words) });
    } else if (element.tagName === 'a') {
      const fault = checkAddress(String(element.properties.href ?? ''));
      if (fault) report(position, fault);
      else if (textOf(element).trim() === '' && !hasImage(element)) report(position, LINK_WITHOUT_TEXT);
    } else if (element.tagName === 'img') {
      const src = decoded(String(element.properties.src ?? ''));
      if (isPictureBeside(src)) mentions.push({ kind: 'image', value: ownText(src), position });
      else report(position, pictureElsewhere(src));
      if (String(element.properties.alt ?? '').trim() === '') report(position, PICTURE_WITHOUT_WORDS);
    }
  };

  for (const child of tree.children) visit(child, 1, { line: 1, column: 1 });
  const citations = [...new Set(mentions.filter(({ kind }) => kind === 'source').map(({ value }) => value))];
  return { body: { tree, headings, citations }, mentions, faults };
}

const LINK_WITHOUT_TEXT: Fault = {
  ruleId: 'mdx/link-text',
  message: 'Unexpected link without words: a screen reader has nothing to say',
  hint: 'write `[where it leads](https://…)`',
};

const PICTURE_WITHOUT_WORDS: Fault = {
  ruleId: 'image/alt-missing',
  message: 'Missing words for a picture: those who cannot see it learn nothing',
  hint: 'write what it shows between the brackets: `![…](./name.jpg)`',
};

function pictureElsewhere(src: string): Fault {
  return {
    ruleId: 'image/elsewhere',
    message: `Unexpected picture \`${src.slice(0, 80)}\``,
    hint: 'put the picture beside this file and write `./name.jpg`',
  };
}

function headingFault(level: number, before: number | undefined, words: string): Fault | undefined {
  if (words.trim() === '') {
    return {
      ruleId: 'mdx/heading-empty',
      message: 'Unexpected heading without words',
      hint: 'write the heading, or remove the `#` signs',
    };
  }
  if (level === 1) {
    return {
      ruleId: 'mdx/heading-one',
      message: 'Unexpected heading with one `#`: the title is already the page’s first heading',
      hint: `write \`## ${words}\``,
    };
  }
  if (level > (before ?? 1) + 1) {
    return {
      ruleId: 'mdx/heading-skipped',
      message: `Unexpected heading of level ${level} after level ${before ?? 1}: screen readers announce a gap`,
      hint: `write \`${'#'.repeat((before ?? 1) + 1)} ${words}\``,
    };
  }
  return undefined;
}

function hasImage(element: Element): boolean {
  const waiting: ElementContent[] = [...element.children];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type !== 'element') continue;
    if (next.tagName === 'img') return true;
    for (const child of next.children) waiting.push(child);
  }
  return false;
}

function decoded(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}

function placeOf(node: MdxNode): Position | undefined {
  const start = node.position?.start;
  return start?.line === undefined ? undefined : { line: start.line, column: start.column };
}

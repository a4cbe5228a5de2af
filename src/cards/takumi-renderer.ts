import { readFileSync } from 'node:fs';
import { type MeasuredNode, type Node, Renderer } from '@takumi-rs/core';
import type { CardElement } from './card-tree.ts';
import { FONT_FILES } from './fonts.ts';

/** Draws and measures trees of cards with takumi. */
export interface TakumiRenderer {
  /** The tree as PNG. */
  draw(tree: CardElement, width: number, height: number, language: string): Promise<Buffer>;
  /** The tree's pixels: four bytes each, red, green, blue, alpha. */
  drawPixels(tree: CardElement, width: number, height: number, language: string): Promise<Buffer>;
  measure(tree: CardElement, width: number, height: number, language: string): Promise<MeasuredNode>;
}

let opened: Promise<TakumiRenderer> | undefined;

/** The renderer with the fonts of cards. Making it takes about 50 ms, so there is one for the whole program. */
export function openTakumi(): Promise<TakumiRenderer> {
  opened ??= makeRenderer();
  return opened;
}

async function makeRenderer(): Promise<TakumiRenderer> {
  const renderer = new Renderer();
  for (const { family, weight, path, ranges } of FONT_FILES) {
    await renderer.registerFont({
      name: family,
      weight,
      style: 'normal',
      data: readFileSync(path),
      unicodeRange: ranges,
    });
  }
  return {
    draw: (tree, width, height, language) =>
      renderer.render(toNode(tree), { width, height, format: 'png', lang: language }),
    drawPixels: (tree, width, height, language) =>
      renderer.render(toNode(tree), { width, height, format: 'raw', lang: language }),
    measure: (tree, width, height, language) => renderer.measure(toNode(tree), { width, height, lang: language }),
  };
}

function toNode({ props: { style, children } }: CardElement): Node {
  return typeof children === 'string'
    ? { type: 'text', text: children, style }
    : { type: 'container', style, children: children.map(toNode) };
}

import { readFileSync } from 'node:fs';
import { type MeasuredNode, type Node, Renderer } from '@takumi-rs/core';
import { type CardElement, PHOTO } from './card-tree.ts';
import { FONT_FILES, type FontFile } from './fonts.ts';

/** Draws and measures trees of cards with takumi. `photo` is the photograph of a tree that has one. */
export interface TakumiRenderer {
  /** The tree as PNG. */
  draw(tree: CardElement, width: number, height: number, language: string, photo?: Buffer): Promise<Buffer>;
  /** The tree's pixels: four bytes each, red, green, blue, alpha. */
  drawPixels(tree: CardElement, width: number, height: number, language: string, photo?: Buffer): Promise<Buffer>;
  /** The tree as SVG, its text as paths. */
  drawSvg(tree: CardElement, width: number, height: number, language: string, photo?: Buffer): Promise<string>;
  measure(tree: CardElement, width: number, height: number, language: string): Promise<MeasuredNode>;
}

let opened: Promise<TakumiRenderer> | undefined;

/**
 * The renderer with the fonts of cards. Making it takes about 50 ms, so there is one for the whole program; one with other fonts is
 * made each time.
 */
export function openTakumi(fonts = FONT_FILES): Promise<TakumiRenderer> {
  if (fonts !== FONT_FILES) return makeRenderer(fonts);
  opened ??= makeRenderer(fonts);
  return opened;
}

async function makeRenderer(fonts: readonly FontFile[]): Promise<TakumiRenderer> {
  const renderer = new Renderer();
  for (const { family, weight, path, ranges } of fonts) {
    await renderer.registerFont({
      name: family,
      weight,
      style: 'normal',
      data: readFileSync(path),
      unicodeRange: ranges,
    });
  }
  const options = (width: number, height: number, lang: string, photo?: Buffer) => ({
    width,
    height,
    lang,
    ...(photo && { images: [{ src: PHOTO, data: photo, cache: 'none' as const }] }),
  });
  return {
    draw: (tree, ...page) => renderer.render(toNode(tree), { ...options(...page), format: 'png' }),
    drawPixels: (tree, ...page) => renderer.render(toNode(tree), { ...options(...page), format: 'raw' }),
    drawSvg: (tree, ...page) => renderer.renderSvg(toNode(tree), options(...page)),
    measure: (tree, ...page) => renderer.measure(toNode(tree), options(...page)),
  };
}

function toNode({ type, props: { style, children, src } }: CardElement): Node {
  if (type === 'img') return { type: 'image', src: src ?? '', style };
  return typeof children === 'string'
    ? { type: 'text', text: children, style }
    : { type: 'container', style, children: children.map(toNode) };
}

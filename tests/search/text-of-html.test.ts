import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../src/search/text-of-html.ts';

describe('the text of HTML', () => {
  it('has its words, parted where elements part them', () => {
    expect(textOfHtml('<ul><li>Soap</li><li>Water</li></ul>')).toBe('Soap Water');
  });

  it('has what pictures say', () => {
    expect(textOfHtml('<p>See <img src="a.png" alt="an open tank">.</p>')).toBe('See an open tank .');
  });

  it('reads entities', () => {
    expect(textOfHtml('<p>Salt &amp; sugar&nbsp;&#38; water &#x6C1; &unknown;</p>')).toBe(
      'Salt & sugar & water ہ &unknown;',
    );
  });
});

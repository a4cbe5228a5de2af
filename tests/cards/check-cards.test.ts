import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allCards, type Card } from '../../src/cards/card.ts';
import { checkCards } from '../../src/cards/check-cards.ts';
import { drawCards } from '../../src/cards/draw-cards.ts';
import { sampleCampaign, sampleContent, samplePost, sampleWords } from '../support/sample-content.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const WORDS = {
  en: 'Wash your hands with soap and water before you eat and after every visit to the toilet, at home and at school'.split(
    ' ',
  ),
  ur: 'کھانے سے پہلے اور بیت الخلا کے بعد انگیٹھی کے پاس گھر اور سکول میں ہر بار صابن سے ہاتھ اچھی طرح دھوئیں'.split(
    ' ',
  ),
};

describe('checking cards', () => {
  it.each([4, 9, 14, 19, 24, 29, 34, 39, 60])('says of headlines of %i words what drawing them says', async (count) => {
    const cards = cardsWith((language) => Array.from({ length: count }, (_, at) => WORDS[language][at % 21]).join(' '));
    const { faults } = await drawCards(cards, { directory: temporaryFolder() });
    const found = await checkCards(cards, temporaryFolder());
    expect(found.map(said).toSorted()).toEqual(faults.map(said).toSorted());
  });

  it('finds a character that no font has', async () => {
    const found = await checkCards(
      cardsWith(() => '手'),
      temporaryFolder(),
    );
    expect(found.map(({ fault }) => fault.ruleId)).toEqual(Array(2).fill('card/missing-glyph'));
  });

  it('draws nothing, and does not look again at what was drawn', async () => {
    const directory = temporaryFolder();
    const cards = allCards(sampleContent());
    await checkCards(cards, directory);
    expect(readdirSync(directory)).toEqual([]);
    await drawCards(cards, { directory });
    expect(await checkCards(cards, directory)).toEqual([]);
  });
});

/** The cards of a post with these headlines, in both languages and sizes. */
function cardsWith(headline: (language: 'en' | 'ur') => string): Card[] {
  const versions = Object.fromEntries(
    (['en', 'ur'] as const).map((language) => [
      language,
      { ...sampleWords(language, 'Text'), headline: headline(language) },
    ]),
  );
  const campaign = sampleCampaign({ posts: [samplePost({ versions: versions as never })] });
  return allCards(sampleContent({ campaigns: [campaign] })).filter(({ kicker }) => kicker !== undefined);
}

function said({ card, fault }: { card: Card; fault: { ruleId: string; message: string; hint: string } }): string {
  return `${card.language} ${card.size} ${fault.ruleId}: ${fault.message}; ${fault.hint}`;
}

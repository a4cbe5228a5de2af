import { drawCards } from '../../../src/cards/draw-cards.ts';
import { task } from './bench-cards.ts';

const { folder, cards } = task();
const { drawn } = await drawCards(cards, { directory: folder });
if (drawn !== cards.length) throw new Error(`${drawn} of ${cards.length} cards were drawn`);

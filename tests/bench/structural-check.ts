// What `npm run build` asks of the content before it builds: reading and the rules, and the room on cards if that is wanted.
// No rules on words.
//   node structural-check.ts NOW [--cards]
import { checkedContent } from '../../scripts/checked-content.ts';
import { checkContentCards } from '../../scripts/draw-content-cards.ts';

const [, , now = '', asksCards] = process.argv;
const root = process.cwd();
const checked = await checkedContent({
  root,
  contentDir: 'content',
  now: Date.parse(now),
  reading: { keepsTrees: false },
});
const { content, drafts, problems } = checked;
const cards = content && asksCards ? await checkContentCards(root, content, drafts, problems) : [];
process.stdout.write(`${problems.length + cards.length} problems\n`);

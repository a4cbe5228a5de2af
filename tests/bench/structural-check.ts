// What `npm run build` asks of the content before it builds: reading, the rules, and the room on cards. No rules on words.
//   node structural-check.ts NOW
import { checkedContent } from '../../scripts/checked-content.ts';
import { checkContentCards } from '../../scripts/draw-content-cards.ts';

const [, , now = ''] = process.argv;
const root = process.cwd();
const checked = await checkedContent({
  root,
  contentDir: 'content',
  now: Date.parse(now),
  reading: { keepsTrees: false },
});
const { content, drafts, problems } = checked;
const cards = content ? await checkContentCards(root, content, drafts, problems) : [];
process.stdout.write(`${problems.length + cards.length} problems\n`);

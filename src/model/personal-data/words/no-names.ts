import { wordSet } from '../phrases.ts';
import { LARGE_PLACES } from './towns.ts';

/** Words with a capital that are no names of persons: words that start sentences, countries, languages, networks. */
export const NO_NAMES: ReadonlySet<string> = new Set([
  ...LARGE_PLACES,
  ...wordSet(
    `a an the and or but if when while as at by for from in into of on to up with without before after since until about our my
    his her their its your we i you he she they it this that these those there here who what which where why how all any each
    every no not never do does did is are was were be been being has have had will would can could should may might must let
    please ask call read write see tell take give get go come keep use wash drink eat wear stop start say says said one two three
    four five six seven eight nine ten most many some few more less first last next new old only also just even still yet then
    than so because though although however therefore today tomorrow yesterday monday tuesday wednesday thursday friday saturday
    sunday dear hello thank thanks yes good best great little big young mr mrs ms miss dr prof sir madam god allah islam quran
    english urdu arabic facebook instagram twitter whatsapp google youtube tiktok gmail latin grateful photograph photo picture
    portrait image drawing close meet urgently urgent both either neither whoever someone somebody nobody everyone anyone people
    such another other others same own once twice again always often sometimes usually during between against under over through
    across near north south east west behind beside besides inside outside questions question type order hospitals hospital sehat
    insaf`,
  ),
]);

/** Towns and countries whose names people bear, too. */
export const PLACES_AND_NAMES = wordSet(
  `virginia georgia carolina dakota florence victoria charlotte madison austin sydney paris jackson lincoln houston milan chelsea
  brooklyn savannah jordan israel`,
);

/** Urdu words that stand where a name could and are none. */
export const FUNCTION_WORDS_URDU = wordSet(
  `کا کی کے کو نے سے میں پر تک اور یا کہ جو جس جن اس ان وہ یہ ہے ہیں تھا تھی تھے ہوا ہوئی ہوئے ہو نہ نہیں بھی ہی تو اب پھر جب تب اپنے اپنی
  اپنا ایک دو تین چار کچھ بہت لیے ساتھ بعد پہلے والا والی والے کر گیا گئی گئے رہا رہی رہے جا آ لے دے کسی ہر سب تمام درج لکھا لکھیں پتا پتہ بدل
  فرضی اصلی بتائے بتائیں پوچھیں لینا دینا اندر باہر پاس ہاتھ ہاتھوں پاؤں جسم جان جانیں پودے مہمان فرشتے لوگ سارا ساری رات دن گھر پانی کھانا روز
  صبح شام پوری ہماری ہمارے ہمارا قریبی پرانے پرانا پرانی نئے نیا نئی بڑے بڑا بڑی چھوٹے چھوٹا چھوٹی گندے سرکاری مقامی دور اسی اس‌کے جہاں وہاں یہاں
  بھر والوں`,
);

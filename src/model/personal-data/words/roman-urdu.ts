import { WORD, type WordList } from './word-classes.ts';

/** Urdu words as they are written in Latin letters, in their commonest spellings, in small letters. */
export const ROMAN_URDU: readonly WordList[] = [
  [
    WORD.health,
    `bukhar bemari bimari beemari bemar beemar bimar marz mareez mareeza mariz mariza ilaj ilaaj dawa dawai dawaiyan goli
    goliyan teeka tika haspatal aspatal khansi dard khoon sugar shugar dil gurda gurdey gurday jigar kansar sartan dama damay
    hamla hamal hamila paidaish nasha nashe zakhmi zakhm chot qay dast yarqan faalij falij mirgi dora daura tibbi dialysis ulti ultiyan taang pait saans chakkar kamzori zehar zehreeli khudkushi hadsa hadsay jali kaala`,
  ],
  [WORD.patient | WORD.person | WORD.health, 'mareez mareeza mariz mariza'],
  [
    WORD.person,
    `larki larka bachi bacha bachay bachey bachi aurat khatoon khatun aadmi admi mard buzurg shakhs usay uska uski unka
    unki unhein unhain unhen mera meri mere meray mujhe`,
  ],
  [
    WORD.person | WORD.kin,
    `walid walida ammi abbu abba amma beta beti bete bhai behan behn baji shohar biwi bivi chacha chachi mamu mamoo khala phuppo
    phuppi dada dadi nana nani parosi parosan poti pota nawasa`,
  ],
  [WORD.group, 'mareezon marizon log logon bachon khawateen afrad waldain'],
  [WORD.anyone, 'har kisi koi agar jab aap apna apni apne tamam'],
  [WORD.service, 'daftar markaz marakiz sarkari muft hukumat idara'],
  [WORD.street, 'gali mohalla gaon chak goth makaan makan'],
  [WORD.body, 'angootha anguthay chehra awaz'],
  [WORD.invented, 'farzi farz'],
  [WORD.address, 'baji bhai apa aapa sahib sahab khala chacha bibi begum'],
];

import { WORD, type WordList } from './word-classes.ts';

/** Towns, districts and quarters of Pakistan, and large towns of elsewhere, in both scripts and small letters. */
export const TOWNS: readonly WordList[] = [
  [
    WORD.town,
    `karachi lahore faisalabad rawalpindi islamabad multan gujranwala peshawar quetta sialkot bahawalpur sargodha sukkur larkana
    hyderabad mardan mingora swat abbottabad mansehra gujrat kasur okara sahiwal jhang jhelum chakwal attock mianwali bhakkar layyah
    khanewal vehari lodhran pakpattan sheikhupura nankana hafizabad chiniot narowal khushab wazirabad daska sambrial
    muzaffargarh rajanpur dera bahawalnagar chishtian haroonabad hasilpur burewala mailsi kabirwala shorkot toba gojra kamalia
    samundri jaranwala tandlianwala kamoke muridke raiwind pattoki renala depalpur arifwala chichawatni khairpur shikarpur jacobabad kashmore
    ghotki nawabshah sanghar mirpurkhas umerkot tharparkar mithi badin thatta sujawal jamshoro dadu kotri tando matli
    nowshera charsadda swabi kohat hangu karak bannu lakki tank buner shangla battagram haripur havelian torghar kohistan dir
    chitral malakand bajaur mohmand khyber kurram orakzai waziristan parachinar timergara batkhela
    turbat gwadar khuzdar kalat mastung chaman zhob loralai sibi nasirabad panjgur kharan hub lasbela pishin ziarat awaran washuk
    gilgit skardu hunza muzaffarabad mirpur kotli bagh rawalakot bhimber
    lyari rohri moro kandhkot mehar hala matiari kunri digri sehwan landi jamrud bara dargai kalam besham dasu chilas astore khaplu ghizer dadyal palandri korangi landhi malir clifton saddar orangi baldia nazimabad liaquatabad gulshan gulistan gulberg johar defence
    shahdara iqbal-town samanabad ichra baghbanpura mughalpura township wapda bahria satellite cantt hayatabad
    murree taxila hasan-abdal kharian lalamusa
    london birmingham manchester bradford leeds glasgow edinburgh liverpool sheffield houston chicago dallas boston seattle
    atlanta miami philadelphia phoenix denver detroit toronto montreal vancouver calgary sydney melbourne brisbane perth paris
    berlin munich frankfurt hamburg rome milan madrid barcelona vienna oslo stockholm copenhagen amsterdam brussels dublin
    moscow istanbul ankara tehran baghdad riyadh jeddah makkah mecca medina dammam doha dubai sharjah muscat manama kuwait
    kabul kandahar jalalabad herat delhi mumbai kolkata chennai bengaluru bangalore lucknow amritsar jaipur dhaka chittagong
    colombo kathmandu beijing shanghai tokyo seoul bangkok jakarta manila nairobi lagos accra kampala johannesburg cairo
    milwaukee baltimore brooklyn queens manhattan oakland sacramento portland austin cleveland pittsburgh memphis nashville`,
  ],
  [
    WORD.town,
    `کراچی لاہور فیصل‌آباد فیصلآباد راولپنڈی پنڈی ملتان گوجرانوالہ پشاور کوئٹہ سیالکوٹ بہاولپور سرگودھا سکھر لاڑکانہ حیدرآباد مردان مینگورہ سوات ایبٹ مانسہرہ
    گجرات اوکاڑہ ساہیوال جھنگ جہلم چکوال اٹک میانوالی بھکر خانیوال وہاڑی لودھراں پاکپتن شیخوپورہ ننکانہ چنیوٹ نارووال خوشاب ڈسکہ
    مظفرگڑھ راجن‌پور راجنپور ڈیرہ بہاولنگر چشتیاں بورےوالا میلسی کبیروالا شورکوٹ گوجرہ کمالیہ جڑانوالہ کامونکی مریدکے رائیونڈ پتوکی دیپالپور
    عارفوالہ چیچہ‌وطنی خیرپور شکارپور گھوٹکی نوابشاہ سانگھڑ میرپورخاص عمرکوٹ تھرپارکر تھر مٹھی بدین ٹھٹھہ سجاول جامشورو دادو کوٹری ٹنڈو نوشہرہ چارسدہ
    صوابی کوہاٹ ہنگو کرک بنوں لکی ٹانک بونیر شانگلہ بٹگرام ہری‌پور ہریپور حویلیاں چترال مالاکنڈ باجوڑ وزیرستان پاراچنار تربت گوادر خضدار قلات
    مستونگ ژوب لورالائی سبی پنجگور خاران لسبیلہ پشین گلگت سکردو ہنزہ مظفرآباد میرپور کوٹلی راولاکوٹ
    لیاری کورنگی لانڈھی ملیر روہڑی مورو نوشہروفیروز کندھکوٹ کشمور جیکب پنوعاقل میہڑ بھریا ہالا مٹیاری کنری ڈگری سیہون کوہستان تورغر مہمند اورکزئی لنڈی جمرود باڑہ تخت درگئی بٹ‌خیلہ تیمرگرہ کالام بحرین مالم الپوری بشام داسو چلاس استور خپلو غذر گلمت ڈڈیال پلندری باغ کلفٹن اورنگی ناظم‌آباد لیاقت‌آباد گلبرگ شاہدرہ اچھرہ مغلپورہ حیات‌آباد ٹیکسلا کھاریاں وزیرآباد
    لندن برمنگھم مانچسٹر بریڈفورڈ لیڈز گلاسگو ہیوسٹن شکاگو ڈیلس بوسٹن نیویارک ٹورنٹو مانٹریال سڈنی میلبورن پیرس برلن روم میلان میڈرڈ اوسلو استنبول تہران
    بغداد ریاض جدہ مکہ مدینہ دمام دوحہ دبئی شارجہ مسقط کویت کابل قندھار جلال‌آباد ہرات دہلی ممبئی کلکتہ ڈھاکہ کولمبو کھٹمنڈو بیجنگ ٹوکیو بنکاک`,
  ],
];

/** Towns of two words or more, by their last word: what stands before it there. Many of these words are names, too. */
export const ENDS_OF_TOWNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['khan', ['yar', 'ghazi', 'ismail', 'dadan']],
  ['singh', ['tek']],
  ['addu', ['kot']],
  ['channu', ['mian']],
  ['bahauddin', ['mandi']],
  ['saifullah', ['killa', 'qila']],
  ['abdullah', ['killa', 'qila']],
  ['york', ['new']],
  ['angeles', ['los']],
  ['francisco', ['san']],
  ['diego', ['san']],
  ['خان', ['یار', 'غازی', 'اسماعیل', 'دادن']],
  ['سنگھ', ['ٹیک']],
  ['ادو', ['کوٹ']],
  ['چنوں', ['میاں']],
  ['وطنی', ['چیچہ']],
  ['بہاوالدین', ['منڈی']],
  ['یارک', ['نیو']],
  ['سیف', ['قلعہ']],
]);

/** Countries, nations and provinces: as large as Safe Harbor allows (45 CFR 164.514(b)(2)(i)(B)), and what else is no name of a person. */
export const LARGE_PLACES: readonly string[] =
  `pakistan punjab sindh balochistan khyber pakhtunkhwa kashmir india china iran
  afghanistan bangladesh africa asia europe america american pakistani indian chinese british english urdu arabic islamic
  muslim christian hindu saudi arabia emirates kingdom states united nations world region autonomous province governorate state republic prefecture city county district algeria angola argentina australia australian
  austria azerbaijan bahrain belgium benin bhutan bolivia botswana brazil brazilian bulgaria burkina burundi cambodia cameroon canada
  canadian chad chile colombia comoros congo costa croatia cuba cyprus czech denmark djibouti dominican ecuador egypt egyptian
  eritrea estonia ethiopia ethiopian fiji finland france french gabon gambia georgia german germany ghana greece guatemala guinea
  haiti honduras hungary iceland indonesia indonesian iranian iraq iraqi ireland irish israel italian italy jamaica japan japanese
  jordan kazakhstan kenya kenyan korea korean kosovo kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania
  luxembourg madagascar malawi malaysia malaysian maldives mali malta mauritania mauritius mexican mexico moldova mongolia
  montenegro moroccan morocco mozambique myanmar namibia nepal nepali netherlands dutch zealand nicaragua niger nigeria nigerian
  norway oman omani palestine palestinian panama papua paraguay peru philippines filipino poland polish portugal portuguese qatar
  qatari romania russia russian rwanda samoa senegal serbia sierra singapore slovakia slovenia somalia somali spain spanish
  sudan sudanese swaziland sweden swedish switzerland swiss syria syrian taiwan tajikistan tanzania thai thailand tibet togo tonga
  tunisia turkey turkish turkmenistan uganda ugandan ukraine uruguay uzbekistan vanuatu venezuela vietnam vietnamese yemen yemeni
  zambia zimbabwe afghan uk usa us uae eu un european african asian arab western eastern northern southern gmt utc pkt`.split(
    /\s+/,
  );

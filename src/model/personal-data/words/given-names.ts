import { WORD, type WordList } from './word-classes.ts';

/**
 * Names that people in Pakistan and among its neighbours bear, and common ones of elsewhere, in both scripts and small
 * letters. No list holds every name: the rules know a name by its company, too.
 */
export const GIVEN_NAMES: readonly WordList[] = [
  [
    WORD.familyName | WORD.maybeName,
    `khan butt qureshi chaudhry chaudhary choudhry sheikh shaikh mirza bhatti awan abbasi baloch brohi soomro memon ansari siddiqui siddiqi hashmi
    gilani jilani bukhari rizvi naqvi zaidi jafri afridi khattak yousafzai durrani niazi gondal cheema warraich tarar masih mughal kazmi alvi usmani
    farooqi bajwa minhas janjua kiyani kakar achakzai mengal bugti jatoi talpur junejo khoso chandio bhutto zardari solangi lashari leghari
    mazari khosa arain kamboh rajput ghauri lodhi tareen mehsud orakzai bangash shinwari momand bibi bano begum akhtar ahmed ahmad hussain
    خان بٹ قریشی چوہدری مرزا بھٹی اعوان عباسی سومرو میمن انصاری صدیقی ہاشمی گیلانی بخاری رضوی نقوی زیدی جعفری آفریدی خٹک یوسفزئی درانی نیازی گوندل چیمہ وڑائچ
    تارڑ مسیح کمار مغل کاظمی علوی عثمانی فاروقی باجوہ منہاس جنجوعہ کیانی کاکڑ اچکزئی مینگل بگٹی جتوئی تالپور جونیجو چانڈیو بھٹو سولنگی لغاری مزاری کھوسہ ارائیں
    راجپوت`,
  ],
  [
    WORD.name,
    `aaliya aamir aasia aasma abbas abdul abdullah abdur abida adeel adil adnan afshan afzal ahmad ahmed ahsan aiman aisha ajmal
    akbar akhlaq akram aleem aliya aliza allah-ditta almas altaf amina aminah amir ammar amna amjad anam anas aneela anila anjum
    anwar anwaar aqeel aqsa areeba arif arooj arsalan arshad arslan asad asghar ashfaq ashiq ashraf asif asim asiya asma aslam
    ateeq atif atiqa attia aurangzeb ayaan huzaifa usama munazza samia ammara zarmina palwasha shahzeb mirab arisha hoor rayaan eiman tehmina wilayat shakir gulalai fazeelat younus younas yunus asifa naghmana shaheena sobia sofia ambreen amber nazish sawera shama mishal
    zarqa maham maleeha muneeza farheen farhat romana reshma reshman nooran muin moin moeez muaz musab idrees zakariya saad saeed sohaib
    abuzar jabir zaid khola sumayya javeria juwairia ruqayya umama zarghuna malala mirwais sachal soomar bachal dino khamiso mehrab
    gohram chakar balach hani boota ranjha inayatan sardaran fazlan khurshidan mukhtaran bashiran shamoon samuel joshua sunil martha esther
    krishna mohan laxman gopal narayan savitri shahnawaz shehrbano tehseen humail neelum nilofer safoora siddique siddiqa riffat iffat
    ismat fareeha malaika manal yusra yumna zunaira hamza hakim hameeda arooba siraj shareefa feroza alam akmal arbaz azlan afzaal anees tanzeela saqlain hashmat durdana raheela rohail zahideen subhan sehrish sufyan simeen shaila shanzay sharjeel shehroz sanam tufail aqib ateeqa adeela irfana ghazanfar faiqa fakhira faria farzeen fazila faheem lareeb majida mubeena muskan mairaj najeeb najeeba nudrat noshad nosheba nayyar wasif wajahat warda hadiya hidayat hamdan mehreen ghazal feroz shakoor agnes maryam zimal dua mehnaz shahnila shehla naureen nasrin
    parween sultana ghafur majida wasila fakhra farkhanda shakoor shakoora rauf raufa qayyum sattara sharafat basheer nazeeran ayesha ayeza ayub azam azhar azeem azra babar badar bakhtawar basharat bashir bashiran
    basit batool benazir bilal bilqees bilqis bushra daniyal danish daud dawood dilawar dilshad ehsan ejaz erum fahad fahmida
    faisal faiza faizan fakhar farah farhan farhana farida faridah farooq farrukh farukh faryal farzana fatima fauzia fawad
    fayyaz fehmida feroz firdous fouzia furqan ghazala ghafoor ghaffar ghulam gulab gulnaz gulshan gulzar habib habiba hadia
    hafeez hafsa haider hajra hakeem haleema halima hameed hameeda hamid hamida hamna hamza hania hanif hanifa haris haroon
    hashim hasina hassan hidayat hina hira humaira humayun husna hussain husnain ibrahim iftikhar ijaz ilyas imdad imran imtiaz inam
    inayat iqra irfan irshad ishaq ishfaq ishrat ismail israr iza jabeen jaffar jahangir jahanzeb jalal jamal jameel jameela
    jamil jamila jamshed javaid javed jawad jehangir junaid kaleem kalsoom kamal kamran kaneez karamat karim karima kashif kashmala
    kausar khadija khadim khaleel khalid khalida khalil khurram khurshid khushbakht komal kulsoom laiba laila liaqat lubna
    luqman madiha maheen mahmood mahnoor mahrukh majeed majid manahil mansoor maqbool maqsood mariam mariyam marium maryam
    masood mazhar mehak mehboob mehmood mehreen mehwish memoona minahil misbah mohammad mohammed mohsin mubarak mubashir mudassar
    muhammad mujahid mukhtar mumtaz munawar muneer munir muniba munira murad murtaza musarrat mushtaq mussarat mustafa muzaffar
    muzammil nabeel nabeela nabila nadeem nadia nadir naeem naeema naghma naheed nahid naila naima naimat naima najma nargis
    nargus nasim naseem naseema naseer nasira nasir nasreen naveed nawaz nazia nazim nazir nazeer nazeera nazneen nida nighat
    nimra nisar noman noreen nosheen noshin nousheen numan nusrat omar omer parvaiz parveen parvez parvin pervaiz qadir qaiser
    qamar qasim qudsia quratulain rabia rafia rafiq rafique rafaqat rahat raheel raheela rahila rahim rahima rahman raheem
    rameez ramla ramsha rashid rashida rasheed rasheeda rasool raza razia rehan rehana rehman rehmat riaz rida rimsha riyaz
    rizwan rizwana robina rozina rubab rubina rukhsana rukhsar saadia saba sabeen sabiha sabir sabira sadaf sadia sadiq safdar
    safia safiya saghir sahar sahir saifullah saima saira sajida sajid sajjad sakina sakeena saleem saleema salim salma salman
    sameena sameer sameera samina samiullah samra sana sanaullah sania saqib sarah sardar sarfraz sarwat saqlain sarwar sattar saud sayeda
    seema shabana shabbir shabnam shafiq shafqat shagufta shaheen shahbaz shahida shahid shahina shahla shahnaz shahzad
    shahzadi shaista shakeel shakeela shakila shakir shams shamshad shamim shamima shamsa shaukat shazia sheema sheeraz
    sheharyar shehla shehnaz shehzad sher shireen shoaib shoukat shumaila sibtain sidra sikandar sobia sohail sonia subhan
    sughra sughran sulaiman suleman sumaira sumera sumbul summaya sunbal sundas surayya surraiya tabassum taha tahir tahira
    talat talha tallat tania tanveer tanvir tariq tasleem tasneem tauqeer tayyab tayyaba tehmina touseef ubaid umair umaima
    umar umer urooj usman uzair uzma wahab waheed waheeda wajid wajiha waleed waqar waqas waris waseem wasim yahya yaqoob yaqub
    yasin yasir yasmeen yasmin yousaf yousuf yusuf zafar zaheer zahid zahida zahir zahoor zahra zaib zain zainab zaira zakia
    zakir zaman zameer zanib zareen zarina zartaj zeba zeenat zeeshan zia ziaullah zobia zohaib zohra zubair zubaida zulekha
    zulfiqar zulqarnain zunaira
    sharifan hameedan rasheedan karam rehmatullah inayatullah noorullah abdulrehman samiya aleena alina anaya hareem haya
    inaya jannat kinza mishal musa romaisa eshal zara zoya danial rayyan rayan ayan arham zayan moosa eesa hoorain fiza
    esha iman mahira aroosa sehrish rabail sanober maira soomal sassi marvi sohni heer kiran
    ramesh suresh mahesh mukesh rakesh sunita anita geeta sita radha lakshmi priya pooja rajesh rahul amit anil ashok vijay
    deepak sanjay ravi kavita meena kanwal parkash jetho
    john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony donald steven paul andrew
    joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
    justin scott brandon benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron henry douglas peter adam
    nathan zachary walter kyle harold carl jeremy keith roger gerald ethan arthur terry lawrence sean christian austin noah
    mary patricia jennifer linda elizabeth barbara susan jessica karen lisa nancy betty sandra margaret ashley kimberly
    emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley
    brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane
    olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline
    martha madison teresa gloria sara janice julia kathryn louise charlotte lucy alice ellen jane kate claire sophie sophia
    isabella mia ava ella jose carlos juan luis miguel pedro antonio francisco manuel elena sofia lucia carmen rosa ana fatou
    kwame kofi ama chinedu ngozi adaeze wei ming li mei yuki hiroshi nguyen thi ivan olga natasha dmitri pierre marie jean
    hans klaus ingrid sven lars`,
  ],
  [
    // Family names, and names that are words or places as well: a name beside another name or a form of address.
    WORD.maybeName,
    `ali khan butt qureshi malik chaudhry chaudhary choudhry sheikh shaikh syed shah mirza bhatti awan rana raja abbasi baloch brohi
    soomro memon ansari siddiqui siddiqi hashmi gilani jilani bukhari rizvi naqvi zaidi jafri jaffri afridi khattak yousafzai
    durrani niazi gondal cheema warraich tarar sandhu gill masih lal kumar devi das mughal kazmi alvi usmani farooqi
    baig beg dar lone mir bajwa minhas janjua kiyani satti gujjar jutt kakar achakzai mengal bugti marri magsi jatoi talpur
    junejo khoso chandio mahar bhutto zardari kalhoro shar solangi abro channa lashari leghari mazari khosa arain kamboh
    rajput ghauri lodhi suri tareen wazir mehsud orakzai bangash turi shinwari momand mohmand
    noor gul jan din deen hussain iqbal akhtar bano begum bibi mai khatoon sultana sultan jehan jahan ara nisa un-nisa ud-din
    rehman sharif latif lateef aziz azeez nabi hayat shifa aftab mehtab shabab nawab nur khair hasan hussan sadiq amin ameen
    rani raj rose ruby rosy pari moti guddi guddo munni chand sona shan saif fazal fazl elahi ilahi baksh bakhsh ditta
    smith jones williams brown davis miller wilson moore taylor anderson jackson white harris martin thompson garcia martinez
    robinson clark rodriguez lewis lee walker hall allen young hernandez king wright lopez hill green baker nelson
    carter mitchell perez roberts turner phillips campbell parker evans edwards collins stewart sanchez morris rogers reed cook
    morgan murphy bailey rivera cooper cox howard peterson gray ramirez watson brooks sanders price bennett wood
    barnes ross henderson coleman jenkins perry powell patterson hughes washington simmons foster gonzales gonzalez
    bryant russell griffin diaz hayes patel singh sharma gupta reddy mehta desai kaur okafor mensah silva santos kim park
    chen wang zhang liu yang huang tran mark grace hope faith joy iris dawn amber violet bill frank art max may june april
    allah bux bakhsh ghani wajahat mehr mehar dua eman fajr subh sitara star moon nazar murad muqaddas shaukat`,
  ],
  [
    WORD.name,
    `عالیہ عامر آسیہ اسماء اسما عباس عبدالرحمن عبدالرحمان عبدالجبار عبدالغفار عبدالغفور عبدالمجید عبدالحمید عبدالستار عبدالقادر عبدالوہاب عبداللہ عابدہ
    عابد عادل عدنان افشاں احمد احسن ایمن عائشہ اجمل اکرم علیم علیزہ آمنہ عمار امجد انعم انس انیلہ انجم انور عقیل اقصیٰ اقصی اریبہ عارف عارفہ عروج
    ارسلان ارشد اسد اصغر اشفاق اشرف آصف عاصم عاصمہ عاطف عتیق اورنگزیب ایان ایوب اظہر عذرا بابر بدر بختاور بشارت بشیر بشیراں باسط بتول بلال بلقیس
    بشریٰ بشری دانیال دانش داؤد دلاور دلشاد اعجاز ارم فہد فہمیدہ فیصل فائزہ فیضان فرح فرحان فرحانہ فریدہ فرید فاروق فرخ فریال فرزانہ فاطمہ فوزیہ فواد
    فیاض فیروز فردوس فرقان غزالہ غفور غفار گلناز گلشن گلزار حبیب حبیبہ حفیظ حفصہ حیدر ہاجرہ حلیمہ حمید حمیدہ حمیداں حامد حامدہ حمنہ حمزہ حنیف حنیفہ
    حنیفاں حارث ہارون ہاشم حسینہ حسنین حنا حرا حمیرا ہمایوں حسنیٰ حسین ابراہیم افتخار الیاس عمران اقراء اقرا عرفان اسحاق اشتیاق اسماعیل جبیں جعفر
    جہانگیر جہانزیب جلال جمال جمیل جمیلہ جمشید جاوید جواد جنید کلیم کامران کلثوم کنیزاں کرامت کاشف کشمالہ کوثر خدیجہ خلیل خالد خالدہ خرم خورشید خوشبخت کومل
    لائبہ لیلیٰ لیلی لیاقت لبنیٰ لبنی لقمان مدیحہ ماہین محمود ماہنور ماہرخ مجید ماجد منصور مریم مسعود مظہر مہک مہرین مہوش میمونہ مصباح محمد محسن مبشر
    مدثر مجاہد منور منیر منیبہ منیرہ مرتضیٰ مرتضی مشتاق مصطفیٰ مصطفی مظفر مزمل نبیل نبیلہ ندیم نادیہ نعیم نعیمہ نغمہ ناہید نائلہ نجمہ نرگس نسیم نسیمہ
    نصیر ناصرہ ناصر نسرین نواز نازیہ نذیر نذیراں نازنین نگہت نمرہ نثار نعمان نورین نوشین نصرت پرویز پروین قیصر قمر قاسم قدسیہ رابعہ رافعہ رفیق رفاقت
    راحیل راحیلہ رحیمہ رمیز رملہ رمشا راشد راشدہ رشید رشیدہ رشیداں رضیہ ریحان ریحانہ رضوان رضوانہ روبینہ روزینہ رباب رخسانہ سعدیہ صبا سبین صبیحہ صابرہ
    صدف صادق صفدر صفیہ صغیر سیف سیف‌اللہ صائمہ سائرہ ساجدہ ساجد سجاد سکینہ سلیم سلیمہ سلمیٰ سلمی سلمان ثمینہ سمیر سمیرا سمیع ثمرہ ثنا ثناء ثنااللہ
    ثانیہ ثاقب سارہ سرفراز سرور سیما شبانہ شبیر شبنم شفیق شگفتہ شاہین شہباز شاہدہ شہلا شہناز شہزاد شہزادی شائستہ شکیل شکیلہ شاکر شمس شمشاد شمیم شمیمہ
    شوکت شازیہ شیراز شہریار شیریں شعیب شمائلہ سدرہ سکندر صوبیہ سہیل سونیا صغریٰ صغری صغراں سلیمان سمیرہ سنبل سندس ثریا تبسم طحہ طاہر طاہرہ طلعت طلحہ
    تانیہ تنویر طارق تسنیم توقیر طیب طیبہ تہمینہ عبید عمیر عمیمہ عثمان عزیر عظمیٰ عظمی وحید وحیدہ واجد واجدہ وجیہہ ولید وقاص وسیم یحییٰ یحیی یعقوب
    یاسین یاسر یاسمین یوسف ظفر ظہیر زاہد زاہدہ زہرہ زہرا زیب زین زینب ذکیہ ذاکر زرینہ زرتاج زیبا ذیشان ضیا ضیاء زوبیہ زہرہ زبیر زبیدہ زلیخا زوہیب علینہ عبدالغنی حذیفہ اسامہ تہمینہ منزہ سمیعہ عمارہ نمرا زرمینہ گلالئی پلوشہ شاہ‌زیب جہانزیب میرب عریشہ فضیلت یونس آصفہ نغمانہ شاہینہ ثوبیہ صوفیہ عنبرین عنبر نازش سویرا شمع مشعل زرقا ماہم ملیحہ منیزہ فرحین فرحت رومانہ ریشماں نوراں
    سلیماں بختاں گلشاد جبین معین معیز معاذ مصعب نوح ادریس زکریا سعد سعید صہیب ابوذر مقداد جابر معاویہ زید حارثہ خولہ سمیہ جویریہ رقیہ امامہ زرغونہ
    ملالہ میرویس ایمل زلمے باچا موکھی سورٹھ جادم سچل سومار بچل ڈنو خمیسو مہراب گہرام چاکر بالاچ ہانی بوٹا رانجھا عنایتاں سرداراں فضلاں خورشیداں
    مختاراں شمعون سیموئیل جوشوا سنیل نتاشا مارتھا ایستھر کرشن موہن لکشمن گوپال نارائن سیتا ساوتری پاروتی حمیراں نوازش شاہنواز شاہ‌نواز جہاں‌آرا شہربانو
    مہرین تحسین تزئین حمائل ماہ‌نور نیلم نیلوفر لالہ‌رخ بےنظیر بینظیر فیضان صفورا سکندر ذوہیب زوار صدیق صدیقہ رفعت عفت عصمت فریحہ ملائکہ منال مناہل
    سراج شریفہ فیروزہ عالم اسلم اکمل اجمیر ارباز ازلان اسفند افضال انیس بشارت تجمل تنزیلہ ثقلین حسیب حشمت خرم داور دردانہ دلبر ذیشان راحیلہ
    روحیل زاہدین زبیدہ ساجدین سبحان سحرش سطوت سفیان سلطانہ سمیط سیمیں شائلہ شانزے شاذیہ شجاعت شرجیل شکور شمعون شمیل شہروز شیخاں صابراں صداقت صفدر
    صنم طفیل ظفراں عابداں عاقب عبدالرؤف عتیقہ عدیلہ عرفانہ عمیرہ عنبریں غضنفر غلامہ فائقہ فاخرہ فاریہ فرزین فضیلہ فہیم قمرالنساء کاشفہ کرامت کلثوماں کوثراں گلشیر
    لاریب ماجدہ مبینہ مرزوق مسکان معراج مہتاب میمونہ نائمہ ناظمہ نجیب نجیبہ ندرت نصیبہ نصیراں نوشاد نوشابہ نیر واصف واصفہ وجاہت وردہ وسیمہ
    ہادیہ ہدایت ہمدان یاسرہ یوسفہ یسریٰ یمنیٰ زنیرا زنیرہ ذوالفقار
    ذوالقرنین ریان شریفاں عنایہ حریم کنزہ مشعال عیسیٰ موسیٰ ایشل زارا زویا حورین ماہرہ عروسہ سحرش صنوبر مائرہ ہیر سسی ماروی سوہنی کرن رمیش سریش سنیتا
    انیتا گیتا رادھا لکشمی پوجا راجیش اشوک دیپک کویتا مائیکل ڈیوڈ جوزف تھامس ڈینیئل جارج پیٹر ماریہ سوزن الزبتھ مارگریٹ جینیفر لوئی فلورنس رابرٹ ولیم
    ایڈورڈ الیگزینڈر کارلوس`,
  ],
  [
    WORD.maybeName,
    `علی خان بٹ قریشی ملک چوہدری شیخ سید شاہ مرزا بھٹی اعوان رانا راجہ عباسی بلوچ بروہی سومرو میمن انصاری صدیقی ہاشمی گیلانی بخاری رضوی
    نقوی زیدی جعفری آفریدی خٹک یوسفزئی درانی نیازی گوندل چیمہ وڑائچ تارڑ گل مسیح لال کمار دیوی داس مغل کاظمی علوی عثمانی فاروقی بیگ
    ڈار میر باجوہ منہاس جنجوعہ کیانی ستی گجر جٹ کاکڑ اچکزئی مینگل بگٹی مری جتوئی تالپور جونیجو چانڈیو بھٹو سولنگی لغاری
    مزاری کھوسہ ارائیں راجپوت نور جان دین اقبال اختر بانو بیگم مائی خاتون سلطانہ سلطان جہاں آرا نسا النساء الدین شریف لطیف عزیز نبی حیات آفتاب
    مہتاب نواب خیر امین رانی راج شاہد شاہدہ کامران وقار جنت نذر سردار سحر ایمان دعا عظمت زمان کمال مراد ستارہ شان فضل الٰہی الہی بخش دتہ بی‌بی روشن سلامت ناز کرم
    صادقہ امیر اصغری اکبری حسنہ مبارک بہادر عظیم امداد انعام احسان اخلاق افضل ارشاد امتیاز اسرار عنایت فخر کریم کریمہ گلاب مقبول محبوب مختار مقصود مسرت عشرت راحت شفقت ضمیر ظہور توصیف تسلیم نادر نوید رضا رخسار رسول ریاض عاشق اللہ وسایا دتا رکھا غلام ممتاز فضا ندا حنا خادم ناظم الطاف اعظم اکبر رحمت اشتیاق اعجاز قادر صابر شاکر کنیز زینت رحیم رحمان رحمن روبی بابر منظور شمس قمر نثار عابد عادل حامد ناصر صادق شیر فقیر چاند سونا گڈی گڈو منی پری موتی`,
  ],
];

/**
 * Persons of history and persons whose names illnesses and cures bear: none of them is in anybody’s care. HIPAA itself
 * ends fifty years after a death (45 CFR 160.103, “protected health information”, 2(iv)).
 */
export const PERSONS_OF_HISTORY = `jinnah iqbal nightingale pasteur koch fleming jenner snow semmelweis curie
  lister hodgkin crohn parkinson alzheimer alzheimers down hansen salk sabin ross mallon kahlo tubman mendel calmette guerin guérin guillain barre barré hashimoto
  graves cushing addison huntington wilson tourette asperger röntgen roentgen avicenna razi hippocrates galen darwin gandhi lincoln
  roosevelt mandela keats chopin beethoven edhi pfau meister phipps edelfelt bright hughlings kaposi marfan turner klinefelter
  wilms apgar heimlich bells bell raynaud sjögren sjogren meniere ménière burkitt ebola pap papanicolaou
  جناح نائٹ‌انگیل نائٹنگیل نائٹ پاسچر کوخ فلیمنگ جینر سنو کیوری لسٹر ہاجکن کرون پارکنسن الزائمر ڈاؤن ہینسن سالک سابن راس مینڈیل رازی سینا ایدھی فاؤ مائسٹر بقراط جالینوس ٹرنر`;

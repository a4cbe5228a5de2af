import { phraseFinder } from './phrases.ts';
import type { SensitiveSubject } from './sensitive.ts';

/** Of what a phrase speaks: a subject, or a way to harm oneself. */
export type SensitiveMatch = { kind: 'subject'; value: SensitiveSubject } | { kind: 'method' };

/**
 * Phrases that speak of a sensitive subject, in English, Urdu and Arabic. Few, and each of them means the subject wherever
 * it stands: a list that stops innocent pages is soon switched off.
 */
const SUBJECT_PHRASES: Readonly<Record<SensitiveSubject, string>> = {
  suicide: `
    suicide, suicides, suicidal, suicidality, kill yourself, kills himself, kills herself, killed himself, killed herself,
    killed themselves, kill themselves, killing himself, killing herself, killing themselves, killing yourself,
    end your life, end your own life, ending your life, ended his life, ended her life, ended their lives, end their lives,
    take your own life, took his own life, took her own life, taking his own life, taking her own life, take their own lives,
    took their own lives, taking their own lives,
    خودکشی, خود کشی, خودکشیاں, خودکشیوں, اپنی جان لے, اپنی جان لینے, اپنی جان لینا, اپنی زندگی ختم, اپنی زندگی کا خاتمہ,
    انتحار, الانتحار, للانتحار, بالانتحار, والانتحار, انتحارا, إنهاء حياتك, إنهاء حياته, إنهاء حياتها`,
  'self-harm': `
    self-harm, self-harms, self-harming, self-harmed, self-injury, self-injuring, harm yourself, harming yourself,
    harm himself, harm herself, harm themselves, harming himself, harming herself, harming themselves,
    hurt yourself on purpose, hurting yourself on purpose, hurt themselves on purpose, hurting themselves on purpose,
    خود اذیتی, خود آزاری, خود کو نقصان پہنچا, خود کو نقصان پہنچانا, خود کو نقصان پہنچانے, خود کو زخمی کرنا, خود کو زخمی کرنے,
    إيذاء النفس, إيذاء الذات, لإيذاء النفس, يؤذي نفسه, تؤذي نفسها, إيذاء نفسك`,
  abuse: `
    domestic violence, domestic abuse, family violence, gender-based violence, intimate partner violence, child abuse,
    child sexual abuse, sexual abuse, sexually abused, sexual assault, sexually assaulted, sexual violence, emotional abuse,
    physical abuse, abusive partner, abusive husband, abusive relationship, violent partner, violent husband, rape, raped,
    rapist,
    گھریلو تشدد, جنسی زیادتی, جنسی تشدد, جنسی استحصال, بچوں سے زیادتی, بچوں کے ساتھ زیادتی, عصمت دری, جنسی درندگی,
    العنف المنزلي, العنف الأسري, العنف الجنسي, الاعتداء الجنسي, اعتداء جنسي, الاعتداء على الأطفال, الاغتصاب, اغتصاب`,
  'eating-disorder': `
    eating disorder, eating disorders, anorexia nervosa, anorexic, bulimia, bulimia nervosa, bulimic, binge eating disorder,
    ایٹنگ ڈس آرڈر, ایٹنگ ڈس آرڈرز, انوریکسیا, اینوریکسیا, بلیمیا,
    اضطراب الأكل, اضطرابات الأكل, فقدان الشهية العصبي, الشره المرضي`,
  addiction: `
    drug addiction, alcohol addiction, opioid addiction, heroin addiction, addicted to drugs, addicted to alcohol,
    addicted to heroin, addicted to opioids, addicted to ice, addiction treatment, drug dependence, alcohol dependence,
    substance use disorder, substance abuse, drug abuse, alcohol abuse, alcoholism,
    نشے کی عادت, نشے کی لت, نشے کا عادی, نشے کے عادی, نشے کی عادی, منشیات کی لت, منشیات کا عادی, منشیات کے عادی,
    منشیات کی عادت, شراب کی لت,
    إدمان المخدرات, الإدمان على المخدرات, مدمن مخدرات, مدمن المخدرات, إدمان الكحول, تعاطي المخدرات`,
};

/** What sounds like it and speaks of something else. */
const OTHER_PHRASES =
  'suicide bomber, suicide bombers, suicide bombing, suicide bombings, suicide attack, suicide attacks, suicide attacker';

/**
 * Words that name a way to harm oneself. They count only where a text speaks of suicide or self-harm; elsewhere poison is a
 * poison and a roof a roof. None of them is ever shown in a message.
 */
const METHOD_PHRASES = `
    hanging, hanged, hang himself, hang herself, hang yourself, hang themselves, noose, overdose, overdosed, overdosing,
    overdoses, handful of pills, handful of tablets, too many pills, too many tablets, swallowed pills, swallowed tablets,
    swallowing pills, swallowing tablets, bottle of pills, bottle of tablets, strip of tablets, jump off, jumped off, jumping off, jump from, jumped from, jumping from, shot himself, shot herself,
    shoot yourself, shot themselves, firearm, firearms, gun, guns, pistol, pesticide, pesticides, insecticide, insecticides,
    poison, poisons, poisoned, poisoning, rat poison, bleach, acid, sleeping pills, wheat pill, wheat pills, black stone,
    kala pathar, slit wrists, cut wrists, wrist cutting, cut your wrists, cut his wrists, cut her wrists, cut their wrists,
    slit his wrists, slit her wrists, slash their wrists, cut herself, cut himself, cut themselves, cutting yourself,
    cutting themselves, burn yourself, burn themselves, razor, razor blade, razor blades, drowned himself, drowned herself,
    drown yourself, set himself on fire, set herself on fire, self-immolation, in front of a train, carbon monoxide,
    پھانسی, پھندا, پھندے, پھندے سے, زہر, زہریلی, زہریلا, کیڑے مار, گندم کی گولی, گندم کی گولیاں, گندم میں رکھنے والی گولیاں,
    کالا پتھر, نیند کی گولیاں, بندوق, پستول, خود کو گولی, خود کو آگ, خودسوزی, خود سوزی, نس کاٹ, نس کاٹنا, نسیں کاٹ, نسیں کاٹنا,
    کلائی کاٹ, کلائی کاٹنا, بلیڈ, چھلانگ لگا, چھلانگ لگانا, تیزاب, زیادہ گولیاں, بہت سی گولیاں, مٹھی بھر گولیاں,
    شنق, شنقا, حبل المشنقة, سم, سموم, مبيد, مبيدات, جرعة زائدة, مسدس, بندقية, قطع شرايين, القفز من, إحراق نفسه, إحراق نفسها,
    شفرة, حبوب منومة`;

type Found = SensitiveMatch | { kind: 'other' };

const find = phraseFinder<Found>([
  ...Object.entries(SUBJECT_PHRASES).flatMap(([subject, phrases]) =>
    listOf(phrases).map((phrase) => [phrase, { kind: 'subject', value: subject as SensitiveSubject }] as const),
  ),
  ...listOf(METHOD_PHRASES).map((phrase) => [phrase, { kind: 'method' }] as const),
  ...listOf(OTHER_PHRASES).map((phrase) => [phrase, { kind: 'other' }] as const),
]);

/** Where a text speaks of a sensitive subject or names a way to harm oneself: offsets in UTF-16 code units. */
export function sensitiveWordsIn(text: string): { match: SensitiveMatch; from: number; to: number }[] {
  return find(text).flatMap(({ value, from, to }) => (value.kind === 'other' ? [] : [{ match: value, from, to }]));
}

function listOf(phrases: string): string[] {
  return phrases.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}

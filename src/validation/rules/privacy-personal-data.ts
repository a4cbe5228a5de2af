import type { Drafts } from '../../model/draft.ts';
import { findPersonalData } from '../../model/personal-data/find-personal-data.ts';
import type { PersonalDataKind, PersonalDataOptions } from '../../model/personal-data/kinds.ts';
import { CONCEALED, type Problem } from '../../model/problem.ts';
import { dayAt, type EpochMs } from '../../model/time.ts';
import { desksAddresses, desksNames } from '../desks-own.ts';
import { ORGANISATION, PAGE, PAGE_IN_URDU, POST, POST_IN_URDU, SOURCE } from '../example-desk.ts';
import { deskTexts, fileNames } from '../personal-data-texts.ts';
import { organisationOf, type Rule } from '../rule.ts';

const id = 'privacy/personal-data';

export const privacyPersonalData: Rule = {
  id,
  level: 'error',
  why: 'A name, a number or a day beside an illness tells the world who is ill, and nobody can take that back.',
  from: 'HIPAA Privacy Rule, Safe Harbor, 45 CFR 164.514(b)(2)',
  check(drafts, { now, contentDir = 'content' }) {
    const options = optionsOf(drafts, now);
    const inTexts = deskTexts(drafts).flatMap(({ file, text, where, kinds, locate }) =>
      findPersonalData(text, { ...options, where }).flatMap(({ kind, start, end }): Problem[] =>
        kinds && !kinds.includes(kind)
          ? []
          : [{ file, ...locate(start), ...said(kind, where), [CONCEALED]: [text.slice(start, end)] }],
      ),
    );
    const inNames = fileNames(drafts, contentDir).flatMap(({ file, name }): Problem[] => {
      const [first] = findPersonalData(name, { ...options, where: 'file-name' });
      const stem = name.replace(/\.[^.]*$/, '');
      return first ? [{ file, line: 1, column: 1, ...said(first.kind, 'file-name'), [CONCEALED]: [stem] }] : [];
    });
    return [...withoutRepetition(inTexts), ...inNames];
  },
  examples: [
    {
      name: 'a help line, a day of a campaign and a story without a name',
      changes: {
        [PAGE]: [
          '## Boil it',
          'A mother in Punjab lost a child to cholera in 2022. Ask on 1166, or come to the camp in Multan on 8 May.\n\n## Boil it',
        ],
      },
      said: [],
    },
    {
      name: 'a patient’s name and day in a page',
      changes: {
        [PAGE]: ['## Boil it', 'Our **patient\nSaima Bibi** was admitted with cholera on 3 May 2026.\n\n## Boil it'],
      },
      said: [
        `${PAGE}:27:1 Unexpected name: it stands beside words about somebody’s health, and tells who that is → write “a patient” or “a mother”; if the name is made up, say so beside it: (not her real name)`,
        `${PAGE}:27:43 Unexpected day or month: it stands beside words about somebody’s health, and tells who that is → write the year alone`,
      ],
    },
    {
      name: 'a number that a family gave, in a post in Urdu',
      changes: {
        [POST_IN_URDU]: ['پانی پینے سے پہلے ایک منٹ ابالیں۔', 'ہیضے کی مریضہ کے بھائی کا نمبر ۰۳۴۵-۰۰۰۱۱۲۲ ہے۔'],
      },
      said: [
        `${POST_IN_URDU}:12:32 Unexpected telephone number: it stands beside words about somebody’s health, and tells who that is → remove it; if an office answers there, list it under \`policy.officialContacts\` in organisation.yml`,
      ],
    },
    {
      name: 'the same number where the desk lists it as official',
      changes: {
        [POST_IN_URDU]: ['پانی پینے سے پہلے ایک منٹ ابالیں۔', 'ہیضے کی مریضہ کے بھائی کا نمبر ۰۳۴۵-۰۰۰۱۱۲۲ ہے۔'],
        [ORGANISATION]: ['contact:', 'policy:\n  officialContacts: ["+92 345 0001122"]\ncontact:'],
      },
      said: [],
    },
    {
      name: 'an identity card number, wherever it stands',
      changes: {
        [POST]: ['headline: Boil it for one minute', 'headline: Boil it for one minute\nwarning: 35202-7654321-9'],
      },
      said: [`${POST}:11:10 Unexpected identity card number: it tells who somebody is, wherever it stands → remove it`],
    },
    {
      name: 'a face in the words in place of a picture',
      changes: { [PAGE]: ['A glass is filled at a tap', 'Close photograph of a patient’s uncovered face'] },
      said: [
        `${PAGE}:30:36 Unexpected print, voice or face: it stands beside words about somebody’s health, and tells who that is → say what is to be learnt from the picture, and show nobody by whom they can be known`,
      ],
    },
    {
      name: 'the name of an author, and the name of a person of history',
      changes: {
        [SOURCE]: ['publisher: ', 'publisher: Saima Bibi, cholera ward, '],
        [PAGE_IN_URDU]: ['## ابالیں', 'جان سنو نے 1854 میں ہیضے کا کنواں ڈھونڈ نکالا۔\n\n## ابالیں'],
      },
      said: [],
    },
    {
      name: 'a file that bears the name of a patient',
      changes: { 'campaigns/clean-water/patient-saima-bibi.png': 'x' },
      said: [
        'campaigns/clean-water/patient-saima-bibi.png:1:1 Unexpected name in the name of a file: it stands beside words about somebody’s health, and tells who that is → rename the file after what it shows, such as `clinic-door.jpg`',
      ],
    },
  ],
};

function optionsOf(drafts: Drafts, now: EpochMs): Omit<PersonalDataOptions, 'where'> {
  const { country = 'PK', timeZone = 'UTC' } = organisationOf(drafts);
  return {
    officialContacts: desksAddresses(drafts),
    officialNames: desksNames(drafts),
    country,
    year: Number(dayAt(now, timeZone).slice(0, 4)),
  };
}

/** What is found, and what to write in its place. */
const WORDS: Readonly<Record<PersonalDataKind, readonly [thing: string, hint: string]>> = {
  name: ['name', 'write “a patient” or “a mother”; if the name is made up, say so beside it: (not her real name)'],
  place: ['place smaller than a province', 'name the province or the country'],
  date: ['day or month', 'write the year alone'],
  age: ['age of 90 or more', 'write “over 89”'],
  phone: ['telephone number', official('remove it; if an office answers there')],
  email: ['e-mail address', official('remove it; if an office answers there')],
  'address-web': ['web address of a person', official('remove it; if it is an organisation’s')],
  'ip-address': ['IP address', 'remove it'],
  cnic: ['identity card number', 'remove it'],
  ssn: ['Social Security number', 'remove it'],
  'record-number': ['number of a medical record', 'remove it'],
  'plan-number': ['number of a health card or policy', 'remove it'],
  'account-number': ['account number', official('remove it; if it is a charity’s')],
  'licence-number': ['licence number', 'remove it'],
  'vehicle-number': ['number plate', 'remove it'],
  'device-id': ['number of a device', 'remove it'],
  biometric: [
    'print, voice or face',
    'say what is to be learnt from the picture, and show nobody by whom they can be known',
  ],
  'other-id': ['number of one person', 'remove it'],
};

function official(condition: string): string {
  return `${condition}, list it under \`policy.officialContacts\` in organisation.yml`;
}

function said(
  kind: PersonalDataKind,
  where: 'text' | 'alt' | 'file-name',
): Pick<Problem, 'ruleId' | 'severity' | 'message' | 'hint' | 'hidesLine'> {
  const [thing, hint] = WORDS[kind];
  const why =
    kind === 'cnic' || kind === 'ssn'
      ? 'it tells who somebody is, wherever it stands'
      : 'it stands beside words about somebody’s health, and tells who that is';
  const isName = where === 'file-name';
  return {
    ruleId: id,
    severity: 'error',
    message: `Unexpected ${thing}${isName ? ' in the name of a file' : ''}: ${why}`,
    hint: isName ? 'rename the file after what it shows, such as `clinic-door.jpg`' : hint,
    hidesLine: true,
  };
}

/** A text among the fields has one place: what is found in it twice is told once. */
function withoutRepetition(problems: readonly Problem[]): Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.file}:${problem.line}:${problem.column}:${problem.message}`;
    const before = seen.get(key);
    const concealed = [...(before?.[CONCEALED] ?? []), ...(problem[CONCEALED] ?? [])];
    seen.set(key, { ...problem, [CONCEALED]: concealed });
  }
  return [...seen.values()];
}

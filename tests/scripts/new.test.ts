import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { copyOfDesk, type Ran, runScript } from '../support/run-script.ts';

const NOON = '2026-11-23T12:00:00+05:00';
const WORDS = {
  title: ['Unsafe water in the old town', 'پرانے شہر میں غیر محفوظ پانی'],
  headline: ['Do not drink tap water in the old town', 'پرانے شہر میں نلکے کا پانی نہ پیئیں'],
  description: ['The flood has reached the wells.', 'سیلاب کنوؤں تک پہنچ گیا ہے۔'],
  instruction: ['Boil water for one minute before you drink it.', 'پینے سے پہلے پانی ایک منٹ ابالیں۔'],
  area: ['The old town', 'پرانا شہر'],
  'ending-headline': ['Tap water is safe again', 'نلکے کا پانی اب محفوظ ہے'],
  'ending-instruction': ['Drink tap water as usual.', 'نلکے کا پانی پہلے کی طرح پیئیں۔'],
};
const CHOICES = ['--category', 'health', '--severity', 'severe', '--source', 'who-water', '--author', 'amina'];
const WHERE = ['--circle', '31.55,74.34,5', '--geocode', 'PK-district=Lahore'];
const ID = 'unsafe-water-in-the-old-town';
const FOLDER = `content/incidents/${ID}`;

let root: string;
beforeEach(() => {
  root = copyOfDesk();
});

describe('npm run new -- incident', () => {
  it('writes an incident, its alert and its ending in every language, and the checker has nothing to say', () => {
    const { code, stdout, stderr } = made(...said('en', 'ur'), ...CHOICES, ...WHERE, '--hours', '12', '--next', '3');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toBe(`${FOLDER}/en.mdx
${FOLDER}/ur.mdx
${FOLDER}/updates/${ID}-1/en.mdx
${FOLDER}/updates/${ID}-1/ur.mdx

Read it once more, then: npm run check, and a pull request. It goes out when that is approved and merged.
`);
    expect(checked()).toEqual([]);
    expect(read(`${FOLDER}/en.mdx`)).toBe(`---
id: ${ID}
status: draft
category: [health]
channels: [outbox]
sources: [who-water]
helplines: [health]
author: amina
title: Unsafe water in the old town
summary: The flood has reached the wells.
ending:
  headline: Tap water is safe again
  instruction: Drink tap water as usual.
---

## What to do now

Boil water for one minute before you drink it.<Source id="who-water" />

## Whom to call

<Helplines country="PK" />
`);
    expect(read(`${FOLDER}/updates/${ID}-1/en.mdx`)).toBe(`---
id: ${ID}-1
kind: alert
sentAt: "2026-11-23T12:00:00+05:00"
expiresAt: "2026-11-24T00:00:00+05:00"
nextUpdateDueAt: "2026-11-23T15:00:00+05:00"
severity: severe
urgency: immediate
certainty: likely
responses: [monitor]
geometry: {circles: [{centre: [31.55, 74.34], radiusKm: 5}], geocodes: [{system: PK-district, value: Lahore}]}
headline: Do not drink tap water in the old town
description: The flood has reached the wells.
instruction: Boil water for one minute before you drink it.
area: The old town
---
`);
    expect(read(`${FOLDER}/updates/${ID}-1/ur.mdx`)).toContain('headline: پرانے شہر میں نلکے کا پانی نہ پیئیں\n');
  });

  it('marks what is still to be written in another language, and the checker lets none of it out', () => {
    expect(made(...said('en'), ...CHOICES, ...WHERE).stdout).toContain(`${FOLDER}/ur.mdx: 5 to fill in, marked ✎\n`);
    const open = checked();
    expect(open).toHaveLength(9);
    expect(new Set(open.map(({ ruleId }) => ruleId))).toEqual(new Set(['incident/to-fill-in']));
    expect(read(`${FOLDER}/ur.mdx`)).toContain('✎ یہاں لکھیں: لوگ ابھی کیا کریں');
  });

  it('writes one language where that is asked for', () => {
    made(...said('en'), ...CHOICES, ...WHERE, '--language', 'en');
    expect(existsSync(path.join(root, `${FOLDER}/ur.mdx`))).toBe(false);
    expect(checked().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('keeps words that look like markup as they are', () => {
    const title = ['--title', 'a: b # "c"', '--title', 'ur="الف: ب"'];
    const words = said('en', 'ur')
      .slice(4)
      .map((word) => word.replace('Boil water', 'Boil {water} < 1 litre'));
    const ran = made(...title, ...words, ...CHOICES, ...WHERE);
    expect(ran.stdout).toContain('content/incidents/a-b-c/en.mdx');
    expect(checked()).toEqual([]);
  });

  it('says without a terminal everything that is missing, at once', () => {
    expect(made('--headline', 'Unsafe').stderr).toMatch(
      /^Missing --title, --description, --instruction, --area, --ending-headline, --ending-instruction, --category, --severity, --source, --author, --circle, --id: without a terminal everything is said by options\.\n/,
    );
    expect(existsSync(path.join(root, 'content/incidents'))).toBe(false);
  });

  it('gives a second incident of the same title the day in its name', () => {
    for (const hour of ['12', '13'])
      made(...said('en', 'ur'), ...CHOICES, ...WHERE, '--at', `2026-11-23T${hour}:00:00+05:00`);
    expect(existsSync(path.join(root, `${FOLDER}-2026-11-23/en.mdx`))).toBe(true);
  });

  it('never writes over what is there', () => {
    made(...said('en', 'ur'), ...CHOICES, ...WHERE);
    const before = read(`${FOLDER}/en.mdx`);
    const again = made(...said('en', 'ur'), ...CHOICES, ...WHERE, '--id', ID);
    expect(again.stderr).toMatch(`${FOLDER}/en.mdx is there already, and is left as it is.`);
    expect(read(`${FOLDER}/en.mdx`)).toBe(before);
  });

  it.each([
    [['--source', 'who-watr'], '--source who-watr: did you mean who-water?'],
    [['--severity', 'bad'], '--severity bad: write one of extreme, severe, moderate, minor, unknown.'],
    [['--circle', '91,74,5'], '--circle 91,74,5: write latitude,longitude,km, for example 31.55,74.34,5.'],
    [['--geocode', 'Lahore'], '--geocode Lahore: write SYSTEM=VALUE, for example PK-district=Lahore.'],
    [['--hours', 'two'], '--hours two: write a number of hours, at most 720.'],
    [
      ['--next', '24'],
      '--next 24: the next update has to come before this one runs out, which is after 24 hours (--hours).',
    ],
    [['--headline', 'ur='], '--headline ur=: there are no words.'],
  ])('refuses %j', (words, message) => {
    const own = words[0] ?? '';
    const others = [...said('en', 'ur'), ...CHOICES, ...WHERE].filter((_, at, all) => all[at - (at % 2)] !== own);
    const { code, stderr } = made(...others, ...words);
    expect({ code, told: stderr.split('\n')[0] }).toEqual({ code: 2, told: message });
  });
});

describe('npm run new -- update', () => {
  beforeEach(() => {
    made(...said('en', 'ur'), ...CHOICES, ...WHERE, '--status', 'actual');
  });
  const news = ['--headline', 'Tankers bring safe water', '--changed', 'Tankers since noon.'];
  const newsInUrdu = ['--headline', 'ur=ٹینکر صاف پانی لا رہے ہیں', '--changed', 'ur=دوپہر سے ٹینکر۔'];

  it('asks for the news only; the rest stays as it was, in every language', () => {
    const ran = run('update', ID, ...news, ...newsInUrdu, '--at', '2026-11-23T15:00:00+05:00');
    expect(ran.stderr).toBe('');
    expect(checked('2026-11-23T15:00:00+05:00')).toEqual([]);
    const update = read(`${FOLDER}/updates/${ID}-2/en.mdx`);
    expect(update).toContain('kind: update\nsentAt: "2026-11-23T15:00:00+05:00"\n');
    expect(update).toContain('severity: severe\n');
    expect(update).toContain('instruction: Boil water for one minute before you drink it.\n');
    expect(read(`${FOLDER}/updates/${ID}-2/ur.mdx`)).toContain('instruction: پینے سے پہلے پانی ایک منٹ ابالیں۔\n');
  });

  it('leaves the translation of words that are others now to a person', () => {
    run(
      'update',
      ID,
      ...news,
      ...newsInUrdu,
      '--instruction',
      'Boil it for three.',
      '--at',
      '2026-11-23T15:00:00+05:00',
    );
    expect(read(`${FOLDER}/updates/${ID}-2/ur.mdx`)).toContain('instruction: "✎ یہاں لکھیں: لوگ ابھی کیا کریں"');
  });

  it.each([
    ['is not there', ['update', 'unsafe-watr'], /^There is no incident unsafe-watr that can be read; /],
    [
      'comes too early',
      ['update', ID, ...news],
      /^\S+-1 is sent at 2026-11-23T12:00:00\+05:00, and this one at 2026-11-23T12:00:00\+05:00: name a later moment with --at\.\n/,
    ],
    [
      'has run out',
      ['update', ID, ...news, '--at', '2026-11-25T15:00:00+05:00'],
      /^\S+ ran out at 2026-11-24T12:00:00\+05:00: it is over\. /,
    ],
    ['has no news', ['update', ID, '--at', '2026-11-23T15:00:00+05:00'], /^Missing --headline, --changed: /],
    ['is not named', ['update'], /^Name one incident: npm run new -- update ID\.\n/],
  ])('refuses one that %s', (_, words, message) => {
    expect(run(...words).stderr).toMatch(message);
  });
});

describe('npm run new -- cancel', () => {
  it('says the prepared words in every language, and nothing has to be asked', () => {
    made(...said('en', 'ur'), ...CHOICES, ...WHERE, '--status', 'actual');
    const at = '2026-11-23T18:00:00+05:00';
    expect(run('cancel', ID, '--at', at).code).toBe(0);
    expect(checked(at)).toEqual([]);
    expect(read(`${FOLDER}/updates/${ID}-2/en.mdx`)).toBe(
      `---
id: ${ID}-2
kind: cancel
sentAt: "2026-11-23T18:00:00+05:00"
expiresAt: "2026-11-24T18:00:00+05:00"
severity: minor
urgency: past
certainty: observed
responses: [all-clear]
geometry: {circles: [{centre: [31.55, 74.34], radiusKm: 5}], geocodes: [{system: PK-district, value: Lahore}]}
headline: Tap water is safe again
description: The alert of 23 November is over.
instruction: Drink tap water as usual.
area: The old town
---
`,
    );
    expect(read(`${FOLDER}/updates/${ID}-2/ur.mdx`)).toContain(
      'headline: نلکے کا پانی اب محفوظ ہے\ndescription: 23 نومبر کا انتباہ ختم ہو گیا ہے۔\n',
    );
    expect(run('cancel', ID, '--at', '2026-11-23T19:00:00+05:00').stderr).toMatch(
      `${ID} was cancelled by ${ID}-2: it is over. Begin a new incident.`,
    );
  });

  it('does not touch an incident whose files have mistakes', () => {
    made(...said('en', 'ur'), ...CHOICES, ...WHERE);
    const file = path.join(root, `${FOLDER}/en.mdx`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('author: amina', 'author: 7'));
    expect(run('cancel', ID, '--at', '2026-11-23T18:00:00+05:00').stderr).toMatch(
      `There is no incident ${ID} that can be read`,
    );
  });
});

it('says what can be new', () => {
  expect(run('campaign').stderr).toMatch(/^Say what is new: incident, update INCIDENT or cancel INCIDENT\.\n/);
});

/** Options with the words in these languages. */
function said(...languages: ('en' | 'ur')[]): string[] {
  return Object.entries(WORDS).flatMap(([option, [english = '', urdu = '']]) =>
    languages.flatMap((language) => [`--${option}`, language === 'en' ? english : `ur=${urdu}`]),
  );
}

function made(...words: string[]): Ran {
  return run('incident', ...(words.includes('--at') ? [] : ['--at', NOON]), ...words);
}

function run(...words: string[]): Ran {
  return runScript('new', words.includes('--at') ? words : [...words, '--at', NOON], root);
}

function checked(now = NOON): { ruleId: string; severity: string; message: string }[] {
  const { stdout } = runScript('check', ['--now', now, '--json'], root);
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

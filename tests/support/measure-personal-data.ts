import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findPersonalData } from '../../src/model/personal-data/find-personal-data.ts';
import type { PersonalDataKind, TextPlace } from '../../src/model/personal-data/kinds.ts';

// How often looking for personal data is right on sentences that people have labelled: tests/fixtures/personal-data.

const FOLDER = path.resolve(import.meta.dirname, '../fixtures/personal-data');
/** The figures that none may fall behind. */
export const MEASURED_FILE = path.join(FOLDER, 'measured.json');

export interface LabelledSentence {
  id: string;
  language: 'en' | 'ur';
  where: TextPlace;
  text: string;
  personal: boolean;
  kinds: readonly PersonalDataKind[];
}

/** `found`: personal and caught; `alarms`: innocent and caught; `missed`: personal and not; `passed`: innocent and not. */
export interface Figures {
  found: number;
  alarms: number;
  missed: number;
  passed: number;
  /** Labelled kinds of the sentences that were caught, and how many of them were named right. */
  kinds: number;
  kindsRight: number;
}

/** By group: `all`, a language, a place of the text. */
export type Measured = Record<string, Figures>;

/** The labelled files there are, by name. */
export function labelledFiles(): Record<string, LabelledSentence[]> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));
  return Object.fromEntries(names.map((name) => [name, sentencesIn(name)]));
}

function sentencesIn(name: string): LabelledSentence[] {
  const lines = readFileSync(path.join(FOLDER, name), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** The figures on record, by file. */
export function recordedFigures(): Record<string, Measured> {
  return existsSync(MEASURED_FILE) ? JSON.parse(readFileSync(MEASURED_FILE, 'utf8')) : {};
}

/** A sentence counts as caught where anything at all is found in it. */
export function measure(sentences: readonly LabelledSentence[]): Measured {
  const measured: Measured = {};
  for (const sentence of sentences) {
    const kinds = new Set(kindsIn(sentence));
    for (const group of ['all', sentence.language, sentence.where]) {
      measured[group] ??= { found: 0, alarms: 0, missed: 0, passed: 0, kinds: 0, kindsRight: 0 };
      const figures = measured[group];
      if (sentence.personal) figures[kinds.size > 0 ? 'found' : 'missed'] += 1;
      else figures[kinds.size > 0 ? 'alarms' : 'passed'] += 1;
      if (!sentence.personal || kinds.size === 0) continue;
      figures.kinds += sentence.kinds.length;
      figures.kindsRight += sentence.kinds.filter((kind) => kinds.has(kind)).length;
    }
  }
  return measured;
}

/** What is found in a sentence, in a desk that lists no contacts, in 2026. */
export function kindsIn({ text, where }: Pick<LabelledSentence, 'text' | 'where'>): PersonalDataKind[] {
  return findPersonalData(text, { where, officialContacts: [], country: 'PK', year: 2026 }).map(({ kind }) => kind);
}

/** Of what was caught, how much is personal. */
export function precisionOf({ found, alarms }: Figures): number {
  return found + alarms === 0 ? 1 : found / (found + alarms);
}

/** Of what is personal, how much was caught. */
export function recallOf({ found, missed }: Figures): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

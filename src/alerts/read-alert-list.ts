// Part of what the visitor's browser loads: it imports types only.
import type { AlertList } from './alert-list.ts';

const MOST_ALERTS = 500;
const TEXTS = ['identifier', 'incident', 'kind', 'severity', 'sentAt', 'expiresAt', 'until'];
const WORDS = ['headline', 'instruction', 'area', 'page'];

/**
 * An answer as a list of alerts, or `undefined`. It is believed as a whole or not at all: a list of which half is
 * understood could leave out the half that matters. Only what pages use is looked at.
 */
export function readAlertList(answer: unknown): AlertList | undefined {
  if (!isRecord(answer) || answer.version !== 1 || !isMoment(answer.builtAt)) return undefined;
  const { alerts } = answer;
  if (!Array.isArray(alerts) || alerts.length > MOST_ALERTS || !alerts.every(isAlert)) return undefined;
  return answer as unknown as AlertList;
}

function isAlert(alert: unknown): boolean {
  return (
    isRecord(alert) &&
    TEXTS.every((name) => typeof alert[name] === 'string') &&
    isMoment(alert.sentAt) &&
    isMoment(alert.expiresAt) &&
    isMoment(alert.until) &&
    isRecord(alert.words) &&
    Object.values(alert.words).length > 0 &&
    Object.values(alert.words).every(isWords)
  );
}

function isWords(words: unknown): boolean {
  return (
    isRecord(words) &&
    WORDS.every((name) => typeof words[name] === 'string') &&
    // What a link leads to must not be a program.
    /^https?:\/\//.test(words.page as string)
  );
}

function isMoment(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

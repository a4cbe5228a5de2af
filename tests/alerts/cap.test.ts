import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { capAlert, capTime } from '../../src/alerts/cap.ts';
import type { Incident, Update } from '../../src/model/content.ts';
import { sampleOrganisation } from '../support/sample-content.ts';
import { sampleIncident, sampleUpdate } from '../support/sample-incident.ts';

/** OASIS's schema lies beside the project, and is no part of it. */
const SCHEMA = path.resolve(import.meta.dirname, '../../../shared/data/cap/CAP-v1.2.xsd');
const organisation = sampleOrganisation();
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => name === 'info',
});

const first = sampleUpdate();
const second = sampleUpdate({
  id: 'flood-2',
  kind: 'update',
  sentAt: '2026-12-01T18:00:00+05:00',
  expiresAt: '2026-12-02T18:00:00+05:00',
  nextUpdateDueAt: '2026-12-02T09:00:00+05:00',
});
const cancel = sampleUpdate({
  id: 'flood-3',
  kind: 'cancel',
  sentAt: '2026-12-02T10:00:00+05:00',
  expiresAt: '2026-12-03T10:00:00+05:00',
  responses: ['all-clear'],
  urgency: 'past',
});
const incident = sampleIncident([cancel, first, second]);
const xml = (update: Update, of: Incident = incident) => capAlert({ incident: of, update, organisation });
const read = (update: Update, of?: Incident) => parser.parse(xml(update, of)).alert;

describe('a CAP alert', () => {
  it('has one info for each language, in the organisation’s order, with the words of the content', () => {
    const { info } = read(first);
    expect(info.map(({ language }: { language: string }) => language)).toEqual(['en', 'ur']);
    expect(info[0]).toMatchObject({
      category: ['Health', 'Infra'],
      event: 'Flood',
      responseType: 'Avoid',
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Observed',
      effective: '2026-12-01T09:00:00+05:00',
      expires: '2026-12-02T09:00:00+05:00',
      senderName: 'Test Desk',
      headline: 'Tap water is unsafe',
      description: 'The flood has reached the wells.',
      instruction: 'Boil it for one minute.',
      web: 'https://desk.example/awareness/en/alerts/flood/',
      area: {
        areaDesc: 'The old town',
        polygon: '31.6,74.2 31.6,74.4 31.4,74.4 31.6,74.2',
        circle: '31.55,74.34 5',
        geocode: { valueName: 'PK-district', value: 'Lahore' },
      },
    });
    expect(info[1]).toMatchObject({ event: 'سیلاب', web: 'https://desk.example/awareness/ur/alerts/flood/' });
  });

  it('is named by its ids alone, and is the same bytes each time', () => {
    expect(read(first)).toMatchObject({
      identifier: 'test-desk.flood.flood-1',
      sender: 'desk@desk.example',
      sent: '2026-12-01T09:00:00+05:00',
      status: 'Actual',
      msgType: 'Alert',
      scope: 'Public',
      incidents: 'flood',
    });
    expect(xml(first)).toBe(xml(first));
  });

  it('refers to nothing where it is the first', () => expect(read(first)).not.toHaveProperty('references'));

  it('refers to every earlier message that still holds, and to none that has run out', () => {
    expect(read(second).references).toBe('desk@desk.example,test-desk.flood.flood-1,2026-12-01T09:00:00+05:00');
    // The first ran out an hour before the cancellation.
    expect(read(cancel).references).toBe('desk@desk.example,test-desk.flood.flood-2,2026-12-01T18:00:00+05:00');
    const early = { ...cancel, sentAt: '2026-12-01T20:00:00+05:00' };
    expect(read(early, sampleIncident([first, second, early])).references).toBe(
      'desk@desk.example,test-desk.flood.flood-1,2026-12-01T09:00:00+05:00 desk@desk.example,test-desk.flood.flood-2,2026-12-01T18:00:00+05:00',
    );
  });

  it('says in its headline and in a note that an exercise is none', () => {
    const exercise = read(first, sampleIncident([first], { status: 'exercise' }));
    expect(exercise).toMatchObject({ status: 'Exercise', note: 'This is no real alert. Do nothing.' });
    expect(exercise.info.map(({ headline }: { headline: string }) => headline)).toEqual([
      'TEST: Tap water is unsafe',
      'آزمائش: نل کا پانی محفوظ نہیں',
    ]);
  });

  it('is an exercise to every machine where the desk is a demonstration', () => {
    const demonstration = { ...organisation, demonstration: { en: 'Nobody runs this desk.' } };
    const alert = parser.parse(capAlert({ incident, update: first, organisation: demonstration })).alert;
    expect([alert.status, alert.info[0].headline]).toEqual(['Exercise', 'TEST: Tap water is unsafe']);
  });

  it('keeps signs that XML would take for its own', () => {
    const [en] = Object.values(first.versions);
    const odd = { ...first, versions: { en: { ...en, headline: 'Less than 5 < 6 & more ]]> “quoted”' } } } as Update;
    expect(read(odd).info[0].headline).toBe('Less than 5 < 6 & more ]]> “quoted”');
  });

  it.each([
    ['2026-12-01T09:00:00+05:00', '2026-12-01T09:00:00+05:00'],
    ['2026-12-01T09:00+05:00', '2026-12-01T09:00:00+05:00'],
    ['2026-12-01T04:00:00Z', '2026-12-01T04:00:00-00:00'],
    ['2026-12-01T04:00:00+00:00', '2026-12-01T04:00:00-00:00'],
    ['2026-12-01T04:00:00.5-03:30', '2026-12-01T04:00:00-03:30'],
  ])('writes the instant %s as CAP does', (instant, written) => expect(capTime(instant)).toBe(written));

  it.runIf(existsSync(SCHEMA)).each([
    ['an alert', first],
    ['an update', second],
    ['a cancellation', cancel],
  ])('is valid against OASIS’s schema: %s', async (_, update) => {
    const { valid, errors } = await validateXML({
      xml: [{ fileName: 'alert.xml', contents: xml(update) }],
      schema: [readFileSync(SCHEMA, 'utf8')],
    });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it.runIf(existsSync(SCHEMA))('would be refused by the schema with a moment in `Z`', async () => {
    const { valid } = await validateXML({
      xml: [{ fileName: 'alert.xml', contents: xml(first).replace('+05:00</sent>', 'Z</sent>') }],
      schema: [readFileSync(SCHEMA, 'utf8')],
    });
    expect(valid).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { type CalendarLayer, composeCalendar, releases } from '../calendar/tables.ts';
import { type Procedure, procedureById } from '../procedures/index.ts';
import { type Calendars, rulesForNew, type Steering } from './calendars.ts';

/** Calendars of which only the layers and their ids matter. */
const calendarsWith = (...departments: string[]): Calendars => ({
  ...({} as Calendars),
  layers: () =>
    departments.map(
      (department): CalendarLayer => ({
        ...{ id: `of-${department}`, name: department, level: 'organ', parentId: 'cn', department },
      }),
    ),
  current: (id) => ({
    ...composeCalendar(releases, { calendarId: 'cn', parents: [], from: '2026-01-01', to: '2026-12-31' }),
    id,
  }),
});

const parties = {
  'platform-manager': 'tech',
  'duty-officer': 'unit',
  'unit-head': 'unit',
  'party-office': 'office',
  'licence-issuer': 'service',
};

describe('a new case goes by the calendar of the department that takes it up first', () => {
  it.each<[says: string, procedure: string, facts: Steering['facts'], owners: string[], calendar: string]>([
    ['which has one of its own', 'lz-share-conditional', {}, ['tech'], 'of-tech'],
    ['which has none: of its place', 'lz-share-conditional', {}, ['unit', 'office'], 'cn-gs-lzxq'],
    [
      'an incident: of the unit, not of the office called first',
      'lz-incident-intrusion',
      {},
      ['office', 'unit'],
      'of-unit',
    ],
    ['a case that opens with calls alone', 'lz-incident-defacement', {}, ['office', 'unit'], 'cn-gs-lzxq'],
    [
      '… and with what has to be done at once',
      'lz-incident-defacement',
      { urgent: true },
      ['unit'],
      'of-unit',
    ],
    [
      'a department that a fact names',
      'lz-licence-objection',
      { issuer: 'hrss' },
      ['service', 'hrss'],
      'of-hrss',
    ],
    ['… and that is nobody’s', 'lz-licence-objection', {}, ['service', 'hrss'], 'of-service'],
    ['a case that opens no stage', 'lz-share-open', {}, ['tech'], 'cn-gs-lzxq'],
  ])('%s', (_says, id, facts, owners, calendar) => {
    const procedure = procedureById(id) as Procedure;
    expect(rulesForNew(calendarsWith(...owners), procedure, { parties, facts }).calendar.id).toBe(calendar);
  });
});

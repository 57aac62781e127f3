import { describe, expect, it } from 'vitest';
import { openCalendar } from '../../calendar/index.ts';
import { decide, evolve, isRefusal, type Rules, unborn } from '../../cases/index.ts';
import { procedureById } from '../../procedures/index.ts';
import { shippedCalendars } from '../shipped-calendars.ts';
import { presentClock } from './clock.ts';
import { maskedContents } from './form.ts';
import { withInstants } from './instants.ts';
import { NO_DOCUMENTS } from './limit.ts';
import { maskName, maskNumber, maskText } from './mask.ts';

const NOW = Date.parse('2026-11-23T09:30:00+08:00');

describe('masks', () => {
  it('keep the first character of a name and hide how long it is', () => {
    expect(['王小明', '李四', '𠮷田', ''].map(maskName)).toEqual(['王**', '李**', '𠮷**', '']);
  });
  it('hide the middle of numbers, in texts too', () => {
    expect(maskNumber('11010519491231002X')).toBe('110105********002X');
    expect(maskNumber('E12345678')).toBe('E****8');
    expect(maskText('身份证11010519491231002X，电话13912345678，单号2026112300012345678')).toBe(
      '身份证110105********002X，电话139****5678，单号2026112300012345678',
    );
  });
  it('reach into nested contents', () => {
    expect(maskedContents({ a: [{ name: '王小明', idNumber: '11010519491231002X' }], n: 1 })).toEqual({
      a: [{ name: '王**', idNumber: '110105********002X' }],
      n: 1,
    });
  });
});

describe('instants', () => {
  it('are written out wherever they stand, and nothing else is changed', () => {
    const iso = '2026-11-23T09:30:00+08:00';
    expect(
      withInstants({
        dueAtMs: NOW,
        warnAtMs: null,
        term: { startMs: NOW, pauses: [{ fromMs: NOW, toMs: null }] },
        facts: { foundAt: NOW },
        n: 3,
      }),
    ).toEqual({
      dueAt: iso,
      warnAt: null,
      term: { startAt: iso, pauses: [{ fromAt: iso, toAt: null }] },
      facts: { foundAt: iso },
      n: 3,
    });
  });
});

describe('a clock', () => {
  const calendars = shippedCalendars({ from: '2024-01-01', to: '2030-12-31' });
  const calendar = openCalendar(calendars.current('cn-gs-lzxq'));
  const rules: Rules = { procedure: procedureById('lz-share-conditional')!, calendar };
  const events = decide(
    rules,
    unborn,
    {
      ...{ type: 'submit', id: 'c', no: 'LZ-20261123-0001', procedure: 'lz-share-conditional' },
      ...{
        edition: rules.procedure.edition.id,
        parties: { 'platform-manager': 'lz-tech' },
        facts: {},
        digest: '',
      },
      actor: { personId: 'p', department: 'lz-civil', role: 'requester' },
    },
    NOW,
  );
  if (isRefusal(events)) throw new Error(events.code);
  const clock = events.reduce(evolve, unborn).clocks['review-1']!;
  const due = Date.parse('2026-11-26T00:00:00+08:00');
  const rows: [says: string, atMs: number, shown: object][] = [
    [
      'two working days are left at the start',
      NOW,
      { state: 'running', light: 'green', remaining: { workingDays: 2 } },
    ],
    [
      'yellow from the beginning of the last day',
      due - 86_400_000,
      { state: 'running', light: 'yellow', remaining: { workingDays: 1 } },
    ],
    ['running in its last millisecond', due - 1, { state: 'running', overdue: false, overdueBy: null }],
    [
      'missed at its end',
      due,
      {
        state: 'missed',
        overdue: true,
        light: 'red',
        remaining: { workingDays: 0 },
        overdueBy: { workingDays: 1, minutes: 0 },
      },
    ],
  ];
  it.each(rows)('%s', (_says, atMs, shown) => {
    expect(presentClock(clock, () => calendar, NO_DOCUMENTS, atMs)).toMatchObject(shown);
  });
  it('that was stopped keeps what was left then', () => {
    const stopped = { ...clock, state: 'met' as const, stoppedAtMs: NOW };
    expect(presentClock(stopped, () => calendar, NO_DOCUMENTS, due + 1)).toMatchObject({
      state: 'met',
      overdue: false,
      remaining: { workingDays: 2 },
    });
  });
  it('every version of the shipped calendar that is known can be asked for again', () => {
    const current = calendars.current('cn-gs-lzxq');
    expect(calendars.at({ id: current.id, version: current.version })).toEqual(current);
    expect(() => calendars.at({ id: current.id, version: current.version + 1 })).toThrow(RangeError);
  });
});

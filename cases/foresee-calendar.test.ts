import { describe, expect, it } from 'vitest';
import { type Closure, type ClosureEffect, openCalendar, type WorkCalendar } from '../calendar/index.ts';
import { calendars, composeCalendar, parentsOf, type Release, releases } from '../calendar/tables.ts';
import { notice2027 } from '../test/support/notice-2027.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import { decide } from './decide.ts';
import { foreseeCalendar } from './foresee-calendar.ts';
import { type CaseEvent, fold } from './index.ts';

const SPAN = { from: '2024-01-01', to: '2030-12-31' };
const CHAIN = { calendarId: 'cn-gs-lzxq', parents: parentsOf(calendars, 'cn-gs-lzxq') };

const daysOf = (days: { date: string; state: 'working' | 'off'; name: string }[]): Release['days'] =>
  Object.fromEntries(days.map(({ date, state, name }) => [date, { state, name }]));
/** The calendar of Lanzhou New Area with one release more. */
const withRelease = (
  days: Release['days'],
  coverage: Release['coverage'],
  calendarId = 'cn',
  closures: Closure[] = [],
): WorkCalendar => {
  const notice = { title: '通知', publishedAt: '2026-12-30' };
  return openCalendar(
    composeCalendar([...releases, { calendarId, version: 99, notice, coverage, days, closures }], {
      ...CHAIN,
      ...SPAN,
    }),
  );
};
const closed = (date: string, effect: ClosureEffect): WorkCalendar =>
  withRelease({}, { from: date, to: date }, 'cn-gs-lzxq', [{ from: date, to: date, effect, reason: '暴雪' }]);
const with2027 = (): WorkCalendar => withRelease(daysOf(notice2027().days), notice2027().coverage);
const oneDay = (date: string, state: 'working' | 'off'): WorkCalendar =>
  withRelease({ [date]: { state, name: '临时' } }, { from: date, to: date }, 'cn-gs-lzxq');

const kinds = (share: PureCase, calendar: WorkCalendar, local: string) =>
  foreseeCalendar({ ...share.rules, calendar }, share.state, at(local)).map((change) => change.kinds);
const adopt = (share: PureCase, calendar: WorkCalendar, local: string): CaseEvent[] =>
  decide(
    { ...share.rules, calendar },
    share.state,
    { type: 'adopt-calendar', id: 'a', calendar: { id: calendar.id, version: calendar.version } },
    at(local),
  ) as CaseEvent[];

const filed = (local: string) => new PureCase('lz-share-conditional').submit(local);

describe('what a calendar would do is what its adoption does', () => {
  it('a provisional clock of 2027 becomes firm when the notice for 2027 is published', () => {
    const share = filed('2026-12-30T10:00');
    const before = share.state.clocks['review-1'];
    expect(before?.provisional).toBe(true);
    expect(kinds(share, with2027(), '2026-12-30T12:00')).toEqual([['firm']]);
    const after = fold(adopt(share, with2027(), '2026-12-30T12:00'), share.state).clocks['review-1'];
    expect(after).toMatchObject({ provisional: false, dueDay: '2027-01-04', earliestAtMs: after?.dueAtMs });
  });

  it.each([
    ['a day off moves the end later', '2026-11-23', '2026-11-24', 'off', ['later'], '2026-11-26'],
    [
      'a worked Saturday moves the end earlier',
      '2026-11-26',
      '2026-11-28',
      'working',
      ['earlier'],
      '2026-11-28',
    ],
  ] as const)('%s', (_says, filedOn, date, state, expected, dueDay) => {
    const share = filed(`${filedOn}T10:00`);
    const calendar = oneDay(date, state);
    const [change] = foreseeCalendar({ ...share.rules, calendar }, share.state, at(`${filedOn}T11:00`));
    expect([change?.kinds, change?.move?.dueDay]).toEqual([expected, dueDay]);
    const [event] = adopt(share, calendar, `${filedOn}T11:00`);
    expect(event?.type === 'DeadlineMoved' && event.data.moves.map((move) => move.dueDay)).toEqual([dueDay]);
  });

  it.each<[ClosureEffect, ReturnType<typeof kinds>]>([
    ['day-off', [['later']]],
    ['excluded', [['later']]],
    ['runs', []],
  ])('a closure of the effect %s', (effect, expected) => {
    const share = filed('2026-11-23T10:00');
    const calendar = closed('2026-11-24', effect);
    expect(kinds(share, calendar, '2026-11-23T11:00')).toEqual(expected);
    const moved = adopt(share, calendar, '2026-11-23T11:00').flatMap((event) =>
      event.type === 'DeadlineMoved' ? event.data.moves.map(({ dueDay }) => dueDay) : [],
    );
    expect(moved).toEqual(expected.map(() => '2026-11-26'));
  });

  it('a clock whose new end has passed is missed at once', () => {
    const share = filed('2026-11-26T10:00');
    expect(kinds(share, oneDay('2026-11-28', 'working'), '2026-11-29T09:00')).toEqual([
      ['earlier', 'missed'],
    ]);
    const types = adopt(share, oneDay('2026-11-28', 'working'), '2026-11-29T09:00').map(({ type }) => type);
    expect(types.indexOf('ClockMissed')).toBeGreaterThan(types.indexOf('DeadlineMoved'));
  });

  it('a missed clock keeps its end', () => {
    const share = filed('2026-11-23T10:00').until('2026-11-26T10:00');
    expect(share.state.clocks['review-1']?.state).toBe('missed');
    expect(kinds(share, oneDay('2026-11-24', 'off'), '2026-11-27T10:00')).toEqual([['missed-kept']]);
    const after = fold(adopt(share, oneDay('2026-11-24', 'off'), '2026-11-26T10:00'), share.state);
    expect(after.clocks['review-1']).toMatchObject({ state: 'missed', dueDay: '2026-11-25' });
  });

  it('a missed clock that would still run by the calendar keeps its end too, and is told of', () => {
    const share = filed('2026-11-23T10:00').until('2026-11-26T10:00');
    const calendar = oneDay('2026-11-24', 'off');
    const [change] = foreseeCalendar({ ...share.rules, calendar }, share.state, at('2026-11-26T10:00'));
    expect(change).toMatchObject({
      kinds: ['missed-kept', 'would-not-be-missed'],
      move: null,
      forgone: { dueDay: '2026-11-26', dueAtMs: at('2026-11-27T00:00') },
    });
  });

  describe('a worked Saturday moves a limit of the side that holds the case earlier', () => {
    const calendarId = 'cn-hl-daqing';
    const notice = { title: '通知', publishedAt: '2026-11-26' };
    const coverage = { from: '2026-11-28', to: '2026-11-28' };
    const days = { '2026-11-28': { state: 'working' as const, name: '临时' } };
    const calendar = openCalendar(
      composeCalendar([...releases, { calendarId, version: 99, notice, coverage, days }], {
        ...{ calendarId, parents: parentsOf(calendars, calendarId) },
        ...SPAN,
      }),
    );

    it('never where it binds the side that filed the case, which keeps the end it was told', () => {
      const sync = new PureCase('dq-licence-catalogue').submit('2026-11-26T10:00');
      const [clock] = Object.values(sync.state.clocks);
      expect([sync.state.tasks[clock?.id ?? '']?.role, clock?.dueDay]).toEqual([
        sync.state.submitter.role,
        '2026-11-30',
      ]);
      expect(kinds(sync, calendar, '2026-11-26T11:00')).toEqual([['filer-kept']]);
      const events = adopt(sync, calendar, '2026-11-26T11:00');
      expect(events.map((event) => event.type === 'DeadlineMoved' && event.data.moves)).toEqual([[]]);
    });

    it('but where nobody has filed it: a duty that came up of itself is the organ’s own', () => {
      const filing = new PureCase('dq-licence-catalogue');
      const { id, edition, submitters } = filing.rules.procedure;
      const unit = { department: 'dept-one', role: submitters[0]! };
      const command = {
        ...({ type: 'open-duty', id: 'd', no: 'T-1', procedure: id, edition: edition.id } as const),
        ...{ parties: {}, facts: {}, digest: '', ...unit },
      };
      const events = decide(filing.rules, filing.state, command, at('2026-11-26T10:00')) as CaseEvent[];
      filing.state = fold(events, filing.state);
      expect(kinds(filing, calendar, '2026-11-26T11:00')).toEqual([['earlier']]);
      const after = fold(adopt(filing, calendar, '2026-11-26T11:00'), filing.state);
      expect(Object.values(after.clocks)[0]).toMatchObject({ dueDay: '2026-11-28' });
    });
  });

  it('a case whose clocks the days do not reach is not affected; a closed case never moves', () => {
    const share = filed('2026-11-23T10:00');
    expect(kinds(share, oneDay('2026-12-30', 'off'), '2026-11-23T11:00')).toEqual([]);
    share.must({ type: 'withdraw' }, '2026-11-23T12:00', actor('requester'));
    expect(kinds(share, oneDay('2026-11-24', 'off'), '2026-11-23T13:00')).toEqual([]);
    expect(adopt(share, oneDay('2026-11-24', 'off'), '2026-11-23T13:00')).toEqual([]);
  });
});

describe('a calendar is adopted once', () => {
  it('the same version again, or an older one, brings about nothing', () => {
    const share = filed('2026-11-23T10:00');
    const calendar = oneDay('2026-11-24', 'off');
    const events = adopt(share, calendar, '2026-11-23T11:00');
    expect(events.map(({ type }) => type)).toEqual(['DeadlineMoved']);
    const state = fold(events, share.state);
    const again = {
      type: 'adopt-calendar',
      id: 'b',
      calendar: { id: calendar.id, version: calendar.version },
    } as const;
    expect(decide({ ...share.rules, calendar }, state, again, at('2026-11-23T12:00'))).toEqual([]);
    expect(decide(share.rules, state, again, at('2026-11-23T12:00'))).toEqual([]);
  });

  it('a person’s command adopts a newer calendar before it is judged, and what it opens is counted by it', () => {
    const share = filed('2026-11-23T10:00');
    const calendar = oneDay('2026-11-30', 'off');
    const pass = {
      type: 'decide',
      task: 'review-1',
      outcome: 'pass',
      gives: [],
      facts: {},
      digest: '',
    } as const;
    const command = { ...pass, gives: [], id: 'd', actor: actor('platform-manager') };
    const events = decide(
      { ...share.rules, calendar },
      share.state,
      command,
      at('2026-11-25T10:00'),
    ) as CaseEvent[];
    const moved = events.find((event) => event.type === 'DeadlineMoved');
    expect(moved?.actor).toBe('system');
    expect(events.indexOf(moved as CaseEvent)).toBeLessThan(
      events.findIndex(({ type }) => type === 'Decided'),
    );
    expect(fold(events, share.state).clocks['authorise-1']).toMatchObject({
      dueDay: '2026-12-01',
      calendar: { version: calendar.version },
    });
  });
});

describe('a provisional clock', () => {
  it('warns at the earliest possible end', () => {
    const { clocks } = filed('2027-02-01T10:00').state;
    const clock = clocks['review-1'];
    expect(clock?.provisional).toBe(true);
    expect(clock?.earliestAtMs).toBeLessThanOrEqual(clock?.dueAtMs ?? 0);
    expect((clock?.warnAtMs ?? 0) + 86_400_000).toBeLessThanOrEqual(clock?.earliestAtMs ?? 0);
  });
  it('warns before its likely end where that can come sooner', () => {
    // Friday: the weekend before the Spring Festival may be worked, so two working days can end on Sunday.
    const clock = filed('2027-01-29T10:00').state.clocks['review-1'];
    expect(clock?.dueDay).toBe('2027-02-02');
    expect(clock?.warnAtMs).toBe(at('2027-01-31T00:00'));
  });
});

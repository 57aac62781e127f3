import { describe, expect, it } from 'vitest';
import { procedureById } from '../procedures/index.ts';
import { statutory, target } from '../procedures/limits.ts';
import type { Condition, Fact, Procedure, Stage } from '../procedures/schema.ts';
import { actor, at, PureCase } from '../test/support/pure-case.ts';
import type { EventType } from './events.ts';
import { KEEPS_ACTS_WITHIN } from './rules.ts';

const NIGHT = '2026-11-23T22:00';
const OFFICER = actor('duty-officer');
const base = procedureById('dq-incident') as Procedure;
const { basis } = base;
const levels = (...among: Fact[]): Condition => ({ fact: 'level', in: among });

/** The incident with what no regulated procedure has: a limit by level, a start by level, a department that a fact names, a triage, supplements. */
const incident: Procedure = {
  ...base,
  family: 'access',
  start: [...base.start, { stage: 'triage', when: levels('IV') }, { stage: 'escort', when: levels('I') }],
  form: { ...base.form, helper: { title: '协助单位', type: 'department', steers: 'helper' } },
  stages: {
    ...base.stages,
    contain: {
      ...(base.stages.contain as Stage),
      clocks: [
        {
          from: { fact: 'foundAt' },
          limit: [
            { when: levels('I', 'II'), limit: target(1, 'hour', basis) },
            { when: levels('III', 'IV'), limit: target(4, 'hour', basis) },
          ],
        },
      ],
    },
    triage: {
      title: '复核级别',
      basis,
      by: 'security-lead',
      within: target(1, 'hour', basis),
      outcomes: { graver: { title: '定为特别重大', sets: { level: 'I' } } },
    },
    escort: {
      title: '协助处置',
      basis,
      by: { role: 'platform-operator', department: 'helper' },
      within: target(1, 'working-day', basis),
      outcomes: { done: { title: '已协助' } },
    },
  },
};

/** Of the practice under which a supplement may say of every fact something else. */
const practice = KEEPS_ACTS_WITHIN - 1;

const filed = (level: string, facts: Record<string, Fact> = {}): PureCase =>
  new PureCase('dq-incident', { procedure: incident, practice }).submit(NIGHT, {
    foundAt: at('2026-11-23T21:50'),
    level,
    helper: 'dept-one',
    ...facts,
  });

/** The manager asks for a supplement of the receipt, the officer answers with facts of the form. */
const supplemented = (
  theCase: PureCase,
  facts: Record<string, Fact>,
  local = '2026-11-23T22:20',
): PureCase => {
  theCase.decide('report', 'reported', NIGHT);
  const receive = theCase.open().find((id) => id.startsWith('receive')) as string;
  const { role, department } = theCase.state.tasks[receive]!;
  const by = { personId: `${role}/one`, role, department };
  theCase.must({ type: 'request-supplement', task: receive, gives: ['reasons'] }, '2026-11-23T22:10', by);
  return theCase.must({ type: 'supplement', facts, digest: '' }, local, OFFICER);
};
const told = (theCase: PureCase, type: EventType) =>
  theCase.events.filter((event) => event.type === type).map(({ data }) => data);

describe('a level has the same consequences, whoever sets it', () => {
  const ways: [how: string, to: (theCase: PureCase) => PureCase, why: string][] = [
    [
      'raised by an act of its own',
      (one) =>
        one.must({ type: 'change-level', level: 'I', gives: ['reasons'] }, '2026-11-23T22:20', OFFICER),
      'level',
    ],
    ['put right in a supplement', (one) => supplemented(one, { level: 'I' }), 'supplement'],
    ['set by a decision', (one) => one.decide('triage', 'graver', '2026-11-23T22:20'), 'decision'],
  ];
  it.each(ways)('%s: limits counted anew, stages called for, and told', (_how, raise, why) => {
    const theCase = filed('IV');
    expect(theCase.state.clocks['contain-1']?.dueAtMs).toBe(at('2026-11-24T01:50'));
    expect(theCase.open()).not.toContain('escort-1');
    raise(theCase);
    expect(theCase.state.facts.level).toBe('I');
    expect(told(theCase, 'LevelChanged')).toEqual([{ fact: 'level', from: 'IV', to: 'I' }]);
    expect(told(theCase, 'DeadlineMoved')).toMatchObject([{ why, moves: [{ clock: 'contain-1' }] }]);
    expect(theCase.state.clocks['contain-1']).toMatchObject({
      dueAtMs: at('2026-11-23T22:50'),
      limit: { amount: 1, unit: 'hour' },
    });
    expect(theCase.open()).toContain('escort-1');
    if (why !== 'decision') expect(theCase.open()).toContain('triage-1');
  });

  it('raised so late that the limit of the new level has passed, it is missed at once', () => {
    const theCase = supplemented(filed('IV'), { level: 'II' }, '2026-11-23T23:00');
    expect(theCase.state.clocks['contain-1']?.state).toBe('missed');
  });

  it('a limit missed under the old level keeps its end', () => {
    const theCase = supplemented(filed('II'), { level: 'IV' }, '2026-11-23T23:00');
    expect(theCase.state.clocks['contain-1']).toMatchObject({
      state: 'missed',
      dueAtMs: at('2026-11-23T22:50'),
    });
  });

  it('a stage that a settled one did not call for is called for by the level that a supplement tells', () => {
    const theCase = supplemented(filed('IV'), { level: 'II' });
    expect(theCase.open()).toContain('coordinate-1');
  });
});

describe('what else a supplement puts right', () => {
  it('a clock counts from the instant of the answer, not of the mistake', () => {
    const theCase = supplemented(filed('IV'), { foundAt: at('2026-11-23T20:00') });
    expect(theCase.state.clocks['contain-1']?.dueAtMs).toBe(at('2026-11-24T00:00'));
    expect(told(theCase, 'LevelChanged')).toEqual([]);
  });

  it('an answer that changes nothing moves nothing and opens nothing', () => {
    const theCase = supplemented(filed('IV'), { level: 'IV', foundAt: at('2026-11-23T21:50') });
    expect(told(theCase, 'DeadlineMoved')).toEqual([]);
    expect(told(theCase, 'LevelChanged')).toEqual([]);
    expect(theCase.open()).not.toContain('escort-1');
  });

  it('the clock that the supplement itself has paused counts by the new facts once it runs again', () => {
    const slow: Procedure = {
      ...incident,
      stages: {
        ...incident.stages,
        receive: {
          ...(incident.stages.receive as Stage),
          clocks: [
            {
              limit: [
                { when: levels('I'), limit: statutory(1, 'working-day', basis) },
                { when: levels('IV'), limit: statutory(3, 'working-day', basis) },
              ],
            },
          ],
        },
      },
    };
    const theCase = new PureCase('dq-incident', { procedure: slow, practice }).submit(NIGHT, {
      foundAt: at(NIGHT),
      level: 'IV',
    });
    supplemented(theCase, { level: 'I' }, '2026-11-25T10:00');
    expect(theCase.state.clocks['receive-1']).toMatchObject({ state: 'running', dueDay: '2026-11-26' });
  });
});

describe('a seat whose department a fact names', () => {
  it('is that department; where none is named, the one that has the role in the place', () => {
    expect(filed('I').state.tasks['escort-1']?.department).toBe('dept-one');
    const { helper: _none, ...rest } = filed('I').state.facts;
    const unnamed = new PureCase('dq-incident', { procedure: incident }).submit(NIGHT, rest);
    expect(unnamed.state.tasks['escort-1']?.department).toBe('dept-of-platform-operator');
  });

  it('goes where the supplement says, with its ladder', () => {
    const theCase = supplemented(filed('I'), { helper: 'dept-two' });
    expect(theCase.state.tasks['escort-1']).toMatchObject({ state: 'open', department: 'dept-two' });
    expect(theCase.state.clocks['escort-1']?.rungs[0]?.to).toEqual({
      role: 'unit-head',
      department: 'dept-two',
    });
    expect(told(theCase, 'Transferred')).toMatchObject([{ task: 'escort-1', toDepartment: 'dept-two' }]);
  });

  it('stays where it was handed on to by hand', () => {
    const theCase = filed('I');
    const { role, department } = theCase.state.tasks['escort-1']!;
    const hand = { type: 'transfer', task: 'escort-1', toDepartment: 'dept-three', toPerson: null } as const;
    theCase.must({ ...hand, gives: ['reasons'] }, NIGHT, { personId: 'one', role, department });
    supplemented(theCase, { helper: 'dept-two' });
    expect(theCase.state.tasks['escort-1']?.department).toBe('dept-three');
  });
});

describe('a stage that starts the case only on a condition', () => {
  it.each([
    [true, ['cut-off-1', 'notify-1']],
    [false, ['call-lead-1', 'call-police-1', 'call-office-1', 'notify-1']],
  ])('LZ-P 第一百六十八条（二）1 情况紧急的，及时断网: urgent %s', (urgent, open) => {
    const theCase = new PureCase('lz-incident-defacement').submit(NIGHT, { foundAt: at(NIGHT), urgent });
    expect(theCase.open()).toEqual(open);
    expect(theCase.state.clocks['cut-off-1'] !== undefined).toBe(urgent);
  });

  it('opens when a supplement makes the condition hold, and stays when one takes it back', () => {
    const theCase = supplemented(filed('III'), { level: 'IV' });
    expect(theCase.open()).toContain('triage-1');
    const back = filed('IV');
    supplemented(back, { level: 'III' });
    expect(back.open()).toContain('triage-1');
  });
});

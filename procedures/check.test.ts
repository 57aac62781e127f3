import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.ts';
import { allProcedures, type Opening, type Procedure, procedureById } from './index.ts';
import type { LimitRule, Stage } from './schema.ts';

describe('every procedure can be run to an end and cites its law', () => {
  it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))('%s', (_id, procedure) => {
    expect(findingsOf(procedure)).toEqual([]);
  });

  it('has an id of its own in its jurisdiction, and each edition a name of its own', () => {
    const ids = allProcedures().map(({ id, jurisdiction }) => `${id} in ${jurisdiction}`);
    expect(new Set(ids).size).toBe(ids.length);
    const editions = allProcedures().map(({ id, edition }) => `${id}@${edition.id}`);
    expect(new Set(editions).size).toBe(editions.length);
    for (const procedure of allProcedures()) {
      expect(procedureById(procedure.id, procedure.edition.id)).toBe(procedure);
    }
  });
});

it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
  '%s says what in it is a reading of ours, or a figure the text does not give',
  (_id, { houseRules = [] }) => {
    expect(houseRules.filter((rule) => rule.length > 10)).not.toEqual([]);
    expect(new Set(houseRules).size).toBe(houseRules.length);
  },
);

/** LZ-D 第七条, LY-D 第四十九条（五）, LS-D 第二十五条, DQ-D 第二十一条: data are used for the purpose stated, and a use is held against it. */
describe('whoever is granted data has said what for', () => {
  const granting = allProcedures().filter(({ stages, onEnding = {} }) =>
    [
      ...Object.values(stages).flatMap(({ outcomes }) =>
        Object.values(outcomes).map(({ effects = [] }) => effects),
      ),
      ...Object.values(onEnding),
    ]
      .flat()
      .some(({ register, op }) => register === 'data-grants' && op === 'open'),
  );
  it.each(granting.map((procedure) => [procedure.id, procedure] as const))('%s', (_id, { form }) => {
    expect(form.purpose).toMatchObject({ type: 'text' });
    expect(form.purpose?.required).not.toBe(false);
  });
});

/** An outcome whose name refuses, or sends back: 不予……, 不同意……, ……不通过, 退回……. */
const REFUSES = /(^|，)(不予|不同意|不再|退回)|不通过/;

it.each(allProcedures().map((procedure) => [procedure.id, procedure] as const))(
  '%s refuses and sends back nothing without reasons',
  (_id, { stages }) => {
    const silent = Object.entries(stages).flatMap(([stage, { outcomes }]) =>
      Object.entries(outcomes)
        .filter(([, { title, demands }]) => REFUSES.test(title) && demands?.includes('reasons') !== true)
        .map(([outcome]) => `${stage}:${outcome}`),
    );
    expect(silent).toEqual([]);
  },
);

const MAY_BE_SILENT = { title: '是否涉密', type: 'not-classified', required: false } as const;
const SILENT: Stage['outcomes'] = {
  done: {
    title: '已完成',
    fields: { report: { title: '情况', type: 'text', required: false } },
    ends: 'done',
  },
};

describe('the check finds what is planted', () => {
  const base = procedureById('lz-share-conditional') as Procedure;
  const duty = procedureById('lz-virus-scan') as Procedure;
  const stages = base.stages;
  const review = stages.review as Procedure['stages'][string];
  const planted: [string, Procedure][] = [
    ['never opens', { ...base, stages: { ...stages, lost: review } }],
    ['unknown stage nowhere', withReview({ outcomes: { pass: { title: '通过', opens: ['nowhere'] } } })],
    ['leads nowhere', withReview({ outcomes: { ...review.outcomes, pass: { title: '通过' } } })],
    [
      'unknown ending gone',
      withReview({ outcomes: { ...review.outcomes, refuse: { title: '否', ends: 'gone' } } }),
    ],
    ['no clock', withReview({ within: undefined as never })],
    ['unknown role nobody', withReview({ by: 'nobody' as never })],
    ['several seats, no agreement', withReview({ by: ['platform-manager', 'data-provider'] })],
    [
      'does not call for exchange',
      { ...base, stages: { ...stages, exchange: { ...stages.exchange, join: ['review'] } as never } },
    ],
    ['nobody may submit', { ...base, submitters: [] }],
    ['does not ask whether it is classified', { ...base, form: { ...base.form, classified: MAY_BE_SILENT } }],
    [
      'does not ask whether what it hands in is classified',
      { ...duty, stages: { ...duty.stages, perform: { ...duty.stages.perform, outcomes: SILENT } as never } },
    ],
    [
      'nothing sets the fact weather',
      withReview({
        outcomes: {
          ...review.outcomes,
          pass: { title: '通过', opens: [{ stage: 'authorise', when: { fact: 'weather', in: ['fine'] } }] },
        },
      }),
    ],
  ];
  const limitOf = (limit: object, rule: object = {}): Procedure =>
    withReview({
      clocks: [{ limit: { kind: 'statutory', basis: base.basis, ...limit } as LimitRule, ...rule }],
    });
  const onThe15th = { unit: 'date', rule: { kind: 'day-of-month', day: 15 } };
  const byMonth = (rule: object): Procedure => ({
    ...limitOf({ unit: 'date', rule, move: 'none', datedBy: { fact: 'month' } }),
    form: { ...base.form, month: { type: 'period', every: 'month', title: '月份', steers: 'month' } },
  });
  planted.push(
    ...(['working-day', 'month', 'hour', 'minute'] as const).map((unit): [string, Procedure] => [
      'prolonged by holidays is a limit in days',
      limitOf({ amount: 2, unit, prolongedByHolidays: true }),
    ]),
    [
      'prolonged by holidays is a limit in days',
      limitOf({ unit: 'date', until: { fact: 'x' }, move: 'next', prolongedByHolidays: true }),
    ],
    [
      'a date that holidays prolong moves off a rest day',
      limitOf({ ...onThe15th, move: 'none', prolongedByHolidays: true }),
    ],
    ...(['working-day', 'day', 'minute'] as const).map((unit): [string, Procedure] => [
      'only a limit in hours begins with the next hour',
      limitOf({ amount: 2, unit, fromNextHour: true }),
    ]),
    ['a day of receipt for a clock', limitOf({ amount: 2, unit: 'hour' }, { startsOnWorkingDay: true })],
    ['a day of receipt for a clock', limitOf({ ...onThe15th, move: 'next' }, { cutOff: 'office-hours' })],
    ['no field asks for the period plannedYear', limitOf({ ...onThe15th, datedBy: { fact: 'plannedYear' } })],
    [
      'not every month has such a date',
      limitOf({
        ...{ unit: 'date', rule: { kind: 'quarter-first-ten-days' }, move: 'none' },
        datedBy: { every: 'month' },
      }),
    ],
    ['the period month need not have such a date', byMonth({ kind: 'month-end', month: 9 })],
    ['the period month need not have such a date', byMonth({ kind: 'period-end', of: 'quarter' })],
    ['the period month need not have such a date', byMonth({ kind: 'on', date: '2026-09-30' })],
    ['a close of business for a clock', limitOf({ amount: 2, unit: 'hour' }, { closes: 'office-hours' })],
    ['no minute of the day', limitOf({ amount: 2, unit: 'working-day' }, { closes: { atMinute: 1441 } })],
  );
  const sound: [string, Procedure][] = [
    ['days', limitOf({ amount: 15, unit: 'day', prolongedByHolidays: true }, { closes: { atMinute: 1050 } })],
    [
      'a date',
      limitOf({ ...onThe15th, move: 'next', prolongedByHolidays: true }, { closes: 'office-hours' }),
    ],
    ['a period', byMonth({ kind: 'day-of-month', day: 25 })],
    ['hours', limitOf({ amount: 48, unit: 'hour', fromNextHour: true })],
    [
      'receipt',
      limitOf({ amount: 5, unit: 'working-day' }, { cutOff: { atMinute: 1020 }, startsOnWorkingDay: true }),
    ],
  ];
  it.each(sound)('and nothing in a setting that its limit has: %s', (_of, procedure) => {
    expect(findingsOf(procedure)).toEqual([]);
  });

  const flag = { type: 'flag', title: '急件', steers: 'urgent' } as const;
  const starts = (form: Procedure['form']): Procedure => ({
    ...base,
    form,
    start: [{ stage: 'review', when: { fact: 'urgent', in: [true] } }],
  });
  planted.push(
    ['unknown stage nowhere', { ...base, start: ['review', { stage: 'nowhere', when: { all: [] } }] }],
    ['nothing sets the fact urgent', starts(base.form)],
    ['nothing starts it when {"urgent":false}', starts({ urgent: flag })],
    ['nothing starts it when {}', starts({ urgent: { ...flag, required: false } })],
    [
      'what urgent can be is no closed choice',
      starts({ urgent: { type: 'past-instant', title: '时间', steers: 'urgent' } }),
    ],
    [
      'no field names the department unit',
      withReview({ by: { role: 'platform-manager', department: 'unit' } }),
    ],
    [
      'no field names the department urgent',
      {
        ...withReview({ by: { role: 'platform-manager', department: 'urgent' } }),
        form: { ...base.form, urgent: flag },
      },
    ],
  );
  function withReview(change: Partial<typeof review>): Procedure {
    return { ...base, stages: { ...stages, review: { ...review, ...change } } };
  }
  it.each(planted)('%s', (finding, procedure) => {
    expect(findingsOf(procedure).join('\n')).toContain(finding);
  });

  it('and nothing where the conditions leave nothing out, or one stage always opens', () => {
    const when = (urgent: boolean): Opening => ({ stage: 'review', when: { fact: 'urgent', in: [urgent] } });
    const form = { ...base.form, urgent: flag };
    expect(findingsOf({ ...base, form, start: [when(true), when(false)] })).toEqual([]);
    expect(findingsOf({ ...base, form, start: [when(true), 'review'] })).toEqual([]);
  });
});

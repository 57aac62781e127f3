import { describe, expect, it } from 'vitest';
import { findingsOf } from './check.ts';
import { allProcedures, type Opening, type Procedure, procedureById } from './index.ts';

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

describe('the check finds what is planted', () => {
  const base = procedureById('lz-share-conditional') as Procedure;
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

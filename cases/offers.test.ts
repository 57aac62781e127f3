import { describe, expect, it } from 'vitest';
import { type Procedure, procedureById } from '../procedures/index.ts';
import type { Outcome, Stage } from '../procedures/schema.ts';
import { actor, PureCase } from '../test/support/pure-case.ts';
import { allowedActs } from './allowed-acts.ts';

const share = procedureById('lz-share-conditional') as Procedure;
const review = share.stages.review as Stage;
const { pass, ...others } = review.outcomes;
/** Passing is offered to what is not urgent; what is urgent asks who vouches for it. */
const procedure: Procedure = {
  ...share,
  id: 'made-up-for-this-test',
  form: { ...share.form, urgent: { title: '急件', type: 'flag', steers: 'urgent' } },
  stages: {
    ...share.stages,
    review: {
      ...review,
      outcomes: {
        pass: { ...(pass as Outcome), when: { fact: 'urgent', in: [false] } },
        vouched: {
          ...(pass as Outcome),
          demands: ['fields'],
          fields: { voucher: { title: '担保人', type: 'text', when: { fact: 'urgent', in: [true] } } },
        },
        ...others,
      },
    },
  },
};
const filed = (urgent: boolean): PureCase =>
  new PureCase(procedure.id, { procedure }).submit('2026-11-23T09:30', { urgent });

const reviewer = actor(review.by as 'platform-manager');
const decided = (theCase: PureCase, outcome: string, gives: ('fields' | 'reasons')[]) => {
  const body = { type: 'decide', task: 'review-1', outcome, gives, facts: {}, digest: '' } as const;
  return theCase.give(body, '2026-11-23T10:00', reviewer);
};

describe('an outcome that depends on a fact of the case', () => {
  it('is accepted while the fact is so', () => {
    expect(decided(filed(false), 'pass', [])).toBeNull();
  });

  it('is refused with what is offered instead, and changes nothing', () => {
    const theCase = filed(true);
    const before = structuredClone(theCase.state);
    const offered = ['vouched', ...Object.keys(others)];
    expect(decided(theCase, 'pass', [])).toMatchObject({ code: 'outcome_not_allowed', allowed: offered });
    expect(theCase.state).toEqual(before);
  });

  it.each([
    [true, ['vouched', ...Object.keys(others)], ['fields']],
    [false, ['pass', 'vouched', ...Object.keys(others)], []],
  ])('shows its button only then, and what it demands now: urgent %s', (urgent, outcomes, demands) => {
    const { rules, state } = filed(urgent);
    const acts = allowedActs(rules, state, reviewer, state.submittedAtMs);
    const shown = acts.flatMap((act) => (act.act === 'decide' ? act.outcomes : []));
    expect(shown.map(({ id }) => id)).toEqual(outcomes);
    expect(shown.find(({ id }) => id === 'vouched')?.demands).toEqual(demands);
  });

  it('demands fields only where it asks for any', () => {
    expect(decided(filed(true), 'vouched', [])).toMatchObject({ code: 'fields_required' });
    expect(decided(filed(false), 'vouched', [])).toBeNull();
  });
});

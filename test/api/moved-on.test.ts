import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { grant, openWorld, START_MS, type World } from './world.ts';

let world: World;
let no: string;
beforeAll(async () => {
  world = await openWorld();
  no = (await world.as('requester').submit()).body.case.no;
});
afterAll(() => world.close());

describe('a decision stays within what was asked for', () => {
  it('fewer items, a weaker mode and a nearer date are granted; anything more is not', async () => {
    const filed = (await world.as('requester').submit()).body.case.no;
    await world.as('manager').decide(filed, 'review-1', { outcome: 'pass' });
    for (const [name, value] of Object.entries({
      items: ['工资'],
      mode: 'bulk',
      until: '2027-07-01',
      users: ['别的科'],
    })) {
      const answer = await world.as('provider').decide(filed, 'authorise-1', grant({ [name]: value }));
      expect(answer.body).toMatchObject({
        status: 422,
        code: 'beyond_request',
        errors: [{ pointer: `/fields/${name}` }],
      });
    }
    const missing = await world.as('provider').decide(filed, 'authorise-1', { outcome: 'approve' });
    expect(missing.body).toMatchObject({
      status: 422,
      code: 'fields_required',
      errors: [{ pointer: '/fields' }],
    });
    expect((await world.as('provider').decide(filed, 'authorise-1', grant({ mode: 'compare' }))).status).toBe(
      201,
    );
  });
});

describe('a case that has moved on answers 409', () => {
  it('a task decided by somebody else says by whom and when', async () => {
    const filed = (await world.as('requester').submit()).body.case.no;
    await world.as('manager').decide(filed, 'review-1', { outcome: 'pass' });
    const late = await world.as('manager2').decide(filed, 'review-1', { outcome: 'pass' });
    expect(late.body).toMatchObject({
      status: 409,
      code: 'task_already_decided',
      already: {
        by: { name: '赵**', department: 'lz-tech', role: 'platform-manager' },
        at: isoOf(START_MS),
        outcome: 'pass',
      },
    });
  });
  it('a case that has ended says how, by whom and when, until it is opened again', async () => {
    const filed = (await world.as('requester').submit()).body.case.no;
    expect((await world.as('requester').act(filed, { act: 'withdraw' })).status).toBe(201);
    const late = await world.as('manager').decide(filed, 'review-1', { outcome: 'pass' });
    expect(late.body).toMatchObject({
      status: 409,
      code: 'case_closed',
      already: {
        by: { name: '王**', department: 'lz-civil', role: 'requester' },
        at: isoOf(START_MS),
        outcome: 'withdrawn',
      },
    });
  });
  it('an unknown outcome says which there are', async () => {
    const answer = await world.as('manager').decide(no, 'review-1', { outcome: 'maybe' });
    expect(answer.body).toMatchObject({
      status: 409,
      code: 'outcome_not_allowed',
      allowed: ['pass', 'refuse'],
    });
  });
  it('a second urge on one day is refused', async () => {
    expect((await world.as('requester').act(no, { act: 'urge' })).status).toBe(201);
    expect((await world.as('supervisor').act(no, { act: 'urge' })).body).toMatchObject({
      status: 409,
      code: 'urged_already',
    });
  });
});

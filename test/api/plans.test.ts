import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allProcedures } from '../../procedures/index.ts';
import { JURISDICTIONS } from '../../procedures/regulations.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const planned = (id: string) =>
  world
    .as('requester')
    .post(`/api/v1/procedures/${id}/plan`, { submittedAt: '2026-11-23T09:30:00+08:00' }, { key: null });

describe('what-if', () => {
  it('every procedure has a plan, in which no stage comes twice', async () => {
    for (const { id } of allProcedures()) {
      const { status, body } = await planned(id);
      expect(status, `${id} ${JSON.stringify(body)}`).toBe(200);
      const stages: string[] = body.stages.map(({ stage }: { stage: string }) => stage);
      expect(new Set(stages).size, id).toBe(stages.length);
    }
  });

  it('a stage that comes round again and again is planned once', async () => {
    const { body } = await planned('ls-data-licence');
    expect(body.stages.map(({ stage }: { stage: string }) => stage)).toEqual(
      'authorise sign inform report supervise'.split(' '),
    );
  });

  it('a procedure of several places is read and planned as the place of who asks has it', async () => {
    const submittedAt = '2026-11-23T09:30:00+08:00';
    for (const [account, jurisdiction] of [
      ['dq-issuer', 'dq'],
      ['requester', 'lz'],
    ] as const) {
      const asking = world.as(account);
      const read = await asking.get('/api/v1/procedures/risk-assessment');
      expect(read.body.jurisdiction).toBe(jurisdiction);
      const plan = await asking.post(
        '/api/v1/procedures/risk-assessment/plan',
        { submittedAt },
        { key: null },
      );
      expect(plan.body.edition, account).toBe(read.body.edition);
      expect(plan.body.calendar.id).toBe(JURISDICTIONS[jurisdiction].calendar);
    }
  });
});

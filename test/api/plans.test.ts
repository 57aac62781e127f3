import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allProcedures } from '../../procedures/index.ts';
import { JURISDICTIONS } from '../../procedures/regulations.ts';
import { SHARE_TERMS } from '../support/share-terms.ts';
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

const atPlace = (local: string): string => `${local.length === 16 ? `${local}:00` : local}+08:00`;
const ask = (id: string, body: object) =>
  world.as('requester').post(`/api/v1/procedures/${id}/plan`, body, { key: null });
// biome-ignore lint/suspicious/noExplicitAny: an answer is read field by field
type Json = any;
const stageOf = (body: Json, stage: string): Json => body.stages.find((one: Json) => one.stage === stage);

describe('LZ-D 第三十条 in what-if: 2 + 3 + 2 working days, as a case would get them', () => {
  it.each(SHARE_TERMS)('$name', async ({ submitted, passed, approved, due }) => {
    const decidedAt = { review: atPlace(passed), authorise: atPlace(approved) };
    const { body } = await ask('lz-share-conditional', { submittedAt: atPlace(submitted), decidedAt });
    expect(body.stages.map(({ stage, dueDate }: Json) => [stage, dueDate])).toEqual([
      ['review', due[0]],
      ['authorise', due[1]],
      ['exchange', due[2]],
    ]);
    for (const { dueDate, dueAt, warnAt } of body.stages) {
      expect(Date.parse(dueAt)).toBe(Date.parse(`${dueDate}T24:00:00+08:00`));
      expect(warnAt).toBe(`${dueDate}T00:00:00+08:00`);
    }
  });

  it('says of each stage the limit with its standing, the reminder and every rung', async () => {
    const { body } = await planned('lz-share-conditional');
    expect(stageOf(body, 'authorise')).toMatchObject({
      limit: { amount: 3, unit: 'working-day', kind: 'statutory' },
      rungs: [{ rung: 1 }, { rung: 2 }, { rung: 3 }],
      pauses: [],
      clocks: [{ clock: 'authorise-1', limit: { kind: 'statutory' } }],
    });
    expect(body.caseClocks).toEqual([]);
  });

  it('says every clock that a stage runs under', async () => {
    const { body } = await planned('lz-platform-fault-grave');
    const several = body.stages.filter(({ clocks }: Json) => clocks.length > 1);
    expect(several.length).toBeGreaterThan(0);
    for (const { clocks } of several)
      expect(new Set(clocks.map(({ clock }: Json) => clock)).size).toBe(clocks.length);
  });
});

describe('what-if with pauses: as the acts of a case, by the same rules', () => {
  const submittedAt = atPlace('2026-04-20T10:00');
  const decidedAt = { review: atPlace('2026-04-20T11:00') };
  const supplement = {
    ground: 'supplement',
    from: atPlace('2026-04-21T10:00'),
    to: atPlace('2026-04-28T15:00'),
  };
  const withPauses = (pauses: object, id = 'lz-share-conditional') =>
    ask(id, { submittedAt, decidedAt: id === 'lz-share-conditional' ? decidedAt : {}, pauses });

  it('a supplement moves the end by the days it stood still, and has a limit of its own', async () => {
    const { body } = await withPauses({ authorise: [supplement] });
    expect(stageOf(body, 'authorise')).toMatchObject({
      dueDate: '2026-04-30',
      decidedAt: atPlace('2026-05-01T00:00'),
      pauses: [supplement],
    });
    expect(stageOf(body, 'supplement')).toMatchObject({
      startsAfter: 'authorise',
      dueDate: '2026-05-08',
      decidedAt: supplement.to,
      limit: { kind: 'house' },
    });
    expect(stageOf(body, 'exchange').startedAt).toBe(atPlace('2026-05-01T00:00'));
  });

  it('AH 第十七条: a listed ground stands still until it is over', async () => {
    const testing = { ground: 'testing', from: submittedAt, to: atPlace('2026-04-28T15:00') };
    const free = stageOf((await withPauses({}, 'ah-system-access')).body, 'approve');
    const from = free.startedAt;
    const to = new Date(Date.parse(from) + 7 * 86_400_000).toISOString();
    const { status, body } = await withPauses({ approve: [{ ...testing, from, to }] }, 'ah-system-access');
    expect(status, JSON.stringify(body)).toBe(200);
    const stood = stageOf(body, 'approve');
    expect(stood.dueDate > free.dueDate).toBe(true);
    expect(stood.pauses).toMatchObject([{ ground: 'testing' }]);
  });

  it.each<[string, object, string, string?]>([
    [
      'a ground that is not listed',
      { authorise: [{ ...supplement, ground: 'hearing' }] },
      '/pauses/authorise/0',
    ],
    [
      'a second supplement of a stage',
      { authorise: [supplement, { ...supplement, from: supplement.to, to: atPlace('2026-04-29T09:00') }] },
      '/pauses/authorise/1',
    ],
    ['before the stage begins', { exchange: [supplement] }, '/pauses/exchange/0'],
    [
      'after the stage is over',
      { review: [{ ...supplement, from: atPlace('2026-04-20T12:00') }] },
      '/pauses/review/0',
    ],
    ['a stage that does not exist', { nowhere: [supplement] }, '/pauses/nowhere'],
    ['an end before its beginning', { review: [{ ...supplement, to: submittedAt }] }, '/pauses/review/0/to'],
    ['a supplement of an incident', { restore: [supplement] }, '/pauses/restore/0', 'lz-incident-virus'],
  ])('%s is refused, with its place', async (_what, pauses, pointer, id) => {
    const { status, body } = await withPauses(pauses, id);
    expect(status, JSON.stringify(body)).toBe(pointer.endsWith('/to') ? 400 : 422);
    expect(body.errors?.[0]?.pointer, JSON.stringify(body)).toBe(pointer);
  });
});

import { describe, expect, it } from 'vitest';
import { ANSWER_WITHIN_MS, callWay } from '../../api/calls/calling.ts';
import { handling } from '../../api/notify/hand-over.ts';
import { isoOf } from '../../calendar/index.ts';
import { MINUTE_MS, useCallWorld } from './call-world.ts';
import { DAY_MS, START_MS } from './world.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

const { world, keeper, at, onRota, incident, calls, acknowledge, messages } = useCallWorld();

describe('the opening of an incident calls the first in line', () => {
  it('once, by every channel of a call, with fifteen minutes to answer', async () => {
    await onRota('security', 2);
    await onRota('duty', 1);
    const no = await incident();
    const look = keeper();
    await at(0, look);
    await at(1, look);
    expect(ANSWER_WITHIN_MS).toBe(15 * MINUTE_MS);
    expect(await calls('duty', '?view=mine')).toMatchObject([
      {
        ...{ case: no, task: 'isolate-1', department: 'lz-civil', state: 'ringing', forMe: true },
        ...{ ackBy: isoOf(START_MS + ANSWER_WITHIN_MS), remaining: { seconds: 14 * 60 } },
        line: [{ step: 1, officer: '褚**', calledAt: isoOf(START_MS) }],
      },
    ]);
    expect(await calls('security', '?view=mine')).toEqual([]);
    expect(await calls('security')).toMatchObject([{ forMe: false }]);
    expect((await messages()).map(({ person_id, channel }) => `${person_id} ${channel}`)).toEqual([
      'p-duty e-mail',
      'p-duty sms',
      'p-duty telephone',
    ]);
  });

  it('nobody on the rota: the seat is told as of every task, and nobody is called', async () => {
    await incident();
    await at(0, keeper());
    expect(await calls()).toEqual([]);
    const told = await world().store.db('deliveries').select('person_id', 'channel');
    expect(new Set(told.map(({ person_id, channel }) => `${person_id} ${channel}`))).toEqual(
      new Set(['p-duty e-mail', 'p-head e-mail']),
    );
  });

  it('somebody who may not sign in any more is passed over', async () => {
    await onRota('duty', 1);
    await onRota('security', 2);
    const no = await incident();
    await world().store.db('people').where({ id: 'p-duty' }).update({ disabled: true });
    await at(0, keeper());
    expect(await calls('security', `?case=${no}`)).toMatchObject([{ line: [{ officer: '卫**' }] }]);
  });

  it('a task that was decided before anybody could be called calls nobody; what is still open does', async () => {
    await onRota('security', 1);
    const no = await incident();
    expect((await world().as('duty').decide(no, 'isolate-1', { outcome: 'done' })).status).toBe(201);
    await at(0, keeper());
    expect((await calls('security', '?state=all')).map(({ task }) => task)).toEqual(['notify-1']);
  });

  it('who cannot clean it has the security lead and the Party office called, each in its own line', async () => {
    await onRota('security', 1);
    await onRota('office', 1, 'lz-office');
    const no = await incident();
    const look = keeper();
    await at(1, look);
    const cannot = await world().as('duty').decide(no, 'clean-1', { outcome: 'cannot-clean' });
    expect(cannot.status, JSON.stringify(cannot.body)).toBe(201);
    await at(2, look);
    const ringing = await calls('supervisor', `?case=${no}`);
    expect(ringing.map(({ task, department }) => `${task} ${department}`).sort()).toEqual([
      'inform-1 lz-civil',
      'inform-2 lz-office',
      'isolate-1 lz-civil',
    ]);
  });
});

it('cut off half-way through a hand-over, nothing has happened; the next one does all of it once', async () => {
  await onRota('security', 1);
  await incident();
  const counts = async () =>
    Promise.all(
      ['calls', 'call_rings', 'deliveries'].map(async (table) =>
        Number((await world().store.db(table).count({ n: '*' }))[0]!.n),
      ),
    );
  const way = { ...callWay(['sms']), ackWithinMs: ANSWER_WITHIN_MS };
  const handle = handling({ channels: ['sms'], publicUrl: null, way, calledAtMs: (ms) => ms });
  let handled = 0;
  const cutOff = world().store.outbox.handOver(100, (notice) => {
    handled += 1;
    if (handled > 1) throw new Error('killed');
    return handle(notice);
  });
  await expect(cutOff).rejects.toThrow('killed');
  expect(await counts()).toEqual([0, 0, 0]);
  await at(0, keeper());
  expect((await counts()).slice(0, 2)).toEqual([1, 1]);
});

describe('a call that nobody answers', () => {
  it('goes down the line, a step at its instant and not before, and at last to the seat', async () => {
    await onRota('security', 1);
    await onRota('requester', 2);
    await incident();
    const look = keeper();
    const line = async (minutes: number) => {
      await at(minutes, look);
      const [call] = await calls('supervisor', '?state=all');
      return [call.state, ...call.line.map(({ officer }: Json) => officer)];
    };
    expect(await line(0)).toEqual(['ringing', '卫**']);
    expect(await line(14.99)).toEqual(['ringing', '卫**']);
    expect(await line(15)).toEqual(['ringing', '卫**', '王**']);
    expect(await line(29.99)).toEqual(['ringing', '卫**', '王**']);
    expect(await line(30)).toEqual(['unanswered', '卫**', '王**', null]);
    expect(await line(1_000)).toEqual(['unanswered', '卫**', '王**', null]);
    expect((await messages()).filter(({ channel }) => channel === 'telephone')).toEqual([
      { person_id: 'p-security', channel: 'telephone', at: START_MS },
      { person_id: 'p-requester', channel: 'telephone', at: START_MS + 15 * MINUTE_MS },
      { person_id: 'p-duty', channel: 'telephone', at: START_MS + 30 * MINUTE_MS },
    ]);
    const [{ id }] = await calls('duty');
    expect((await acknowledge('duty', id)).body.call).toMatchObject({
      state: 'acknowledged',
      acknowledged: { by: '褚**' },
    });
  });

  it('time moved over several steps at once: each at its instant', async () => {
    await onRota('security', 1);
    await onRota('requester', 2);
    await incident();
    await at(300, keeper());
    const [{ line }] = await calls('supervisor');
    expect(line.map(({ calledAt }: Json) => calledAt)).toEqual(
      [0, 15, 30].map((minutes) => isoOf(START_MS + minutes * MINUTE_MS)),
    );
  });

  it('in real time, late to call: whoever is called still has the whole time to answer', async () => {
    await onRota('security', 1);
    await onRota('requester', 2);
    await incident();
    const look = keeper(false);
    await at(40, look);
    await at(60, look);
    const [{ line, ackBy }] = await calls('supervisor');
    expect(line.map(({ calledAt }: Json) => calledAt)).toEqual(
      [40, 60].map((minutes) => isoOf(START_MS + minutes * MINUTE_MS)),
    );
    expect(ackBy).toBe(isoOf(START_MS + 75 * MINUTE_MS));
  });

  it('goes to whoever is on duty by then, and to nobody twice', async () => {
    await onRota('security', 1, 'lz-civil', 10);
    await onRota('requester', 2);
    await incident();
    const look = keeper();
    await at(0, look);
    await at(12, look);
    await onRota('colleague', 1);
    await at(60, look);
    const [{ line }] = await calls('supervisor');
    expect(line.map(({ officer }: Json) => officer)).toEqual(['卫**', '钱**', '王**', null]);
  });

  it('five processes at it at once: each step once', async () => {
    await onRota('security', 1);
    await onRota('requester', 2);
    for (let n = 0; n < 4; n++) await incident();
    const all = Array.from({ length: 5 }, () => keeper());
    for (const minutes of [0, 15, 30, 45]) await Promise.all(all.map((look) => at(minutes, look)));
    const shown = await calls('supervisor');
    expect(shown).toHaveLength(4);
    for (const { line } of shown) expect(line.map(({ step }: Json) => step)).toEqual([1, 2, 3]);
    expect(await messages()).toHaveLength(4 * 3 * 3);
  });
});

it('a place that was left is not called: withdrawn shifts, and shifts to come', async () => {
  const left = await onRota('security', 1);
  await world().as('admin').post(`/api/v1/rota/shifts/${left}/withdrawal`, undefined);
  const tomorrow = { from: isoOf(START_MS + DAY_MS), to: isoOf(START_MS + 2 * DAY_MS) };
  const later = { department: 'lz-civil', officer: 'security', place: 1, ...tomorrow };
  expect((await world().as('admin').post('/api/v1/rota/shifts', later)).status).toBe(201);
  await onRota('duty', 2);
  await incident();
  await at(1, keeper());
  expect(await calls()).toMatchObject([{ line: [{ officer: '褚**' }] }]);
});

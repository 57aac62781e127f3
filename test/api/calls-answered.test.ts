import { describe, expect, it } from 'vitest';
import { isoOf } from '../../calendar/index.ts';
import { MINUTE_MS, useCallWorld } from './call-world.ts';
import type { Account } from './people.ts';
import { START_MS } from './world.ts';

const { world, keeper, at, onRota, incident, calls, acknowledge } = useCallWorld();

describe('a call that is answered', () => {
  it('calls nobody else; says who answered and when; the same key answers the same', async () => {
    await onRota('security', 1);
    await onRota('requester', 2);
    const no = await incident();
    const look = keeper();
    await at(5, look);
    const [{ id }] = await calls();
    const first = await acknowledge('security', id, 'answer');
    expect(first.status).toBe(201);
    const acknowledged = { by: '卫**', at: isoOf(START_MS + 5 * MINUTE_MS), how: 'acknowledgement' };
    expect(first.body.call).toMatchObject({
      state: 'acknowledged',
      acknowledged,
      remaining: null,
      forMe: false,
    });
    expect((await acknowledge('security', id, 'answer')).body).toEqual(first.body);
    const second = await acknowledge('duty', id);
    expect(second.body).toMatchObject({ status: 409, code: 'call_answered', already: { by: '卫**' } });
    await at(600, look);
    expect((await calls())[0].line).toHaveLength(1);
    const shown = await world().as('duty').get(`/api/v1/cases/${no}`);
    expect(shown.body.calls).toMatchObject([{ id, state: 'acknowledged', acknowledged }]);
  });

  it('deciding its task answers it, and ends it at once', async () => {
    await onRota('security', 1);
    const no = await incident();
    const look = keeper();
    await at(2, look);
    expect((await world().as('duty').decide(no, 'isolate-1', { outcome: 'done' })).status).toBe(201);
    const ended = { state: 'ended', acknowledged: { by: '褚**', how: 'decision' }, ackBy: null };
    expect(await calls()).toEqual([]);
    expect(await calls('security', '?state=all')).toMatchObject([ended]);
    await at(100, look);
    expect(await calls('security', '?state=all')).toMatchObject([{ ...ended, line: [{ step: 1 }] }]);
    const [{ id }] = await calls('security', '?state=all');
    expect((await acknowledge('security', id)).body).toMatchObject({ status: 409, code: 'call_answered' });
  });

  it('a call whose task was called off has ended without an answer', async () => {
    await onRota('security', 1);
    const no = await incident();
    const look = keeper();
    await at(0, look);
    const cancelled = { state: 'cancelled', live: false };
    await world().store.db('tasks').where({ case_no: no, id: 'isolate-1' }).update(cancelled);
    const [{ id }] = await calls('security', '?state=all');
    expect((await acknowledge('security', id)).body).toMatchObject({ status: 409, code: 'call_ended' });
    await at(30, look);
    expect(await calls('security', '?state=all')).toMatchObject([
      { state: 'ended', acknowledged: null, line: [{}] },
    ]);
  });

  it.each<[Account, number, string]>([
    ['provider', 404, 'not_found'],
    ['office', 404, 'not_found'],
    ['colleague', 403, 'not_called'],
    ['supervisor', 403, 'not_called'],
    ['nobody', 403, 'role_not_allowed'],
  ])('is not for %s to answer', async (account, status, code) => {
    await onRota('security', 1);
    await incident();
    await at(0, keeper());
    const before = await world().stored();
    const [{ id }] = await calls();
    expect((await acknowledge(account, id)).body).toMatchObject({ status, code });
    expect(await world().stored()).toEqual(before);
    expect(await calls()).toMatchObject([{ state: 'ringing' }]);
    expect((await acknowledge('security', 99_999)).status).toBe(404);
  });

  it('who answered cannot be changed, nor who was called', async () => {
    await onRota('security', 1);
    await incident();
    await at(0, keeper());
    const [{ id }] = await calls();
    await acknowledge('security', id);
    const { db } = world().store;
    await expect(db('calls').where({ id }).update({ acknowledged_by: 'p-x' })).rejects.toThrow(/final/);
    await expect(db('call_rings').where({ call_id: id }).update({ person_id: 'p-x' })).rejects.toThrow(
      /append-only/,
    );
    await expect(db('calls').where({ id }).delete()).rejects.toThrow(/append-only/);
  });
});

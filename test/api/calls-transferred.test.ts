import { describe, expect, it } from 'vitest';
import { useCallWorld } from './call-world.ts';
import type { Account } from './people.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by the expectations
type Json = any;

const { world, keeper, at, onRota, incident, calls, acknowledge } = useCallWorld();

describe('a task that is transferred takes its call along', () => {
  const transfer = (no: string, toDepartment: string, account: 'duty' | 'duty2', toPerson?: Account) =>
    world()
      .as(account)
      .act(no, { act: 'transfer', task: 'isolate-1', toDepartment, toPerson, reasons: '由其值班人员处置' });
  const shown = async (no: string) =>
    (await calls('supervisor', `?state=all&case=${no}`)).map(({ task, department, state, line }: Json) =>
      [task, department, state, ...line.map(({ officer }: Json) => officer)].join(' '),
    );

  it('the line of the new department is called, and whoever was called before is called no more', async () => {
    await onRota('security', 1);
    await onRota('requester2', 1, 'lz-edu');
    const no = await incident();
    const look = keeper();
    await at(5, look);
    expect((await transfer(no, 'lz-edu', 'duty')).status).toBe(201);
    expect(await shown(no)).toEqual(['isolate-1 lz-civil ended 卫**']);
    await at(6, look);
    expect(await shown(no)).toEqual(['isolate-1 lz-edu ringing 李**', 'isolate-1 lz-civil ended 卫**']);
    const [, { id }] = await calls('supervisor', `?state=all&case=${no}`);
    expect((await acknowledge('security', id)).body).toMatchObject({ status: 409, code: 'call_ended' });
    await at(20, look);
    expect(await shown(no)).toEqual(['isolate-1 lz-edu unanswered 李** ', 'isolate-1 lz-civil ended 卫**']);
    expect((await world().as('duty2').decide(no, 'isolate-1', { outcome: 'done' })).status).toBe(201);
    await at(21, look);
    const [there, before] = await calls('supervisor', `?state=all&case=${no}`);
    expect(there).toMatchObject({ state: 'ended', acknowledged: { by: '何**', how: 'decision' } });
    expect(before).toMatchObject({ state: 'ended', acknowledged: null, ackBy: null });
  });

  it('and back again: every department is called each time it comes to it', async () => {
    await onRota('security', 1);
    await onRota('requester2', 1, 'lz-edu');
    const no = await incident();
    const look = keeper();
    await at(0, look);
    await transfer(no, 'lz-edu', 'duty');
    await at(0, look);
    await transfer(no, 'lz-civil', 'duty2');
    await at(0, look);
    expect(await shown(no)).toEqual([
      'isolate-1 lz-civil ringing 卫**',
      'isolate-1 lz-edu ended 李**',
      'isolate-1 lz-civil ended 卫**',
    ]);
  });

  it('where nobody is on the rota the call ends and the seat is told', async () => {
    await onRota('security', 1);
    const no = await incident();
    const look = keeper();
    await at(0, look);
    await transfer(no, 'lz-edu', 'duty');
    await at(60, look);
    expect(await shown(no)).toEqual(['isolate-1 lz-civil ended 卫**']);
    const told = await world()
      .store.db('deliveries as d')
      .join('notices as n', 'n.id', 'd.notice_id')
      .where('n.kind', 'transferred')
      .select('d.person_id');
    expect(told).toEqual([{ person_id: 'p-duty2' }]);
  });

  it('handed to a person of the new department, the rota is called and the person is told', async () => {
    await onRota('requester2', 1, 'lz-edu');
    const no = await incident();
    await transfer(no, 'lz-edu', 'duty', 'duty2');
    await at(1, keeper());
    expect(await shown(no)).toEqual(['isolate-1 lz-edu ringing 李**']);
    const told = await world()
      .store.db('deliveries as d')
      .join('notices as n', 'n.id', 'd.notice_id')
      .where({ 'n.kind': 'transferred', 'd.person_id': 'p-duty2' });
    expect(told).toHaveLength(1);
  });

  it('handed on within the department, nobody is called again', async () => {
    await onRota('security', 1);
    const no = await incident();
    const look = keeper();
    await at(0, look);
    await at(5, look);
    expect((await transfer(no, 'lz-civil', 'duty', 'duty')).status).toBe(201);
    await at(10, look);
    expect(await shown(no)).toEqual(['isolate-1 lz-civil ringing 卫**']);
    await at(15, look);
    expect(await shown(no)).toEqual(['isolate-1 lz-civil unanswered 卫** ']);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../procedures/progress.ts';
import { registerStories } from '../test/store/register-story.ts';
import { freshStore } from '../test/store/sample.ts';
import { type RegisterLine, rebuildRegisters, type Store } from './index.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());

const { filed } = registerStories(() => store);
const project = (name: string) => filed({ thing: 'project', field: 'name', form: { name } });
const list = async (asked: { q?: string; reached?: Progress }): Promise<RegisterLine[]> => {
  const page = await store.registers.list({
    ...{ register: 'projects', scope: 'all', asOf: '2026-11-27', limit: 50 },
    ...asked,
  });
  return typeof page === 'object' ? page.items : [];
};
const one = async (q: string): Promise<RegisterLine> => (await list({ q }))[0] as RegisterLine;

describe('the list of projects tells how far each has come', () => {
  it('an accepted project and an abandoned one are both closed and are told apart', async () => {
    const accepted = await project('智慧停车');
    const abandoned = await project('旧机房改造');
    await accepted.change(
      ['open', 'approved'],
      ['change', 'built'],
      ['change', 'accepted'],
      ['close', 'accepted'],
    );
    await abandoned.change(['open', 'approved'], ['close', 'abandoned']);
    expect(await one('智慧停车')).toMatchObject({ state: 'closed', reached: 'accepted' });
    expect(await one('旧机房改造')).toMatchObject({ state: 'closed', reached: 'abandoned' });
    const names = async (reached: Progress) => (await list({ reached })).map(({ name }) => name);
    expect([await names('accepted'), await names('abandoned')]).toEqual([['智慧停车'], ['旧机房改造']]);
  });

  it('the history says what each step was, and a change that tells of no step leaves the project where it was', async () => {
    const first = await project('一网通办');
    await first.change(['open', 'proposed'], ['change', 'acceptance-failed'], ['change', 'accepted']);
    const evaluation = await project('一网通办');
    await evaluation.change('change');
    const line = await one('一网通办');
    expect(line).toMatchObject({ state: 'open', reached: 'accepted' });
    const history = await store.registers.history(line, { limit: 50 });
    const told = typeof history === 'object' ? history.items.map(({ reached }) => reached) : [];
    expect(told).toEqual([null, 'accepted', 'acceptance-failed', 'proposed']);
  });

  it('a project of the same name that is begun again goes its own way', async () => {
    const before = await project('数据门户');
    await before.change(['open', 'proposed'], ['close', 'withdrawn']);
    const again = await project('数据门户');
    await again.change(['open', 'proposed']);
    expect(await one('数据门户')).toMatchObject({ state: 'open', reached: 'proposed' });
  });

  it('derived anew from the events it comes out the same', async () => {
    expect(await rebuildRegisters(store.db, { repair: false })).toEqual([]);
    await store.db('register_lines').where({ reached: 'abandoned' }).update({ title: 'x' });
    await store.db('register_history').where({ reached: 'abandoned' }).update({ reached: 'accepted' });
    expect((await rebuildRegisters(store.db, { repair: true })).length).toBeGreaterThan(0);
    expect(await one('旧机房改造')).toMatchObject({ reached: 'abandoned' });
  });
});

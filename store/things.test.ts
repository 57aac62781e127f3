import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerStories } from '../test/store/register-story.ts';
import { freshStore } from '../test/store/sample.ts';
import type { Store } from './index.ts';

let store: Store;
let count = 0;
let name: string;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());
beforeEach(() => {
  count += 1;
  name = `印-${count}`;
});
const { filed } = registerStories(() => store);

describe('how a thing stands for whoever means it', () => {
  const statesOf = async (place: string, ...names: string[]) =>
    (await store.registers.statesOfThings('seal', place, names)).map(({ state }) => state);

  it('absent, marked, suspended or closed, however it is written; another place knows its own', async () => {
    expect(await statesOf('lz', name)).toEqual(['absent']);
    const made = await filed({ form: { sealNo: name } });
    await made.change('open');
    expect(await statesOf('lz', ` ${name} `, '没有')).toEqual(['open', 'absent']);
    expect(await statesOf('dq', name)).toEqual(['absent']);
    await made.change('mark');
    expect(await statesOf('lz', name)).toEqual(['marked']);
    await made.change('suspend');
    expect(await statesOf('lz', name)).toEqual(['suspended']);
    await (await filed({ form: { sealNo: name } })).change('close');
    expect(await statesOf('lz', name)).toEqual(['closed']);
    expect(await statesOf('lz')).toEqual([]);
  });

  it('told with the case that opened it last, and whether that is still open', async () => {
    const [first, later] = [await filed({ form: { sealNo: name } }), await filed({ form: { sealNo: name } })];
    await first.change('open');
    await later.change('mark', 'open', 'mark');
    expect(await store.registers.statesOfThings('seal', 'lz', [name])).toEqual([
      { name, state: 'marked', openedBy: later.no, openerIsOpen: true },
    ]);
  });

  it('a catalogue entry from before the registers is there until it is withdrawn', async () => {
    const id = `before-${count}`;
    await store
      .db('departments')
      .insert({ id: 'lz-hrss', title: '人社局', jurisdiction: 'lz' })
      .onConflict()
      .ignore();
    await store.db('resources').insert({
      ...{ id, title: '旧目录', department_id: 'lz-hrss', jurisdiction: 'lz', share_type: 'open' },
    });
    const state = async () => (await store.registers.statesOfThings('resource', 'lz', [id]))[0]?.state;
    expect(await state()).toBe('open');
    await (await filed({ thing: 'resource', field: 'entry', form: { entry: id } })).change('close');
    expect(await state()).toBe('closed');
  });
});

describe('a decision holds what it means until it has been carried out', () => {
  const claim = (command: string, ...names: string[]) =>
    store.registers.claimThings(command, 'seal', 'lz', names);
  const received = async (id: string) => {
    const command = {
      id,
      personId: 'p',
      key: id,
      requestDigest: 'x',
      caseNo: null,
      body: { type: 'decide' },
    };
    await store.commands.receive({ ...command, content: null, receivedAtMs: Date.now() });
    return id;
  };

  it('nobody else has it meanwhile, however it is written; once it is settled or let go, the next has', async () => {
    const [one, other] = [`one-${count}`, `other-${count}`];
    expect(await claim(one, name)).toBe(true);
    expect(await claim(one, name)).toBe(true);
    expect(await claim(other, ` ${name}`, 'free')).toBe(false);
    await store.registers.releaseThings(other);
    await received(one);
    expect(await claim(other, name)).toBe(false);
    await store.commands.refuse(one, {}, 409);
    expect(await claim(other, name)).toBe(true);
    await store.registers.releaseThings(other);
    expect(await claim(one, name)).toBe(true);
  });

  it('of many at once one has it', async () => {
    const all = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => claim(`at-once-${count}-${n}`, name, `${name}b`)),
    );
    expect(all.filter(Boolean)).toHaveLength(1);
  });
});

import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterId, RegisterOp } from '../procedures/schema.ts';
import { registerStories, type Told } from '../test/store/register-story.ts';
import { freshStore, MONDAY_MS, Story } from '../test/store/sample.ts';
import {
  type LineChange,
  MALFORMED_CURSOR,
  type RegisterLine,
  rebuildRegisters,
  type Store,
} from './index.ts';

let store: Store;
let count = 0;
let name: string;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());
beforeEach(() => {
  count += 1;
  name = `印章 ${count}`;
});

const { filed: filedAs, changedAtMs, nextNo } = registerStories(() => store);
const filed = (told: Told = {}) => filedAs({ form: { sealNo: name }, ...told });

const linesOf = async (said: string, register: RegisterId = 'seals') => {
  const found = await store.registers.list({
    register,
    scope: 'all',
    asOf: '2026-11-27',
    q: said,
    limit: 50,
  });
  return typeof found === 'object' ? found.items : [];
};
/** All changes, page by page, the latest first. */
const historyOf = async (line: RegisterLine): Promise<LineChange[]> => {
  const all: LineChange[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await store.registers.history(line, { limit: 2, cursor });
    if (page === MALFORMED_CURSOR) throw new Error('a page names a next one that is none');
    all.push(...page.items);
    cursor = page.next;
  }
  expect(await store.registers.countHistory(line)).toBe(all.length);
  return all;
};
const stateOf = async (said: string, register?: RegisterId) =>
  (await linesOf(said, register)).map(({ state }) => state);

describe('a line is the line of a thing, whichever case touches it', () => {
  it('opened, changed, suspended, resumed and closed by as many cases it is one line with one history', async () => {
    const cases: string[] = [];
    const steps: [RegisterOp, string][] = [
      ['open', 'open'],
      ['change', 'open'],
      ['suspend', 'suspended'],
      ['resume', 'open'],
      ['close', 'closed'],
    ];
    for (const [op, state] of steps) {
      const next = await filed();
      await next.change(op);
      cases.push(next.no);
      expect(await stateOf(name), op).toEqual([state]);
    }
    const [line] = await linesOf(name);
    expect(line).toMatchObject({ thing: 'seal', name, caseNo: cases[0], details: { sealNo: name } });
    const history = await historyOf(line!);
    expect(history.map(({ op, caseNo: no }) => [op, no])).toEqual(
      steps.map(([op], n) => [op, cases[n]]).toReversed(),
    );
  });

  it('found by the name that a decision gives it, over what was filed', async () => {
    const making = await filed({ form: { sealName: '公章' } });
    await making.decide({ sealNo: name });
    await making.change('open');
    await (await filed()).change('change');
    expect(await linesOf(name)).toHaveLength(1);
    const [line] = await linesOf(name);
    expect((await historyOf(line!)).map(({ details }) => details)).toEqual([
      { sealNo: name },
      { sealName: '公章', sealNo: name },
    ]);
  });

  it('found by its name in a list of several, and by a name within an object', async () => {
    const thing = 'office-account';
    const both = {
      thing,
      field: 'accounts',
      form: { accounts: [`甲${name}`, `乙${name}`, `甲${name}`] },
    } as const;
    await (await filed(both)).change('open');
    await (await filed({ thing, field: 'user.account', form: { user: { account: `乙${name}` } } })).change(
      'close',
    );
    expect(await stateOf(`甲${name}`, 'accounts')).toEqual(['open']);
    expect(await stateOf(`乙${name}`, 'accounts')).toEqual(['closed']);
  });

  it.each([' AB-{}', 'A B-{} ', 'ab-{}', 'ＡＢ－{}'])('however it was written: %s', async (written) => {
    name = `AB-${count}`;
    await (await filed()).change('open');
    await (await filed({ form: { sealNo: written.replace('{}', name.slice(3)) } })).change('close');
    expect(await stateOf(name)).toEqual(['closed']);
  });

  it('things of one name are one only where the name is their own: in the department, in the jurisdiction, of the kind', async () => {
    const project = { thing: 'project', field: 'name', form: { name } } as const;
    await (await filed(project)).change('open');
    await (await filed({ ...project, department: 'lz-hrss' })).change('open', 'close');
    await (await filed({ jurisdiction: 'dq' })).change('open');
    await (await filed({ thing: 'seal-system' })).change('open');
    await (await filed()).change('suspend');
    expect((await stateOf(name, 'projects')).toSorted()).toEqual(['closed', 'open']);
    expect((await stateOf(name)).toSorted()).toEqual(['open', 'open', 'suspended']);
  });

  it('a case that names nothing has a line of its own', async () => {
    const before = await filed({ form: { sealNo: '  ' } });
    await before.change('open');
    expect(
      await store.registers.line({ register: 'seals', key: before.no }, 'all', '2026-11-27'),
    ).toMatchObject({
      name: null,
      state: 'open',
    });
  });

  it('a case that has begun a line of its own before things had names takes back there what it has put', async () => {
    const older = new Story(nextNo()).submitted(MONDAY_MS);
    await store.record.birth(older.birth(1, { form: { sealNo: name } }));
    const said = { register: 'seals', op: 'mark', key: null } as const;
    const key = { thing: 'seal', field: 'sealNo', unique: 'jurisdiction' } as const;
    older.add('RegisterChanged', changedAtMs(), said);
    older.add('RegisterChanged', changedAtMs(), { ...said, op: 'unmark', key });
    await (await filed()).change('mark');
    for (const event of older.after(1)) await store.record.append(older.no, [event]);
    expect(
      await store.registers.line({ register: 'seals', key: older.no }, 'all', '2026-11-27'),
    ).toMatchObject({ state: 'open' });
    expect(await stateOf(name)).toEqual(['marked']);
  });

  it('changed by several cases at once it keeps every change', async () => {
    const cases = await Promise.all(Array.from({ length: 8 }, () => filed()));
    await Promise.all(cases.map((each, n) => each.change(n === 0 ? 'open' : n === 7 ? 'suspend' : 'change')));
    const [line] = await linesOf(name);
    const history = await historyOf(line!);
    expect(history).toHaveLength(8);
    expect(line).toMatchObject({
      caseNo: cases[0]!.no,
      changedAtMs: Math.max(...history.map(({ atMs }) => atMs)),
    });
    expect(line!.state).toBe('suspended');
  });
});

describe('what several cases have put on one thing stands side by side', () => {
  it.each([
    ['mark', 'unmark', 'marked'],
    ['suspend', 'resume', 'suspended'],
  ] as const)('%s by two stands until both have taken it back', async (put, back, state) => {
    await (await filed()).change('open');
    const [one, other] = [await filed(), await filed()];
    await one.change(put);
    await other.change(put);
    await one.change(back);
    expect(await stateOf(name)).toEqual([state]);
    await other.change(back);
    expect(await stateOf(name)).toEqual(['open']);
  });

  it('what another case has put is taken back by a case that came for that', async () => {
    await (await filed()).change('open', 'suspend');
    await (await filed()).change('suspend');
    await (await filed()).change('resume');
    expect(await stateOf(name)).toEqual(['open']);
  });

  it('suspended and disputed it is suspended, and then disputed still; closed it is closed', async () => {
    const disputed = await filed();
    await disputed.change('mark');
    const lost = await filed();
    await lost.change('suspend');
    expect(await stateOf(name)).toEqual(['suspended']);
    await lost.change('resume');
    expect(await stateOf(name)).toEqual(['marked']);
    await (await filed()).change('close');
    expect(await stateOf(name)).toEqual(['closed']);
    await (await filed()).change('open');
    expect(await stateOf(name)).toEqual(['marked']);
  });

  it('issued anew it is suspended no more', async () => {
    await (await filed()).change('open', 'suspend');
    await (await filed()).change('open');
    expect(await stateOf(name)).toEqual(['open']);
  });
});

it('a key does not hold the name, nor can it be made from one without the secret of the database', async () => {
  await (await filed()).change('open');
  const keyOf = async (db: Knex) => {
    const { rows } = await db.raw(`SELECT key_of_thing('seal', 'lz', ?) AS key`, [name]);
    return rows[0].key as string;
  };
  expect((await linesOf(name))[0]?.key).toBe(await keyOf(store.db));
  expect(await keyOf(store.db)).toMatch(/^[0-9a-f]{32}$/);
  const trx = await store.db.transaction();
  await trx('settings')
    .where({ key: 'register-names' })
    .update({ value: JSON.stringify('00'.repeat(32)) });
  expect(await keyOf(trx)).not.toBe(await keyOf(store.db));
  await trx.rollback();
});

it('derived anew from the record all lines come out the same; one that was meddled with is found and put right', async () => {
  const everything = async () => [
    await store.db('register_lines').orderBy(['register', 'key']),
    await store.db('register_changes').orderBy(['case_no', 'seq', 'key']),
    await store.db('register_history').orderBy(['case_no', 'seq']),
  ];
  const before = await everything();
  expect(await rebuildRegisters(store.db, { repair: false })).toEqual([]);
  const { key } = await store.db('register_changes').whereNotNull('name').first();
  await store.db('register_changes').where({ key }).update({ name: '别的' });
  expect(await rebuildRegisters(store.db, { repair: true })).toEqual([expect.stringContaining(key)]);
  expect(await everything()).toEqual(before);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterId } from '../procedures/schema.ts';
import { registerStories } from '../test/store/register-story.ts';
import { freshStore } from '../test/store/sample.ts';
import { rebuildRegisters, type Store } from './index.ts';

let store: Store;
let count = 0;
let name: string;
beforeAll(async () => {
  store = await freshStore();
});
afterAll(() => store.close());
beforeEach(() => {
  count += 1;
  name = `目录-${count}`;
});
const { filed } = registerStories(() => store);

const AS_OF = '2026-11-27';
const lineOf = async (register: RegisterId, q = name, asOf = AS_OF) => {
  const found = await store.registers.list({ register, scope: 'all', asOf, q, limit: 50 });
  if (typeof found !== 'object' || found.items.length !== 1) throw new Error(`not one line ${q}`);
  return found.items[0]!;
};

describe('a line is the thing as it now stands', () => {
  const licence = { thing: 'licence', field: 'licenceNo' } as const;
  const saying = (form: object, title?: string, department?: string) =>
    filed({
      ...licence,
      form: { licenceNo: name, ...form },
      ...(title && { title }),
      ...(department && { department }),
    });

  it('what a later case changes is over what the earlier said; title and department are those of the opening', async () => {
    await (await saying({ keeper: '甲', until: '2027-01-01' }, '制发')).change('open');
    await (await saying({ keeper: '乙' }, '更正', 'lz-hrss')).change('change');
    const line = await lineOf('licences');
    expect(line.details).toEqual({ licenceNo: name, keeper: '乙', until: '2027-01-01' });
    expect(line).toMatchObject({ title: '制发', department: 'lz-civil', until: '2027-01-01' });
  });

  it('it says of each part which case told it last, and how late among all', async () => {
    const made = await saying({ keeper: '甲', until: '2027-01-01' });
    await made.change('open');
    const corrected = await saying({ keeper: '乙' });
    await corrected.change('change', 'mark');
    expect((await lineOf('licences')).toldBy).toEqual({
      ...{ until: [1, made.no], keeper: [2, corrected.no], licenceNo: [2, corrected.no] },
    });
  });

  it('what stands on it is told with its case, the earliest first; what was taken back is not', async () => {
    await (await saying({})).change('open');
    const [one, other] = [await saying({}), await saying({})];
    await one.change('mark', 'suspend', 'unmark');
    await other.change('mark');
    const line = await lineOf('licences');
    const { standing, cases } = await store.registers.behind('licences', [line]);
    expect(standing.get(line.key)).toMatchObject([
      { op: 'suspend', caseNo: one.no },
      { op: 'mark', caseNo: other.no },
    ]);
    expect(cases.get(one.no)).toMatchObject({ status: 'open', result: null });
  });

  it('many lines are put to the database in no more questions than one', async () => {
    const names = [1, 2, 3, 4, 5].map((n) => `${name}号${n}`);
    for (const licenceNo of names)
      await (await filed({ ...licence, form: { licenceNo } })).change('open', 'mark');
    const lines = await Promise.all(names.map((each) => lineOf('licences', each)));
    const asked = async (some: typeof lines): Promise<number> => {
      let questions = 0;
      const count = (): void => {
        questions += 1;
      };
      store.db.on('query', count);
      await store.registers.behind('licences', some);
      store.db.removeListener('query', count);
      return questions;
    };
    expect(await asked(lines)).toBe(await asked(lines.slice(0, 1)));
    expect(await asked(lines)).toBeLessThan(6);
  });

  it('a mark or a suspension says nothing of the thing', async () => {
    await (await saying({ keeper: '甲' })).change('open');
    await (await saying({ keeper: '乙', until: '2027-01-01' })).change('mark', 'suspend');
    expect((await lineOf('licences')).details).toEqual({ licenceNo: name, keeper: '甲' });
  });

  it('opened anew after it was closed it begins afresh', async () => {
    await (await saying({ keeper: '甲', until: '2027-01-01' })).change('open', 'close');
    await (await saying({ keeper: '乙' })).change('open');
    expect(await lineOf('licences')).toMatchObject({
      until: null,
      details: { licenceNo: name, keeper: '乙' },
    });
  });

  it('one that no case has opened bears the name of its thing and belongs to the owner', async () => {
    await (await filed({ ...licence, form: { licenceNo: name }, title: '更正', owner: 'lz-hrss' })).change(
      'change',
    );
    expect(await lineOf('licences')).toMatchObject({
      title: name,
      department: 'lz-hrss',
      ownerDepartment: 'lz-hrss',
    });
  });

  it('whose owner is told is not the one that fills the role of provider in the jurisdiction', async () => {
    await (await filed({ ...licence, form: { licenceNo: name }, owner: null })).change('open');
    expect((await lineOf('licences')).ownerDepartment).toBeNull();
  });
});

describe('a line ends of itself', () => {
  const until = (day: string) => filed({ thing: 'licence', field: 'no', form: { no: name, until: day } });
  const standing = async (state: 'open' | 'expired', asOf: string) =>
    store.registers.count({ register: 'licences', scope: 'all', asOf, q: name, state });

  it('the day after its last one: in the line, the list and the counts', async () => {
    await (await until('2027-01-01')).change('open');
    expect((await lineOf('licences', name, '2027-01-01')).state).toBe('open');
    expect((await lineOf('licences', name, '2027-01-02')).state).toBe('expired');
    expect([await standing('open', '2027-01-02'), await standing('expired', '2027-01-02')]).toEqual([0, 1]);
    expect([await standing('open', '2027-01-01'), await standing('expired', '2027-01-01')]).toEqual([1, 0]);
    const counted = async (asOf: string) => {
      const counts = await store.registers.counts('all', asOf);
      return counts.find((count) => count.register === 'licences' && count.state === 'expired')?.lines ?? 0;
    };
    expect(await counted('2027-01-02')).toBeGreaterThan(await counted('2027-01-01'));
  });

  it('closed it is closed; a date of something else in another register ends nothing', async () => {
    await (await until('2027-01-01')).change('open', 'close');
    expect((await lineOf('licences', name, '2027-01-02')).state).toBe('closed');
    await (await filed({ form: { sealNo: name, until: '2027-01-01' } })).change('open');
    expect(await lineOf('seals', name, '2027-01-02')).toMatchObject({ state: 'open', until: null });
  });
});

describe('the catalogue says what cases have made of its entries', () => {
  const entry = {
    title: 'name',
    shareType: 'sharing',
    conditions: 'conditions',
    updateRhythm: 'cycle',
  } as const;
  const resource = { thing: 'resource', field: 'entry', owner: null } as const;
  const telling = (form: object, department = 'lz-civil') =>
    filed({ ...resource, entry, form: { entry: name, ...form }, department });
  const found = () => store.catalogue.resource(name, 'lz');

  it('published, reclassified and withdrawn; its versions are told', async () => {
    expect(await found()).toBeNull();
    await (
      await telling({ name: '就业登记', sharing: 'conditional', conditions: '仅可比对', cycle: '每日' })
    ).change('open');
    const published = {
      title: '就业登记',
      department: 'lz-civil',
      shareType: 'conditional',
      conditions: '仅可比对',
    };
    expect(await found()).toMatchObject({ ...published, updateRhythm: '每日', withdrawn: false });
    await (await telling({ sharing: 'unconditional' })).change('change');
    expect(await found()).toMatchObject({ ...published, shareType: 'unconditional', conditions: null });
    await (await filed({ ...resource, form: { entry: name } })).change('close');
    expect(await found()).toMatchObject({
      ...published,
      shareType: 'unconditional',
      conditions: null,
      withdrawn: true,
    });
    const versions = await store.catalogue.versions({ id: name, jurisdiction: 'lz' });
    expect(versions.map(({ op, told }) => [op, told.shareType])).toEqual([
      ['close', undefined],
      ['change', 'unconditional'],
      ['open', 'conditional'],
    ]);
    expect(await lineOf('resources')).toMatchObject({
      title: '就业登记',
      ownerDepartment: 'lz-civil',
      state: 'closed',
    });
  });

  it('words of a form are those of the catalogue, or the article says what it is; parts may stand in a decision', async () => {
    const made = await filed({
      ...resource,
      form: { sharing: 'restricted', provider: 'lz-hrss' },
      entry: {
        ...{ department: 'provider', conditions: { is: '一事一议' } },
        shareType: { field: 'sharing', as: { restricted: 'conditional' } },
      },
    });
    await made.decide({ entry: name });
    await made.change('open');
    expect(await found()).toMatchObject({
      title: name,
      department: 'lz-hrss',
      shareType: 'conditional',
      conditions: '一事一议',
    });
  });

  it('an entry from before keeps what no case has told, and is one with it however its number was written', async () => {
    await store
      .db('departments')
      .insert({ id: 'lz-hrss', title: '人社局', jurisdiction: 'lz' })
      .onConflict()
      .ignore();
    const id = `Old-${count}`;
    await store.db('resources').insert({
      ...{ id, title: '旧目录', department_id: 'lz-hrss', jurisdiction: 'lz', share_type: 'conditional' },
      ...{ description: '原有', items: JSON.stringify(['甲']) },
    });
    name = ` ｏｌｄ-${count}`;
    await (await telling({ sharing: 'open' })).change('change');
    const kept = { id, title: '旧目录', department: 'lz-hrss', description: '原有', items: ['甲'] };
    expect(await store.catalogue.resource(id, 'lz')).toMatchObject({ ...kept, shareType: 'open' });
    expect(await store.catalogue.countResources({ q: id })).toBe(1);
    await (await filed({ ...resource, form: { entry: id } })).change('close');
    expect(await store.catalogue.resource(id, 'lz')).toMatchObject({ ...kept, withdrawn: true });
    expect(await store.catalogue.countResources({ q: id })).toBe(0);
  });

  it('of one number in two places there are two entries', async () => {
    await (await telling({ sharing: 'open' })).change('open');
    await (
      await filed({ ...resource, entry, form: { entry: name, sharing: 'none' }, jurisdiction: 'dq' })
    ).change('open');
    expect((await store.catalogue.resource(name, 'dq'))?.shareType).toBe('none');
    expect((await found())?.shareType).toBe('open');
  });

  it('a correction of its data makes no entry', async () => {
    await (await filed({ ...resource, form: { entry: name } })).change('change');
    expect(await found()).toBeNull();
  });

  it('derived anew from the record it comes out the same; one that was meddled with is put right', async () => {
    const everything = () => store.db('catalogue_entries').orderBy('key');
    const before = await everything();
    expect(await rebuildRegisters(store.db, { repair: false })).toEqual([]);
    const { key } = before[0];
    await store.db('catalogue_entries').where({ key }).update({ share_type: 'none', title: '别的' });
    expect(await rebuildRegisters(store.db, { repair: true })).toEqual([`resources ${key}`]);
    expect(await everything()).toEqual(before);
  });
});

describe('a mark that tells', () => {
  const telling = (form: object) => filed({ form: { sealNo: name, ...form }, tells: true });

  it('tells for as long as it stands; taken back, the thing is what it was before', async () => {
    await (await filed({ form: { sealNo: name, keeper: '甲' } })).change('open');
    const custody = await telling({ standIn: '乙' });
    await custody.change('mark');
    expect((await lineOf('seals')).details).toEqual({ sealNo: name, keeper: '甲', standIn: '乙' });
    await custody.change('unmark');
    expect(await lineOf('seals')).toMatchObject({ state: 'open', details: { sealNo: name, keeper: '甲' } });
    expect((await lineOf('seals')).details).not.toHaveProperty('standIn');
  });

  it('tells nothing any more of what no case has opened, once it is taken back', async () => {
    const custody = await telling({ standIn: '乙' });
    await custody.change('mark');
    expect((await lineOf('seals')).details).toMatchObject({ standIn: '乙' });
    await custody.change('unmark');
    expect(await lineOf('seals')).toMatchObject({ state: 'open', name, details: {} });
  });

  it('ends with the thing: what is opened anew after a closing bears no mark', async () => {
    await (await filed({ form: { sealNo: name } })).change('open');
    await (await telling({ standIn: '乙' })).change('mark', 'close');
    await (await filed({ form: { sealNo: name, keeper: '丙' } })).change('open');
    expect(await lineOf('seals')).toMatchObject({ state: 'open', details: { sealNo: name, keeper: '丙' } });
  });

  it('derived anew from the record every line comes out the same', async () => {
    expect(await rebuildRegisters(store.db, { repair: false })).toEqual([]);
  });
});

it('a use is noted in the history of the thing, which stays as it is', async () => {
  await (await filed({ form: { sealNo: name, keeper: '甲' } })).change('open');
  await (await filed({ form: { sealNo: name, document: '文' } })).change('use');
  const line = await lineOf('seals');
  expect(line).toMatchObject({ state: 'open', details: { sealNo: name, keeper: '甲' } });
  const history = await store.registers.history(line, { limit: 10, cursor: undefined });
  expect(typeof history === 'object' && history.items.map(({ op }) => op)).toEqual(['use', 'open']);
});

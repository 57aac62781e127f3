import { expect, it } from 'vitest';
import { columnFindings } from './check-columns.ts';
import { effectsOf } from './check-effects.ts';
import { COLUMN_GAPS } from './column-gaps.ts';
import { allProcedures, type Procedure, procedureById } from './index.ts';
import { columnsOf, REGISTER_COLUMNS } from './register-columns.ts';
import { THINGS } from './things.ts';

it('whoever opens a line of a register has asked for what its columns must show, or it is said why not', () => {
  expect(allProcedures().flatMap(columnFindings)).toEqual([]);
});

it('reasons for a gap are of effects that there are, and fields of a procedure are of one that tells of the register', () => {
  const effects = allProcedures().flatMap((procedure) =>
    effectsOf(procedure).map(({ at, effect }) => ({ at, id: procedure.id, register: effect.register })),
  );
  expect(Object.keys(COLUMN_GAPS).filter((gap) => !effects.some(({ at }) => at === gap))).toEqual([]);
  for (const [register, columns] of Object.entries(REGISTER_COLUMNS)) {
    const telling = new Set(effects.flatMap((effect) => (effect.register === register ? [effect.id] : [])));
    const named = Object.values(columns).flatMap(({ saidBy = {} }) => Object.keys(saidBy));
    expect(named.filter((id) => !telling.has(id))).toEqual([]);
  }
});

it('every column can be filled: by a field of some procedure, or by what it is derived from', () => {
  const told = allProcedures().flatMap((procedure) =>
    effectsOf(procedure).map(({ effect }) => ({ procedure, register: effect.register })),
  );
  for (const [register, columns] of Object.entries(REGISTER_COLUMNS)) {
    for (const [id, { derived, said = [], saidBy = {} }] of Object.entries(columns)) {
      const fills = told.some(
        (each) =>
          each.register === register &&
          (saidBy[each.procedure.id] ?? said).some((field) =>
            JSON.stringify(each.procedure).includes(`"${field}":{"title"`),
          ),
      );
      expect(fills || derived !== undefined, `${register} ${id}`).toBe(true);
    }
  }
});

it('a kind of thing has the columns of its own register only', () => {
  for (const [register, columns] of Object.entries(REGISTER_COLUMNS)) {
    const things = Object.values(columns).flatMap(({ of = [] }) => of);
    expect(things.filter((thing) => THINGS[thing].register !== register)).toEqual([]);
  }
  expect(Object.keys(columnsOf('seals', 'seal-system'))).toEqual(['assessment']);
  expect(Object.keys(columnsOf('resources', null))).toEqual(['list']);
});

const changed = (id: string, form: Procedure['form']): Procedure => ({
  ...(procedureById(id) as Procedure),
  form,
});

const { form: LICENCE } = procedureById('lz-licence-lifecycle') as Procedure;

it('a line that nothing fills is found, and so are parties that would not be masked', () => {
  const { kind: _kind, ...unasked } = LICENCE;
  expect(columnFindings(changed('lz-licence-lifecycle', unasked))).toEqual([
    'lz-licence-lifecycle.sync:issued: nothing fills kind (证照类型)',
  ]);
  const parties = changed('lz-licence-lifecycle', { ...LICENCE, kind: { title: '类型', type: 'holder' } });
  expect(columnFindings(parties)).toEqual(['lz-licence-lifecycle: kind names parties']);
});

it('an entry of the catalogue that is published without its class is found', () => {
  const compiled = procedureById('dq-catalogue-entry') as Procedure;
  const { file } = compiled.stages as Required<Procedure['stages']>;
  const { filed } = file!.outcomes;
  const effects = filed!.effects!.map(({ entry: _entry, ...effect }) => effect);
  const stages = { ...compiled.stages, file: { ...file!, outcomes: { filed: { ...filed!, effects } } } };
  expect(columnFindings({ ...compiled, stages })).toEqual([
    'dq-catalogue-entry.file:filed: nothing fills shareType (共享类型)',
    'dq-catalogue-entry.file:filed: nothing fills updateRhythm (更新周期)',
  ]);
});

it('a gap that is filled all the same, and a field that is not there, are found', () => {
  const { form } = procedureById('dq-network-new') as Procedure;
  const asked = { ...form, responsible: { title: '责任人', type: 'text' as const } };
  expect(columnFindings(changed('dq-network-new', asked))).toEqual([
    'dq-network-new.decide:approve: responsible is filled all the same',
  ]);
  const { level: _level, ...unasked } = (procedureById('ah-system-access') as Procedure).form;
  expect(columnFindings(changed('ah-system-access', unasked))).toEqual([
    'ah-system-access: has no field level for level',
  ]);
});

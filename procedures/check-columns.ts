import { effectsOf, everyField, isNamed, type Told } from './check-effects.ts';
import { COLUMN_GAPS } from './column-gaps.ts';
import { type Column, type Derived, fieldsFor } from './columns.ts';
import { columnsOf } from './register-columns.ts';
import type { Effect, EntryPart, Procedure } from './schema.ts';
import type { ThingId } from './things.ts';

const thingOf = ({ effect: { key } }: Told): ThingId | null =>
  key === undefined || key === 'case' ? null : key.thing;

/**
 * A field that is asked for under a condition counts as asked for: that the condition goes with the effect is for the author to see.
 *
 * Columns that a line which this procedure begins must show and that nobody need have filled in, unless `column-gaps.ts` says why; gaps
 * that are none; and fields that are named for a column and that the procedure does not have, or that name parties where the column does
 * not say so.
 */
export const columnFindings = (procedure: Procedure): string[] => {
  const told = effectsOf(procedure);
  const unfilled = told.flatMap((each) => {
    const { at, effect } = each;
    if (effect.op !== 'open') return [];
    const thing = thingOf(each);
    const columns = Object.entries(columnsOf(effect.register, thing));
    return columns.flatMap(([id, column]): string[] => {
      const gap = COLUMN_GAPS[at]?.[id];
      const filled = !isMust(column, thing) || isFilled(procedure, column, each);
      if (filled) return gap === undefined ? [] : [`${at}: ${id} is filled all the same`];
      return gap === undefined ? [`${at}: nothing fills ${id} (${column.title})`] : [];
    });
  });
  return [...new Set([...unfilled, ...told.flatMap((each) => fieldFindings(procedure, each))])];
};

const isMust = ({ must }: Column, thing: ThingId | null): boolean =>
  must === true || (must !== undefined && thing !== null && must.includes(thing));
/** Columns that the entry of the catalogue fills, by the part of it that an effect must tell. */
const PARTS: Partial<Record<Derived, EntryPart>> = {
  'share-type': 'shareType',
  'update-rhythm': 'updateRhythm',
};

/** The fields that fill a column where an effect is brought about; null: it is filled without any. */
const filledBy = (procedure: Procedure, column: Column, { entry }: Effect): readonly string[] | null => {
  const part = column.derived === undefined ? undefined : PARTS[column.derived];
  if (part === undefined) return fieldsFor(column, procedure);
  const tells = entry?.[part];
  if (tells === undefined) return [];
  if (typeof tells === 'string') return [tells];
  return 'is' in tells ? null : [tells.field];
};

const isFilled = (procedure: Procedure, column: Column, { effect, fields, from }: Told): boolean =>
  filledBy(procedure, column, effect)?.some((field) => isNamed(procedure, field, fields, from)) ?? true;

const fieldFindings = (procedure: Procedure, told: Told): string[] =>
  Object.entries(columnsOf(told.effect.register, thingOf(told))).flatMap(([id, column]) => {
    const own = column.saidBy?.[procedure.id] ?? [];
    const missing = own.filter((field) => everyField(procedure, field).length === 0);
    const parties = fieldsFor(column, procedure)
      .flatMap((field) => everyField(procedure, field))
      .some(({ type }) => type === 'holder');
    return [
      ...missing.map((field) => `${procedure.id}: has no field ${field} for ${id}`),
      ...(parties && column.masks !== 'parties' ? [`${procedure.id}: ${id} names parties`] : []),
    ];
  });

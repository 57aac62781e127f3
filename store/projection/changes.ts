import { isDeepStrictEqual } from 'node:util';
import type { Projection, Row } from './rows.ts';
import { LIST_TABLES, type ListTable, PROJECTED, type ProjectedTable } from './tables.ts';

export const keyOf = (table: ProjectedTable, row: Row): string =>
  PROJECTED[table].key.map((column) => String(row[column])).join(' ');

/** Rows of the lists that are new or other than before; `before` null: all. */
export const changedRows = (before: Projection | null, after: Projection): Record<ListTable, Row[]> => {
  const changed = (table: ListTable): Row[] => {
    const known = new Map(before?.[table].map((row) => [keyOf(table, row), row]));
    return after[table].filter((row) => !isDeepStrictEqual(known.get(keyOf(table, row)), row));
  };
  return Object.fromEntries(LIST_TABLES.map((table) => [table, changed(table)])) as Record<ListTable, Row[]>;
};

/** Seats without a part in the case any more: a transfer is the only event that takes a row away. */
export const vacatedSeats = (before: Projection | null, after: Projection): Row[] => {
  const kept = new Set(after.case_seats.map((row) => keyOf('case_seats', row)));
  return (before?.case_seats ?? []).filter((row) => !kept.has(keyOf('case_seats', row)));
};

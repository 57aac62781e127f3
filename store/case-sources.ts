import type { Knex } from 'knex';
import type { CaseQuery } from './cases.ts';
import { Conditions, lightOfCase } from './conditions.ts';
import { timestamp } from './instants.ts';
import type { Position } from './paging.ts';
import { overseenBy, scopeOf } from './scope.ts';
import { findWords } from './words-of-cases.ts';

export type CaseView = 'started' | 'handled' | 'copied' | 'all';

/** One way to come by cases: an index that has them newest first. `from` names the case as `at`.`no` and its time. */
type Source = { from: string; no: string; at: string; whose: string; binding: unknown };

const startedBy = (personId: string): Source => ({
  from: 'cases c',
  no: 'c.no',
  at: 'c.submitted_at',
  whose: 'c.requester_person = ?',
  binding: personId,
});
const handledBy = (personId: string): Source => ({
  from: 'participants p JOIN cases c ON c.no = p.case_no',
  no: 'p.case_no',
  at: 'p.submitted_at',
  whose: 'p.person_id = ? AND c.requester_person <> p.person_id',
  binding: personId,
});
const copiedTo = (personId: string): Source => ({
  from: 'copies x JOIN cases c ON c.no = x.case_no',
  no: 'x.case_no',
  at: 'x.submitted_at',
  whose: 'x.person_id = ?',
  binding: personId,
});
const ofJurisdiction = (jurisdiction: string): Source => ({
  from: 'cases c',
  no: 'c.no',
  at: 'c.submitted_at',
  whose: 'c.jurisdiction = ?',
  binding: jurisdiction,
});
const ofDepartment = (department: string): Source => ({
  from: 'case_seats s JOIN cases c ON c.no = s.case_no',
  no: 's.case_no',
  at: 's.submitted_at',
  whose: 's.department = ?',
  binding: department,
});
const ofSeat = (seat: { role: string; department: string }): Source => ({
  from: 'case_seats s JOIN cases c ON c.no = s.case_no',
  no: 's.case_no',
  at: 's.submitted_at',
  whose: '(s.role, s.department) = (?, ?)',
  binding: [seat.role, seat.department],
});

const sourcesOf = ({ view, personId, grants }: CaseQuery): Source[] => {
  if (view === 'started') return [startedBy(personId)];
  if (view === 'handled') return [handledBy(personId)];
  if (view === 'copied') return [copiedTo(personId)];
  const { jurisdictions, departments } = { ...scopeOf(grants), jurisdictions: overseenBy(grants) };
  return [
    ...[startedBy(personId), handledBy(personId), copiedTo(personId)],
    ...jurisdictions.map(ofJurisdiction),
    ...departments.map(ofDepartment),
    ...grants.filter(({ department }) => !departments.includes(department)).map(ofSeat),
  ];
};

/** Numbers and times of the cases of a query, from each source at most `limit`, newest first; every case once. */
export const candidates = (query: CaseQuery, after: Position | undefined, limit: number | null) => {
  const parts = sourcesOf(query).map((source) => {
    const where = new Conditions().and(source.whose, ...[source.binding].flat());
    if (after) where.and(`(${source.at}, ${source.no}) < (?, ?)`, timestamp(after.atMs ?? 0), ...after.ids);
    if (query.fromMs !== undefined) where.and(`${source.at} >= ?`, timestamp(query.fromMs));
    if (query.beforeMs !== undefined) where.and(`${source.at} < ?`, timestamp(query.beforeMs));
    filter(where, query);
    return {
      sql: `(SELECT DISTINCT ${source.at} AS submitted_at, ${source.no} AS no FROM ${source.from} WHERE ${where.sql}
        ${limit === null ? '' : `ORDER BY ${source.at} DESC, ${source.no} DESC LIMIT ?`})`,
      bindings: [...where.bindings, ...(limit === null ? [] : [limit])],
    };
  });
  return {
    sql: parts.map(({ sql }) => sql).join(' UNION '),
    bindings: parts.flatMap(({ bindings }) => bindings) as Knex.RawBinding[],
  };
};

const filter = (where: Conditions, query: CaseQuery): void => {
  where
    .and('c.procedure = ?', query.procedure)
    .and('c.family = ?', query.family)
    .and('c.status = ?', query.status)
    .and('c.jurisdiction = ?', query.jurisdiction)
    .and('c.no IN (SELECT y.case_no FROM duty_cases y WHERE y.period = ?)', query.period)
    .and('EXISTS (SELECT FROM case_seats d WHERE d.case_no = c.no AND d.department = ?)', query.department);
  lightOfCase(where, query.light, query.asOfMs);
  findWords(where, 'c.no', query.q);
};

import type { Child } from '../cases/index.ts';

/** What a list of tasks says of the case of each. */
export type CaseOfTask = {
  no: string;
  title: string;
  procedure: string;
  edition: string;
  family: string;
  jurisdiction: string;
  requesterPerson: string;
  requesterDepartment: string;
  submittedAtMs: number;
  /** Cases that it waits for, those that one of its stages stands for among them. */
  children: Child[];
};

/** Columns of cases `c` and case_files `f` beside a task row with its `case_no`. */
export const CASE_OF_TASK = `
  f.title AS case_title, c.procedure AS case_procedure, c.edition AS case_edition, c.family AS case_family,
  c.jurisdiction AS case_jurisdiction, c.requester_person, c.requester_department, c.submitted_at,
  CASE WHEN EXISTS (SELECT FROM cases child WHERE child.no = c.no || '.1') THEN c.state -> 'children' END AS case_children`;

export const toCaseOfTask = (row: Record<string, never>): CaseOfTask => ({
  no: row.case_no!,
  title: row.case_title!,
  procedure: row.case_procedure!,
  edition: row.case_edition!,
  family: row.case_family!,
  jurisdiction: row.case_jurisdiction!,
  requesterPerson: row.requester_person!,
  requesterDepartment: row.requester_department!,
  submittedAtMs: row.submitted_at!,
  children: row.case_children ?? [],
});

/** The projected tables: key and derived columns. Statements and the rebuild are both made from this list. */
export const PROJECTED = {
  cases: {
    key: ['no'],
    columns: {
      procedure: 'text',
      edition: 'text',
      family: 'text',
      jurisdiction: 'text',
      status: 'text',
      result: 'text',
      submitted_at: 'timestamptz',
      closed_at: 'timestamptz',
      requester_person: 'text',
      requester_department: 'text',
      yellow_at: 'timestamptz',
      red_at: 'timestamptz',
      wake_at: 'timestamptz',
      seq: 'integer',
      state: 'json',
    },
  },
  tasks: {
    key: ['case_no', 'id'],
    columns: {
      procedure: 'text',
      family: 'text',
      jurisdiction: 'text',
      stage: 'text',
      state: 'text',
      role: 'text',
      department: 'text',
      assignee: 'text',
      opened_at: 'timestamptz',
      outcome: 'text',
      decided_at: 'timestamptz',
      decided_by_person: 'text',
      clock_id: 'text',
      clock_state: 'text',
      live: 'boolean',
      due_at: 'timestamptz',
      warn_at: 'timestamptz',
      provisional: 'boolean',
      rung: 'integer',
      escalated_to: 'jsonb',
      task: 'json',
      clock: 'json',
    },
  },
  clocks: {
    key: ['case_no', 'id'],
    columns: {
      stage: 'text',
      state: 'text',
      live: 'boolean',
      started_at: 'timestamptz',
      stopped_at: 'timestamptz',
      due_at: 'timestamptz',
      due_day: 'date',
      warn_at: 'timestamptz',
      provisional: 'boolean',
      rung: 'integer',
      extensions: 'integer',
      calendar_id: 'text',
      calendar_version: 'integer',
      procedure: 'text',
      family: 'text',
      jurisdiction: 'text',
      role: 'text',
      department: 'text',
      escalated_to: 'jsonb',
      clock: 'json',
    },
  },
  participants: { key: ['case_no', 'person_id'], columns: { role: 'text', submitted_at: 'timestamptz' } },
  case_seats: { key: ['case_no', 'role', 'department'], columns: { submitted_at: 'timestamptz' } },
} as const;

export type ProjectedTable = keyof typeof PROJECTED;
/** Tables that hold several rows of one case. */
export type ListTable = Exclude<ProjectedTable, 'cases'>;
export const LIST_TABLES: readonly ListTable[] = ['tasks', 'clocks', 'participants', 'case_seats'];

/** The run of a closed case has ended; reopened, it is without one until a new run is known. */
const NO_RUN_WHEN_REOPENED = `engine_started_at =
  CASE WHEN cases.status = 'closed' AND excluded.status = 'open' THEN NULL ELSE cases.engine_started_at END`;

/** Insert of the rows in parameter `parameter` (a JSON array), which replaces what is there under their keys. */
export const upsertSql = (table: ProjectedTable, parameter: string): string => {
  const { key, columns } = PROJECTED[table];
  const names = [...key, ...Object.keys(columns)];
  const typed = [
    ...key.map((name) => `${name} text`),
    ...Object.entries(columns).map(([name, type]) => `${name} ${type}`),
  ];
  const sets = Object.keys(columns).map((name) => `${name} = excluded.${name}`);
  if (table === 'cases') sets.push(NO_RUN_WHEN_REOPENED);
  return `INSERT INTO ${table} (${names.join(', ')})
    SELECT ${names.join(', ')} FROM json_to_recordset(${parameter}::json) AS row (${typed.join(', ')})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${sets.join(', ')}`;
};

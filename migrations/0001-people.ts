import type { Knex } from 'knex';

/** Who there is: departments, people, the roles they hold, which department fills a role, sessions, shared resources. */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    CREATE TABLE departments (
      id text PRIMARY KEY, title text NOT NULL, jurisdiction text NOT NULL);

    CREATE TABLE people (
      id text PRIMARY KEY, account text NOT NULL UNIQUE, name text NOT NULL, password_hash text NOT NULL,
      department_id text NOT NULL REFERENCES departments, disabled boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now());

    CREATE TABLE role_grants (
      person_id text NOT NULL REFERENCES people, role text NOT NULL, department_id text NOT NULL REFERENCES departments,
      PRIMARY KEY (person_id, role, department_id));
    CREATE INDEX role_grants_by_seat ON role_grants (role, department_id);

    CREATE TABLE role_departments (
      jurisdiction text NOT NULL, role text NOT NULL, department_id text NOT NULL REFERENCES departments,
      PRIMARY KEY (jurisdiction, role));

    CREATE TABLE sessions (
      token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32), person_id text NOT NULL REFERENCES people,
      created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
      last_used_at timestamptz NOT NULL);
    CREATE INDEX sessions_by_person ON sessions (person_id);
    CREATE INDEX sessions_by_end ON sessions (expires_at);

    CREATE TABLE resources (
      id text PRIMARY KEY, title text NOT NULL, department_id text NOT NULL REFERENCES departments,
      jurisdiction text NOT NULL,
      share_type text NOT NULL CHECK (share_type IN ('conditional', 'unconditional', 'open', 'none')),
      description text NOT NULL DEFAULT '', items jsonb NOT NULL DEFAULT '[]');
    CREATE INDEX resources_by_jurisdiction ON resources (jurisdiction, id);
  `);
};

/** Accounts and grants cannot be made again from anything else. */
export const down = (): never => {
  throw new Error('people, roles and sessions are kept here only; there is no way back');
};

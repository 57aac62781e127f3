import type { Knex } from 'knex';
import { SYSTEM_PERSON } from './follow-ups.ts';
import { timestamp } from './instants.ts';

/** A person's command as received: the receipt, the inbox of the engine and the idempotency table in one. */
export type StoredCommand = {
  /** Also the id of the engine's Update. */
  id: string;
  personId: string;
  key: string;
  requestDigest: string;
  caseNo: string | null;
  /** The command without anything people wrote. */
  body: unknown;
  /** What they wrote; kept nowhere else. */
  content: unknown;
  /** The legal time of the act. */
  receivedAtMs: number;
  state: 'pending' | 'done' | 'refused';
  problem: unknown;
  httpStatus: number | null;
  attempts: number;
  doneAtMs: number | null;
};

export type NewCommand = Pick<
  StoredCommand,
  'id' | 'personId' | 'key' | 'requestDigest' | 'caseNo' | 'body' | 'content' | 'receivedAtMs'
>;

/** What has become of a key that was used before. */
export type Used = { kind: 'replay' | 'running'; command: StoredCommand } | { kind: 'other-body' };
export type Receipt = { kind: 'new' } | Used;

/** The receiver has this long to carry a command out before the dispatcher takes it up; in real time, as all delivery is. */
const GRACE_MS = 15_000;
const LONGEST_WAIT_MS = 60_000;
/** Begun this often, a command has failed at least once and may do so again. */
const IN_VAIN = 2;

const INSERT = `
  INSERT INTO commands (id, person_id, idempotency_key, request_digest, case_no, body, content, received_at, next_attempt_at)
  VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
  -- Whichever key is met first: an id that is made from person and key collides together with them.
  ON CONFLICT DO NOTHING`;

const CLAIM = `
  UPDATE commands SET attempts = attempts + 1, next_attempt_at = ?::timestamptz
    + greatest(?, least(${LONGEST_WAIT_MS}, 1000 * 2 ^ least(attempts, 10))) * interval '1 millisecond'
  WHERE id IN (
    SELECT id FROM commands WHERE state = 'pending' AND next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT ?
    FOR UPDATE SKIP LOCKED)
  RETURNING *`;

export const commandStore = (db: Knex) => {
  /** How a key that has been used stands, for whoever sends it (again). Throws when it has not been used. */
  const standing = async ({
    id,
    personId,
    key,
    requestDigest,
  }: Pick<NewCommand, 'id' | 'personId' | 'key' | 'requestDigest'>): Promise<Used> => {
    const row = await db('commands').where({ person_id: personId, idempotency_key: key }).first();
    if (row === undefined) throw new Error(`command ${id} is another person's or another key's`);
    const found = toCommand(row);
    if (found.requestDigest !== requestDigest) return { kind: 'other-body' };
    return { kind: found.state === 'pending' ? 'running' : 'replay', command: found };
  };

  return {
    standing,

    /**
     * Takes a command in, durably, once per person and key. Of any number of calls with one key exactly one is `new`; the
     * others learn how it stands (`running`, `replay`) or that the key was used for another body.
     */
    async receive(command: NewCommand): Promise<Receipt> {
      const { id, personId, key, requestDigest, caseNo, body, content, receivedAtMs } = command;
      const inserted = await db
        .raw(INSERT, [
          ...[id, personId, key, requestDigest, caseNo, JSON.stringify(body), jsonOrNull(content)],
          ...[timestamp(receivedAtMs), timestamp(Date.now() + GRACE_MS)],
        ] as Knex.RawBinding[])
        .options({ name: 'command-receive' });
      return inserted.rowCount === 1 ? { kind: 'new' } : standing(command);
    },

    /**
     * Takes a command in and carries it out in one transaction: for what needs no arbiter beyond PostgreSQL. `work` that throws leaves
     * nothing behind, and the error is the caller's. Of any number of calls with one key exactly one is `new`.
     */
    async carryOutAtOnce<T>(
      command: NewCommand,
      httpStatus: number,
      work: (trx: Knex) => Promise<T>,
    ): Promise<{ kind: 'new'; value: T } | Used> {
      const { id, personId, key, requestDigest, caseNo, body, content, receivedAtMs } = command;
      const done = await db.transaction(async (trx) => {
        const inserted = await trx('commands')
          .insert({
            ...{
              id,
              person_id: personId,
              idempotency_key: key,
              request_digest: requestDigest,
              case_no: caseNo,
            },
            ...{ body: JSON.stringify(body), content: jsonOrNull(content), state: 'done' },
            ...{ received_at: timestamp(receivedAtMs), next_attempt_at: trx.fn.now() },
            ...{ http_status: httpStatus, done_at: trx.fn.now() },
          })
          .onConflict()
          .ignore();
        return rowsOf(inserted) === 0 ? null : { value: await work(trx) };
      });
      return done === null ? standing(command) : { kind: 'new', value: done.value };
    },

    /** The command was refused for good; its problem is what a replay is told. Does nothing to one that is not pending. */
    async refuse(id: string, problem: unknown, httpStatus: number): Promise<void> {
      await db('commands')
        .where({ id, state: 'pending' })
        .update({
          state: 'refused',
          problem: JSON.stringify(problem ?? {}),
          http_status: httpStatus,
          done_at: db.fn.now(),
        });
    },

    async get(id: string): Promise<StoredCommand | null> {
      const row = await db('commands').where({ id }).first();
      return row === undefined ? null : toCommand(row);
    },

    /**
     * Pending commands whose turn it is, each for this caller alone until `leaseMs` from now (milliseconds); one that is
     * not brought to an end comes again after its lease, at the latest a minute or the lease later, without end.
     */
    async claimPending(claim: { nowMs: number; limit: number; leaseMs: number }): Promise<StoredCommand[]> {
      const now = timestamp(claim.nowMs);
      const { rows } = await db.raw(CLAIM, [now, claim.leaseMs, now, claim.limit]);
      return rows
        .map(toCommand)
        .sort((a: StoredCommand, b: StoredCommand) => a.receivedAtMs - b.receivedAtMs);
    },

    /**
     * How many commands of the system's own are still to be carried out. Those that were tried in vain do not count: they wait for whoever
     * mends their cause.
     */
    async pendingOfSystem(): Promise<number> {
      const [row] = await db('commands')
        .where({ state: 'pending', person_id: SYSTEM_PERSON })
        .andWhere('attempts', '<', IN_VAIN)
        .count({ pending: '*' });
      return Number(row!.pending);
    },

    /** How many wait, and since when the oldest does. */
    async backlog(): Promise<{ pending: number; oldestReceivedAtMs: number | null }> {
      const [row] = await db('commands')
        .where('state', 'pending')
        .count({ pending: '*' })
        .min({ oldest: 'received_at' });
      return { pending: Number(row!.pending), oldestReceivedAtMs: row!.oldest };
    },
  };
};

/** How many rows an insert wrote, as the driver answers it. */
const rowsOf = (inserted: unknown): number => Number((inserted as { rowCount?: number }).rowCount ?? 0);

const jsonOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

const toCommand = (row: Record<string, never>): StoredCommand => ({
  id: row.id!,
  personId: row.person_id!,
  key: row.idempotency_key!,
  requestDigest: row.request_digest!,
  caseNo: row.case_no!,
  body: row.body,
  content: row.content,
  receivedAtMs: row.received_at!,
  state: row.state!,
  problem: row.problem,
  httpStatus: row.http_status!,
  attempts: row.attempts!,
  doneAtMs: row.done_at!,
});

export type CommandStore = ReturnType<typeof commandStore>;

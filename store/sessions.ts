import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { isRole } from '../procedures/roles.ts';
import { timestamp } from './instants.ts';
import type { Grant } from './people.ts';

/** A login, with the person and the roles held at this moment. */
export type Session = {
  personId: string;
  account: string;
  name: string;
  department: string;
  grants: Grant[];
  createdAtMs: number;
  expiresAtMs: number;
  lastUsedAtMs: number;
};

const TOUCH_EVERY_MS = 60_000;

const FIND = `
  SELECT s.person_id, s.created_at, s.expires_at, s.last_used_at, p.account, p.name, p.department_id, (
    SELECT coalesce(json_agg(json_build_object('role', g.role, 'department', g.department_id, 'jurisdiction', d.jurisdiction)
      ORDER BY g.role, g.department_id), '[]')
    FROM role_grants g JOIN departments d ON d.id = g.department_id WHERE g.person_id = p.id) AS grants
  FROM sessions s JOIN people p ON p.id = s.person_id WHERE s.token_hash = ? AND NOT p.disabled`;

/** Logins. Real time throughout: virtual time moves cases, not sessions. Tokens are kept as digests only. */
export const sessionStore = (db: Knex) => ({
  /** A new session of `lifetimeMs` milliseconds. The token is told here and never again. */
  async create(personId: string, lifetimeMs: number): Promise<{ token: string; expiresAtMs: number }> {
    const token = randomBytes(32).toString('base64url');
    const nowMs = Date.now();
    const expiresAtMs = nowMs + lifetimeMs;
    const now = timestamp(nowMs);
    const session = {
      person_id: personId,
      created_at: now,
      expires_at: timestamp(expiresAtMs),
      last_used_at: now,
    };
    await db('sessions').insert({ token_hash: digest(token), ...session });
    return { token, expiresAtMs };
  },

  /**
   * The session of a token that has not expired, of a person who is not disabled, and (with `idleMs`) was used within so
   * many milliseconds; else null. Its last use is noted at most once a minute.
   */
  async find(
    token: string,
    { idleMs = Number.POSITIVE_INFINITY }: { idleMs?: number } = {},
  ): Promise<Session | null> {
    const { rows } = await db.raw(FIND, [digest(token)]).options({ name: 'session-find' });
    const [row] = rows;
    const nowMs = Date.now();
    if (row === undefined || row.expires_at <= nowMs || row.last_used_at + idleMs <= nowMs) return null;
    if (row.last_used_at + TOUCH_EVERY_MS <= nowMs) {
      await db('sessions')
        .where({ token_hash: digest(token) })
        .update({ last_used_at: timestamp(nowMs) });
    }
    return {
      personId: row.person_id,
      account: row.account,
      name: row.name,
      department: row.department_id,
      grants: row.grants.filter(({ role }: Grant) => isRole(role)),
      createdAtMs: row.created_at,
      expiresAtMs: row.expires_at,
      lastUsedAtMs: row.last_used_at,
    };
  },

  /** Ends the session; says nothing of whether there was one. */
  async delete(token: string): Promise<void> {
    await db('sessions')
      .where({ token_hash: digest(token) })
      .delete();
  },

  /** Clears away at most `limit` sessions that have expired, or are of people who may not sign in any more. Answers how many. */
  async clear(limit: number): Promise<number> {
    const { rowCount } = await db.raw(
      `DELETE FROM sessions WHERE token_hash IN (
         (SELECT token_hash FROM sessions WHERE expires_at <= ? LIMIT ?)
         UNION (SELECT s.token_hash FROM people p JOIN sessions s ON s.person_id = p.id WHERE p.disabled LIMIT ?)
         LIMIT ?)`,
      [timestamp(Date.now()), limit, limit, limit],
    );
    return rowCount;
  },
});

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

export type SessionStore = ReturnType<typeof sessionStore>;

import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { timestamp } from './instants.ts';

export type Session = { personId: string; createdAtMs: number; expiresAtMs: number; lastUsedAtMs: number };

const TOUCH_EVERY_MS = 60_000;

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
    const row = await db('sessions as s')
      .join('people as p', 'p.id', 's.person_id')
      .where({ 's.token_hash': digest(token), 'p.disabled': false })
      .first('s.person_id', 's.created_at', 's.expires_at', 's.last_used_at');
    const nowMs = Date.now();
    if (row === undefined || row.expires_at <= nowMs || row.last_used_at + idleMs <= nowMs) return null;
    if (row.last_used_at + TOUCH_EVERY_MS <= nowMs) {
      await db('sessions')
        .where({ token_hash: digest(token) })
        .update({ last_used_at: timestamp(nowMs) });
    }
    return {
      personId: row.person_id,
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

  /** Ends all sessions of a person. */
  async deleteFor(personId: string): Promise<void> {
    await db('sessions').where({ person_id: personId }).delete();
  },

  /** Clears away sessions that have expired; answers how many. */
  async deleteExpired(): Promise<number> {
    return db('sessions').where('expires_at', '<=', timestamp(Date.now())).delete();
  },
});

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

export type SessionStore = ReturnType<typeof sessionStore>;

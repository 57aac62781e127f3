import type { Knex } from 'knex';
import type { ThingState } from '../procedures/schema.ts';
import { THINGS, type ThingId } from '../procedures/things.ts';

/** How a thing stands for whoever names it; the case that opened it last, and whether that is still open. */
export type FoundThing = {
  name: string;
  state: ThingState;
  openedBy: string | null;
  openerIsOpen: boolean;
};

/** Between its claim and its receipt a decision has so long; one that has not been received by then has died on the way. */
const CLAIM_WITHOUT_RECEIPT = '30 seconds';

/** Things by their names, as decisions mean them. `place`: the jurisdiction or the department among whose things a name is its own. */
export const thingStore = (db: Knex) => ({
  /** How the things of these names stand in their register, or, for a resource, in the catalogue. */
  async statesOfThings(thing: ThingId, place: string, names: readonly string[]): Promise<FoundThing[]> {
    if (names.length === 0) return [];
    const { rows } = await db.raw(
      `SELECT asked.name, opener.case_no AS "openedBy", coalesce(c.status = 'open', false) AS "openerIsOpen",
         CASE WHEN coalesce(l.state = 'closed', true) AND ? = 'resource' AND EXISTS (SELECT FROM catalogue e
             WHERE e.jurisdiction = ? AND even_name(e.id) = even_name(asked.name) AND NOT e.withdrawn) THEN 'open'
           ELSE coalesce(l.state, 'absent') END AS state
       FROM unnest(?::text[]) AS asked (name)
         LEFT JOIN register_lines l ON l.register = ? AND l.key = key_of_thing(?, ?, asked.name)
         LEFT JOIN LATERAL (SELECT h.case_no FROM register_changes o JOIN register_history h USING (case_no, seq)
           WHERE o.register = l.register AND o.key = l.key AND h.op = 'open'
           ORDER BY h.at DESC, h.case_no DESC, h.seq DESC LIMIT 1) opener ON true
         LEFT JOIN cases c ON c.no = opener.case_no`,
      [thing, place, names, THINGS[thing].register, thing, place] as Knex.RawBinding[],
    );
    return rows;
  },

  /**
   * Holds these things for the decision that a command carries, until it has been carried out; whoever comes meanwhile is told no. False:
   * another holds one of them. Claimed again by the same command they are its own.
   */
  async claimThings(
    commandId: string,
    thing: ThingId,
    place: string,
    names: readonly string[],
  ): Promise<boolean> {
    if (names.length === 0) return true;
    const { rows } = await db.raw(
      `WITH meant AS (SELECT DISTINCT key_of_thing(?, ?, name) AS key FROM unnest(?::text[]) AS name),
         mine AS (INSERT INTO thing_claims AS held (key, command_id) SELECT key, ? FROM meant ORDER BY key
           ON CONFLICT (key) DO UPDATE SET command_id = excluded.command_id, claimed_at = now()
             WHERE held.command_id = excluded.command_id OR coalesce(
               (SELECT state <> 'pending' FROM commands WHERE id = held.command_id),
               held.claimed_at < now() - interval '${CLAIM_WITHOUT_RECEIPT}')
           RETURNING key)
       SELECT (SELECT count(*) FROM mine) = (SELECT count(*) FROM meant) AS mine`,
      [thing, place, names, commandId] as Knex.RawBinding[],
    );
    return rows[0].mine;
  },

  /** Lets go what a command has claimed that is not sent after all. */
  async releaseThings(commandId: string): Promise<void> {
    await db('thing_claims').where({ command_id: commandId }).delete();
  },
});

import type { Knex } from 'knex';
import { timestamp } from './instants.ts';

/** Where a person is reached; null: not that way. */
export type Contact = { email: string | null; phone: string | null };

export const NO_CONTACT: Contact = { email: null, phone: null };

/** E-mail addresses and telephone numbers of people. They are read for sending, and by the person; nothing else needs them. */
export const contactStore = (db: Knex) => ({
  async of(personId: string): Promise<Contact> {
    const row = await db('contacts').where({ person_id: personId }).first('email', 'phone');
    return row === undefined ? NO_CONTACT : { email: row.email, phone: row.phone };
  },

  /** From now on the person is reached so. */
  async set(trx: Knex, personId: string, contact: Contact, by: string, atMs: number): Promise<void> {
    await trx('contacts')
      .insert({ person_id: personId, ...contact, changed_by: by, changed_at: timestamp(atMs) })
      .onConflict('person_id')
      .merge();
  },
});

export type ContactStore = ReturnType<typeof contactStore>;

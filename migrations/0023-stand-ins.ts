import type { Knex } from 'knex';

/**
 * A shift may be a stand-in's (代班): it says for whom. What a gateway tells later is kept: that a message has arrived, with the message,
 * and that whoever was called has answered it there, with the call.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    ALTER TABLE duty_shifts ADD COLUMN stands_in_for text REFERENCES people;
    DROP TRIGGER duty_shifts_are_final ON duty_shifts;
    CREATE TRIGGER duty_shifts_are_final BEFORE UPDATE ON duty_shifts FOR EACH ROW
      WHEN (OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR (NEW.place_id, NEW.person_id, NEW.from_at, NEW.to_at,
        NEW.set_by, NEW.set_at, NEW.stands_in_for) IS DISTINCT FROM (OLD.place_id, OLD.person_id, OLD.from_at, OLD.to_at,
        OLD.set_by, OLD.set_at, OLD.stands_in_for))
      EXECUTE FUNCTION refuse_change_of_shift();
    ALTER TABLE deliveries ADD COLUMN arrived_at timestamptz;
    ALTER TABLE calls DROP CONSTRAINT calls_acknowledged_how_check, ADD CONSTRAINT calls_acknowledged_how_check
      CHECK (acknowledged_how IN ('acknowledgement', 'gateway', 'decision'))`);
};

/** Who stood in for whom, and what has arrived, is evidence. */
export const down = (): never => {
  throw new Error('shifts say who stood in for whom, and deliveries what has arrived; there is no way back');
};

import type { Knex } from 'knex';

/**
 * What an administrator sets: the amount of a target (服务目标) of an edition from a day on, and that a measure whose term has run out is
 * still applied. Each by a document with its number; each is only ever withdrawn, by somebody with a reason.
 */
export const up = async (db: Knex): Promise<void> => {
  await db.raw(`
    -- The id is that of the command that set it.
    CREATE TABLE target_settings (
      id text PRIMARY KEY, procedure text NOT NULL, edition text NOT NULL, limit_at text NOT NULL,
      amount integer NOT NULL CHECK (amount BETWEEN 1 AND 366), valid_from date NOT NULL,
      document_no text NOT NULL CHECK (document_no ~ '\\S'), reasons text NOT NULL CHECK (reasons ~ '\\S'),
      set_by text NOT NULL, set_at timestamptz NOT NULL,
      withdrawn_by text, withdrawn_at timestamptz, withdrawn_reasons text CHECK (withdrawn_reasons ~ '\\S'), withdrawn_document_no text,
      CHECK (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_reasons) IN (0, 3)),
      CHECK (withdrawn_document_no IS NULL OR withdrawn_at IS NOT NULL));
    CREATE UNIQUE INDEX target_settings_standing ON target_settings (procedure, edition, limit_at, valid_from)
      WHERE withdrawn_at IS NULL;
    CREATE INDEX target_settings_of_edition ON target_settings (procedure, edition);

    CREATE TABLE applied_measures (
      id text PRIMARY KEY, regulation text NOT NULL,
      document_no text NOT NULL CHECK (document_no ~ '\\S'), note text, set_by text NOT NULL, set_at timestamptz NOT NULL,
      withdrawn_by text, withdrawn_at timestamptz, withdrawn_reasons text CHECK (withdrawn_reasons ~ '\\S'),
      CHECK (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_reasons) IN (0, 3)));
    CREATE UNIQUE INDEX applied_measures_standing ON applied_measures (regulation) WHERE withdrawn_at IS NULL;

    CREATE FUNCTION refuse_change_of_setting() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'a setting is only ever withdrawn' USING ERRCODE = 'integrity_constraint_violation'; END $$;
    CREATE TRIGGER target_settings_are_final BEFORE UPDATE ON target_settings FOR EACH ROW
      WHEN (OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR (NEW.id, NEW.procedure, NEW.edition, NEW.limit_at, NEW.amount,
        NEW.valid_from, NEW.document_no, NEW.reasons, NEW.set_by, NEW.set_at) IS DISTINCT FROM (OLD.id, OLD.procedure, OLD.edition,
        OLD.limit_at, OLD.amount, OLD.valid_from, OLD.document_no, OLD.reasons, OLD.set_by, OLD.set_at))
      EXECUTE FUNCTION refuse_change_of_setting();
    CREATE TRIGGER applied_measures_are_final BEFORE UPDATE ON applied_measures FOR EACH ROW
      WHEN (OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR (NEW.id, NEW.regulation, NEW.document_no, NEW.note, NEW.set_by,
        NEW.set_at) IS DISTINCT FROM (OLD.id, OLD.regulation, OLD.document_no, OLD.note, OLD.set_by, OLD.set_at))
      EXECUTE FUNCTION refuse_change_of_setting();
    CREATE TRIGGER target_settings_are_kept BEFORE DELETE OR TRUNCATE ON target_settings
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER applied_measures_are_kept BEFORE DELETE OR TRUNCATE ON applied_measures
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `);
};

/** Cases refer to the settings that they were filed under. */
export const down = (): never => {
  throw new Error('settings say by which document a limit was counted; there is no way back');
};

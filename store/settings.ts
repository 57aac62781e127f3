import type { Knex } from 'knex';

/** Few values that belong to the installation, by name. */
export const settingStore = (db: Knex) => ({
  async get(key: string): Promise<unknown> {
    return (await db('settings').where({ key }).first('value'))?.value ?? null;
  },
  async set(key: string, value: unknown): Promise<void> {
    await db('settings')
      .insert({ key, value: JSON.stringify(value) })
      .onConflict('key')
      .merge();
  },
});

export type SettingStore = ReturnType<typeof settingStore>;

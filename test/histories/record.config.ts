import { defineConfig } from 'vitest/config';

/** `npm run histories`: records the histories of shapes that have none yet. */
export default defineConfig({
  test: {
    include: ['test/histories/record.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

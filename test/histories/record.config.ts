import { defineConfig } from 'vitest/config';

/** `npm run histories`: records the histories anew. Only for a release that means to change what open cases do. */
export default defineConfig({
  test: {
    include: ['test/histories/record.ts'],
    globalSetup: ['test/setup/global.ts'],
    pool: 'forks',
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

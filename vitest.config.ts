import { defineConfig } from 'vitest/config';

// Two projects: the pure core needs nothing and answers in seconds; the stories run against a PostgreSQL and a
// Temporal of their own, which `test/setup/global.ts` starts only when one of their files is to run.
export default defineConfig({
  test: {
    // More than the cores of a small machine: the longest files mostly wait for a server.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'calendar/**/*.test.ts',
            'procedures/**/*.test.ts',
            'cases/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'stories',
          include: ['{test,migrations,store,api,workflows,activities,runtime,bench}/**/*.test.ts'],
          globalSetup: ['test/setup/global.ts'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

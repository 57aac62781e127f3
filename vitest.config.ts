import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more, longest first: begun last, they would be waited for alone. */
const LONG = ['test/stories/over-http', 'test/system/', 'runtime/start'];

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex((part) => moduleId.includes(part));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

// Files of one worker share their modules: importing the engine's client and the schemas anew for each costs more than most tests.
// Two projects: the pure core needs nothing and answers in seconds; the stories run against a PostgreSQL and a
// Temporal of their own, which `test/setup/global.ts` starts only when one of their files is to run.
export default defineConfig({
  test: {
    // More than the cores of a small machine: the longest files mostly wait for a server.
    maxWorkers: 3,
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
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
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** Tests that add to the library of acts: what they register must not be there for others. */
const registering = ['test/engine/toy-act.test.ts'];

const common = {
  exclude: ['test/long/**', 'test/helpers/**', 'node_modules/**', 'dist/**', '.stryker-tmp/**'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: 'threads' as const,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        // One set of modules a thread: it is loaded, and made fast, once instead of once a file.
        test: {
          ...common,
          name: 'shared',
          isolate: false,
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [...common.exclude, ...registering],
        },
      },
      { test: { ...common, name: 'alone', isolate: true, include: registering } },
    ],
  },
});

import { defineConfig } from 'vitest/config';

// Mutation testing runs the tests again for every mutant: those beside their sources and the golden runs, not the rest.
export default defineConfig({
  test: {
    include: ['src/{chance,choice,acts,episode}/**/*.test.ts', 'test/golden/**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', '**/fuzz.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
  },
});

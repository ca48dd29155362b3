import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', 'src/episode/fuzz.test.ts', 'src/episode/patch-property.test.ts'],
    env: { LONG_FUZZ: 'yes' },
    exclude: ['node_modules/**', 'dist/**', '.stryker-tmp/**'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    passWithNoTests: false,
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
  },
});

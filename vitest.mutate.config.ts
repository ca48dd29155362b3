import { defineConfig } from 'vitest/config';

/** Tests of behaviour that judge a room besides those beside its sources; the rest of `test/` is too slow to run for every mutant. */
const more: Record<string, readonly string[]> = {
  choice: ['test/engine/ballots.test.ts', 'test/engine/gumbel-max.test.ts'],
};
const room = process.env['MUTATE_ROOM'] ?? '{chance,choice,acts,episode}';

// The tests run again for every mutant: they share their modules, and those that take half a minute by themselves stay out.
export default defineConfig({
  test: {
    include: [`src/${room}/**/*.test.ts`, ...(more[room] ?? [])],
    exclude: ['node_modules/**', 'dist/**', '**/fuzz.test.ts', 'src/acts/kinds.test.ts'],
    setupFiles: ['scripts/mutate/setup.mjs'],
    testTimeout: 60_000,
    pool: 'threads',
    isolate: false,
  },
});

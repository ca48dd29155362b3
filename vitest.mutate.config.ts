import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of behaviour that judge a room besides those beside its sources; the rest of `test/` is too slow to run for every mutant. */
const more: Record<string, readonly string[]> = {
  choice: ['test/engine/ballots.test.ts', 'test/engine/gumbel-max.test.ts'],
};
const room = process.env['MUTATE_ROOM'] ?? '{chance,choice,acts,episode}';

/** The tests of the mutated file first, then those beside it: the first that fails ends the run. */
class Nearest extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ''] = this.ctx.config.related ?? [];
    const folder = mutated.slice(0, mutated.lastIndexOf('/') + 1);
    const distance = ({ moduleId }: TestSpecification): number =>
      moduleId === mutated.replace(/\.ts$/, '.test.ts')
        ? 0
        : folder !== '' && moduleId.startsWith(folder)
          ? 1
          : 2;
    return files.toSorted((a, b) => distance(a) - distance(b));
  }
}

// The tests run again for every mutant: they share their modules, and those that take half a minute by themselves stay out.
export default defineConfig({
  test: {
    include: [`src/${room}/**/*.test.ts`, ...(more[room] ?? [])],
    exclude: ['node_modules/**', 'dist/**', '**/fuzz.test.ts', 'src/acts/kinds.test.ts'],
    setupFiles: ['scripts/mutate/setup.mjs'],
    testTimeout: 60_000,
    pool: 'threads',
    isolate: false,
    sequence: { sequencer: Nearest },
  },
});

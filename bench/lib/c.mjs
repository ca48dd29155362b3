// Compiles the C references on the spot; undefined where there is no compiler.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../', import.meta.url));
const flags = ['-O2', '-ffp-contract=off'];

/** A function that runs bench/c/<name>.c and returns what it prints, parsed; undefined if it cannot be compiled. */
export function compileC(name, extra = []) {
  mkdirSync(`${here}bin`, { recursive: true });
  const to = `${here}bin/${name}`;
  const made = spawnSync('gcc', [...flags, ...extra, `${here}c/${name}.c`, '-o', to, '-lm'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) return undefined;
  return (...args) => JSON.parse(spawnSync(to, args.map(String), { encoding: 'utf8' }).stdout);
}

/** As `compileC`, one run in each lane of the machine's vectors; needs glibc's vector library. */
export const compileLanes = (name) =>
  compileC(name, ['-O3', '-march=native', '-mprefer-vector-width=512', '-ffast-math', '-fopenmp-simd']);

// Builds the studio's page into dist/studio/page: index.html, page.js (a module), page.css, engine.js (the worker, a classic script).
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const from = join(home, 'src/studio/page');
const to = join(home, 'dist/studio/page');

/** Builds both scripts. `watching` builds again at each change and never ends. */
export async function buildStudio({ watching = false } = {}) {
  const { build } = await import('vite');
  const { svelte, vitePreprocess } = await import('@sveltejs/vite-plugin-svelte');
  mkdirSync(to, { recursive: true });
  for (const old of ['page.js', 'page.css', 'engine.js'])
    if (existsSync(join(to, old))) rmSync(join(to, old));
  const shared = { configFile: false, root: home, logLevel: 'warn', publicDir: false };
  const output = { outDir: to, emptyOutDir: false, target: 'es2022', watch: watching ? {} : null };
  await build({
    ...shared,
    build: {
      ...output,
      lib: {
        entry: join(home, 'src/studio/engine/worker.ts'),
        formats: ['iife'],
        name: 'plenum',
        fileName: () => 'engine.js',
      },
    },
  });
  await build({
    ...shared,
    plugins: [svelte({ configFile: false, preprocess: vitePreprocess({ script: true }) })],
    build: {
      ...output,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(from, 'main.ts'),
        output: {
          format: 'es',
          entryFileNames: 'page.js',
          assetFileNames: 'page[extname]',
          codeSplitting: false,
        },
      },
    },
  });
  copyFileSync(join(from, 'index.html'), join(to, 'index.html'));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildStudio({ watching: process.argv.includes('--watch') });

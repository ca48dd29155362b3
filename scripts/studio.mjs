// Builds the studio's page into dist/studio/page: index.html, page.js (a module), page.css, engine.js (the worker, a classic script),
// ahead.js (the first script of a served page), and licenses.txt, the licences of everything that is bundled into them.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  for (const old of ['page.js', 'page.css', 'engine.js', 'ahead.js'])
    if (existsSync(join(to, old))) rmSync(join(to, old));
  const packages = new Set();
  const shared = { configFile: false, root: home, logLevel: 'warn', publicDir: false };
  const output = { outDir: to, emptyOutDir: false, target: 'es2022', watch: watching ? {} : null };
  for (const [entry, script] of [
    ['src/studio/engine/worker.ts', 'engine.js'],
    ['src/studio/page/ahead.ts', 'ahead.js'],
  ])
    await build({
      ...shared,
      plugins: [noting(packages)],
      build: {
        ...output,
        lib: { entry: join(home, entry), formats: ['iife'], name: 'plenum', fileName: () => script },
      },
    });
  await build({
    ...shared,
    plugins: [svelte({ configFile: false, preprocess: vitePreprocess({ script: true }) }), noting(packages)],
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
  writeFileSync(join(to, 'licenses.txt'), [...packages].sort().map(licenceOf).join('\n\n'));
}

/** Notes the packages of which something went into a bundle. */
const noting = (packages) => ({
  name: 'noting-packages',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      for (const id of Object.keys(chunk.modules ?? {})) {
        const found = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'));
        if (found) packages.add(found[1]);
      }
  },
});

/** Name, version and licence of a package, as its authors want them to go along. */
function licenceOf(name) {
  const folder = join(home, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n${text}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildStudio({ watching: process.argv.includes('--watch') });

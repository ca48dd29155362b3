import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { studioPage } from '../cli/cli.ts';
import { own, page, studioIn, workFolder } from './helpers/studio.ts';

it('goes before the page’s own script, under the same stamp', async () => {
  const files = new Map(page());
  files.set('ahead.js', { bytes: new TextEncoder().encode('// first'), type: 'text/javascript' });
  const { app } = studioIn(workFolder(), { page: files });
  const index = await (await app.request('/', own())).text();
  const [, stamp] = /<script src="\.\/ahead\.js\?v=([0-9a-f]+)"><\/script>/.exec(index) ?? [];
  expect(index).toContain(`page.js?v=${stamp}"`);
  expect(index.indexOf('ahead.js')).toBeLessThan(index.indexOf('page.js'));
  const script = await app.request(`/ahead.js?v=${stamp}`, own());
  expect(script.headers.get('Cache-Control')).toContain('immutable');
});

it('is not asked for where the page has none', async () => {
  const files = new Map(page());
  files.delete('ahead.js');
  const { app } = studioIn(workFolder(), { page: files });
  expect(await (await app.request('/', own())).text()).not.toContain('ahead.js');
});

it('starts an engine that never tries whether text may be run as code', () => {
  const scope = createContext({
    TextEncoder,
    TextDecoder,
    URL,
    location: { href: 'http://localhost/engine.js' },
  });
  runInContext(
    `var tried = 0;
     globalThis.Function = new Proxy(Function, { apply() { tried++; }, construct() { tried++; return {}; } });`,
    scope,
  );
  runInContext(readFileSync(join(studioPage, 'engine.js'), 'utf8'), scope);
  expect(runInContext('[tried, typeof onmessage]', scope)).toEqual([0, 'function']);
});

import type {} from './begun.ts';
import { getPrepared, getStored, startServed } from './served.ts';
import { readAddress } from './state/address.ts';

// The first script of a page that the studio serves, and a small one: the engine reads its program, and the server is asked for the episode of the
// address, while the browser still reads the page. A published page does without.
const script = document.currentScript;
const engine = startServed(script instanceof HTMLScriptElement ? new URL(script.src).search : '');
const { episode: id } = readAddress(location.hash);
if (id === '' || id.startsWith('local:')) globalThis.plenumBegun = { engine };
else {
  const stored = getStored(id);
  // Told of where the page waits for it.
  stored.catch(() => {});
  globalThis.plenumBegun = { engine, episode: { id, stored, prepared: getPrepared(id) } };
}

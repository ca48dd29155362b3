// How fast the studio is in a real browser: first picture, first numbers, interactions, weight of the scripts.
//   npm run build && node bench/studio.mjs [episode] [--json]
// Wall clock of this machine; the targets are in docs/studio.md. Every figure is the median of the rounds.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { readPage } from '../dist/studio/server/page-files.js';
import { checkingThread } from '../dist/studio/server/checking-thread.js';
import { startStudio } from '../dist/studio/server/serve.js';
import { Shelf } from '../dist/studio/server/shelf.js';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const episode = process.argv.slice(2).find((a) => !a.startsWith('--')) ?? 'november-1917';
const rounds = 5;
const page = readPage(join(home, 'dist/studio/page'));
if (!page) throw new Error('the page is not built: npm run build');

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const { check, prepare, close } = checkingThread();
const running = await startStudio(
  { version: 'bench', page, shelf: new Shelf([], home), report: console.error, check, prepare },
  0,
);
const browser = await chromium.launch({
  executablePath: process.env.PLENUM_CHROMIUM ?? '/usr/bin/chromium',
  // The browser's own bars stand in the window; what lies outside it is never painted, and a click there would seem to wait for ever.
  args: ['--window-size=1280,807', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
const context = await browser.newContext({ viewport: null });
const found = { first: [], numbers: [], all: [], click: [], day: [] };

await context.addInitScript(noteAppearances);

for (let round = 0; round <= rounds; round++) {
  const tab = await context.newPage();
  // What the browser itself does for a new tab (its own bars are pages, too) is not the studio's.
  await tab.waitForTimeout(700);
  await tab.goto(`${running.url}#/${episode}/answer`);
  await tab.waitForFunction(() => window.appeared?.numbers !== undefined);
  const { first, numbers } = await tab.evaluate(() => window.appeared);
  const click = await interaction(tab, () => tab.click('nav button:nth-child(4)'));
  const day = await interaction(tab, () => tab.click('footer button:first-child'));
  await tab.close();
  if (round === 0) {
    await warm();
    continue; // from a cold start
  }
  found.first.push(first);
  found.numbers.push(numbers);
  found.click.push(click);
  found.day.push(day);
}

/** From the beginning of the navigation to the frame in which something is painted first; looked for by the page itself, since whoever asks from outside asks seldom. */
function noteAppearances() {
  const wanted = { first: 'main .six svg', numbers: 'main [data-dot]' };
  const appeared = {};
  window.appeared = appeared;
  const watching = new MutationObserver(() => {
    for (const [what, selector] of Object.entries(wanted)) {
      if (!document.querySelector(selector)) continue;
      delete wanted[what];
      requestAnimationFrame(() => setTimeout(() => (appeared[what] = performance.now()), 0));
    }
    if (Object.keys(wanted).length === 0) watching.disconnect();
  });
  watching.observe(document, { childList: true, subtree: true });
}

/** Until the server has opened the episode ahead, as it does at its start. */
async function warm() {
  const address = new URL(`api/episodes/${episode}/prepared`, running.url);
  while ((await fetch(address)).status === 204) await new Promise((later) => setTimeout(later, 200));
}

/** From the input to the next painted frame, as the browser itself measures it (Event Timing, to 8 ms). */
async function interaction(tab, act) {
  await tab.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) window.longest = Math.max(window.longest, e.duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  });
  await act();
  await tab.waitForTimeout(600);
  return tab.evaluate(() => window.longest);
}

const weight = (name, pack) => pack(readFileSync(join(home, 'dist/studio/page', name))).length / 1000;
const rows = [
  ['first picture (the record in miniature), warm', median(found.first), 'ms', 1000],
  ['first numbers from runs, warm', median(found.numbers), 'ms', 1000],
  ['another screen: from click to paint', median(found.click), 'ms', 100],
  ['another day: from click to paint', median(found.day), 'ms', 100],
  ['script of the page, gzip', weight('page.js', gzipSync), 'kB', 500],
  [
    'script of the page and engine together, gzip',
    weight('page.js', gzipSync) + weight('engine.js', gzipSync),
    'kB',
    500,
  ],
  [
    'the same, brotli',
    weight('page.js', brotliCompressSync) + weight('engine.js', brotliCompressSync),
    'kB',
    500,
  ],
];
await browser.close();
await running.close();
await close();
if (process.argv.includes('--json'))
  console.log(JSON.stringify(rows.map(([what, value, unit, target]) => ({ what, value, unit, target }))));
else
  for (const [what, value, unit, target] of rows)
    console.log(
      `${what.padEnd(48)} ${value.toFixed(0).padStart(6)} ${unit.padEnd(3)} target ${target}${value <= target ? '' : '  MISSED'}`,
    );

// Pictures of every screen of the studio, to be looked at by a person: npm run gallery. Writes gallery/ (not kept in the repository), with
// an index.html to flip through by ← →; 1280×720 and 834×1112, light and dark, English and Russian.
//   npm run gallery -- --docs                 the pictures of docs/gallery/ instead: one a screen, 1280×720, light, English
//   npm run gallery -- --screens why,ledger --episode choir
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { readPage } from '../dist/studio/server/page-files.js';
import { startStudio } from '../dist/studio/server/serve.js';
import { Shelf } from '../dist/studio/server/shelf.js';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values: given } = parseArgs({
  options: {
    docs: { type: 'boolean', default: false },
    episode: { type: 'string', default: 'november-1917' },
    screens: { type: 'string' },
  },
});
const page = readPage(join(home, 'dist/studio/page'));
if (!page) throw new Error('the page is not built: npm run build');

/** Where a screen has most to show: what is selected, which day, what is changed; and what is done there first. */
const looks = {
  shelf: { at: '' },
  answer: { at: '', ready: '200 (of|из) 200' },
  storyline: { at: 'person=zinoviev' },
  replay: { at: '', act: async (tab) => tab.locator('main > .stack > .row button').nth(3).click() },
  chamber: { at: 'day=1917-11-15' },
  positions: { at: 'day=1917-11-15' },
  ties: { at: '' },
  cast: { at: '' },
  ensemble: { at: '', ready: '200 (of|из) 200' },
  'what-if': {
    at: `changes=${encodeURIComponent(JSON.stringify([{ question: firstQuestion() }]))}`,
    ready: '200 (of|из) 200',
  },
  why: { at: '', act: async (tab) => tab.locator('.pick button').nth(1).click() },
  'hangs-on': { at: '', act: hangsOn },
  rivals: { at: '', ready: '100 (of|из) 100' },
  ledger: { at: '' },
  page: { at: '', act: compose },
};
const screens = given.screens ? given.screens.split(',') : Object.keys(looks);
for (const screen of screens)
  if (!(screen in looks)) throw new Error(`there is no screen “${screen}”: ${Object.keys(looks).join(', ')}`);

const sizes = given.docs
  ? [[1280, 720]]
  : [
      [1280, 720],
      [834, 1112],
    ];
const themes = given.docs ? ['light'] : ['light', 'dark'];
const languages = given.docs ? ['en'] : ['en', 'ru'];
const folder = join(home, given.docs ? 'docs/gallery' : 'gallery');
mkdirSync(folder, { recursive: true });

/** A small analysis, once a page: it stays while other screens are shown. */
async function hangsOn(tab) {
  if (await tab.locator('[data-bar]').count()) return;
  await tab.locator('.controls select').last().selectOption('8');
  await tab.locator('button.main').click();
  await tab.locator('main [data-bar]').first().waitFor({ timeout: 300_000 });
  await tab.locator('main button.main').waitFor({ timeout: 300_000 });
}

async function compose(tab) {
  const draft = tab.locator('main button.main');
  if (await draft.count()) await draft.click();
  await tab.locator('main .tools button').nth(1).click();
}

/** Until nothing is coming in any more: no status ends in an ellipsis, all courses are there, what is new has faded in. */
async function settled(tab, ready = '') {
  await tab.locator('main h1').first().waitFor();
  await tab.waitForFunction(
    (ready) => {
      const main = document.querySelector('main');
      if (ready && !new RegExp(ready).test(main.textContent)) return false;
      const waiting = [...main.querySelectorAll('[role=status], .runs')].some((s) =>
        /…\s*$/.test(s.textContent),
      );
      return (
        !waiting &&
        !/(?<!\d)(\d+) (?:of|из) (?!\1(?!\d))\d+ (?:runs|pairs|прогонов|пар)/.test(main.textContent)
      );
    },
    ready,
    { timeout: 240_000, polling: 400 },
  );
  await tab.waitForTimeout(500);
}

const questions = {};
const shots = [];
const running = await startStudio(
  {
    version: JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version,
    page,
    shelf: new Shelf([], home),
    report: console.error,
  },
  0,
);
const browser = await chromium.launch({
  executablePath: process.env.PLENUM_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

for (const locale of languages)
  for (const [width, height] of sizes)
    for (const colorScheme of themes) {
      const tab = await browser.newPage({ viewport: { width, height }, colorScheme, locale });
      tab.setDefaultTimeout(90_000);
      tab.on('pageerror', (error) => console.error(`${locale} ${colorScheme}: ${error}`));
      await tab.goto(running.url);
      for (const screen of screens) {
        const { at, act, ready } = looks[screen];
        await tab.evaluate(
          (hash) => {
            location.hash = hash;
          },
          screen === 'shelf' ? '#/' : `#/${given.episode}/${screen}?${at}`,
        );
        await settled(tab, ready);
        if (act) {
          await act(tab);
          await settled(tab);
        }
        await tab.evaluate(() => document.activeElement?.blur());
        const file = given.docs ? `${screen}.jpg` : `${screen}-${width}-${colorScheme}-${locale}.jpg`;
        await tab.screenshot({ path: join(folder, file), type: 'jpeg', quality: 70 });
        if (locale === 'en' && screen !== 'shelf')
          questions[screen] = await tab
            .locator('nav [aria-current=page]')
            .evaluate((b) => [b.textContent, b.title]);
        shots.push({ screen, file, told: `${width}×${height}, ${colorScheme}, ${locale}` });
        console.log(file);
      }
      await tab.close();
    }
await browser.close();
await running.close();

/** The first question of the episode, by its id. */
function firstQuestion() {
  const names = readdirSync(join(home, 'episodes', given.episode)).filter((name) => name.endsWith('.yaml'));
  const texts = names.map((name) => readFileSync(join(home, 'episodes', given.episode, name), 'utf8'));
  return texts.flatMap((text) => /^questions:\n(?:.*\n)*?\s*- id: ([\w-]+)/m.exec(text)?.[1] ?? [])[0] ?? '';
}

const named = (screen) => questions[screen] ?? ['Shelf', 'What can I open or begin?'];
if (!given.docs) writeFileSync(join(folder, 'index.html'), flipping());
else if (!given.screens) writeFileSync(join(folder, 'README.md'), readme());

function readme() {
  const parts = screens.map((s) => `## ${named(s)[0]}\n\n${named(s)[1]}\n\n![${named(s)[0]}](${s}.jpg)\n`);
  return `# The screens of the studio\n\nThe episode is November 1917. \`npm run gallery -- --docs\` draws these pictures anew; \`npm run gallery\` draws every screen at two\nsizes, light and dark, in both languages, with a page to flip through. Tests compare the structure of the screens, not these pictures.\n\n${parts.join('\n')}`;
}

/** A page without anything from elsewhere: ← → to the next picture, ↑ ↓ to the next screen. */
function flipping() {
  const sorted = screens.flatMap((s) => shots.filter((x) => x.screen === s));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Plenum: the screens of the studio</title>
<style>
  body { margin: 0; font: 15px sans-serif; background: #222; color: #eee; }
  header { display: flex; flex-wrap: wrap; gap: 4px; padding: 6px; }
  button { font: inherit; background: #333; color: inherit; border: 1px solid #555; border-radius: 4px; padding: 3px 8px; }
  button[aria-current] { background: #eee; color: #222; }
  p { margin: 0 8px 6px; }
  img { display: block; margin: auto; max-width: 100%; max-height: calc(100vh - 90px); }
</style>
<header></header>
<p role="status"></p>
<img alt="">
<script>
  const shots = ${JSON.stringify(sorted)};
  let at = Math.max(0, Number(location.hash.slice(1)) || 0);
  const first = [...new Set(shots.map((s) => s.screen))].map((screen) => shots.findIndex((s) => s.screen === screen));
  const header = document.querySelector('header');
  for (const k of first) {
    const b = document.createElement('button');
    b.textContent = shots[k].screen;
    b.onclick = () => show(k);
    header.append(b);
  }
  function show(k) {
    at = (k + shots.length) % shots.length;
    const s = shots[at];
    document.querySelector('img').src = s.file;
    document.querySelector('img').alt = s.screen + ', ' + s.told;
    document.querySelector('p').textContent = s.screen + ' · ' + s.told + ' · ' + (at + 1) + ' of ' + shots.length + ' · ← → picture, ↑ ↓ screen';
    for (const b of header.children) b.toggleAttribute('aria-current', b.textContent === s.screen);
    history.replaceState(null, '', '#' + at);
  }
  addEventListener('keydown', (event) => {
    const screen = first.findLastIndex((k) => k <= at);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: first[(screen + 1) % first.length], ArrowUp: first.at(screen - 1) }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    show(to);
  });
  show(at);
</script>
`;
}

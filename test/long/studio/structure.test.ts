import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { screens } from '../../../src/studio/page/state/address.ts';
import type { Running } from '../../../src/studio/server/serve.ts';
import { inChromium, watched } from '../../studio/browser/chromium.ts';
import { served } from '../../studio/browser/served.ts';
import { root, workFolder } from '../../studio/helpers/studio.ts';
import { outlineScript } from './outline.ts';

const patient = { timeout: 45_000, interval: 200 };
const folder = join(root, 'test/long/studio/structure');
const writing = process.env['PLENUM_STRUCTURE'] === 'write';

/** Where a screen has most of its structure: something selected, something changed. */
const places: Readonly<Record<string, string>> = {
  storyline: 'person=bruno',
  replay: 'act=bruno-resigns',
  chamber: 'day=1985-06-14&person=emil',
  positions: 'day=1985-06-14',
  'what-if': `changes=${encodeURIComponent('[{"question":"no-bill"}]')}`,
  why: 'act=bruno-resigns',
};

/** What is there, by text and selector, once a screen has all that it waits for. */
const whenReady: Readonly<Record<string, { readonly text: RegExp; readonly marks: string }>> = {
  shelf: { text: /7 people/, marks: '.picture svg' },
  answer: { text: /200 of 200 runs/, marks: '.six button:nth-child(6)' },
  ensemble: { text: /200 of 200 runs/, marks: '[data-branch]' },
  'what-if': { text: /200 of 200 pairs/, marks: '[data-row]' },
  rivals: { text: /100 of 100 runs as coded(?! …)/, marks: '[data-bar]' },
  why: { text: /What was open/, marks: '.options tbody tr' },
  'hangs-on': { text: /\d+ runs, about/, marks: 'button.main' },
  ties: { text: /./, marks: '[data-mark]' },
  chamber: { text: /./, marks: '[data-mark]' },
  positions: { text: /./, marks: '[data-mark]' },
};

/*
 * Pictures differ with fonts and machines; what a screen is made of does not. Written anew with PLENUM_STRUCTURE=write; read the
 * difference before you commit it.
 */
inChromium('the structure of every screen', (browser) => {
  let running: Running;
  beforeAll(async () => {
    running = await served(workFolder());
    if (writing) mkdirSync(folder, { recursive: true });
  });
  afterAll(() => running.close());

  it.each(screens)('%s is made of what it was made of', async (screen) => {
    const { page } = await watched(browser(), { viewport: { width: 1280, height: 720 } });
    await page.goto(`${running.url}#/${screen === 'shelf' ? '' : `choir/${screen}?${places[screen] ?? ''}`}`);
    await page.locator('main h1').first().waitFor({ timeout: patient.timeout });
    // The runs that stand behind figures and buttons are in, and two looks in a row are alike.
    const ready = whenReady[screen] ?? { text: /./, marks: 'h1' };
    await expect.poll(() => page.locator('main').textContent(), patient).toMatch(ready.text);
    await expect.poll(() => page.locator(`main ${ready.marks}`).count(), patient).toBeGreaterThan(0);
    let outline = '';
    await expect
      .poll(async () => {
        const before = outline;
        outline = (await page.evaluate(outlineScript)) as string;
        return outline === before;
      }, patient)
      .toBe(true);
    const file = join(folder, `${screen}.txt`);
    if (writing) writeFileSync(file, outline);
    expect(outline).toBe(readFileSync(file, 'utf8'));
    await page.close();
  });
});

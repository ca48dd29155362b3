import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { studioPage } from '../../cli/cli.ts';
import { writePage } from '../../../src/studio/page/pages/format.ts';
import { choirPage } from '../../helpers/choir-page.ts';
import { emptyFolder, textAt } from '../../studio/helpers/studio.ts';
import { inChromium, watched } from '../../studio/browser/chromium.ts';
import { published } from '../../studio/browser/published.ts';
import { isOwnPage } from '../../studio/browser/served.ts';

const patient = { timeout: 45_000, interval: 100 };

inChromium('a published page opened from the disk', (browser) => {
  let folder = '';
  beforeAll(async () => {
    folder = await published(emptyFolder(), 'choir', studioPage);
  });

  /** Opens a file of the publication without a network, and notes whatever is asked for that is no file and nothing of the page's own. */
  async function opened(file: string, place = '', within = folder) {
    const { page, complaints } = await watched(browser(), { offline: true });
    page.setDefaultTimeout(patient.timeout);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url());
    });
    await page.goto(pathToFileURL(join(within, file)).href + place);
    return { page, complaints, asked };
  }

  it.runIf(isOwnPage).each(['index.html', 'choir.html'])('%s runs the engine by itself', async (file) => {
    const { page, complaints, asked } = await opened(file);
    // The headline counts courses: they were run here, on workers started from the script that the page carries.
    await expect.poll(() => page.textContent('main h1'), patient).toMatch(/Yes in \d+ of 100 courses/);
    const workers = page.workers();
    expect(workers.length).toBeGreaterThan(0);
    for (const worker of workers) expect(worker.url()).toMatch(/^blob:/);
    expect({ complaints, asked }).toEqual({ complaints: [], asked: [] });
    await page.close();
  });

  it.runIf(isOwnPage)(
    'keeps its state in the address: a second page opened with it shows the same',
    async () => {
      const first = await opened('choir.html');
      await first.page.locator('.switches button').first().click();
      await first.page.locator('main [data-dot]').nth(40).waitFor();
      await first.page.getByRole('button', { name: 'Draw one course' }).click();
      await first.page.locator('footer button').first().click();
      await expect.poll(() => first.page.url(), patient).toMatch(/run=\d+/);
      const place = new URL(first.page.url()).hash;
      expect(first.page.url().length).toBeLessThan(2000);
      const second = await opened('index.html', place);
      const shown = async ({ page }: { page: typeof first.page }) => ({
        day: await page.textContent('footer output'),
        course: await page.textContent('footer .course [role=status]'),
        switches: await page.locator('.switches [aria-pressed=true]').allTextContents(),
        headline: (await page.textContent('main h1'))?.trim(),
        runs: (await page.locator('figcaption').first().textContent())?.includes('200 of 200'),
      });
      // When all runs are in, the numbers are the same to the last run.
      await expect.poll(async () => (await shown(first)).runs, patient).toBe(true);
      await expect.poll(() => shown(second), patient).toEqual(await shown(first));
      expect([...first.complaints, ...second.complaints, ...first.asked, ...second.asked]).toEqual([]);
      await first.page.close();
      await second.page.close();
    },
  );

  it.runIf(isOwnPage)(
    'says how to cite it, its version, hash and licence, and leads to the sources',
    async () => {
      const { page, complaints } = await opened('choir.html');
      await page.getByRole('button', { name: 'Cite' }).click();
      const said = page.getByRole('dialog', { name: 'The choir of Lower Meadow' });
      const cite = /message: (.*)\n/.exec(textAt(folder, 'CITATION.cff'))?.[1] ?? '';
      const [hash = '?'] = /(?<=files )[0-9a-f]{8,}/.exec(cite) ?? [];
      const [version = '?'] = /(?<=for Plenum )[\d.]+\d/.exec(cite) ?? [];
      await expect.poll(() => said.textContent(), patient).toContain(hash);
      for (const part of [`Plenum ${version}`, 'CC-BY-4.0', 'The choir of Lower Meadow'])
        expect(await said.textContent()).toContain(part);
      await said.getByRole('button', { name: /ledger/ }).click();
      await expect.poll(() => page.url(), patient).toContain('/ledger');
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it.runIf(isOwnPage)(
    'opens with the page that somebody composed: text, bet, figures from runs made here',
    async () => {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, 'mine.json'), writePage(choirPage));
      const within = await published(cwd, 'choir', studioPage, ['--page', 'mine.json']);
      for (const file of ['index.html', 'choir.html']) {
        const { page, complaints, asked } = await opened(file, '', within);
        const article = page.locator('#plenum-article');
        await expect.poll(() => article.locator('h1').textContent(), patient).toBe('Whose songs?');
        expect(await page.title()).toContain('The choir of Lower Meadow');
        // What stands there is text, whatever it looks like.
        expect(await article.textContent()).toContain('A bill came. <b>Not bold.</b>');
        expect(await article.locator('b').count()).toBe(0);
        // Seed and number of runs are those of the page; both sides of the effect, and the dots of a change written out.
        await expect.poll(() => article.textContent(), patient).toContain('seed 5, 40 runs');
        await expect.poll(() => article.locator('[data-dot]').count(), patient).toBe(120);
        await expect
          .poll(() => article.textContent(), patient)
          .toMatch(/Of the pairs, \d+ say yes both times/);
        // The storyline of a run; what the answer hangs on waits to be asked for.
        await expect.poll(() => article.textContent(), patient).toContain('Run 3, Seed 5');
        expect(await article.locator('[data-bar]').count()).toBe(0);
        await article.getByRole('button', { name: 'Find out' }).click();
        await expect.poll(() => article.locator('[data-bar]').count(), patient).toBeGreaterThan(3);
        await article.getByRole('button', { name: 'often' }).click();
        await expect
          .poll(() => article.locator('.bet [role=status]').textContent(), patient)
          .toMatch(/of 100/);
        expect({ complaints, asked }).toEqual({ complaints: [], asked: [] });
        await page.close();
      }
    },
  );
});

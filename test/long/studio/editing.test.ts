import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { textAt, workFolder } from '../../studio/helpers/studio.ts';
import { inChromium, watched } from '../../studio/browser/chromium.ts';
import { served } from '../../studio/browser/served.ts';

const patient = { timeout: 45_000, interval: 100 };

inChromium('editing in the browser', (browser) => {
  /** The studio on a copy of the choir, opened at a screen. A conflict is an answer of the server that Chromium logs, so complaints are left to the caller. */
  async function at(
    screen: string,
    act: (page: Page, folder: string) => Promise<void>,
    expected: RegExp = /^$/,
  ): Promise<void> {
    const folder = workFolder();
    const running = await served(folder);
    const { page, complaints } = await watched(browser(), { viewport: { width: 1280, height: 720 } });
    page.setDefaultTimeout(patient.timeout);
    await page.goto(`${running.url}#/choir/${screen}`);
    await page.locator('main h1').first().waitFor();
    await act(page, join(folder, 'choir'));
    expect(complaints.filter((c) => !expected.test(c))).toEqual([]);
    await page.close();
    await running.close();
  }
  const minds = (folder: string): string => textAt(folder, 'minds.yaml');
  const onDisk = (folder: string) => expect.poll(() => minds(folder), patient);
  const text = (page: Page, select: string) =>
    expect.poll(() => page.locator(select).first().textContent(), patient);
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

  /** Gives Clara's wish about the programme another value, in the Ledger. */
  async function editClara(page: Page, value: string): Promise<void> {
    await press(page, 'Edit: Clara · The jubilee programme (Positions)');
    await page.locator('form').getByLabel('Value', { exact: true }).fill(value);
    await press(page, 'Save');
  }

  it('changes a value in place, keeps every comment, and takes it back to the byte', () =>
    at('ledger', async (page, folder) => {
      const before = minds(folder);
      await editClara(page, '20 ± 6');
      const after = before.replace(
        'programme: {value: 10 ± 6, confidence: judgement}',
        'programme: {value: 20 ± 6, confidence: judgement}',
      );
      expect(after).not.toBe(before);
      await onDisk(folder).toBe(after);
      await text(page, 'header [role=status]').toBe('Saved');
      await page.locator('main h1').click();
      await page.keyboard.press('Control+z');
      await onDisk(folder).toBe(before);
      await text(page, 'header [role=status]').toBe('Saved');
      await page.keyboard.press('Control+Shift+z');
      await onDisk(folder).toBe(after);
    }));

  it('changes a position by keys on its dot, with a note, after asking', () =>
    at('positions?day=1985-05-01', async (page, folder) => {
      const before = minds(folder);
      await page.locator('[data-mark="wants:gustav"]').focus();
      for (let k = 0; k < 5; k++) await page.keyboard.press('Shift+ArrowRight');
      await text(page, '.proposal h2').toContain('35 → 40');
      await page.getByLabel('Note').fill('He said so at the fair.');
      await press(page, 'Change the coding …');
      await text(page, '.proposal p').toContain('40 ± 10');
      expect(minds(folder)).toBe(before);
      await press(page, 'Change the coding');
      await onDisk(folder).toMatch(/programme: \{ ?value: 40 ± 10, .*He said so at the fair\./);
      const lines = (all: string): readonly string[] => all.split('\n');
      const changed = lines(minds(folder)).filter((line) => !lines(before).includes(line));
      expect(changed.length).toBe(1);
      // The picture follows.
      await expect
        .poll(() => page.locator('[data-mark="wants:gustav"]').getAttribute('aria-label'), patient)
        .toContain('Gustav wants 40');
    }));

  it.each(['disk', 'mine'] as const)(
    'never writes over what changed on disk meanwhile; settled by keeping %s',
    (keep) =>
      at(
        'ledger',
        async (page, folder) => {
          const before = minds(folder);
          await editClara(page, '20 ± 6');
          await text(page, 'header [role=status]').toBe('Saved');
          const theirs = before.replace('45 ± 10', '46 ± 9');
          expect(theirs).not.toBe(before);
          writeFileSync(join(folder, 'minds.yaml'), theirs);
          await text(page, '.conflict').toContain('Nothing was overwritten');
          await text(page, '.conflict').toContain('minds.yaml');
          expect(minds(folder)).toBe(theirs);
          if (keep === 'disk') {
            await press(page, 'Take what is on disk');
            await expect.poll(() => page.locator('.conflict').count(), patient).toBe(0);
            const row = page.locator('main tbody tr', { hasText: 'Agnes · The jubilee programmePositions' });
            await expect.poll(() => row.first().textContent(), patient).toMatch(/46 \(/);
            expect(minds(folder)).toBe(theirs);
          } else {
            await press(page, 'Write mine over it');
            await onDisk(folder).toContain('20 ± 6');
            expect(minds(folder)).toContain('45 ± 10');
            await expect.poll(() => page.locator('.conflict').count(), patient).toBe(0);
          }
        },
        // What Chromium logs of a refused saving, and of no longer listening to the server while opening anew.
        /409|api\/events.*ERR_ABORTED/,
      ),
  );

  it('refuses a saving over a file that changed a moment ago', () =>
    at(
      'ledger',
      async (page, folder) => {
        // The page is kept from hearing of the change, as if both happened in the same moment.
        await page.route('**/api/episodes/choir', (route) => route.abort());
        const theirs = minds(folder).replace('45 ± 10', '46 ± 9');
        writeFileSync(join(folder, 'minds.yaml'), theirs);
        await editClara(page, '20 ± 6');
        await text(page, '.conflict').toContain('Nothing was overwritten');
        expect(minds(folder)).toBe(theirs);
      },
      /409|ERR_FAILED|Failed to fetch/,
    ));

  it('keeps what the checker refuses out of the file, in its words, in the form', () =>
    at('ledger', async (page, folder) => {
      const before = minds(folder);
      await editClara(page, '120 ± 6');
      await text(page, 'form [role=alert]').toMatch(/100/);
      expect(minds(folder)).toBe(before);
      expect(await page.locator('header button', { hasText: 'Undo' }).count()).toBe(0);
    }));

  it('shows the last sound coding while the texts have errors, with the checker’s words and the way back', () =>
    at('what-if', async (page, folder) => {
      const record = (): string => textAt(folder, 'record.yaml');
      const before = record();
      const change = '[{"set":{"position":"emil.programme","to":90}}]';
      await page.evaluate(`location.hash = '#/choir/what-if?changes=' + encodeURIComponent('${change}')`);
      await press(page, 'Save as a question');
      // A question of this name is there already.
      await page.getByLabel('Its short name').fill('no-bill');
      await press(page, 'Save it');
      await text(page, '.broken').toContain('What is shown is the last sound coding');
      await text(page, '.broken').toMatch(/record\.yaml:\d+:\d+.*no-bill/s);
      expect(await page.locator('main h1').textContent()).toBe('What does this change, by itself?');
      await expect.poll(record, patient).not.toBe(before);
      await page.locator('.broken button').click();
      await expect.poll(record, patient).toBe(before);
      await expect.poll(() => page.locator('.broken').count(), patient).toBe(0);
    }));
});

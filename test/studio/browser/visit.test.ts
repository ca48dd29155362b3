import { expect, it } from 'vitest';
import { workFolder } from '../helpers/studio.ts';
import { inChromium, watched } from './chromium.ts';
import { served } from './served.ts';

const patient = { timeout: 45_000, interval: 100 };

inChromium('a stranger’s first visit', (browser) => {
  it('sees what it is about, changes something, sees the answer move, and reads a source', async () => {
    const running = await served(workFolder(), { bundled: true });
    const { page, complaints } = await watched(browser(), { viewport: { width: 1280, height: 720 } });
    await page.goto(running.url);
    await page
      .getByRole('link', { name: 'The Bolshevik Central Committee in November 1917' })
      .first()
      .click();
    // The first picture: a sentence with a count, what happened, six courses.
    await expect
      .poll(() => page.textContent('main h1'), patient)
      .toMatch(/Yes in \d+ of 100 courses|on average/);
    await expect.poll(() => page.locator('.six button').count(), patient).toBe(6);
    const before = await page.locator('figure').first().locator('[data-dot]').count();
    expect(before).toBeGreaterThan(0);
    // One switch with a verb.
    await page.locator('.switches button').first().click();
    await expect.poll(() => page.locator('figure').count(), patient).toBeGreaterThan(1);
    await expect
      .poll(() => page.locator('figure').nth(1).locator('[data-dot]').count(), patient)
      .toBeGreaterThan(0);
    expect(page.url()).toContain('changes=');
    // A value, and the passage it rests on.
    const claim = page.locator('main details').first();
    await claim.locator('summary').click();
    await expect.poll(() => claim.locator('cite').first().textContent(), patient).not.toBe('');
    expect(complaints).toEqual([]);
    await page.close();
    await running.close();
  });

  it('is met in Russian where the browser asks for it, names included', async () => {
    const running = await served(workFolder(), { bundled: true });
    const { page } = await watched(browser(), { locale: 'ru-RU' });
    await page.goto(`${running.url}#/november-1917/storyline`);
    await expect.poll(() => page.textContent('main'), patient).toMatch(/Каменев/);
    expect(await page.getAttribute('html', 'lang')).toBe('ru');
    await page.close();
    await running.close();
  });

  it('goes everywhere by keys alone, whatever the layout', async () => {
    const running = await served(workFolder(), { bundled: true });
    const { page } = await watched(browser());
    await page.goto(`${running.url}#/choir/answer`);
    await expect.poll(() => page.locator('main h1').count(), patient).toBe(1);
    await page.keyboard.press('?');
    await expect.poll(() => page.locator('dialog[open]').count(), patient).toBe(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect.poll(() => page.url(), patient).toContain('/choir/replay');
    await page.keyboard.press('n');
    await expect.poll(() => page.url(), patient).toContain('run=0');
    await page.keyboard.press('0');
    await expect.poll(() => page.url(), patient).not.toContain('run=');
    await page.close();
    await running.close();
  });

  it('comes back to the same state by its address', async () => {
    const running = await served(workFolder(), { bundled: true });
    const { page } = await watched(browser());
    await page.goto(`${running.url}#/choir/answer`);
    await expect.poll(() => page.locator('.switches button').count(), patient).toBeGreaterThan(0);
    await page.locator('.switches button').first().click();
    await page.locator('footer button').first().click();
    const address = page.url();
    expect(address.length).toBeLessThan(2000);
    const other = await watched(browser());
    await other.page.goto(address);
    await expect
      .poll(() => other.page.locator('.switches button[aria-pressed=true]').count(), patient)
      .toBe(1);
    await expect
      .poll(() => other.page.textContent('footer output'), patient)
      .toBe(await page.textContent('footer output'));
    await page.close();
    await other.page.close();
    await running.close();
  });
});

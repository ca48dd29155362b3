import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { screens } from '../../../src/studio/page/state/address.ts';
import { workFolder } from '../../studio/helpers/studio.ts';
import { inChromium, watched } from '../../studio/browser/chromium.ts';
import { served } from '../../studio/browser/served.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const patient = { timeout: 45_000, interval: 150 };
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

const desk = { width: 1280, height: 720 };
const tablet = { width: 834, height: 1112 };
/** Where there is most on the screen: a person selected, and what a screen shows only once something is chosen. */
const addressOf = (screen: string): string =>
  screen === 'shelf'
    ? '#/'
    : screen === 'why'
      ? '#/choir/why?act=bruno-resigns'
      : screen === 'what-if'
        ? `#/choir/what-if?changes=${encodeURIComponent('[{"question":"no-bill"}]')}`
        : `#/choir/${screen}?person=bruno`;

inChromium('the studio for everybody (WCAG 2.2 AA)', (browser) => {
  it.each([
    ['light', 'en', desk, screens],
    ['dark', 'ru', desk, screens],
    ['light', 'ru', tablet, ['answer', 'what-if', 'chamber']],
    ['dark', 'en', tablet, ['storyline', 'ledger']],
  ] as const)('has no violation: %s, %s, %o', async (colorScheme, locale, viewport, shown) => {
    const running = await served(workFolder(), { bundled: true });
    const { page } = await watched(browser(), { colorScheme, locale, viewport });
    const found: string[] = [];
    for (const screen of shown) {
      await page.goto(`${running.url}${addressOf(screen)}`);
      await expect.poll(() => page.locator('main h1').count(), patient).toBeGreaterThan(0);
      await page.waitForTimeout(900);
      for (const part of ['', screen === 'answer' ? 'dialog' : '']) {
        if (part) await page.locator('header button').first().click();
        for (const v of await violations(page)) found.push(`${screen} ${part}: ${v}`);
        if (part) await page.keyboard.press('Escape');
        else if (screen !== 'answer') break;
      }
      // A page that has to be moved sideways loses those who cannot.
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      if (wide) found.push(`${screen}: wider than the window`);
    }
    expect(found).toEqual([]);
    await page.close();
    await running.close();
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(standard)} }).then((r) => r.violations)`,
  )) as readonly Violation[];
  return result.map(
    (v) =>
      `${v.id}, ${v.help}: ${v.nodes
        .map((n) => `${n.target.join(' ')} (${n.failureSummary.split('\n').slice(1, 3).join(' ').trim()})`)
        .slice(0, 3)
        .join(' | ')}`,
  );
}

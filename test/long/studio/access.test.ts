import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

inChromium('the studio for everybody (WCAG 2.2 AA)', (browser) => {
  it.each([
    ['light', 'en'],
    ['dark', 'ru'],
  ] as const)('has no violation on any screen, %s, %s', async (colorScheme, locale) => {
    const running = await served(workFolder(), { bundled: true });
    const { page } = await watched(browser(), {
      colorScheme,
      locale,
      viewport: { width: 1280, height: 720 },
    });
    const found: string[] = [];
    for (const screen of screens) {
      const address = screen === 'shelf' ? '#/' : `#/choir/${screen}?person=anna`;
      await page.goto(`${running.url}${address}`);
      await expect.poll(() => page.locator('main h1, main h2').count(), patient).toBeGreaterThan(0);
      await page.waitForTimeout(600);
      await page.evaluate(axe);
      const result = (await page.evaluate(
        `axe.run(document, { runOnly: ${JSON.stringify(standard)} }).then((r) => r.violations)`,
      )) as readonly Violation[];
      for (const v of result)
        found.push(
          `${screen}: ${v.id}, ${v.help}: ${v.nodes
            .map((n) => n.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        );
    }
    expect(found).toEqual([]);
    await page.close();
    await running.close();
  });
});

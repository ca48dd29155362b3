import { expect, it } from 'vitest';
import { bytesOf } from './same-bytes.ts';
import { inChromium } from './chromium.ts';

inChromium('a run in the page', (browser) => {
  it('is byte for byte the run of Node', { timeout: 180_000 }, async () => {
    const { here, there } = await bytesOf(browser(), 'choir', 'no-bill', 12);
    expect(there).toEqual(here);
  });
});

import { expect, it } from 'vitest';
import { singleThreaded } from '../../../src/ensemble/single.ts';
import { bundled, type BundledId } from '../../helpers/episodes.ts';
import { workFolder } from '../helpers/studio.ts';
import { inChromium, watched } from './chromium.ts';
import { inPage } from './in-page.ts';
import { served } from './served.ts';

inChromium('a run in the page', (browser) => {
  it.each<[BundledId, string, number]>([
    ['choir', 'no-bill', 24],
    ['november-1917', 'leave-party', 4],
  ])('is byte for byte the run of Node: %s', { timeout: 180_000 }, async (id, question, runs) => {
    const running = await served(workFolder(), { bundled: true });
    const { page } = await watched(browser());
    await page.goto(running.url);
    const episode = bundled(id);
    for (const asked of [undefined, question]) {
      const interventions = episode.questions.find((q) => q.id === asked)?.interventions ?? [];
      const changes = asked === undefined ? [] : [{ question: asked }];
      const here = await singleThreaded.execute({
        episode,
        seed: 7,
        first: 0,
        runs,
        interventions,
        parameters: {},
      });
      const there = await page.evaluate(`(${inPage})(${JSON.stringify([id, runs, changes])})`);
      expect(there).toBe(here.fingerprint);
    }
    await page.close();
    await running.close();
  });
});

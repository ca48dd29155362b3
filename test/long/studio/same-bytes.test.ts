import { expect, it } from 'vitest';
import { defaultPast } from '../../../src/ensemble/past.ts';
import { singleThreaded } from '../../../src/ensemble/single.ts';
import { bundled } from '../../helpers/episodes.ts';
import { inChromium, watched } from '../../studio/browser/chromium.ts';
import { bytesOf } from '../../studio/browser/same-bytes.ts';
import { inPage } from '../../studio/browser/in-page.ts';
import { served } from '../../studio/browser/served.ts';
import { workFolder } from '../../studio/helpers/studio.ts';

inChromium('a run in the page', (browser) => {
  it('is byte for byte the run of Node in November 1917 (the choir: among the quick tests)', {
    timeout: 180_000,
  }, async () => {
    const { here, there } = await bytesOf(browser(), 'november-1917', 'leave-party', 4);
    expect(there).toEqual(here);
  });

  it('is that of Node from history, too, whose luck another worker infers', {
    timeout: 180_000,
  }, async () => {
    const running = await served(workFolder(), { bundled: true });
    const { page, complaints } = await watched(browser());
    await page.goto(running.url);
    const episode = bundled('choir');
    const { interventions } = episode.questions.find((q) => q.id === 'no-bill')!;
    // The eve of the first act: a short reading, and the change bears on it.
    const until = Math.floor(episode.record[0]!.date.earliest) - 1;
    const here = await singleThreaded.execute({
      episode,
      seed: 7,
      first: 0,
      runs: 8,
      interventions,
      parameters: {},
      past: { until, ...defaultPast },
    });
    const asked = ['choir', 8, [{ question: 'no-bill' }], until];
    expect(await page.evaluate(`(${inPage})(${JSON.stringify(asked)})`)).toBe(here.fingerprint);
    expect(complaints).toEqual([]);
    await page.close();
    await running.close();
  });
});

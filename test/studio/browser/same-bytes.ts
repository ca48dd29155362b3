import { singleThreaded } from '../../../src/ensemble/single.ts';
import { bundled, type BundledId } from '../../helpers/episodes.ts';
import { workFolder } from '../helpers/studio.ts';
import type { Browser } from 'playwright-core';
import { watched } from './chromium.ts';
import { inPage } from './in-page.ts';
import { served } from './served.ts';

/** Fingerprints of runs of an episode here and in the page, free and with a question's change, in this order. */
export async function bytesOf(
  browser: Browser,
  id: BundledId,
  question: string,
  runs: number,
): Promise<{ readonly here: readonly string[]; readonly there: readonly unknown[] }> {
  const running = await served(workFolder(), { bundled: true });
  const { page } = await watched(browser);
  await page.goto(running.url);
  const episode = bundled(id);
  const here: string[] = [];
  const there: unknown[] = [];
  for (const asked of [undefined, question]) {
    const interventions = episode.questions.find((q) => q.id === asked)?.interventions ?? [];
    const changes = asked === undefined ? [] : [{ question: asked }];
    const plan = { episode, seed: 7, first: 0, runs, interventions, parameters: {} };
    here.push((await singleThreaded.execute(plan)).fingerprint);
    there.push(await page.evaluate(`(${inPage})(${JSON.stringify([id, runs, changes])})`));
  }
  await page.close();
  await running.close();
  return { here, there };
}

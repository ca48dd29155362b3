import { expect, it } from 'vitest';
import { defaultPast } from '../../../src/ensemble/past.ts';
import { singleThreaded } from '../../../src/ensemble/single.ts';
import { bundled, type BundledId } from '../../helpers/episodes.ts';
import { workFolder } from '../helpers/studio.ts';
import { inChromium, watched } from './chromium.ts';
import { served } from './served.ts';

/** Asks the page's own engine, in its worker, with the shards on further workers. */
const inPage = `async ([id, runs, changes, from]) => {
  const { files } = await (await fetch('/api/episodes/' + id)).json();
  const worker = new Worker('./engine.js', { name: 'engine' });
  let calls = 0;
  const call = (service, ...args) => new Promise((resolve, reject) => {
    const mine = ++calls;
    worker.addEventListener('message', ({ data }) => {
      if (data.id !== mine || data.kind === 'partial') return;
      if (data.kind === 'result') resolve(data.value); else reject(new Error(data.message));
    });
    worker.postMessage({ kind: 'call', id: mine, service, args });
  });
  await call('open', files.map(({ path, text }) => ({ path, text })));
  const answer = await call('ask', { seed: 7, runs, changes, from });
  worker.terminate();
  return answer.fingerprint;
}`;

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

import { describe, expect, it } from 'vitest';
import { singleThreaded } from '../../ensemble/single.ts';
import { bundledFiles } from '../../../test/helpers/episodes.ts';
import { openFiles } from './opened.ts';
import { pack, unpack } from './packed.ts';
import { prepareFiles } from './prepared.ts';
import { tellCourse } from './course.ts';
import { type Call, serving } from './services.ts';

const quiet: Call = { signal: new AbortController().signal, onPartial: () => {} };
const services = () => serving({ executor: singleThreaded, workers: 1, clock: () => 0 });
const choir = bundledFiles('choir');

describe('an episode opened ahead', () => {
  it.each(['choir', 'november-1917'] as const)('shows what opening it shows: %s', (id) => {
    const files = bundledFiles(id);
    const { opened, ready } = openFiles(files);
    const ahead = unpack(prepareFiles(files) ?? '');
    expect(ahead.opened).toEqual(opened);
    expect(ahead.history).toEqual(tellCourse(ready!, { kind: 'history' }));
  });

  it('is run by the engine that took it over as by one that read the files', async () => {
    const [read, taken] = [services(), services()];
    await read.open(quiet, choir);
    await taken.adopt(quiet, choir, prepareFiles(choir) ?? '');
    for (const changes of [[], [{ question: 'no-bill' }]]) {
      const options = { seed: 3, runs: 6, changes };
      const [one, other] = [await read.ask(quiet, options), await taken.ask(quiet, options)];
      expect(other.fingerprint).toBe(one.fingerprint);
      expect(other.summaries).toEqual(one.summaries);
    }
    expect(await taken.course(quiet, { kind: 'history' })).toEqual(
      await read.course(quiet, { kind: 'history' }),
    );
  });

  it('reads further changes with the same checks', async () => {
    const [read, taken] = [services(), services()];
    await read.open(quiet, choir);
    await taken.adopt(quiet, choir, prepareFiles(choir) ?? '');
    for (const change of [{ set: { trait: 'nobody.caution', to: 0.5 } }, { question: 'no-bill' }])
      expect(await taken.changes(quiet, [change])).toEqual(await read.changes(quiet, [change]));
  });

  it('is edited as any other', async () => {
    const taken = services();
    await taken.adopt(quiet, choir, prepareFiles(choir) ?? '');
    const claim = openFiles(choir).opened.episode!.claims.find((c) => c.path[0] === 'positions')!;
    const { opened } = await taken.edit(quiet, choir, [{ kind: 'set', path: claim.path, value: 33 }]);
    expect(opened.ok).toBe(true);
  });

  it('is not prepared where errors forbid running', () => {
    const broken = choir.map((f) =>
      f.path === 'minds.yaml' ? { ...f, text: `${f.text}\nnonsense: 1\n` } : f,
    );
    expect(prepareFiles(broken)).toBeUndefined();
  });

  it('keeps the numbers that JSON has no word for', () => {
    const { opened, ready, input } = openFiles(choir);
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1];
    const history = { ...tellCourse(ready!, { kind: 'history' }), outcomes: odd };
    const back = unpack(pack({ opened, history, input: input! }));
    expect(back.history.outcomes.map((v, k) => Object.is(v, odd[k]))).toEqual(odd.map(() => true));
  });
});

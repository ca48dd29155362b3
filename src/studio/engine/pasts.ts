import { defaultPast, inferPast } from '../../ensemble/past.ts';
import type { EnsemblePlan, PlanPast } from '../../ensemble/plan.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import type { Ready } from './opened.ts';

/** Infers the luck of a plan's past, as `inferPast` does: here, or in another worker. */
export type Infer = typeof inferPast;

/** The pasts inferred so far. Who asks for one that is being inferred waits for it with the others. */
export interface Pasts {
  readonly of: (
    ready: Ready,
    seed: number,
    until: number,
    signal: AbortSignal,
    onShare?: (share: number) => void,
  ) => Promise<Inferred>;
}

interface Kept {
  readonly ready: Ready;
  readonly key: string;
  readonly found: Promise<Inferred>;
  readonly stop: AbortController;
  /** Those who wait: whom to tell how far it is. */
  readonly waiting: Set<(share: number) => void>;
  done: boolean;
}

/** So many are kept; each is some hundred kilobytes. */
const most = 4;

/** With as many particles and moves as the command line has unless told otherwise. */
export const pastUntil = (until: number): PlanPast => ({ until, ...defaultPast });

/** Infers each past once and keeps the last few. One that nobody waits for any more is given up. */
export function keepingPasts(infer: Infer = inferPast): Pasts {
  let kept: readonly Kept[] = [];
  const begin = (ready: Ready, seed: number, until: number, key: string): Kept => {
    const stop = new AbortController();
    const waiting: Kept['waiting'] = new Set();
    const tell = (_done: number, _runs: number, share = 0): void => {
      for (const told of waiting) told(share);
    };
    const one: Kept = {
      ready,
      key,
      stop,
      waiting,
      done: false,
      found: infer(planOf(ready, seed, until), tell, stop.signal).then(({ inferred }) => {
        if (!inferred) throw new Error('nothing was inferred');
        one.done = true;
        return inferred;
      }),
    };
    one.found.catch(() => drop(one));
    // What was inferred of texts that have changed since is of no use any more.
    kept = [...kept.filter((k) => k.ready === ready || !k.done), one].slice(-most);
    return one;
  };
  const drop = (one: Kept): void => {
    kept = kept.filter((k) => k !== one);
  };
  const leave = (one: Kept, told: (share: number) => void): void => {
    one.waiting.delete(told);
    if (one.done || one.waiting.size > 0) return;
    one.stop.abort();
    drop(one);
  };
  return {
    of: async (ready, seed, until, signal, onShare = () => {}) => {
      signal.throwIfAborted();
      const key = `${seed} ${until}`;
      const one = kept.find((k) => k.ready === ready && k.key === key) ?? begin(ready, seed, until, key);
      const told = (share: number): void => onShare(share);
      one.waiting.add(told);
      try {
        return await unless(signal, one.found);
      } finally {
        leave(one, told);
      }
    },
  };
}

const planOf = (ready: Ready, seed: number, until: number): EnsemblePlan => {
  const { episode: e } = ready;
  if (e.record.length === 0)
    throw new RangeError('the episode has no record, so there is no history to start from');
  if (!Number.isInteger(until) || until < e.meta.starts || until > e.meta.ends)
    throw new RangeError('history can be kept up to a day of the episode only');
  return { episode: e, seed, first: 0, runs: 0, interventions: [], parameters: {}, past: pastUntil(until) };
};

function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new DOMException('cancelled', 'AbortError'));
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

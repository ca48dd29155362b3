import { initialParameters } from '../choice/parameters.ts';
import { inferAlong, type Inferred } from '../questions/abduction/infer.ts';
import { compileGiven } from '../run/history/given/steps.ts';
import { compileWorld } from '../world/compile/compile.ts';
import type { EnsemblePlan, OnProgress } from './plan.ts';

/** Particles and moves by default: see `docs/decisions.md`. */
export const defaultPast = { particles: 64, moves: 8 } as const;

/**
 * Infers the luck that a plan's past asks for, in the calling thread, giving way after every step; other plans come back as they
 * are. The result depends on the plan alone. Progress is told as no run done yet.
 */
export async function inferPast(
  plan: EnsemblePlan,
  onProgress?: OnProgress,
  signal?: AbortSignal,
): Promise<EnsemblePlan> {
  const { past } = plan;
  if (!past || plan.inferred) return plan;
  const [inferred] = await inferPasts([plan], (share) => onProgress?.(0, plan.runs, share), signal);
  return { ...plan, inferred };
}

/**
 * The luck of several plans that differ in nothing but the day up to which the record is given, in their order: what `inferPast` finds for
 * each, at the price of the last and the ends of the others. `onProgress` hears the share done, 0–1, and may say false to cancel.
 * Throws a RangeError if a plan has no past.
 */
export async function inferPasts(
  plans: readonly EnsemblePlan[],
  onProgress?: (share: number) => unknown,
  signal?: AbortSignal,
): Promise<readonly Inferred[]> {
  const byDay = [...plans].sort((a, b) => (a.past?.until ?? 0) - (b.past?.until ?? 0));
  const [first] = byDay;
  if (!first) return [];
  const world = compileWorld(first.episode);
  const givens = byDay.map(({ episode, past }) => {
    if (!past) throw new RangeError('a plan without a past has no luck to infer');
    return compileGiven(episode, world, past.until);
  });
  const { particles, moves } = first.past ?? defaultPast;
  const options = { seed: first.seed, particles, moves };
  const steps = inferAlong(world, initialParameters(first.parameters), givens, options);
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) {
      const of = new Map(byDay.map((plan, k) => [plan, step.value[k]]));
      return plans.map((plan) => of.get(plan) as Inferred);
    }
    if (onProgress?.(step.value) === false) throw new DOMException('cancelled', 'AbortError');
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

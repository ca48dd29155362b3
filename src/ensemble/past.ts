import { initialParameters } from '../choice/parameters.ts';
import { infer } from '../questions/abduction/infer.ts';
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
  const world = compileWorld(plan.episode);
  const given = compileGiven(plan.episode, world, past.until);
  const steps = infer(world, initialParameters(plan.parameters), given, {
    seed: plan.seed,
    particles: past.particles,
    moves: past.moves,
  });
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return { ...plan, inferred: step.value };
    if (onProgress?.(0, plan.runs, step.value) === false) throw new DOMException('cancelled', 'AbortError');
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

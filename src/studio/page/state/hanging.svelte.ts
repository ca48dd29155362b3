import type { FactorView, HangsOnView, UntilView } from '../../engine/protocol.ts';
import { Asking } from './asking.svelte.ts';

/** What was found to hang on what: kept while other screens are looked at, because it takes long. */
export const hanging = new Asking<HangsOnView>();
export const until = new Asking<UntilView>();

/** How much of an answer depends on the factor that a claim belongs to: its first-order index, 0–1; undefined if that is not known. */
export function dependence(view: HangsOnView | undefined): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const f of view?.factors ?? [])
    for (const claim of f.claims) found.set(claim, Math.max(0, f.first.value));
  return found;
}

/** Are there figures yet? `factors` as ranked. */
export const areKnown = (factors: readonly FactorView[]): boolean =>
  factors.length > 0 && !Number.isNaN(factors[0]?.first.value);

/** Luck first, then what the answer hangs on most by itself. */
export function ranked(view: HangsOnView | undefined): readonly FactorView[] {
  const factors = [...(view?.factors ?? [])];
  const luck = factors.filter((f) => f.kind === 'luck');
  const rest = factors.filter((f) => f.kind !== 'luck');
  rest.sort((a, b) => b.first.value - a.first.value || b.total.value - a.total.value);
  return [...luck, ...rest];
}

import type { Episode } from '../../episode/types.ts';
import type { World } from '../../world/world.ts';

/** How uncertain inputs are put together into factors. */
export type Grouping = 'person' | 'kind' | 'source' | 'claim';
export const groupings: readonly Grouping[] = ['person', 'kind', 'source', 'claim'];

/** Inputs whose uncertainty is looked at as one. */
export interface Factor {
  /** What it is: a person's or an institution's id, a kind of value, a source's id, an input's id; or "weights", "luck". */
  readonly id: string;
  readonly kind: Grouping | 'weights' | 'luck';
  /** Ids of the inputs. */
  readonly inputs: readonly string[];
  /** Their claims, by index in the episode; those that nobody coded have none. */
  readonly claims: readonly number[];
}

/** Under what a value without a source is filed. */
export const judgement = 'judgement';

/** The uncertain inputs of an episode in groups, the largest group first (by number of inputs, then by id). Certain inputs are in none. */
export function factorsOf(e: Episode, world: World, by: Grouping): readonly Factor[] {
  const groups = new Map<string, { inputs: Set<string>; claims: Set<number> }>();
  for (const slot of world.inputs) {
    if (slot.distribution.kind === 'point') continue;
    const id = groupOf(e, slot.id, slot.claim, by);
    const group = groups.get(id) ?? { inputs: new Set(), claims: new Set() };
    group.inputs.add(slot.id);
    if (slot.claim >= 0) group.claims.add(slot.claim);
    groups.set(id, group);
  }
  return [...groups]
    .map(([id, g]) => ({ id, kind: by, inputs: [...g.inputs], claims: [...g.claims].sort((a, b) => a - b) }))
    .sort((a, b) => b.inputs.length - a.inputs.length || (a.id < b.id ? -1 : 1));
}

/** Inputs are named kind.owner.more: "position.kamenev.government", "trait.kamenev.attachment", "authority.cc". */
function groupOf(e: Episode, input: string, claim: number, by: Grouping): string {
  const [kind = '', owner = '', more = ''] = input.split('.');
  if (by === 'claim') return input;
  if (by === 'person') return owner;
  if (by === 'kind') return kind === 'trait' ? more : kind;
  return e.claims[claim]?.anchors[0]?.source ?? judgement;
}

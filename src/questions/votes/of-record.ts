import type { Episode } from '../../episode/types.ts';
import { createEngine } from '../../run/engine.ts';
import { compileHistory, type HistoricalAct } from '../../run/history/compile.ts';
import { beginReplay, replay } from '../../run/history/replay.ts';
import { compileWorld } from '../../world/compile/compile.ts';
import type { Vote } from '../statistics/vote-rules.ts';
import { type HeldVote, ruleFor, type Voters } from './held.ts';

/** The votes of a record of which anything is known but the result, in their order, each under the rule and among the members of its day. */
export function votesOfRecord(e: Episode): readonly HeldVote[] {
  const engine = createEngine(compileWorld(e));
  const { scene } = engine;
  const index = new Map(e.people.map((p, k) => [p.id as string, k]));
  const history = compileHistory(e);
  const held: HeldVote[] = [];
  const done = new Set<string>();
  beginReplay(engine);
  for (const { act } of replay(engine, history)) {
    const { source } = act;
    if (done.has(act.id) || source.kind !== 'resolution' || source.mode !== 'occurred') continue;
    done.add(act.id);
    const body = act.body >= 0 ? act.body : (act.by[0] ?? -1) - scene.world.people;
    const voters = votersOf(act, history, index);
    if (voters.length === 0 || body < 0 || body >= scene.world.bodies) continue;
    if (source.outcome !== 'adopted' && source.outcome !== 'rejected') continue;
    const present = voters.reduce((sum, v) => sum + (v.vote === 'absent' ? 0 : v.votes), 0);
    held.push({
      act: act.id,
      time: act.time,
      body,
      voters,
      rule: ruleFor(scene, body, act.option, present),
      adopted: source.outcome === 'adopted',
    });
  }
  return held;
}

/** Votes by name, from the decision and from acts of voting on the same motion; what the tally has beyond them is without names. */
function votersOf(
  act: HistoricalAct,
  history: readonly HistoricalAct[],
  index: ReadonlyMap<string, number>,
): readonly Voters[] {
  const v = act.source.votes;
  const named = new Map<number, Vote>();
  const name = (ids: readonly string[], vote: Vote): void => {
    for (const id of ids) named.set(index.get(id) ?? -1, vote);
  };
  for (const other of history) {
    if (other.source.kind !== 'vote' || other.answers === undefined || other.answers !== act.answers)
      continue;
    const vote = other.source.option === 'yes' ? 'yes' : other.source.option === 'no' ? 'no' : 'abstain';
    for (const person of other.by) named.set(person, vote);
  }
  name(v?.names.for ?? [], 'yes');
  name(v?.names.against ?? [], 'no');
  name(v?.names.abstain ?? [], 'abstain');
  const known = [...named].map(([person, vote]): Voters => ({ person, vote, votes: 1 }));
  const rest = (vote: Vote, total: number | undefined): readonly Voters[] => {
    const more = (total ?? 0) - known.filter((k) => k.vote === vote).length;
    return more > 0 ? [{ person: -1, vote, votes: more }] : [];
  };
  // Who won, and with how many, must be known at least.
  const total = act.source.outcome === 'rejected' ? v?.against : v?.for;
  const winners = act.source.outcome === 'rejected' ? 'no' : 'yes';
  if (total === undefined && !known.some((k) => k.vote === winners)) return [];
  return [...known, ...rest('yes', v?.for), ...rest('no', v?.against), ...rest('abstain', v?.abstain)];
}

import { actNumber } from '../../acts/index.ts';
import { VoteOption } from '../../acts/kinds/vote.ts';
import { beginRun, type Engine } from '../../run/engine.ts';
import { continueRun } from '../../run/run.ts';
import { tallyOf } from '../../world/record.ts';
import { ActFlag, Counter } from '../../world/state.ts';
import type { Vote } from '../statistics/vote-rules.ts';
import { type HeldVote, ruleFor, type Voters } from './held.ts';

/** The votes of one run, in their order. Runs it twice: to find them, and to look at the members of each day. */
export function votesOfRun(engine: Engine, seed: number, run: number): readonly HeldVote[] {
  const { scene } = engine;
  const x = scene.state;
  const whole = { planned: 0 };
  beginRun(engine, seed, run);
  continueRun(engine, whole, scene.world.ends + 1);
  const found = resolutions(engine).map((at) => ({
    at,
    time: x.actTime[at] ?? Number.NaN,
    body: (x.actBy[at] ?? -1) - scene.world.people,
    option: x.actOption[at] ?? -1,
    adopted: ((x.actFlags[at] ?? 0) & ActFlag.adopted) !== 0,
    voters: votersOf(engine, at),
  }));
  const progress = { planned: 0 };
  beginRun(engine, seed, run);
  const held = found.map(({ at, option, ...v }): HeldVote => {
    continueRun(engine, progress, v.time);
    const present = v.voters.reduce((sum, one) => sum + one.votes, 0);
    return { ...v, act: String(at), rule: ruleFor(scene, v.body, option, present) };
  });
  continueRun(engine, progress, scene.world.ends + 1);
  return held;
}

/** Decisions behind which votes were counted. */
function resolutions(engine: Engine): readonly number[] {
  const x = engine.scene.state;
  const kind = actNumber('resolution');
  const all = Array.from({ length: x.counters[Counter.acts] ?? 0 }, (_, k) => k);
  return all.filter((k) => x.actKind[k] === kind && tallyOf(x, k) !== undefined);
}

const words: ReadonlyMap<number, Vote> = new Map([
  [VoteOption.yes, 'yes'],
  [VoteOption.no, 'no'],
]);

/** Votes by name; those of blocs, which divide, and of secret ballots are what the count has beyond them. */
function votersOf(engine: Engine, at: number): readonly Voters[] {
  const { world: w, state: x } = engine.scene;
  const kind = actNumber('vote');
  const named: Voters[] = [];
  for (let k = at - 1; k >= 0; k--) {
    if (x.actKind[k] !== kind || x.actAnswers[k] !== x.actAnswers[at]) continue;
    const person = x.actBy[k] ?? -1;
    if (person < 0 || w.collective[person]) continue;
    named.unshift({ person, vote: words.get(x.actOption[k] ?? -1) ?? 'abstain', votes: w.size[person] ?? 1 });
  }
  const tally = tallyOf(x, at) ?? { yes: 0, no: 0, abstain: 0 };
  const rest = (vote: Vote, total: number): readonly Voters[] => {
    const more = total - named.reduce((sum, v) => sum + (v.vote === vote ? v.votes : 0), 0);
    return more > 0 ? [{ person: -1, vote, votes: more }] : [];
  };
  return [...named, ...rest('yes', tally.yes), ...rest('no', tally.no), ...rest('abstain', tally.abstain)];
}

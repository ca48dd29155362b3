import { allProcedures, actNumber, attempt } from '../acts/define.ts';
import { VoteOption } from '../acts/kinds/vote.ts';
import { isAdopted } from '../acts/procedures/motion.ts';
import { gumbelAt } from '../chance/draws.ts';
import { mixKey } from '../chance/keys.ts';
import { PURPOSE } from '../chance/purposes.ts';
import { Purpose } from '../choice/choose.ts';
import { ActFlag, Counter } from '../world/state.ts';
import { clearMove, newMove } from '../world/record.ts';
import type { Occasion } from './chooser.ts';
import type { Engine } from './engine.ts';

const occasion: Occasion = { kind: 2, person: 0, key: 0, slot: -1, nested: false, mayWait: true };
const ballotMove = newMove();

/** Holds the ballot of a motion: everybody votes at once; the votes are counted; the procedure concludes. */
export function holdBallot(engine: Engine, slot: number): void {
  const { scene: s, box, mind } = engine;
  const x = s.state;
  box.open(slot);
  const chosen = votes(box.n);
  let yes = 0;
  let no = 0;
  let abstain = 0;
  // All choose before anybody's vote is known: choices are drawn first, acts written after.
  for (let j = 0; j < box.n; j++) {
    box.reckon(j);
    const person = box.voter[j];
    const size = s.world.size[person];
    if (box.seats[j] > 1) {
      const [y, n] = blocVotes(engine, slot, j);
      yes += y;
      no += n;
      abstain += size - y - n;
      forced[j] = 0;
      chosen[j] = y > n ? VoteOption.yes : n > y ? VoteOption.no : VoteOption.abstain;
      continue;
    }
    occasion.person = person;
    occasion.slot = slot;
    occasion.key = mixKey(mixKey(x.procKey[slot], s.world.personKey[person]), Purpose.ballot);
    x.counters[Counter.choices]++;
    x.counters[Counter.options] += mind.menu.size;
    const compelled = engine.plan.vote(engine, person, x.procBody[slot], x.procIssue[slot]);
    forced[j] = compelled >= 0 ? 1 : 0;
    const row =
      mind.menu.size < 2 ? -1 : compelled >= 0 ? compelled : engine.chooser.choose(engine, occasion);
    chosen[j] = row < 0 ? VoteOption.abstain : row;
    if (row === 0) yes += size;
    else if (row === 1) no += size;
    else abstain += size;
  }
  castVotes(engine, slot, chosen);
  allProcedures()[x.procKind[slot]].concluded?.(
    s,
    slot,
    yes,
    no,
    abstain,
    isAdopted(s, slot, yes, no, abstain),
  );
}

let scratch = new Int8Array(64);
/** Which of the votes a question forces. */
let forced = new Uint8Array(64);
function votes(n: number): Int8Array {
  if (scratch.length < n) {
    scratch = new Int8Array(2 * n);
    forced = new Uint8Array(2 * n);
  }
  return scratch;
}

/** Writes the votes as acts: by name, unless the ballot is secret (then they carry the flag and teach nobody). */
function castVotes(engine: Engine, slot: number, chosen: Int8Array): void {
  const { scene: s, box } = engine;
  const x = s.state;
  const kind = actNumber('vote');
  for (let j = 0; j < box.n; j++) {
    const m = clearMove(ballotMove);
    m.kind = kind;
    m.by = box.voter[j];
    m.body = x.procBody[slot];
    m.issue = x.procIssue[slot];
    m.value = x.procValue[slot];
    m.to = x.procTo[slot];
    m.option = chosen[j];
    m.proc = slot;
    m.flags = (s.world.secret[m.body] ? ActFlag.secret : 0) | (forced[j] ? ActFlag.forced : 0);
    attempt(s, m);
  }
}

const pair: [number, number] = [0, 0];

/**
 * Each group of a bloc votes by itself, with the bloc's utilities and noise of its own; beyond 64 groups every group stands for
 * several. The votes for and against: the groups' shares of the bloc's votes, which they need not divide evenly.
 */
function blocVotes(engine: Engine, slot: number, j: number): readonly [number, number] {
  const { scene: s, box, mind, luck } = engine;
  const { utility, menu } = mind;
  pair[0] = pair[1] = 0;
  if (menu.size < 2) return pair;
  const groups = box.seats[j];
  const drawn = Math.min(groups, 64);
  const key = mixKey(mixKey(s.state.procKey[slot], s.world.personKey[box.voter[j]]), PURPOSE.bloc);
  let yes = 0;
  let no = 0;
  for (let g = 0; g < drawn; g++) {
    const wait = gumbelAt(luck.run, key, 0, g, luck.seedLow, luck.seedHigh);
    const a = utility[0] + gumbelAt(luck.run, key, 1, g, luck.seedLow, luck.seedHigh);
    const b = utility[1] + gumbelAt(luck.run, key, 2, g, luck.seedLow, luck.seedHigh);
    if (a > b && a > wait) yes++;
    else if (b > wait) no++;
  }
  const size = s.world.size[box.voter[j]];
  pair[0] = Math.round((yes * size) / drawn);
  pair[1] = Math.min(size - pair[0], Math.round((no * size) / drawn));
  return pair;
}

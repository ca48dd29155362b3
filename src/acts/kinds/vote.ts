import { writeAct } from '../../world/record.ts';
import { setMark } from '../../world/procedures.ts';
import { ActFlag, Mark } from '../../world/state.ts';
import type { Scene } from '../../world/scene.ts';
import { voterRule } from '../assemblies.ts';
import { binderOf, tell, worthHeld } from '../common.ts';
import { meanCongressVote } from '../congress-meaning.ts';
import { defineAct, procedureNumber } from '../define.ts';
import { defiance } from '../demands.ts';
import { Bearing, Mean } from '../meaning.ts';
import { Rule } from '../rules.ts';
import { MotionOption } from './motion.ts';

export const voteOptions = ['yes', 'no', 'abstain'] as const;
export const VoteOption = { yes: 0, no: 1, abstain: 2 } as const;

export const vote = defineAct({
  kind: 'vote',
  class: 'rule',
  options: voteOptions,
  base: 0.6,
  because:
    'Members of small bodies seldom abstain: about one in four where nothing else speaks for either side.',
  legal: (s, m) => {
    if (m.proc < 0 || s.state.procKind[m.proc] !== procedureNumber('motion')) return Rule.noProcedure;
    return voterRule(s, m.proc, m.by);
  },
  mean: meanVote,
  apply: (s, m) => {
    if (m.proc < 0) return writeAct(s, m);
    setMark(
      s,
      m.proc,
      m.by,
      m.option === VoteOption.yes ? Mark.yes : m.option === VoteOption.no ? Mark.no : Mark.abstained,
    );
    const at = writeAct(s, m);
    if (!(m.flags & ActFlag.secret)) tellVote(s, m.by, m.proc, m.option);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'vote' : 'votes'} ${w.option === 'yes' ? 'for' : w.option === 'no' ? 'against' : 'neither way'}`,
    ru: (w) => `${w.by.nom}: ${w.option === 'yes' ? 'за' : w.option === 'no' ? 'против' : 'воздерживается'}`,
  },
});

/** An open vote shows where one stands: at the text voted for, or at the line defended. */
function tellVote(s: Scene, person: number, slot: number, option: number): void {
  const x = s.state;
  if (x.procOption[slot] > MotionOption.line || option === VoteOption.abstain) return;
  const body = x.procBody[slot];
  const issue = x.procIssue[slot];
  if (body < 0 || issue < 0) return;
  const line = x.line[body * s.world.issues + issue];
  const against = line === line ? line : x.publicMean[person * s.world.issues + issue];
  tell(s, person, issue, option === VoteOption.yes ? x.procValue[slot] : against, 'body', body);
}

/** Is a motion with this option directed against the person it names (to let somebody go who offers it is, too)? */
export const isAgainst = (option: number): boolean =>
  option === MotionOption.remove ||
  option === MotionOption.expel ||
  option === MotionOption.censure ||
  option === MotionOption.acceptResignation ||
  option === MotionOption.transfer;

/** Yes and no, each against abstaining. What depends on the other voters is added by the ballot. */
function meanVote(
  s: Scene,
  m: { by: number; proc: number; option: number },
  row: Float64Array,
  at: number,
): void {
  const { state: x } = s;
  const slot = m.proc;
  const body = x.procBody[slot];
  const yes = m.option === VoteOption.yes;
  row[at + Mean.body] = body;
  row[at + Mean.seen] = s.world.secret[body] ? 0 : 1;
  row[at + Mean.joins] = slot;
  row[at + Mean.side] = yes ? 1 : -1;
  // Who has put a motion has given his word for it.
  if (x.procBy[slot] === m.by) row[at + Mean.owed] = yes ? 1 : -1;
  if (x.procOption[slot] <= MotionOption.line) meanLineVote(s, m.by, slot, body, yes, row, at);
  else meanPersonVote(s, m.by, slot, body, yes, row, at);
}

function meanLineVote(
  s: Scene,
  person: number,
  slot: number,
  body: number,
  yes: boolean,
  row: Float64Array,
  at: number,
): void {
  const { world: w, state: x } = s;
  const issue = x.procIssue[slot];
  const value = x.procValue[slot];
  const current = x.line[body * w.issues + issue];
  row[at + Mean.issue] = issue;
  row[at + Mean.value] = value;
  row[at + Mean.bearing] = Bearing.motion;
  row[at + Mean.said] = yes ? value : current;
  row[at + Mean.publicity] = w.secret[body] ? 0 : 0.5;
  // Whoever is bound by another body's line breaks it by voting for what lies further from it.
  const binder = binderOf(s, person, body, issue);
  if (binder >= 0 && current === current) {
    const bound = x.line[binder * w.issues + issue];
    const further = (Math.abs(value - bound) - Math.abs(current - bound)) / 100;
    row[at + Mean.breach] = Math.max(0, yes ? further : -further);
    row[at + Mean.authority] = binder;
  }
}

function meanPersonVote(
  s: Scene,
  person: number,
  slot: number,
  body: number,
  yes: boolean,
  row: Float64Array,
  at: number,
): void {
  const x = s.state;
  const option = x.procOption[slot];
  if (option === MotionOption.callCongress) {
    meanCongressVote(s, x.procIssue[slot], x.procValue[slot], yes, row, at);
    return;
  }
  const target = x.procTo[slot];
  const against = isAgainst(option);
  row[at + Mean.target] = target;
  row[at + Mean.bearing] = against ? Bearing.exclude : Bearing.none;
  row[at + Mean.with] = target;
  row[at + Mean.warmth] = against === yes ? -1 : 1;
  if (!yes) row[at + Mean.bearing] = Bearing.none;
  if (against && target !== person) {
    row[at + Mean.breach] = (yes ? -0.5 : 0.5) * defiance(s, person, target, body);
    row[at + Mean.authority] = body;
  }
  if (against && yes) row[at + Mean.split] = option === MotionOption.expel ? 0.25 : 0.1;
  if (target === person) row[at + Mean.posts] = (against === yes ? -1 : 1) * worthHeld(s, person, body);
}

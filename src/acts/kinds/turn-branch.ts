import { tieOf } from '../../world/beliefs.ts';
import { isBodyCode, writeAct } from '../../world/record.ts';
import { Effect, type Scene } from '../../world/scene.ts';
import { fillOffice } from '../../world/seats.ts';
import { isInsider, isPerson } from '../actors.ts';
import { allDelegates } from '../branches.ts';
import { address, normSeverity, quarrel } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { chiefIssue } from '../issues.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { holdingOf, shareOrganisation } from '../organs.ts';
import { recently } from '../recent.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** How far a successor must trust whoever appoints him; branches thought of; days between two such blows. */
const trusts = 0.4;
const most = 3;
const silence = 10;

/** A branch's secretary is replaced by appointment, between votes; the branch and its papers turn to whoever did it. */
export const turnBranch = defineAct({
  kind: 'turn-branch',
  class: 'post',
  thing: 'branch',
  base: -5.25,
  because:
    'Without any reason, about 5 in a thousand of his moments; a leading body sees only a few in six weeks.',
  propose,
  needs: ['insider', 'apparatus'],
  reach: [{ moves: ['press'], company: true, cold: 0.6, posts: 0.05, split: 0.03, blame: 0.15, seen: 0.5 }],
  legal: (s, m) => {
    if (m.thing < 0 || m.thing >= s.world.branches) return Rule.noBranch;
    if (isBodyCode(s, m.by)) {
      const powers = s.world.powers[m.by - s.world.people];
      return powers.has('turn-branch') || powers.has('appoint') || powers.has('transfer')
        ? Rule.allowed
        : Rule.noPower;
    }
    if (!isInsider(s, m.by)) return Rule.notInsider;
    if (holdingOf(s, m.by, 'apparatus') === 0) return Rule.notHolder;
    if (m.to < 0 || m.to === m.by) return Rule.noSuccessor;
    if (s.state.branchHead[m.thing] === m.to) return Rule.occupied;
    return tieOf(s, m.to, m.by) >= trusts ? Rule.allowed : Rule.noSuccessor;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const issue = chiefIssue(s, m.by);
    const head = x.branchHead[m.thing];
    row[at + Mean.issue] = issue;
    row[at + Mean.with] = head;
    row[at + Mean.warmth] = head >= 0 ? -0.6 : 0;
    row[at + Mean.posts] = 0.05;
    row[at + Mean.split] = 0.03;
    row[at + Mean.blame] = 0.15;
    // Appointments are an inside matter: half of those who count notice.
    row[at + Mean.seen] = 0.5;
    row[at + Mean.sanction] = normSeverity(s, m.kind);
    if (issue < 0) return;
    row[at + Mean.value] = x.work[m.by * w.issues + issue];
    row[at + Mean.bearing] = Bearing.press;
    row[at + Mean.chance] = Math.min(1, x.branchShare[m.thing] / Math.max(1e-9, allDelegates(s)));
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    const at = writeAct(s, m);
    if (m.thing < 0 || m.thing >= w.branches) return at;
    const before = x.branchHead[m.thing];
    if (isPerson(s, m.to)) x.branchHead[m.thing] = m.to;
    handOver(s, w.branchBody[m.thing], before, m.to);
    const leader = isPerson(s, m.by) ? m.by : m.to;
    if (isPerson(s, leader)) lean(s, m.thing, leader);
    else leanToLine(s, m.thing);
    turnPress(s, m.thing, before, m.to);
    if (isPerson(s, m.by) && before >= 0 && before !== m.by)
      quarrel(s, m.by, before, 0.5 * s.effects[Effect.attackTie]);
    if (before >= 0) address(s, before);
    address(s, m.to);
    for (let g = 0; g < w.organisations; g++)
      if (before >= 0 && x.belongs[g * w.people + before]) addStrain(s, g, 0.01);
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'turn' : 'turns'} ${w.thing?.nom ?? 'a local organisation'}${w.to ? `; ${w.to.nom} ${w.to.many ? 'take' : 'takes'} over there` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'меняют' : 'меняет'} руководство: ${w.thing?.nom ?? 'местная организация'}${w.to ? `; во главе — ${w.to.nom}` : ''}`,
  },
});

/** The secretary's posts in the branch's body go with the branch: they are what is taken from him. */
function handOver(s: Scene, body: number, before: number, to: number): void {
  const { world: w, state: x } = s;
  if (body < 0 || before < 0 || before === to) return;
  for (let o = 0; o < w.offices; o++)
    if (w.officeBody[o] === body && x.holder[o] === before) fillOffice(s, o, isPerson(s, to) ? to : -1);
}

/** The branch comes nearer to a leader on every issue, by the effect constant at most. */
function lean(s: Scene, branch: number, leader: number): void {
  for (let issue = 0; issue < s.world.issues; issue++)
    approachTo(s, branch, issue, s.state.work[leader * s.world.issues + issue]);
}

/** Turned by a body and given to nobody known: it comes nearer to the lines. */
function leanToLine(s: Scene, branch: number): void {
  const { world: w, state: x } = s;
  for (let issue = 0; issue < w.issues; issue++)
    approachTo(s, branch, issue, x.line[w.issueBody[issue] * w.issues + issue]);
}

function approachTo(s: Scene, branch: number, issue: number, aim: number): void {
  const cell = branch * s.world.issues + issue;
  const gap = aim - s.state.branchLean[cell];
  const step = s.effects[Effect.turnBranch];
  if (!Number.isNaN(gap)) s.state.branchLean[cell] += Math.max(-step, Math.min(step, gap));
}

/** A paper that the old secretary or the branch's body held goes with the branch. */
function turnPress(s: Scene, branch: number, before: number, to: number): void {
  const { world: w, state: x } = s;
  if (!isPerson(s, to)) return;
  const body = w.branchBody[branch];
  for (let r = 0; r < w.resources; r++) {
    if (w.resourceKind[r] !== 'press') continue;
    const holder = x.resourceHolder[r];
    if ((before >= 0 && holder === before) || (body >= 0 && holder === w.people + body))
      x.resourceHolder[r] = to;
  }
}

/** The branches that lean furthest from him, the biggest first, if somebody who trusts him can take them over. */
function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.branches === 0 || !isInsider(s, person) || holdingOf(s, person, 'apparatus') === 0) return;
  const issue = chiefIssue(s, person);
  if (issue < 0) return;
  beginRanking(w.branches);
  for (let h = 0; h < w.branches; h++) {
    const far = Math.abs(x.branchLean[h * w.issues + issue] - x.work[person * w.issues + issue]);
    if (far * x.branchShare[h] > 0 && !isHis(s, person, x.branchHead[h]))
      rank(h, far * x.branchShare[h], w.branchKey[h]);
  }
  for (let n = 0; n < most; n++) {
    const best = gravest();
    if (best < 0) return;
    if (n === 0 && recently(s, actNumber('turn-branch'), person, -1, -1, silence)) return;
    const m = menu.start(actNumber('turn-branch'), person);
    m.thing = best;
    m.to = successor(s, person, x.branchHead[best]);
    m.issue = issue;
    menu.offer(s);
  }
}

const isHis = (s: Scene, person: number, head: number): boolean =>
  head >= 0 && (head === person || tieOf(s, head, person) >= trusts);

/** Whoever trusts him most, belongs to one organisation with him, and heads no branch yet; -1. */
function successor(s: Scene, person: number, before: number): number {
  const { world: w, state: x } = s;
  let best = -1;
  let most = trusts;
  for (let k = w.inStart[person]; k < w.inStart[person + 1]; k++) {
    const e = w.inEdge[k];
    const j = w.edgeFrom[e];
    if (
      j === before ||
      x.tie[e] < most ||
      !isInsider(s, j) ||
      !shareOrganisation(s, person, j) ||
      heads(s, j)
    )
      continue;
    if (x.tie[e] === most && best >= 0 && w.personKey[j] > w.personKey[best]) continue;
    most = x.tie[e];
    best = j;
  }
  return best;
}

function heads(s: Scene, person: number): boolean {
  for (let h = 0; h < s.world.branches; h++) if (s.state.branchHead[h] === person) return true;
  return false;
}

import { mixKey } from '../../chance/keys.ts';
import { type Move, writeAct } from '../../world/record.ts';
import type { Scene } from '../../world/scene.ts';
import { ActFlag } from '../../world/state.ts';
import { actsFor, allDelegates, branchOf } from '../branches.ts';
import { address, nearestPoint } from '../common.ts';
import { actNumber, defineAct } from '../define.ts';
import { beginRanking, gravest, rank } from '../gravest.ts';
import { lineOf } from '../issues.ts';
import { Bearing, Mean } from '../meaning.ts';
import type { Menu } from '../menu.ts';
import { Rule } from '../rules.ts';
import { addStrain } from '../strain.ts';

/** How far a recorded resolution tells where a branch leans. */
const telling = 0.5;
/** Resolutions thought of at a time: on what is most salient to him, where the branch is furthest from the line. */
const most = 4;

/** A local organisation takes sides. What it says is where it leans; whoever runs it decides whether it says it. */
export const branchResolution = defineAct({
  kind: 'branch-resolution',
  class: 'voice',
  thing: 'branch',
  base: -4.2,
  because:
    'A branch takes sides in a dispute of the leadership a few times a year: one of its leader’s moments in seventy.',
  propose,
  needs: ['branch'],
  reach: [{ publicity: 0.7, breaks: 1, moves: ['voice'], company: true }],
  legal: (s, m) => {
    if (branchOf(s, m.by) < 0) return Rule.noBranch;
    if (m.issue < 0 || Number.isNaN(m.value)) return Rule.noGrievance;
    return Rule.allowed;
  },
  mean: (s, m, row, at) => {
    const { world: w, state: x } = s;
    const branch = branchOf(s, m.by);
    const share = x.branchShare[branch] / Math.max(1e-9, allDelegates(s));
    const decider = w.issueBody[m.issue];
    const line = x.line[decider * w.issues + m.issue];
    // Who puts it through answers for it: his conviction and his discipline are at stake.
    row[at + Mean.issue] = m.issue;
    row[at + Mean.value] = row[at + Mean.said] = m.value;
    row[at + Mean.publicity] = 0.7;
    row[at + Mean.body] = row[at + Mean.authority] = decider;
    row[at + Mean.breach] = Number.isNaN(line) ? 0 : (0.7 * Math.abs(m.value - line)) / 100;
    row[at + Mean.bearing] = Bearing.voice;
    row[at + Mean.chance] = Math.min(1, 2 * share);
    row[at + Mean.split] = 0.1 * row[at + Mean.breach];
  },
  apply: (s, m) => {
    const { world: w, state: x } = s;
    const branch = branchOf(s, m.by) >= 0 ? branchOf(s, m.by) : m.thing;
    if (m.thing < 0) m.thing = branch;
    const at = writeAct(s, m);
    address(s, m.to);
    if (branch < 0 || branch >= w.branches || m.issue < 0 || Number.isNaN(m.value)) return at;
    const cell = branch * w.issues + m.issue;
    x.branchLean[cell] += telling * (m.value - x.branchLean[cell]);
    const decider = w.issueBody[m.issue];
    const gap = Math.abs(m.value - x.line[decider * w.issues + m.issue]) / 100;
    if (gap > 0.2)
      addStrain(
        s,
        w.bodyOrganisation[decider],
        (0.05 * gap * x.branchShare[branch]) / Math.max(1e-9, allDelegates(s)),
      );
    return at;
  },
  sentence: {
    en: (w) =>
      `${w.by.nom} ${w.by.many ? 'come' : 'comes'} out for ${w.point ?? 'a line of its own'}${w.issue ? ` (${w.issue})` : ''}`,
    ru: (w) =>
      `${w.by.nom} ${w.by.many ? 'высказываются' : 'высказывается'}: ${w.point ?? 'собственная линия'}${w.issue ? ` (${w.issue})` : ''}`,
  },
});

function hasSaid(s: Scene, m: Move): boolean {
  const x = s.state;
  for (let k = x.lastActOf[m.kind]; k >= 0; k = x.actAlike[k]) {
    if (x.actBy[k] === m.by && x.actIssue[k] === m.issue) return Math.abs(x.actValue[k] - m.value) < 5;
  }
  return false;
}

function propose(s: Scene, person: number, menu: Menu): void {
  const { world: w, state: x } = s;
  if (w.branches === 0 || w.collective[person]) return;
  beginRanking(w.branches * w.issues);
  let any = false;
  for (let h = 0; h < w.branches; h++) {
    if (!actsFor(s, person, h)) continue;
    any = true;
    for (let issue = 0; issue < w.issues; issue++) {
      const salience = x.workSalience[person * w.issues + issue];
      const lean = x.branchLean[h * w.issues + issue];
      if (salience < 0.3 || Number.isNaN(lean)) continue;
      const line = lineOf(s, issue);
      const gravity = salience * (1 + (Number.isNaN(line) ? 0 : Math.abs(lean - line)));
      rank(h * w.issues + issue, gravity, mixKey(w.branchKey[h], w.issueKey[issue]));
    }
  }
  if (!any) return;
  for (let offered = 0; offered < most; ) {
    const cell = gravest();
    if (cell < 0) return;
    const h = Math.floor(cell / w.issues);
    const issue = cell % w.issues;
    const m = menu.start(actNumber('branch-resolution'), w.people + w.bodies + h);
    m.thing = h;
    m.issue = issue;
    m.value = nearestPoint(s, issue, x.branchLean[h * w.issues + issue]);
    m.flags = ActFlag.byBranch;
    if (!hasSaid(s, m) && menu.offer(s)) offered++;
  }
}

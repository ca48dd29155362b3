import { ruleShown, simpleMajority } from './rules.ts';
import type { Inferred } from '../../questions/abduction/infer.ts';
import { allProcedures } from '../../acts/index.ts';
import { kindName } from '../../report/texts/kinds.ts';
import { actorId } from '../../world/actor-id.ts';
import { procedureCapacity } from '../../world/state.ts';
import { engineAt } from './course.ts';
import { both, type Ready } from './opened.ts';
import type { CourseName, DayView } from './protocol.ts';

/** Everything about one day's end of a course. `observer` is the index of the person whose beliefs are asked for, −1 nobody's. */
export function lookAt(
  ready: Ready,
  name: CourseName,
  day: number,
  observer: number,
  inferred?: Inferred,
): DayView {
  const { scene } = engineAt(ready, name, day, inferred);
  const { world: w, state: x } = scene;
  const { episode: e } = ready;
  return {
    day,
    bodies: e.bodies.map((b, k) => ({
      id: b.id,
      convened: x.convened[k] === 1,
      quorum: w.quorum[k] ?? 0,
      rule: ruleShown(w.rule[k]),
      law: w.rule[k] ?? simpleMajority,
      members: e.people.flatMap((p, n) => {
        const cell = k * w.people + n;
        const role =
          x.seat[cell] === 1 ? 'member' : x.seat[cell] === 2 ? 'candidate' : x.guest[cell] ? 'guest' : '';
        return role === '' ? [] : [{ id: p.id, role } as const];
      }),
    })),
    offices: e.offices.map((o, k) => ({ id: o.id, holder: actorId(w, x.holder[k] ?? -1) ?? null })),
    resources: e.resources.map((r, k) => ({
      id: r.id,
      holder: actorId(w, x.resourceHolder[k] ?? -1) ?? null,
    })),
    pressures: e.pressures.map((p, k) => ({ id: p.id, level: x.pressure[k] ?? Number.NaN })),
    lines: e.issues.flatMap((issue, i) =>
      e.bodies.flatMap((body, b) => {
        const value = x.line[b * w.issues + i] ?? Number.NaN;
        return Number.isNaN(value) && w.issueBody[i] !== b ? [] : [{ issue: issue.id, body: body.id, value }];
      }),
    ),
    procedures: openProcedures(ready, scene),
    away: e.people.flatMap((p, k) => (x.away[k] ? [p.id] : [])),
    position: Float32Array.from(x.work),
    stance: Float32Array.from(x.stance),
    salience: Float32Array.from(x.workSalience),
    publicMean: Float32Array.from(x.publicMean),
    publicSpread: Float32Array.from(x.publicSpread),
    believed: beliefsOf(scene, observer),
    ties: Array.from({ length: w.edges }, (_, k) => ({
      from: w.edgeFrom[k] ?? -1,
      to: w.edgeTo[k] ?? -1,
      value: x.tie[k] ?? 0,
    })).filter((t) => t.value !== 0),
  };
}

type Scene = ReturnType<typeof engineAt>['scene'];

/** What a person privately believes of the others' positions; NaN where he has no view of his own. */
function beliefsOf({ world: w, state: x }: Scene, observer: number): Float32Array {
  const believed = new Float32Array(w.people * w.issues).fill(Number.NaN);
  if (observer < 0) return believed;
  const end = w.edgeStart[observer + 1] ?? 0;
  for (let k = w.edgeStart[observer] ?? 0; k < end; k++)
    for (let i = 0; i < w.issues; i++)
      believed[(w.edgeTo[k] ?? 0) * w.issues + i] = x.beliefMean[k * w.issues + i] ?? Number.NaN;
  return believed;
}

function openProcedures(ready: Ready, { state: x }: Scene): DayView['procedures'] {
  const slots = Array.from({ length: procedureCapacity }, (_, k) => k).filter(
    (k) => (x.procKind[k] ?? -1) >= 0,
  );
  return slots.map((k) => {
    const kind = allProcedures()[x.procKind[k] ?? -1]?.kind ?? '';
    const issue = x.procIssue[k] ?? -1;
    return {
      kind: { en: kindName(kind, 'en'), ru: kindName(kind, 'ru') },
      by: both(ready, (s) => s.names.actor(x.procBy[k] ?? -1)?.nom ?? ''),
      to: both(ready, (s) => s.names.actor(x.procTo[k] ?? -1)?.nom ?? ''),
      about: both(ready, (s) =>
        issue < 0
          ? ''
          : [s.names.issue(issue), s.names.point(issue, x.procValue[k] ?? Number.NaN)]
              .filter(Boolean)
              .join(': '),
      ),
      opened: x.procOpened[k] ?? Number.NaN,
      due: x.procDue[k] ?? Number.NaN,
    };
  });
}

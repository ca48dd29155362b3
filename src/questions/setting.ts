import type { SetTarget } from '../episode/types.ts';
import { openBands, reheap } from '../run/clock.ts';
import type { Engine } from '../run/engine.ts';
import { codeOf } from '../run/history/compile.ts';
import type { Names } from '../world/compile/names.ts';
import { applyPressures } from '../world/pressure.ts';
import { edgeOf, type World } from '../world/world.ts';

export type Write = (engine: Engine) => void;

/** What a `set` does to a state. Throws a RangeError if there is nothing to set. */
export function setter(target: SetTarget, value: unknown, n: Names, w: World): Write {
  if (target.kind === 'resource') {
    const r = n.resource.get(target.resource) ?? -1;
    const holder = value === 'nobody' ? -1 : codeOf(String(value), n);
    return (g) => {
      g.scene.state.resourceHolder[r] = holder;
    };
  }
  const v = Number(value);
  if (!Number.isFinite(v)) throw new RangeError(`"${String(value)}" is not a number`);
  switch (target.kind) {
    case 'trait': {
      const p = n.person.get(target.person) ?? -1;
      const field = target.trait;
      return (g) => {
        g.scene.state[field][p] = v;
        if (field === 'tempo') {
          openBands(g.scene, g.luck, p);
          reheap(g.scene);
        }
      };
    }
    case 'position':
    case 'salience': {
      const cell = (n.person.get(target.person) ?? -1) * w.issues + (n.issue.get(target.issue) ?? -1);
      const field = target.kind;
      return (g) => {
        g.scene.state[field][cell] = v;
        applyPressures(g.scene);
      };
    }
    case 'belief':
      return setBelief(target, v, n, w);
    case 'tie': {
      const edge = edgeOf(w, n.person.get(target.from) ?? -1, n.person.get(target.to) ?? -1);
      if (edge < 0)
        throw new RangeError(
          `${target.from} and ${target.to} have nothing to do with each other in this episode: code a tie first`,
        );
      return (g) => {
        g.scene.state.tie[edge] = v;
      };
    }
    case 'pressure': {
      const k = n.pressure.get(target.pressure) ?? -1;
      return (g) => {
        g.scene.state.pressure[k] = v;
        applyPressures(g.scene);
      };
    }
    case 'line': {
      const cell = (n.body.get(target.body) ?? -1) * w.issues + (n.issue.get(target.issue) ?? -1);
      return (g) => {
        g.scene.state.line[cell] = v;
      };
    }
    default:
      return () => {};
  }
}

function setBelief(target: Extract<SetTarget, { kind: 'belief' }>, v: number, n: Names, w: World): Write {
  const about = n.person.get(target.about) ?? -1;
  const issue = n.issue.get(target.issue) ?? -1;
  if (target.who === 'public')
    return (g) => {
      g.scene.state.publicMean[about * w.issues + issue] = v;
    };
  const edge = edgeOf(w, n.person.get(target.who) ?? -1, about);
  if (edge < 0)
    throw new RangeError(
      `${target.who} has no view of ${target.about} in this episode: code a belief or a tie first`,
    );
  return (g) => {
    g.scene.state.beliefMean[edge * w.issues + issue] = v;
    g.scene.state.beliefSpread[edge * w.issues + issue] ||= 12;
  };
}

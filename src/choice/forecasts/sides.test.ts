import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { believe, rowOf, stand } from '../../../test/helpers/committee.ts';
import {
  ann,
  bob,
  committee,
  cyr,
  dan,
  eva,
  peace,
  setTie,
  tempo,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import { Mean, meanWidth } from '../../acts/meaning.ts';
import { Menu } from '../../acts/menu.ts';
import type { Scene } from '../../world/scene.ts';
import { Mark } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { createMind, type Mind } from '../mind.ts';
import { initialParameters } from '../parameters.ts';
import { forgetCircle, newSides, type Sides, sides } from './sides.ts';

type Cells = readonly (readonly [cell: number, value: number])[];

/** Ann trusts bob by ½ and fights cyr by ½; dan she neither trusts nor fights, but defers to him: 0.8 of an authority of ½. */
function circle(change: Partial<World> = {}): Scene {
  const s = tinyScene(change);
  const x = s.state;
  x.tie.fill(0);
  x.defer.fill(0);
  x.beliefMean.fill(Number.NaN);
  setTie(s, ann, bob, 0.5);
  setTie(s, ann, cyr, -0.5);
  for (let e = s.world.edgeStart[ann]; e < s.world.edgeStart[ann + 1]; e++)
    if (s.world.edgeTo[e] === dan) x.defer[e] = 0.8;
  x.authority[dan] = 0.5;
  return s;
}
const mindOf = (s: Scene): Mind => createMind(s, new Menu(), initialParameters());

/** What ann is told of an option that says this; earlier answers stand in `out`. */
function ask(mind: Mind, cells: Cells, person = ann): Sides {
  mind.menu.meaning.set(rowOf(cells), 3 * meanWidth);
  const out = { trusted: 9, fought: 9, urging: 9 };
  sides(mind, person, 3, out);
  return out;
}
function close(got: Sides, trusted: number, fought: number, urging: number): void {
  expect(got.trusted).toBeCloseTo(trusted, 12);
  expect(got.fought).toBeCloseTo(fought, 12);
  expect(got.urging).toBeCloseTo(urging, 12);
}
const working = (value: number, issue = peace): Cells => [
  [Mean.issue, issue],
  [Mean.value, value],
];
const joining = (slot: number, side: number, issue = peace): Cells => [
  [Mean.joins, slot],
  [Mean.side, side],
  [Mean.issue, issue],
];

beforeEach(forgetCircle);

describe('what those around one are believed to think', () => {
  // The line is 75. Of 50 points between it and 25, bob is wholly at 25, cyr wholly at the line, dan (35) 40 − 10 = 30 nearer to 25.
  const s = circle();
  stand(s, [75, 25, 75, 35, 80]);

  it('for what bob wants, against what cyr wants: shares of a circle that counts a quarter more than it has', () => {
    close(ask(mindOf(s), working(25)), 0.5 / 0.75, -0.5 / 0.75, (0.4 * 0.6) / 0.65);
  });

  it('nobody is more than wholly on a side: beyond either point as at it', () => {
    stand(s, [75, 0, 100, 0, 80]);
    close(ask(mindOf(s), working(25)), 0.5 / 0.75, -0.5 / 0.75, 0.4 / 0.65);
    stand(s, [75, 25, 75, 35, 80]);
  });

  it('in the middle nobody is on a side; a point of difference is enough for one, less is none', () => {
    stand(s, [75, 50, 50, 50, 80]);
    close(ask(mindOf(s), working(25)), 0, 0, 0);
    stand(s, [75, 76, 76, 76, 80]);
    close(ask(mindOf(s), working(76)), 0.5 / 0.75, 0.5 / 0.75, 0.4 / 0.65);
    close(ask(mindOf(s), working(75.9)), 0, 0, 0);
    close(ask(mindOf(s), working(75)), 0, 0, 0);
    stand(s, [75, 25, 75, 35, 80]);
  });

  it('by her own belief where she has one, else by the public’s', () => {
    const t = circle();
    stand(t, [75, 25, 75, 35, 80]);
    believe(t, ann, bob, 75);
    believe(t, cyr, dan, 75);
    close(ask(mindOf(t), working(25)), -0.5 / 0.75, -0.5 / 0.75, (0.4 * 0.6) / 0.65);
  });

  it('without a line, against the middle of the scale', () => {
    const t = circle();
    t.state.line[committee * 2 + tempo] = Number.NaN;
    for (const p of [bob, cyr, dan]) t.state.publicMean[p * 2 + tempo] = 100;
    t.state.publicMean[cyr * 2 + tempo] = 60;
    close(ask(mindOf(t), working(100, tempo)), 0.5 / 0.75, (0.5 * -0.6) / 0.75, 0.4 / 0.65);
  });

  it('an option without an issue or a point has no company', () => {
    close(ask(mindOf(s), [[Mean.issue, peace]]), 0, 0, 0);
    close(ask(mindOf(s), [[Mean.value, 25]]), 0, 0, 0);
  });

  it('those who know nobody have nobody on a side', () => {
    close(ask(mindOf(s), working(25), eva), 0, 0, 0);
    close(ask(mindOf(s), working(25), union), 0, 0, 0);
  });
});

describe('what those around one have done', () => {
  const slot = 2;
  const marked = (b: number, c: number, d: number): Scene => {
    const s = circle();
    const first = slot * s.world.people;
    s.state.mark[first + bob] = b;
    s.state.mark[first + cyr] = c;
    s.state.mark[first + dan] = d;
    return s;
  };

  it('signatures count, with or without reservation, and refusals against', () => {
    const s = marked(Mark.yes, Mark.no, Mark.reserved);
    close(ask(mindOf(s), joining(slot, 1)), 0.5 / 0.75, -0.5 / 0.75, 0.4 / 0.65);
    forgetCircle();
    close(ask(mindOf(s), joining(slot, -0.5)), -0.25 / 0.75, 0.25 / 0.75, -0.2 / 0.65);
  });

  it('who is asked, or has no part in it, is on no side', () => {
    close(ask(mindOf(marked(Mark.asked, Mark.none, Mark.asked)), joining(slot, 1)), 0, 0, 0);
    close(ask(mindOf(marked(Mark.yes, Mark.yes, Mark.yes)), joining(slot + 1, 1)), 0, 0, 0);
  });

  it('in the first procedure as in any other, and without an issue', () => {
    const s = circle();
    s.state.mark[bob] = Mark.no;
    close(ask(mindOf(s), joining(0, 1, -1)), -0.5 / 0.75, 0, 0);
  });
});

it('within an occasion options may come in any order: each is answered as if it were the only one', () => {
  const s = circle();
  stand(s, [75, 25, 60, 35, 80]);
  const marks = [Mark.yes, Mark.no, Mark.reserved, Mark.asked];
  for (let k = 0; k < 3 * s.world.people; k++) s.state.mark[k] = marks[k % 4];
  for (const p of [bob, cyr, dan]) s.state.publicMean[p * 2 + tempo] = 20 * p;
  const option = fc.record({
    joins: fc.constantFrom(-1, -1, 0, 1, 2),
    side: fc.constantFrom(1, -1, 0.5),
    issue: fc.constantFrom(-1, peace, tempo),
    value: fc.constantFrom(Number.NaN, 0, 10, 20, 25, 50, 60, 70, 80, 90, 100),
  });
  fc.assert(
    fc.property(fc.array(option, { minLength: 2, maxLength: 24 }), (options) => {
      const mind = mindOf(s);
      const said = (o: (typeof options)[number]): Sides =>
        ask(mind, [
          [Mean.joins, o.joins],
          [Mean.side, o.side],
          [Mean.issue, o.issue],
          [Mean.value, o.value],
        ]);
      const alone = options.map((o) => {
        forgetCircle();
        return said(o);
      });
      forgetCircle();
      expect(options.map(said)).toEqual(alone);
    }),
    { numRuns: 300 },
  );
});

it('until the next occasion the circle is the one gathered; then ties are looked at again', () => {
  const s = circle();
  stand(s, [75, 25, 75, 35, 80]);
  const mind = mindOf(s);
  ask(mind, working(25));
  setTie(s, ann, bob, 0);
  expect(ask(mind, working(0)).trusted).toBeCloseTo(0.5 / 0.75 / 3, 12);
  forgetCircle();
  expect(ask(mind, working(0)).trusted).toBe(0);
});

it('trust, enmity and deference of any strength stay within −1 and 1', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const tie = fc.double({ min: -1, max: 1, noNaN: true });
  const at = fc.double({ min: 0, max: 100, noNaN: true });
  const list = <T>(a: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(a, { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(list(tie), list(unit), list(at), at, (ties, defer, where, value) => {
      const s = tinyScene();
      s.state.tie.set(ties);
      s.state.defer.set(defer);
      stand(s, where.slice(0, 6));
      forgetCircle();
      const got = ask(mindOf(s), working(value));
      for (const v of Object.values(got)) expect(Math.abs(v)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

it('a circle of a hundred counts whole', () => {
  const edges = 100;
  const star = {
    edges,
    edgeStart: Int32Array.of(0, edges, edges, edges, edges, edges, edges),
    edgeFrom: new Int32Array(edges).fill(ann),
    edgeTo: new Int32Array(edges).fill(bob),
    inStart: Int32Array.of(0, 0, edges, edges, edges, edges, edges),
    inEdge: Int32Array.from({ length: edges }, (_, e) => e),
  };
  const s = tinyScene(star);
  s.state.tie.fill(0.1);
  s.state.defer.fill(0);
  s.state.beliefMean.fill(Number.NaN);
  stand(s, [75, 25]);
  close(ask(mindOf(s), working(25)), 10 / 10.25, 0, 0);
});

it('begins with nobody on a side', () => expect(newSides()).toEqual({ trusted: 0, fought: 0, urging: 0 }));

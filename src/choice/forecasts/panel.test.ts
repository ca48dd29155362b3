import { beforeEach, expect, it } from 'vitest';
import { believe, stand } from '../../../test/helpers/committee.ts';
import {
  ann,
  bob,
  committee,
  congress,
  cyr,
  dan,
  eva,
  peace,
  tempo,
  tinyScene,
  union,
} from '../../../test/helpers/tiny-world.ts';
import type { Scene } from '../../world/scene.ts';
import {
  forgetPanels,
  occasionNumber,
  panelAt,
  panelMean,
  panelMember,
  panelOf,
  panelSize,
  panelTotal,
  panelVotes,
  panelWidth,
} from './panel.ts';

beforeEach(forgetPanels);

/** Who sits, where he stands, and his votes. */
function seen(s: Scene, viewer: number, body = committee, issue = peace) {
  const r = panelOf(s, viewer, body, issue);
  const from = r * panelWidth();
  return Array.from({ length: panelSize[r] }, (_, k) => [
    panelMember[from + k],
    panelAt[from + k],
    panelVotes[from + k],
  ]);
}
const members = (at: readonly number[]): number[][] => at.map((v, p) => [p, v, 1]);

it('a viewer knows where he stands, believes what he believes, and else what everybody does', () => {
  const s = tinyScene();
  stand(s, [10, 20, 30, 40, 50]);
  s.state.work[ann * 2 + peace] = 77;
  believe(s, ann, bob, 90);
  believe(s, cyr, dan, 5);
  expect(seen(s, ann)).toEqual(members([77, 90, 30, 40, 50]));
  expect(seen(s, bob)).toEqual(members([10, 20, 30, 40, 50]));
  expect(seen(s, cyr)).toEqual(members([10, 20, 30, 5, 50]));
  expect(seen(s, -1)).toEqual(members([10, 20, 30, 40, 50]));
  expect(seen(s, union)).toEqual(members([10, 20, 30, 40, 50]));
  expect(seen(s, ann, committee, tempo)).toEqual(members([50, 50, 50, 50, 50]));
});

it('only who has a vote counts, with his votes', () => {
  const s = tinyScene({ size: Float64Array.of(1, 1, 1, 1, 9, 1) });
  stand(s, [10, 20, 30, 40, 50]);
  s.state.seat[committee * 6 + bob] = 2;
  const r = panelOf(s, -1, committee, peace);
  expect(seen(s, -1)).toEqual([
    [ann, 10, 1],
    [cyr, 30, 1],
    [dan, 40, 1],
    [eva, 50, 9],
  ]);
  expect([panelTotal[r], panelMean[r]]).toEqual([12, (10 + 30 + 40 + 450) / 12]);
});

it('a body is looked at once an occasion, by each viewer, and again after another was', () => {
  const s = tinyScene();
  stand(s, [10, 20, 30, 40, 50]);
  seen(s, ann);
  stand(s, [60, 60, 60, 60, 60]);
  expect(seen(s, ann)).toEqual(members([10, 20, 30, 40, 50]));
  const before = occasionNumber();
  forgetPanels();
  expect(occasionNumber()).not.toBe(before);
  expect(seen(s, ann)).toEqual(members([60, 60, 60, 60, 60]));
  believe(s, bob, ann, 0);
  expect(seen(s, bob)).toEqual(members([0, 60, 60, 60, 60]));
  expect(seen(s, ann)).toEqual(members([60, 60, 60, 60, 60]));
  expect(seen(s, bob, congress)).toEqual([]);
  expect(seen(s, bob)).toEqual(members([0, 60, 60, 60, 60]));
});

it('two issues are kept beside each other', () => {
  const s = tinyScene();
  stand(s, [10, 20, 30, 40, 50]);
  seen(s, ann);
  seen(s, ann, committee, tempo);
  stand(s, [60, 60, 60, 60, 60]);
  expect(seen(s, ann)).toEqual(members([10, 20, 30, 40, 50]));
});

it('issues that share a place take turns', () => {
  const issues = 16;
  const s = tinyScene();
  const wide = {
    ...s,
    world: { ...s.world, issues, edges: 0, edgeMatrix: new Int32Array(36).fill(-1) },
    state: {
      ...s.state,
      publicMean: Float64Array.from({ length: 6 * issues }, (_, k) => k % issues),
      work: Float64Array.from({ length: 6 * issues }, (_, k) => k % issues),
    },
  } as Scene;
  for (const issue of [3, 11, 3, 15, 7, 11])
    expect(seen(wide, ann, committee, issue)).toEqual(members(new Array(5).fill(issue)));
});

it('a matrix of edges finds the same beliefs as the lists of edges', () => {
  const s = tinyScene();
  const { people, edgeStart, edgeTo } = s.world;
  const edgeMatrix = new Int32Array(people * people).fill(-1);
  for (let i = 0; i < people; i++)
    for (let e = edgeStart[i]; e < edgeStart[i + 1]; e++) edgeMatrix[i * people + edgeTo[e]] = e;
  const t = tinyScene({ edgeMatrix });
  for (const scene of [s, t]) {
    stand(scene, [10, 20, 30, 40, 50]);
    believe(scene, ann, bob, 90);
    believe(scene, dan, eva, 3);
  }
  for (const viewer of [ann, dan, union, -1]) {
    const listed = seen(s, viewer);
    forgetPanels();
    expect(seen(t, viewer)).toEqual(listed);
    forgetPanels();
  }
});

it('a larger body than any before does not disturb the smaller ones', () => {
  const s = tinyScene();
  stand(s, [10, 20, 30, 40, 50]);
  seen(s, ann);
  const large = tinyScene({ bodyCapacity: 300 });
  stand(large, [1, 2, 3, 4, 5]);
  expect(seen(large, bob)).toEqual(members([1, 2, 3, 4, 5]));
  expect(panelWidth()).toBeGreaterThanOrEqual(300);
  expect(seen(s, ann)).toEqual(members([10, 20, 30, 40, 50]));
  expect(seen(s, ann, committee, tempo)).toEqual(members([50, 50, 50, 50, 50]));
});

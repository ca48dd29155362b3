import { describe, expect, it } from 'vitest';
import { stand } from '../../test/helpers/committee.ts';
import {
  ann,
  apparatus,
  bob,
  committee,
  cyr,
  dan,
  peace,
  press,
  setTie,
  tinyScene,
  union,
} from '../../test/helpers/tiny-world.ts';
import type { Scene } from '../world/scene.ts';
import { Access, bestOrgan, holdingOf, organAccess, shareOrganisation } from './organs.ts';

/** Bob holds the press and stands at 25; the line is 75. */
const at = (person: number, value: number, change: (s: Scene) => void = () => {}): number => {
  const s = tinyScene();
  s.state.tie.fill(0);
  change(s);
  return organAccess(s, person, press, peace, value);
};

describe('an article', () => {
  it('one’s own organ takes anything', () => {
    expect([0, 50, 100].map((v) => at(bob, v))).toEqual([Access.own, Access.own, Access.own]);
  });

  it('a colleague’s takes what is within thirty points of him from those he trusts by 0.3', () => {
    const trusted = (value: number, tie: number): number => at(cyr, value, (s) => setTie(s, bob, cyr, tie));
    expect([trusted(25, 0.3), trusted(55, 0.3), trusted(56, 0.3), trusted(25, 0.29)]).toEqual([
      Access.own,
      Access.own,
      Access.none,
      Access.none,
    ]);
    // That cyr trusts bob opens nothing.
    expect(at(cyr, 25, (s) => setTie(s, cyr, bob, 0.9))).toBe(Access.none);
  });

  it('a body’s takes what is within thirty points of its line, from those who sit in it', () => {
    const body = (person: number, value: number, change: (s: Scene) => void = () => {}): number =>
      at(person, value, (s) => {
        s.state.resourceHolder[press] = s.world.people + committee;
        change(s);
      });
    expect([body(cyr, 75), body(cyr, 45), body(cyr, 44), body(union, 75)]).toEqual([
      Access.own,
      Access.own,
      Access.none,
      Access.none,
    ]);
    expect(
      body(cyr, 0, (s) => {
        s.state.line[committee * 2 + peace] = Number.NaN;
      }),
    ).toBe(Access.own);
  });

  it('an outsider’s prints what is near him, or nearer than the line is, by anybody he does not fight', () => {
    const foreign = (value: number, tie = 0): number =>
      at(cyr, value, (s) => {
        s.state.resourceHolder[press] = union;
        stand(s, [75, 25, 25, 50, 80, 10]);
        setTie(s, union, cyr, tie);
      });
    expect([foreign(40), foreign(41), foreign(74), foreign(75)]).toEqual([
      Access.foreign,
      Access.foreign,
      Access.foreign,
      Access.none,
    ]);
    expect([foreign(40, -0.3), foreign(40, -0.31)]).toEqual([Access.foreign, Access.none]);
  });

  it('so one’s own colleague’s, once he has left', () => {
    expect(
      at(cyr, 25, (s) => {
        s.state.belongs[bob] = 0;
      }),
    ).toBe(Access.foreign);
  });

  it('no organ, no article', () => {
    const s = tinyScene();
    expect([organAccess(s, ann, -1, peace, 75), organAccess(s, ann, 2, peace, 75)]).toEqual([
      Access.none,
      Access.none,
    ]);
    expect(organAccess(s, ann, apparatus, peace, 75)).toBe(Access.none);
    expect(
      at(bob, 25, (t) => {
        t.state.resourceHolder[press] = -1;
      }),
    ).toBe(Access.none);
    expect(
      at(bob, 25, (t) => {
        t.state.resourceHolder[press] = t.world.people + t.world.bodies;
      }),
    ).toBe(Access.none);
  });
});

describe('what can be reached', () => {
  it('the weightiest organ of those open in that way', () => {
    const s = tinyScene({ resourceKind: ['press', 'press'] });
    s.state.resourceHolder.set([bob, bob]);
    s.state.resourceWeight.set([0.5, 0.7]);
    expect(bestOrgan(s, bob, peace, 25, Access.own)).toBe(1);
    s.state.resourceWeight.set([0.7, 0.7]);
    expect(bestOrgan(s, bob, peace, 25, Access.own)).toBe(0);
    expect(bestOrgan(s, bob, peace, 25, Access.foreign)).toBe(-1);
    expect(bestOrgan(tinyScene(), ann, peace, 75, Access.own)).toBe(-1);
  });

  it('the weight of what is held, by kind', () => {
    const s = tinyScene({ resourceKind: ['press', 'press'] });
    s.state.resourceHolder.set([bob, bob]);
    s.state.resourceWeight.set([0.7, 0.5]);
    expect([holdingOf(s, bob, 'press'), holdingOf(s, bob, 'force'), holdingOf(s, ann, 'press')]).toEqual([
      0.7, 0, 0,
    ]);
  });

  it('people share an organisation if both belong to one', () => {
    const s = tinyScene();
    expect([shareOrganisation(s, ann, bob), shareOrganisation(s, ann, union)]).toEqual([true, false]);
    s.state.belongs[dan] = 0;
    expect([shareOrganisation(s, ann, dan), shareOrganisation(s, dan, ann)]).toEqual([false, false]);
  });
});

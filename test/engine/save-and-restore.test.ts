import { describe, expect, it } from 'vitest';
import { beginRun, type Engine, setLuck } from '../../src/run/engine.ts';
import { continueRun } from '../../src/run/run.ts';
import { copyState, createState, stateVersion } from '../../src/world/state.ts';
import { bundled, bundledIds, engineFor } from '../helpers/episodes.ts';

const span = { choir: 153, 'november-1917': 20, 'soviet-1928': 50 } as const;
const bytes = (g: Engine): Buffer => Buffer.from(g.scene.state.bytes);

describe.each(bundledIds)('%s', (id) => {
  it('has the same future from a saved state in a fresh engine, whenever it was saved', () => {
    const e = bundled(id);
    const g = engineFor(e);
    const { starts } = g.scene.world;
    const end = starts + span[id];
    for (const [run, share] of [
      [1, 0.13],
      [2, 0.37],
      [3, 0.5],
      [4, 0.81],
    ] as const) {
      beginRun(g, 9, run);
      continueRun(g, { planned: 0 }, starts + share * span[id]);
      const saved = g.scene.state.buffer.slice(0);
      continueRun(g, { planned: 0 }, end);
      const other = engineFor(e);
      copyState(createState(other.scene.world, saved), other.scene.state);
      setLuck(other.luck, 9, run);
      continueRun(other, { planned: 0 }, end);
      expect(bytes(other).equals(bytes(g))).toBe(true);
    }
  });

  it('does not notice being stopped and looked at every few hours', () => {
    const g = engineFor(bundled(id));
    const { starts } = g.scene.world;
    const end = starts + span[id] / 2;
    beginRun(g, 9, 5);
    continueRun(g, { planned: 0 }, end);
    const whole = bytes(g);
    beginRun(g, 9, 5);
    for (let t = starts; t < end; t += 0.31) continueRun(g, { planned: 0 }, t);
    continueRun(g, { planned: 0 }, end);
    expect(bytes(g).equals(whole)).toBe(true);
  });
});

it('refuses a state of another world or another version', () => {
  const choir = engineFor(bundled('choir')).scene;
  const other = engineFor(bundled('november-1917')).scene.world;
  expect(() => createState(other, choir.state.buffer.slice(0))).toThrow(/bytes/);
  const old = choir.state.buffer.slice(0);
  new Int32Array(old)[0] = stateVersion + 1;
  expect(() => createState(choir.world, old)).toThrow(/version/);
});

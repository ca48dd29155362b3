import { describe, expect, it } from 'vitest';
import { bundled, engineFor } from '../../test/helpers/episodes.ts';
import { choiceOfRun, tellRun } from './why.ts';

describe('the steps of a run', () => {
  for (const id of ['choir', 'november-1917'] as const)
    it(`lead from an act of ${id} to the choice that made it`, () => {
      const engine = engineFor(bundled(id));
      const x = engine.scene.state;
      const told = tellRun(engine, 1, 2);
      const steps = [...told.stepOfAct].map(([k, step]) => ({
        step,
        person: x.actBy[k] ?? -1,
        kind: x.actKind[k] ?? -1,
        time: x.actTime[k] ?? Number.NaN,
      }));
      const some = steps.filter((_, k) => k % Math.ceil(steps.length / 12) === 0);
      expect(some.length).toBeGreaterThan(5);
      for (const s of some) {
        const choice = choiceOfRun(engine, 1, 2, s.step);
        expect(choice, `step ${s.step}`).toBeDefined();
        expect(choice?.person).toBe(s.person);
        expect(choice?.time).toBe(s.time);
        if (choice && choice.chosen >= 0) expect(choice.options[choice.chosen]?.kind).toBe(s.kind);
      }
    });

  it('end with the last choice', () => {
    const engine = engineFor(bundled('choir'));
    const { choices } = tellRun(engine, 1, 0);
    expect(choiceOfRun(engine, 1, 0, choices)).toBeDefined();
    expect(choiceOfRun(engine, 1, 0, choices + 1)).toBeUndefined();
  });
});
